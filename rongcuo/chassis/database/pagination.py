"""Keyset pages: a cursor is the last row's sort key, so that every page costs the same, however far down."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, Date, Integer, Row, Select, String, and_, literal, or_, tuple_
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import desc_op

from rongcuo.chassis.database.types import Moment
from rongcuo.contracts.errors import CaseError

T = TypeVar("T")
Key = ColumnElement[Any]
LONGEST = 1000           # characters of a cursor
MOST = 200               # rows of a page


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Rows, and the cursor of the next page; None on the last one."""

    rows: Sequence[T]
    cursor: str | None


class Searching(Protocol):
    """What is looked for, and how (`chassis.database.search`)."""

    def rows(self, session: Session, wanted: Select[Any], keys: Sequence[Key], most: int
             ) -> Sequence[Row[Any]]: ...


def page(session: Session, query: Select[Any], keys: Sequence[Key], cursor: str | None,
         limit: int = 50, search: Searching | None = None) -> Page[Row[Any]]:
    """The rows after the cursor, in the order of `keys`: columns of the query, or `desc()` of one, together
    unique and never null; of these what is searched for. At most 200 rows. Raises CaseError `invalid` for a
    cursor that is not ours.
    """
    size = max(1, min(limit, MOST))
    if cursor:
        query = query.where(_after(keys, decode(cursor, keys)))
    rows = search.rows(session, query, keys, size + 1) if search else session.execute(
        query.order_by(*keys).limit(size + 1)).all()
    shown = rows[:size]
    if len(rows) <= size:
        return Page(shown, None)
    return Page(shown, encode([shown[-1]._mapping[column_of(key).name] for key in keys], keys))


def encode(values: Sequence[Any], keys: Sequence[Key]) -> str:
    """A cursor: opaque to its holder, but no secret. It names its keys, each with its table: neither another
    order takes it nor another list."""
    plain = [value.isoformat() if isinstance(value, date) else value for value in values]
    text = json.dumps([_named(keys), *plain], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode(cursor: str, keys: Sequence[Key]) -> list[Any]:
    """The key values of a cursor. Raises CaseError `invalid` for anything not made for these very keys."""
    try:
        values = _plain(cursor)
        if not isinstance(values, list) or len(values) != len(keys) + 1 or values[0] != _named(keys):
            raise ValueError("not the keys of this list")
        return [_typed(value, column_of(key)) for value, key in zip(values[1:], keys, strict=True)]
    except (ValueError, OverflowError, RecursionError, binascii.Error):
        raise CaseError("invalid", "cursor", {"fields": {"cursor": ["not a cursor of this list"]}}) from None


def _plain(cursor: str) -> Any:
    if len(cursor) > LONGEST:
        raise ValueError("too long")
    padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
    return json.loads(base64.b64decode(padded, altchars=b"-_", validate=True).decode())


def _typed(value: Any, column: Key) -> Any:
    match column.type:
        case Integer() if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63:
            return value
        case Moment() if isinstance(value, str) and (moment := datetime.fromisoformat(value)).tzinfo:
            return moment.astimezone(UTC)
        case Date() if isinstance(value, str):
            return date.fromisoformat(value)
        case String() if isinstance(value, str) and "\0" not in value:
            value.encode()          # half a surrogate pair is a ValueError here, not in the database
            return value
    raise ValueError("not a value of this column")


def _after(keys: Sequence[Key], values: Sequence[Any]) -> ColumnElement[bool]:
    """Beyond the first key, or equal there and beyond the second, …

    Where all keys rise, or all fall, that is one comparison of rows, which an index can begin at.
    """
    falling = {falls(key) for key in keys}
    if len(falling) == 1:
        columns = [column_of(key) for key in keys]
        there = tuple_(*(literal(value, column.type) for value, column in zip(values, columns, strict=True)))
        return tuple_(*columns) < there if falling.pop() else tuple_(*columns) > there
    same = [column_of(key) == value for key, value in zip(keys, values, strict=True)]
    beyond = [_beyond(key, value) for key, value in zip(keys, values, strict=True)]
    return or_(*(and_(*same[:place], beyond[place]) for place in range(len(keys))))


def _beyond(key: Key, value: Any) -> ColumnElement[bool]:
    column = column_of(key)
    return column.__lt__(value) if falls(key) else column.__gt__(value)


def _named(keys: Sequence[Key]) -> str:
    """Each with its table, such as `-appeal.due_at`."""
    return " ".join(f"{'-' if falls(key) else ''}{column_of(key)}" for key in keys)


def falls(key: Key) -> bool:
    """Whether it sets the highest first."""
    return isinstance(key, UnaryExpression) and key.modifier is desc_op


def column_of(key: Key) -> Key:
    """The column that it sets in order."""
    return key.element if isinstance(key, UnaryExpression) else key
