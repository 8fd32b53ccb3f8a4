"""Checks of filings as rows: tables, repository, and row scope in SQL."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, ForeignKey, Index, RowMapping, String, Table, delete, select
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership
from rongcuo.casework.apart import LENGTH, known_by
from rongcuo.casework.case_repository import CaseRepository
from rongcuo.casework.case_rows import case_columns, case_content, case_of, case_row
from rongcuo.casework.counters import next_number
from rongcuo.casework.holding import held_by
from rongcuo.casework.open_cases import open_since
from rongcuo.casework.people import Holder
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.statements import insert
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.ledger import LedgerProof
from rongcuo.contracts.review import FilingCheckState, FilingFault
from rongcuo.contracts.serialisation import dump, load
from rongcuo.texts.folding import search_key
from services.review.access import filing_checks as access
from services.review.domain import FilingCheck
from services.review.storage.metadata import COUNTERS, METADATA

AS_THEY_ARE: Final = ("report_id", "filing_id", "filing_number")

table: Final = Table(
    "review_check", METADATA, *case_columns(),
    Column("overseen_from", String(6), nullable=False),     # the division of the organ that has it now
    Column("report_id", String(64), nullable=False),
    Column("filing_id", String(64), nullable=False),
    Column("filing_number", String(96), nullable=False),
    Column("held_by", String(20), nullable=False),
    Column("assignee_id", String(64), nullable=False),
    Column("assignee_name", String(200), nullable=False),
)
c: Final = table.c
OWNERSHIP: Final = Ownership(c.organ_id, c.overseen_from)
Index("review_check_of_report", c.report_id, c.filing_id)
Index("review_check_of_organ", c.organ_id, c.ended, c.due_at, c.id)
Index("review_check_overseen", c.overseen_from, c.ended, c.due_at, c.id)
Index("review_check_held", c.assignee_id, c.ended)
Index("review_check_edition", c.ended, c.division_code, c.edition)
open_since(table)

apart: Final = Table(
    "review_check_apart", METADATA,     # for whom it is not there, by their keys
    Column("check_id", String(64), ForeignKey("review_check.id"), primary_key=True),
    Column("who", String(LENGTH), primary_key=True),
    Index("review_check_apart_who", "who"),
)


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.filing_checks.sees` says of one check, said of all rows at once."""
    barred = select(apart.c.check_id).where(apart.c.who.in_(sorted(known_by(actor))))
    return shown(access.scopes(actor), actor, OWNERSHIP, open_to=c.id.not_in(barred))


class FilingCheckRepository(CaseRepository[FilingCheck]):
    """The repository of checks (ports.Checks) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, table, row_of, check_of)

    def put(self, aggregate: FilingCheck) -> None:
        super().put(aggregate)
        self.session.execute(delete(apart).where(apart.c.check_id == aggregate.id))
        if keys := sorted(aggregate.kept_from):
            insert(self.session, apart, *({"check_id": aggregate.id, "who": who} for who in keys))

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        return tuple(self.session.scalars(select(c.id).where(c.assignee_id == officer_id, ~c.ended)))

    def of_filing(self, report_id: str, filing_id: str) -> FilingCheck | None:
        wanted = select(table).where(c.report_id == report_id, c.filing_id == filing_id)
        found = self.all(wanted.order_by(c.opened_at, c.id).with_for_update())
        return found[-1] if found else None

    def of_report(self, report_id: str) -> tuple[FilingCheck, ...]:
        wanted = select(table).where(c.report_id == report_id)
        return tuple(self.all(wanted.order_by(c.id).with_for_update()))

    def next_number(self, organ_id: str, year: int) -> int:
        return next_number(self.session, COUNTERS, "check", organ_id, year)


def row_of(check: FilingCheck) -> dict[str, Any]:
    """The row that holds a check."""
    assignee = check.assignee.name if check.assignee else ""
    return case_row(check) | {name: getattr(check, name) for name in AS_THEY_ARE} | {
        "overseen_from": access.overseen_from(check.organ_id), "held_by": held_by(check).value,
        "assignee_id": check.assignee_id, "assignee_name": assignee,
        "sought": search_key(check.number, check.filing_number, assignee),
        "content": case_content(check) | {
            "digest": check.digest, "words": check.words, "submitted_at": check.submitted_at.isoformat(),
            "proof": dump(check.proof) if check.proof else None,
            "kept_from": sorted(check.officers_apart), "units_apart": sorted(check.units_apart),
            "faults": [each.value for each in check.faults]}}


def check_of(row: RowMapping) -> FilingCheck:
    """The check that a row holds."""
    content = row["content"]
    return FilingCheck(
        **case_of(row), **{name: row[name] for name in AS_THEY_ARE}, state=FilingCheckState(row["state"]),
        digest=content["digest"], words=content["words"],
        submitted_at=datetime.fromisoformat(content["submitted_at"]),
        proof=load(LedgerProof, content["proof"], tolerant=True) if content["proof"] else None,
        officers_apart=frozenset(content["kept_from"]), units_apart=frozenset(content["units_apart"]),
        faults=tuple(map(FilingFault, content["faults"])),
        assignee=Holder(row["assignee_id"], row["assignee_name"]) if row["assignee_id"] else None)
