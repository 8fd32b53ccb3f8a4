"""Reports as rows: tables, repository, and row scope in SQL."""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    and_,
    false,
    literal_column,
    or_,
    select,
)
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership, Scope
from rongcuo.casework.case_rows import case_columns
from rongcuo.casework.counters import next_number
from rongcuo.casework.open_cases import open_since
from rongcuo.casework.rows_beside import RowsBeside, apart_table
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.gram_tables import found_by_grams
from rongcuo.chassis.database.types import Json
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import ReportState
from services.clarify.access import reports as access
from services.clarify.domain import Report, known_by
from services.clarify.storage.metadata import COUNTERS, METADATA
from services.clarify.storage.report_content import LONGEST_ABOUT, report_of, row_of

table: Final = Table(
    "clarify_report", METADATA, *case_columns(),
    Column("overseen_from", String(6), nullable=False),     # the division of the organ that has it now
    Column("reporter_ref", String(64), nullable=False),     # empty where nothing of it stays here
    Column("channel", String(20), nullable=False),
    Column("origin", String(20), nullable=False),
    Column("untrue", Boolean, nullable=False, server_default=false()),     # something of it was found so
    Column("about", String(LONGEST_ABOUT), nullable=False),
    Column("held_by", String(20), nullable=False),
    Column("assignee_id", String(64), nullable=False),
    Column("assignee_name", String(200), nullable=False),
    Column("unseen", Integer, nullable=False, server_default="0"),     # versions that its tag does not count
    Column("counted", Json),     # what figures need of it; nothing of what is in none
)
found_by_grams(table)
c: Final = table.c
OWNERSHIP: Final = Ownership(c.organ_id, c.overseen_from)
Index("clarify_report_of_organ", c.organ_id, c.ended, c.due_at, c.id)
Index("clarify_report_due", c.ended, c.due_at, c.id)
Index("clarify_report_newest_of_organ", c.organ_id, c.ended, c.opened_at, c.number_order, c.id)
Index("clarify_report_overseen", c.overseen_from, c.ended, c.due_at, c.id)
KNOWN: Final = c.reporter_ref != literal_column("''")      # as the index says it, so that it is used
Index("clarify_report_of_reporter", c.reporter_ref, unique=True, sqlite_where=KNOWN, postgresql_where=KNOWN)
Index("clarify_report_edition", c.ended, c.division_code, c.edition)
open_since(table)

Index("clarify_report_number", c.number)
Index("clarify_report_came_in", c.organ_id, c.opened_at)
Index("clarify_report_found_untrue", c.organ_id, c.untrue, c.decided_at)

holders: Final = Table(
    "clarify_holder", METADATA,
    Column("report_id", String(64), ForeignKey("clarify_report.id"), primary_key=True),
    Column("officer_id", String(64), primary_key=True),
    Index("clarify_holder_officer", "officer_id"),
)

apart: Final = apart_table("clarify_report", METADATA, "clarify_apart", "report_id")


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees` says of one report, said of all rows at once."""
    barred = select(apart.c.report_id).where(apart.c.who.in_(sorted(known_by(actor))))
    there = and_(c.state != ReportState.REGISTERED.value, c.id.not_in(barred))
    desk = {Scope.ORGAN} if actor.has(Role.INTAKE) else set[Scope]()
    received = and_(there, c.state == ReportState.RECEIVED.value)
    return or_(shown(access.scopes(actor), actor, OWNERSHIP, open_to=there),
               shown(desk, actor, OWNERSHIP, open_to=received))


class ReportRepository(RowsBeside[Report]):
    """The repository of reports (ports.Reports) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, table, row_of, report_of, {
            holders: lambda report: frozenset() if report.ended else report.holders,
            apart: lambda report: report.kept_from})

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        held = select(holders.c.report_id).where(holders.c.officer_id == officer_id)
        return tuple(self.session.scalars(held))

    def of_reporter(self, reporter_ref: str) -> Report | None:
        return next(iter(self.all(select(table).where(c.reporter_ref == reporter_ref, KNOWN))), None)

    def untrue_about(self, keys: frozenset[str]) -> tuple[Report, ...]:
        about = select(apart.c.report_id).where(apart.c.who.in_(sorted(keys)))
        return tuple(self.all(select(table).where(c.id.in_(about), c.untrue, c.decided_at.is_not(None))))

    def next_number(self, organ_id: str, year: int) -> int:
        return next_number(self.session, COUNTERS, "report", organ_id, year)
