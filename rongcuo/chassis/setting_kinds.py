"""The kinds of settings: how each is read, and what it may be."""

from dataclasses import field
from pathlib import Path
from typing import Any

from marshmallow import fields as kinds
from marshmallow import validate


class Folder(kinds.String):
    """A path."""

    def _deserialize(self, *args: Any, **kwargs: Any) -> Any:
        return Path(super()._deserialize(*args, **kwargs)).expanduser()


class Delays(kinds.List[Any]):
    """Seconds, as a YAML list or as `1,5,30`."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        parts = value.split(",") if isinstance(value, str) else value
        return tuple(super()._deserialize(parts, *args, **kwargs))


def choice(default: str, *others: str) -> Any:
    """One of these words."""
    return field(default=default, metadata={"validate": validate.OneOf([default, *others])})


def seconds(default: float) -> Any:
    """More than none."""
    return field(default=default, metadata={"validate": validate.Range(min=0, min_inclusive=False)})


def folder() -> Any:
    """Or a file; none is named by default."""
    return field(default=None, metadata={"marshmallow_field": Folder(allow_none=True)})


def count(default: int, most: int = 1_000_000) -> Any:
    """At least one."""
    return field(default=default, metadata={"validate": validate.Range(1, most)})
