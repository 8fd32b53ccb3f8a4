"""What all repositories of cases have in common: which are open, by which calendar, what is locked here."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, RowMapping, Table, and_, select
from sqlalchemy.orm import Session

from rongcuo.casework.case import Case
from rongcuo.casework.repository import AggregateRepository
from rongcuo.chassis.database.statements import update

M = TypeVar("M", bound=Case)


class CaseRepository(AggregateRepository[M]):
    """A repository (ports.Dated) on one session."""

    def __init__(self, session: Session, table: Table, to_row: Callable[[M], dict[str, Any]],
                 from_row: Callable[[RowMapping], M]) -> None:
        super().__init__(session, table, to_row, from_row)
        self._locked: dict[str, int] = {}   # versions as read here: nobody can have changed these meanwhile

    def get(self, aggregate_id: str) -> M:
        matter = super().get(aggregate_id)
        self._locked[matter.id] = matter.version
        return matter

    def open_of(self, organ_id: str) -> tuple[M, ...]:
        return tuple(self.all(select(self.table).where(self.table.c.organ_id == organ_id, self.is_open())))

    def is_open(self) -> ColumnElement[bool]:
        """Whether something is left to be done about the matter of a row."""
        return ~self.table.c.ended

    def editions(self) -> tuple[tuple[str, str], ...]:
        c = self.table.c
        held = select(c.division_code, c.edition).where(~c.ended).distinct()
        return tuple((division_code, edition) for division_code, edition in self.session.execute(held))

    def claim(self, division_code: str, edition: str, most: int) -> tuple[M, ...]:
        c = self.table.c
        here = and_(~c.ended, c.division_code == division_code, c.edition == edition)
        claimed = select(self.table).where(here).order_by(c.id).limit(most).with_for_update(skip_locked=True)
        return tuple(self.all(claimed))

    def write(self, row: Mapping[str, Any], before: int) -> bool:
        if not before or self._locked.pop(row["id"], None) != before:
            return super().write(row, before)
        update(self.session, self.table, row)     # goes with the commit
        return True
