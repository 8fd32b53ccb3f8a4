"""Aggregates as rows, with an optimistic lock: nobody overwrites what somebody else has changed meanwhile."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlalchemy import RowMapping, Select, Table, bindparam, select
from sqlalchemy.orm import Session

from rongcuo.casework.census import Census, Counted
from rongcuo.chassis.database.gram_tables import GRAMS, keep_grams
from rongcuo.chassis.database.statements import compare_and_swap, insert_if_absent
from rongcuo.contracts.errors import CaseError


class Stored(Protocol):
    """What has a row of its own, and records what happened to it."""

    @property
    def id(self) -> str: ...

    @property
    def version(self) -> int: ...

    @property
    def happened(self) -> Sequence[object]: ...


A = TypeVar("A", bound=Stored)


class AggregateRepository(Generic[A]):
    """Aggregates of one kind on one session. Their table has the columns `id` and `version`."""

    counted: ClassVar[str] = "version"
    census: ClassVar[Census | None] = None      # that is told of each row written

    def __init__(self, session: Session, table: Table, to_row: Callable[[A], dict[str, Any]],
                 from_row: Callable[[RowMapping], A]) -> None:
        self.session = session
        self.table = table
        self._to_row = to_row
        self._from_row = from_row
        self._found_by: dict[str, str] = {}     # keys as read here: grams are written only where they change
        self._census_read: dict[str, Counted | None] = {}   # as what each was counted when it was read here

    def get(self, aggregate_id: str) -> A:
        """One to be changed, locked until the transaction ends. Raises `not_found`."""
        return self.one(_with_id(self.table, locked=True), {"this": aggregate_id})

    def read(self, aggregate_id: str) -> A:
        """One as it stands. Raises `not_found`."""
        return self.one(_with_id(self.table, locked=False), {"this": aggregate_id})

    def one(self, wanted: Select[Any], values: Mapping[str, Any] | None = None,
            missing: str = "not_found") -> A:
        """The only one. Raises what is said to be missing."""
        row = self.session.execute(wanted, values).mappings().one_or_none()
        if row is None:
            raise CaseError(missing)
        return self.met(row)

    def all(self, wanted: Select[Any], values: Mapping[str, Any] | None = None) -> list[A]:
        """In the order of the rows."""
        return [self.met(row) for row in self.session.execute(wanted, values).mappings()]

    def put(self, aggregate: A) -> None:
        """Insert, or update what is as it was read. Raises `changed_meanwhile`."""
        row, before = self.row(aggregate), self.as_read(aggregate)
        if not self.write(row, before):
            raise CaseError("changed_meanwhile", aggregate.id)
        if GRAMS in self.table.info and self._found_by.get(aggregate.id) != row["sought"]:
            keep_grams(self.session, self.table, aggregate.id, row["sought"], known=bool(before))
            self._found_by[aggregate.id] = row["sought"]
        if self.census:
            was, now = self._census_read.get(aggregate.id), self.census.counted(row)
            self.census.moved(self.session, was, now)
            self._census_read[aggregate.id] = now

    def met(self, row: RowMapping) -> A:
        """The aggregate that a row holds, as it is read here."""
        if GRAMS in self.table.info:
            self._found_by[row["id"]] = row["sought"]
        if self.census:
            self._census_read[row["id"]] = self.census.counted(row)
        return self._from_row(row)

    def row(self, aggregate: A) -> dict[str, Any]:
        """The row that is to hold an aggregate."""
        return self._to_row(aggregate)

    def as_read(self, aggregate: A) -> int:
        """What its row counted when it was read; 0 of a new one."""
        return aggregate.version - len(aggregate.happened)

    def write(self, row: Mapping[str, Any], before: int) -> bool:
        """Whether it was as read, and is written."""
        if not before:
            return insert_if_absent(self.session, self.table, row) == 1
        return compare_and_swap(self.session, self.table, row, **{self.counted: before})


class RevisedRepository(AggregateRepository[A]):
    """Of aggregates that also change without an event: the column `revision` counts the writes of a row."""

    counted = "revision"

    def __init__(self, session: Session, table: Table, to_row: Callable[[A], dict[str, Any]],
                 from_row: Callable[[RowMapping], A]) -> None:
        super().__init__(session, table, to_row, from_row)
        self._revisions: dict[str, int] = {}     # as read here

    def met(self, row: RowMapping) -> A:
        self._revisions[row["id"]] = row["revision"]
        return super().met(row)

    def row(self, aggregate: A) -> dict[str, Any]:
        return super().row(aggregate) | {"revision": self.as_read(aggregate) + 1}

    def as_read(self, aggregate: A) -> int:
        return self._revisions.get(aggregate.id, 0)

    def put(self, aggregate: A) -> None:
        super().put(aggregate)
        self._revisions[aggregate.id] = self.as_read(aggregate) + 1


@cache
def _with_id(table: Table, *, locked: bool) -> Select[Any]:
    """Put together once, not for every step of every case."""
    wanted = select(table).where(table.c.id == bindparam("this"))
    return wanted.with_for_update() if locked else wanted
