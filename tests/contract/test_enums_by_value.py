"""Each choice stands on the wire by its value, also where there are several: pages know no names."""

import dataclasses
import pkgutil
import typing
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from types import UnionType

import rongcuo.contracts


def _fields() -> Iterator[tuple[str, dataclasses.Field[typing.Any], typing.Any]]:
    for module in pkgutil.walk_packages(rongcuo.contracts.__path__, "rongcuo.contracts."):
        for kind in vars(import_module(module.name)).values():
            if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind.__module__ == module.name:
                hints = typing.get_type_hints(kind)
                yield from ((f"{kind.__qualname__}.{one.name}", one, hints[one.name])
                            for one in dataclasses.fields(kind))


def _is_choice(hint: typing.Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, StrEnum)


def _of_choices(hint: typing.Any) -> bool:
    first, *_ = typing.get_args(hint) or (None,)
    return typing.get_origin(hint) is tuple and _is_choice(first)


def _may_be_a_choice(hint: typing.Any) -> bool:
    """`X` or `X | None`."""
    return _is_choice(hint) or (isinstance(hint, UnionType) and any(map(_is_choice, typing.get_args(hint))))


def test_several_choices_are_told_by_their_values() -> None:
    found = {name: one for name, one, hint in _fields() if _of_choices(hint)}
    assert len(found) > 10
    assert sorted(name for name, one in found.items() if "marshmallow_field" not in one.metadata) == []


def test_a_choice_is_told_by_its_value_also_where_there_may_be_none() -> None:
    found = {name: one for name, one, hint in _fields() if _may_be_a_choice(hint)}
    assert len(found) > 100
    said = {"by_value", "marshmallow_field"}
    by_name = {name for name, one in found.items() if said.isdisjoint(one.metadata)}
    assert by_name == {"Writing.read_by"}     # a rule for fields: it goes over no wire
