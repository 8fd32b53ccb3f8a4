"""What a command would tell the others, if it were carried out now."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Rehearsed:
    """An event that would be recorded: its wire name and its payload."""

    type_name: str
    data: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Rehearsal:
    """All of them, in their order. Nothing was changed."""

    told: tuple[Rehearsed, ...] = ()
