"""Any message of a contract, within the limits that stand beside its fields."""

import dataclasses
import sys
import typing
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any
from unicodedata import category

from hypothesis import strategies as st
from marshmallow.validate import Length, Range

from rongcuo.contracts.fields import IDENTIFIER
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.rules import Each
from rongcuo.texts.drawing import undrawn
from rongcuo.texts.signs import INVISIBLE, LEFTWARD, is_seen, overloaded

PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(), date: st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    datetime: st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    NoneType: st.none(), Any: st.none() | st.booleans() | st.integers(-99, 99) | st.text(max_size=9),
}


PLAIN[AttachmentRef] = st.builds(       # such as a command may name
    AttachmentRef, name=st.from_regex(r"[a-z一-龥]{1,9}\.pdf", fullmatch=True),
    sha256=st.from_regex(r"[0-9a-f]{64}", fullmatch=True), size=st.integers(0, 10**6),
    media_type=st.just("application/pdf"))
NO_LETTERS = ("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp")
UNWRITTEN = "".join(sign for sign in map(chr, range(32, sys.maxunicode))
                  if category(sign) not in NO_LETTERS
                  and (undrawn(sign) or LEFTWARD.match(sign) or INVISIBLE.match(sign)))
LETTERS = st.characters(min_codepoint=32, exclude_categories=NO_LETTERS, exclude_characters=UNWRITTEN)
LONGEST = 30


def values(kind: Any, limits: list[Any]) -> st.SearchStrategy[Any]:
    """Any value of a field's type within the field's limits."""
    parts = typing.get_args(kind)
    if kind is str:
        return _texts(limits)
    if kind is int:
        span = next((limit for limit in limits if isinstance(limit, Range)), Range(0, 10**6))
        return st.integers(span.min, span.max)
    if kind in PLAIN:
        return PLAIN[kind]
    if typing.get_origin(kind) is dict:
        return st.dictionaries(st.from_regex(IDENTIFIER.regex), values(parts[1], []), max_size=4)
    if typing.get_origin(kind) is tuple:
        inner = [limit.rule for limit in limits if isinstance(limit, Each)]
        return st.lists(values(parts[0], inner), max_size=4).map(tuple)
    if parts:
        return st.one_of(*(values(part, limits) for part in parts))
    return st.sampled_from(kind) if issubclass(kind, StrEnum) else built(kind)


def _texts(limits: list[Any]) -> st.SearchStrategy[str]:
    if IDENTIFIER in limits:
        return st.from_regex(IDENTIFIER.regex)
    length = next((limit for limit in limits if isinstance(limit, Length)), Length(0, LONGEST))
    least = length.min or 0
    texts = st.text(LETTERS, min_size=least, max_size=max(least, min(length.max or LONGEST, LONGEST)))
    return texts.filter(lambda text: not overloaded(text) and (is_seen(text) or not least))


@cache
def built(contract: type) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(contract)
    return st.builds(contract, **{field.name: values(hints[field.name], _limits(field))
                                  for field in dataclasses.fields(contract)})


def _limits(field: dataclasses.Field[Any]) -> list[Any]:
    """What stands beside the field: one validator, or several."""
    found = field.metadata.get("validate", [])
    return found if isinstance(found, list) else [found]
