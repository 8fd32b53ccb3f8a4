"""A policy pack as JSON, and what the API's document says of it: both follow the pack, part by part."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, make_dataclass
from datetime import date, time, timedelta
from enum import Enum, EnumType
from functools import cache
from types import GenericAlias
from typing import Any, get_args, get_origin, get_type_hints

from rongcuo.policy.pack import Item, Pack
from rongcuo.policy.pack.terms import Letter

CALLED = {Letter: "LetterTemplateView"}     # a LetterView is of a letter that was written


def plain(value: Any) -> Any:
    """Any part of a pack as JSON: dates and times in ISO form, spans of time in seconds, sets sorted."""
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {**named, "colours": plain(value.colours)} if isinstance(value, Pack) else named
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(plain(inner) for inner in value)
    if isinstance(value, tuple | list):
        return [plain(inner) for inner in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    return value.total_seconds() if isinstance(value, timedelta) else value


@cache
def view_of(part: type[Any]) -> type[Any]:
    """The contract of a part of a pack: its fields, of the types that `plain` makes of theirs."""
    told = [(name, _plain_type(kind)) for name, kind in get_type_hints(part).items()]
    if part is Pack:
        told.append(("colours", _plain_type(Mapping[str, Item])))
    return make_dataclass(CALLED.get(part, f"{part.__name__}View"), told, frozen=True, kw_only=True)


def _plain_type(kind: Any) -> Any:
    inner, origin = get_args(kind), get_origin(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return view_of(kind)
    if origin is Mapping:
        return GenericAlias(dict, (str, _plain_type(inner[1])))
    if origin in (tuple, frozenset):
        return GenericAlias(tuple, (_plain_type(inner[0]), ...))
    if any(isinstance(each, EnumType) for each in (kind, *inner)):
        return str
    return float if kind is timedelta else kind
