"""Reports as rows: tables, repository, and row scope in SQL."""

from typing import Final

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    RowMapping,
    String,
    Table,
    and_,
    delete,
    select,
)
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership
from rongcuo.casework.case_repository import CaseRepository
from rongcuo.casework.case_rows import case_columns
from rongcuo.casework.counters import next_number
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.statements import insert
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import ReportState
from services.clarify.access import reports as access
from services.clarify.domain import Report, known_by
from services.clarify.domain.apart import LENGTH
from services.clarify.storage.metadata import COUNTERS, METADATA
from services.clarify.storage.report_content import LONGEST_ABOUT, report_of, row_of

table: Final = Table(
    "clarify_report", METADATA, *case_columns(),
    Column("overseen_from", String(6), nullable=False),     # the division of the organ that has it now
    Column("reporter_ref", String(64), nullable=False),     # empty where nothing of it stays here
    Column("channel", String(20), nullable=False),
    Column("origin", String(20), nullable=False),
    Column("about", String(LONGEST_ABOUT), nullable=False),
    Column("held_by", String(20), nullable=False),
    Column("assignee_id", String(64), nullable=False),
    Column("assignee_name", String(200), nullable=False),
)
c: Final = table.c
OWNERSHIP: Final = Ownership(c.organ_id, c.overseen_from)
Index("clarify_report_of_organ", c.organ_id, c.ended, c.due_at, c.id)
Index("clarify_report_due", c.ended, c.due_at, c.id)
Index("clarify_report_newest_of_organ", c.organ_id, c.ended, c.opened_at, c.number_order, c.id)
Index("clarify_report_overseen", c.overseen_from, c.ended, c.due_at, c.id)
Index("clarify_report_of_reporter", c.reporter_ref)
Index("clarify_report_edition", c.ended, c.division_code, c.edition)

holders: Final = Table(
    "clarify_holder", METADATA,
    Column("report_id", String(64), ForeignKey("clarify_report.id"), primary_key=True),
    Column("officer_id", String(64), primary_key=True),
    Index("clarify_holder_officer", "officer_id"),
)

apart: Final = Table(
    "clarify_apart", METADATA,     # for whom it is not there, by their keys
    Column("report_id", String(64), ForeignKey("clarify_report.id"), primary_key=True),
    Column("who", String(LENGTH), primary_key=True),
    Index("clarify_apart_who", "who"),
)

Named = tuple[frozenset[str], frozenset[str]]     # holders of an open report, and for whom it is not there


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees` says of one report, said of all rows at once."""
    barred = select(apart.c.report_id).where(apart.c.who.in_(sorted(known_by(actor))))
    there = and_(c.state != ReportState.REGISTERED.value, c.id.not_in(barred))
    return shown(access.scopes(actor), actor, OWNERSHIP, open_to=there)


class ReportRepository(CaseRepository[Report]):
    """The repository of reports (ports.Reports) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, table, row_of, report_of)
        self._named: dict[str, Named] = {}     # as read here: written only where changed

    def met(self, row: RowMapping) -> Report:
        report = super().met(row)
        self._named[report.id] = _named(report)
        return report

    def put(self, aggregate: Report) -> None:
        super().put(aggregate)
        before, now = self._named.get(aggregate.id, (frozenset(), frozenset())), _named(aggregate)
        self._write(holders, "officer_id", aggregate.id, before[0], now[0])
        self._write(apart, "who", aggregate.id, before[1], now[1])
        self._named[aggregate.id] = now

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        held = select(holders.c.report_id).where(holders.c.officer_id == officer_id)
        return tuple(self.session.scalars(held))

    def of_reporter(self, reporter_ref: str) -> Report | None:
        found = self.all(select(table).where(c.reporter_ref == reporter_ref, c.reporter_ref != ""))
        return found[-1] if found else None

    def next_number(self, organ_id: str, year: int) -> int:
        return next_number(self.session, COUNTERS, "report", organ_id, year)

    def _write(self, kept: Table, what: str, report_id: str, before: frozenset[str],
               now: frozenset[str]) -> None:
        if gone := sorted(before - now):
            self.session.execute(delete(kept).where(kept.c.report_id == report_id, kept.c[what].in_(gone)))
        if fresh := sorted(now - before):
            insert(self.session, kept, *({"report_id": report_id, what: each} for each in fresh))


def _named(report: Report) -> Named:
    return (frozenset() if report.ended else report.holders), report.kept_from
