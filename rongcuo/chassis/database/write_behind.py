"""The rows of one session: as they were read, and as they are to be.

What changed is written with the commit, the rows of a table together. So events of one batch write once,
and a row that several of them change is written once too.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from operator import itemgetter
from typing import Any, Generic, TypeVar

from sqlalchemy import Delete, Table, bindparam, delete, event
from sqlalchemy.orm import Session

from rongcuo.chassis.database.deferred import later
from rongcuo.chassis.database.statements import advisory_lock, insert, upsert

T = TypeVar("T")
Row = Mapping[str, Any]
Kept = dict[Any, Row]    # by primary key


class WriteBehindRows:
    """A row never read is new, and an unchanged one is not written. `tables`: those first that others refer
    to."""

    def __init__(self, session: Session, *tables: Table) -> None:
        self._session = session
        self._stored: dict[Table, Kept] = {table: {} for table in tables}
        self._waiting: dict[Table, Kept] = {table: {} for table in tables}
        self._listens = False

    def session(self, *of: Table) -> Session:
        """With what was written into these tables here, or into any."""
        if any(self._waiting[table] for table in of or self._waiting):
            self.flush()
        return self._session

    def remember(self, table: Table, row: Row) -> None:
        """This is how the row stands in the table."""
        self._stored[table][_key(table)(row)] = row

    def write(self, table: Table, row: Row) -> Row | None:
        """This is how the row is to be. Answers how it was to be until now."""
        if not self._listens:
            self._listens = True
            event.listen(self._session, "before_commit", lambda _session: self.flush())
        key = _key(table)(row)
        former = self._waiting[table].get(key) or self._stored[table].get(key)
        if row != former:
            self._waiting[table][key] = row
        return former

    def remove(self, table: Table, row: Row) -> None:
        """The row is not to be."""
        key = _key(table)(row)
        self._waiting[table].pop(key, None)
        if self._stored[table].pop(key, None) is not None:
            later(self._session, _removal(table), {f"this_{each.name}": row[each.name]
                                                   for each in table.primary_key})

    def flush(self) -> None:
        """Write what waits."""
        for table, rows in self._waiting.items():
            stored = self._stored[table]
            if new := [row for key, row in rows.items() if key not in stored]:
                insert(self._session, table, *new)
            if changed := [row for key, row in rows.items() if key in stored and stored[key] != row]:
                upsert(self._session, table, *changed)
            stored |= rows
            self._waiting[table] = {}


class Gathered(Generic[T]):
    """What one session is to change, by id: of each there is one object, which may be new.

    `read` locks those that are there, in the order of the ids.
    """

    def __init__(self, rows: WriteBehindRows, table: Table, new: Callable[[str], T],
                 read: Callable[[Collection[str]], Mapping[str, T]]) -> None:
        self._rows = rows
        self._table = table
        self._new = new
        self._read = read
        self._expected: set[str] = set()
        self._here: dict[str, T] = {}

    def expect(self, ids: Iterable[str]) -> None:
        """To be locked and read in one go, when the first of them is asked for."""
        self._expected |= set(ids)

    def take(self, this: str) -> T:
        """Where two would begin the same one at once, the second waits here for what the first said."""
        if this not in self._here:
            ids = {this, *self._expected} - self._here.keys()
            advisory_lock(self._rows.session(), self._table, ids)
            self._here |= {one: self._new(one) for one in ids}
            self._here |= self._read(sorted(ids))
        return self._here[this]


@cache
def _key(table: Table) -> Callable[[Row], Any]:
    return itemgetter(*(each.name for each in table.primary_key))


@cache
def _removal(table: Table) -> Delete:
    return delete(table).where(*(each == bindparam(f"this_{each.name}") for each in table.primary_key))
