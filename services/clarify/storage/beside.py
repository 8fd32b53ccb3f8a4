"""Cases with rows beside their own: who holds them, and for whom they are not there."""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from sqlalchemy import Column, ForeignKey, Index, RowMapping, String, Table, delete, select
from sqlalchemy.orm import Session

from rongcuo.casework.apart import LENGTH
from rongcuo.casework.case import Case
from rongcuo.casework.case_repository import CaseRepository
from rongcuo.chassis.database.statements import insert
from services.clarify.storage.metadata import METADATA

C = TypeVar("C", bound=Case)
Beside = Mapping[Table, Callable[[C], frozenset[str]]]


def apart_table(name: str, case: str, of: str) -> Table:
    """For whom a case is not there, by their keys."""
    return Table(
        name, METADATA,
        Column(case, String(64), ForeignKey(f"{of}.id"), primary_key=True),
        Column("who", String(LENGTH), primary_key=True),
        Index(f"{name}_who", "who"),
    )


class RowsBeside(CaseRepository[C]):
    """`beside`: tables of a case's id and of what stands beside it, with what that is now."""

    def __init__(self, session: Session, table: Table, to_row: Callable[[C], dict[str, Any]],
                 from_row: Callable[[RowMapping], C], beside: Beside[C]) -> None:
        super().__init__(session, table, to_row, from_row)
        self._beside: Final = beside
        self._read: dict[str, dict[Table, frozenset[str]]] = {}     # as read here: written only where changed

    def met(self, row: RowMapping) -> C:
        case = super().met(row)
        self._read[case.id] = self._now(case)
        return case

    def put(self, aggregate: C) -> None:
        super().put(aggregate)
        before, now = self._read.get(aggregate.id, {}), self._now(aggregate)
        for kept, values in now.items():
            self._write(kept, aggregate.id, before.get(kept, frozenset()), values)
        self._read[aggregate.id] = now

    def _now(self, case: C) -> dict[Table, frozenset[str]]:
        return {kept: of(case) for kept, of in self._beside.items()}

    def _write(self, kept: Table, case_id: str, before: frozenset[str], now: frozenset[str]) -> None:
        whose, what = kept.primary_key.columns
        if gone := sorted(before - now):
            self.session.execute(delete(kept).where(whose == case_id, what.in_(gone)))
        if fresh := sorted(now - before):
            insert(self.session, kept, *({whose.name: case_id, what.name: each} for each in fresh))


class FollowingRows(RowsBeside[C]):
    """The repository of cases that follow from reports (ports.Following), with a column for the report."""

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        c = self.table.c
        return tuple(self.session.scalars(select(c.id).where(c.assignee_id == officer_id, ~c.ended)))

    def of_report(self, report_id: str) -> tuple[C, ...]:
        c = self.table.c
        found = select(self.table).where(c.report_id == report_id).order_by(c.opened_at, c.id)
        return tuple(self.all(found.with_for_update()))

    def read_of_report(self, report_id: str) -> tuple[C, ...]:
        """As they stand."""
        return tuple(self.all(select(self.table).where(self.table.c.report_id == report_id)))
