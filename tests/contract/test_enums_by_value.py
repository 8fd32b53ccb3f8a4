"""Each choice stands on the wire by its value, also where there are several: pages know no names."""

import dataclasses
import pkgutil
import typing
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module

import rongcuo.contracts


def _several() -> Iterator[tuple[str, dataclasses.Field[typing.Any]]]:
    for module in pkgutil.walk_packages(rongcuo.contracts.__path__, "rongcuo.contracts."):
        for kind in vars(import_module(module.name)).values():
            if dataclasses.is_dataclass(kind) and kind.__module__ == module.name:
                hints = typing.get_type_hints(kind)
                yield from ((f"{kind.__qualname__}.{one.name}", one) for one in dataclasses.fields(kind)
                            if _of_choices(hints[one.name]))


def _of_choices(hint: typing.Any) -> bool:
    first, *_ = typing.get_args(hint) or (None,)
    return typing.get_origin(hint) is tuple and isinstance(first, type) and issubclass(first, StrEnum)


def test_several_choices_are_told_by_their_values() -> None:
    found = dict(_several())
    assert len(found) > 10
    assert sorted(name for name, one in found.items() if "marshmallow_field" not in one.metadata) == []
