"""Cases that follow from reports, as rows."""

from typing import TypeVar

from sqlalchemy import select

from rongcuo.casework.case import Case
from rongcuo.casework.rows_beside import RowsBeside

C = TypeVar("C", bound=Case)


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
