"""Years of return visits as rows: table, mapping, repository, and row scope in SQL."""

from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Index, Integer, RowMapping, Table, select
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership
from rongcuo.casework.case_repository import CaseRepository
from rongcuo.casework.case_rows import case_columns, case_content, case_of, case_row
from rongcuo.casework.open_cases import open_since
from rongcuo.casework.visibility import shown
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.followup import YearPlan, YearReport, YearState
from rongcuo.contracts.serialisation import dump, load
from rongcuo.texts.folding import search_key
from services.followup.access import years as access
from services.followup.domain.year import VisitYear
from services.followup.storage.metadata import METADATA

table: Final = Table(
    "followup_year", METADATA, *case_columns(),
    Column("year", Integer, nullable=False),
)
c: Final = table.c
Index("followup_year_of_organ", c.organ_id, c.year, unique=True)
Index("followup_year_edition", c.ended, c.division_code, c.edition)
open_since(table)


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees` says of one, said of all rows at once."""
    return shown(access.scopes(actor), actor, Ownership(c.organ_id, c.division_code))


def row_of(year: VisitYear) -> dict[str, Any]:
    """The row that holds one."""
    return case_row(year) | {
        "year": year.year, "sought": search_key(year.number),
        "content": case_content(year) | {
            "plans": [dump(each) for each in year.plans],
            "report": dump(year.report) if year.report else None}}


def year_in(row: RowMapping) -> VisitYear:
    """The one that a row holds."""
    content = row["content"]
    report = load(YearReport, content["report"], tolerant=True) if content["report"] else None
    return VisitYear(**case_of(row), year=row["year"], state=YearState(row["state"]), report=report,
                     plans=tuple(load(YearPlan, each, tolerant=True) for each in content["plans"]))


class YearRepository(CaseRepository[VisitYear]):
    """The repository (ports.Years) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, table, row_of, year_in)

    def with_officer(self, officer_id: str) -> tuple[str, ...]:  # noqa: ARG002
        return ()     # the leads' own, of whom nobody holds one alone

    def of_year(self, organ_id: str, year: int) -> VisitYear | None:
        found = select(table).where(c.organ_id == organ_id, c.year == year).with_for_update()
        return next(iter(self.all(found)), None)
