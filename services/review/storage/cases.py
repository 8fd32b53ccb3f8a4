"""Reviews of filings as rows: tables, mapping, repository, and row scope in SQL."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    RowMapping,
    String,
    Subquery,
    Table,
    and_,
    bindparam,
    case,
    delete,
    literal,
    select,
)
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership
from rongcuo.casework.case_repository import CaseRepository
from rongcuo.casework.case_rows import case_content, parts_of
from rongcuo.casework.census import Census, Fact, as_is
from rongcuo.casework.holding import held_by
from rongcuo.casework.open_cases import open_since
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.deferred import later
from rongcuo.chassis.database.gram_tables import found_by_grams
from rongcuo.chassis.database.search import key_column
from rongcuo.chassis.database.statements import insert
from rongcuo.chassis.database.types import Json, Moment
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.review import ReviewState
from rongcuo.contracts.unit_names import LONGEST_KEY, unit_key
from rongcuo.policy.clock import DeadlineClock
from rongcuo.texts.folding import search_key
from services.review import access
from services.review.domain import Holder, ReviewCase
from services.review.storage.metadata import METADATA

cases: Final = Table(
    "review_case", METADATA,
    Column("id", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("number", String(96), nullable=False),
    Column("title", String(200), nullable=False),
    Column("situation", String(64), nullable=False),
    Column("organ_id", String(64), nullable=False),
    Column("first_organ_id", String(64), nullable=False),
    Column("division_code", String(6), nullable=False),
    Column("unit", String(200), nullable=False),
    Column("unit_key", String(LONGEST_KEY), nullable=False),
    Column("filer_id", String(64), nullable=False),
    Column("pack_id", String(64), nullable=False, index=True),
    Column("state", String(30), nullable=False),
    Column("since", Moment, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("edition", String(64), nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("decided_at", Moment),
    Column("content", Json, nullable=False),
    # What follows from the above, for the database to search, count and sort.
    Column("ended", Boolean, nullable=False),
    Column("held_by", String(20), nullable=False),
    Column("assignee_id", String(64), nullable=False),
    Column("assignee_name", String(200), nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("provisional", Boolean, nullable=False),
    Column("suspended", Boolean, nullable=False),
    key_column(),
)
found_by_grams(cases)
c: Final = cases.c
OWNERSHIP: Final = Ownership(c.organ_id, c.division_code, c.filer_id, c.unit_key, c.first_organ_id)
Index("review_case_of_organ", c.organ_id, c.ended, c.due_at, c.id)
Index("review_case_due", c.ended, c.due_at, c.id)
Index("review_case_newest_of_organ", c.organ_id, c.ended, c.opened_at, c.number, c.id)
Index("review_case_newest", c.ended, c.opened_at, c.number, c.id)
_waiting = and_(~c.ended, c.assignee_id == "")
Index("review_case_unassigned", c.organ_id, c.due_at, c.id, postgresql_where=_waiting, sqlite_where=_waiting)
Index("review_case_of_division", c.division_code, c.ended, c.due_at, c.id)
Index("review_case_of_filer", c.filer_id, c.due_at, c.id)
Index("review_case_of_unit", c.unit_key, c.first_organ_id)
Index("review_case_edition", c.ended, c.division_code, c.edition)
open_since(cases)

holders: Final = Table(
    "review_holder", METADATA,
    Column("case_id", String(64), ForeignKey("review_case.id"), primary_key=True),
    Column("officer_id", String(64), primary_key=True),
    Index("review_holder_officer", "officer_id"),
)

recused: Final = Table(
    "review_recused", METADATA,
    Column("case_id", String(64), ForeignKey("review_case.id"), primary_key=True),
    Column("officer_id", String(64), primary_key=True),
    Index("review_recused_officer", "officer_id"),
)
NEVER: Final = datetime(9999, 1, 1, tzinfo=UTC)      # when something is due of what is over
CENSUS: Final = Census("review_census", METADATA, OWNERSHIP, {
    "state": as_is(c.state), "ended": as_is(c.ended), "late": as_is(c.late), "suspended": as_is(c.suspended),
    "unassigned": Fact(_waiting, lambda row: not row["ended"] and row["assignee_id"] == ""),
    "due_at": Fact(case((~c.ended, c.due_at), else_=literal(NEVER, Moment)),
                   lambda row: NEVER if row["ended"] else row["due_at"])})
FORMER_HOLDERS: Final = delete(holders).where(holders.c.case_id == bindparam("this"))

AS_THEY_ARE = (
    "id", "version", "number", "title", "situation", "organ_id", "first_organ_id", "division_code", "unit",
    "filer_id", "pack_id", "since", "late", "edition", "opened_at", "decided_at", "due_at", "provisional",
)
AS_CONTENT = ("colour", "filer_name", "stage", "supplements", "opinion", "reasons", "decided_by")


def row_of(case: ReviewCase) -> dict[str, Any]:
    """The row that holds a case."""
    return {name: getattr(case, name) for name in AS_THEY_ARE} | {
        "state": case.state.value,
        "unit_key": unit_key(case.unit),
        "ended": case.ended,
        "held_by": held_by(case).value,
        "assignee_id": case.assignee_id,
        "assignee_name": case.assignee.name if case.assignee else "",
        "suspended": case.clock.suspended,
        "sought": search_key(case.number, case.title, case.unit, case.filer_name,
                             case.assignee.name if case.assignee else ""),
        "content": _content_of(case),
    }


def _content_of(case: ReviewCase) -> dict[str, Any]:
    return case_content(case) | {name: getattr(case, name) for name in AS_CONTENT} | {
        "named": sorted(case.named), "named_in_words": sorted(case.named_in_words),
        "cleared": sorted(case.cleared),
        "refusers": sorted(case.refusers), "objection": case.objection, "watch": list(case.watch),
        "no_file_class": case.no_file_class,
        "supplement_clock": case.supplement_clock.to_dict() if case.supplement_clock else None,
    }


def case_of(row: RowMapping) -> ReviewCase:
    """The case that a row holds."""
    content, filers = row["content"], row["content"]["supplement_clock"]
    return ReviewCase(
        **{name: row[name] for name in AS_THEY_ARE},
        **{name: content[name] for name in AS_CONTENT},
        **parts_of(content),
        state=ReviewState(row["state"]),
        named=frozenset(content["named"]), named_in_words=frozenset(content.get("named_in_words", ())),
        cleared=frozenset(content["cleared"]),
        refusers=frozenset(content.get("refusers", ())), objection=content.get("objection", ""),
        watch=tuple(content.get("watch", ())), no_file_class=content.get("no_file_class", ""),
        supplement_clock=DeadlineClock.from_dict(filers) if filers else None,
        assignee=Holder(row["assignee_id"], row["assignee_name"]) if row["assignee_id"] else None,
    )


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees` says of one case, said of all rows at once."""
    return shown(access.scopes(actor), actor, OWNERSHIP, open_to=~_barred_to(actor))


def counted_for(actor: Actor) -> Subquery:
    """Lines of the census that sum up to what the actor sees."""
    return CENSUS.seen_by(access.scopes(actor), actor, _barred_to(actor))


def _barred_to(actor: Actor) -> ColumnElement[bool]:
    return c.id.in_(select(recused.c.case_id).where(recused.c.officer_id == actor.officer_id))


class ReviewCaseRepository(CaseRepository[ReviewCase]):
    """The repository of reviews on one session."""

    census = CENSUS

    def __init__(self, session: Session) -> None:
        super().__init__(session, cases, row_of, case_of)

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        held = select(holders.c.case_id).where(holders.c.officer_id == officer_id)
        return tuple(self.session.scalars(held))

    def put(self, aggregate: ReviewCase) -> None:
        super().put(aggregate)
        if self.as_read(aggregate):
            later(self.session, FORMER_HOLDERS, {"this": aggregate.id})
        if aggregate.holders and not aggregate.ended:
            insert(self.session, holders, *({"case_id": aggregate.id, "officer_id": officer_id}
                                            for officer_id in sorted(aggregate.holders)))
        if aggregate.recusals:
            self._write_recused(aggregate)

    def write(self, row: Mapping[str, Any], before: int) -> bool:
        if before:
            return super().write(row, before)
        insert(self.session, cases, row)      # a filing is heard of once: nobody waits for the outcome
        return True

    def _write_recused(self, case: ReviewCase) -> None:
        """They only become more."""
        known = select(recused.c.officer_id).where(recused.c.case_id == case.id)
        fresh = sorted(case.recused - set(self.session.scalars(known)))
        if fresh:
            self.session.execute(recused.insert(), [
                {"case_id": case.id, "officer_id": officer_id} for officer_id in fresh])
