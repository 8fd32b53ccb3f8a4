"""What all repositories of cases have in common: which are open, by which calendar, what is locked here."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, RowMapping, Table, and_, select
from sqlalchemy.orm import Session

from rongcuo.casework.case import Case
from rongcuo.casework.repository import AggregateRepository
from rongcuo.chassis.database.statements import update

C = TypeVar("C", bound=Case)


class CaseRepository(AggregateRepository[C]):
    """A repository (ports.Dated) on one session."""

    def __init__(self, session: Session, table: Table, to_row: Callable[[C], dict[str, Any]],
                 from_row: Callable[[RowMapping], C]) -> None:
        super().__init__(session, table, to_row, from_row)
        self._locked: dict[str, int] = {}   # versions as read here: nobody can have changed these meanwhile

    def get(self, aggregate_id: str) -> C:
        case = super().get(aggregate_id)
        self._locked[case.id] = case.version
        return case

    def open_of(self, organ_id: str) -> tuple[C, ...]:
        return tuple(self.all(select(self.table).where(self.table.c.organ_id == organ_id, self.is_open())))

    def is_open(self) -> ColumnElement[bool]:
        """Whether something is left to be done about the case of a row."""
        return ~self.table.c.ended

    def standing_still(self) -> tuple[str, ...]:
        c = self.table.c
        return tuple(self.session.scalars(select(c.id).where(~c.ended, c.suspended).order_by(c.id)))

    def editions(self) -> tuple[tuple[str, str], ...]:
        c = self.table.c
        held = select(c.division_code, c.edition).where(~c.ended).distinct()
        return tuple((division_code, edition) for division_code, edition in self.session.execute(held))

    def claim(self, division_code: str, edition: str, most: int) -> tuple[C, ...]:
        c = self.table.c
        here = and_(~c.ended, c.division_code == division_code, c.edition == edition)
        claimed = select(self.table).where(here).order_by(c.id).limit(most).with_for_update(skip_locked=True)
        return tuple(self.all(claimed))

    def write(self, row: Mapping[str, Any], before: int) -> bool:
        if not before or self._locked.pop(row["id"], None) != before:
            return super().write(row, before)
        update(self.session, self.table, row)     # goes with the commit
        return True
