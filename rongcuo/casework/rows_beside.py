"""Cases with rows beside their own: who holds them, for whom they are not there, where they come from."""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from sqlalchemy import Column, ForeignKey, Index, MetaData, RowMapping, String, Table, delete
from sqlalchemy.orm import Session

from rongcuo.casework.apart import LENGTH
from rongcuo.casework.case import Case
from rongcuo.casework.case_repository import CaseRepository
from rongcuo.chassis.database.statements import insert

C = TypeVar("C", bound=Case)
Beside = Mapping[Table, Callable[[C], frozenset[str]]]


def apart_table(of: str, metadata: MetaData, name: str = "", case: str = "case_id") -> Table:
    """For whom a case of that table is not there, by their keys."""
    name = name or f"{of}_apart"
    return Table(
        name, metadata,
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
