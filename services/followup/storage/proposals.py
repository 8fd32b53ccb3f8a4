"""Proposals as rows: tables, repository, and row scope in SQL."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Date,
    Index,
    Integer,
    String,
    Table,
    and_,
    false,
    or_,
    select,
)
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership
from rongcuo.casework.apart import known_by
from rongcuo.casework.case_rows import case_columns
from rongcuo.casework.counters import next_number
from rongcuo.casework.open_cases import open_since
from rongcuo.casework.rows_beside import RowsBeside, apart_table
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.gram_tables import found_by_grams
from rongcuo.chassis.database.types import Moment
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.followup import ProposalState
from rongcuo.contracts.unit_names import LONGEST_KEY, unit_key
from services.followup.access import proposals as access
from services.followup.domain.proposal import CLOSED, Proposal
from services.followup.storage.metadata import COUNTERS, METADATA
from services.followup.storage.proposal_content import LONGEST_ADDRESSEE, proposal_in, row_of

table: Final = Table(
    "followup_proposal", METADATA, *case_columns(),
    Column("kind", String(30), nullable=False),
    Column("unit_key", String(LONGEST_KEY), nullable=False),       # of the addressee, as it was written
    Column("unit_now_key", String(LONGEST_KEY), nullable=False),   # and as it is called now
    Column("unit_organ_id", String(64), nullable=False),           # in whose directory that unit is
    Column("addressee", String(LONGEST_ADDRESSEE), nullable=False),
    Column("problem_code", String(64), nullable=False),
    Column("problem_id", String(64), nullable=False, server_default=""),
    Column("suggestions", Integer, nullable=False),
    Column("delivered_at", Moment),
    Column("answered", Boolean, nullable=False),
    Column("closed", Boolean, nullable=False),
    Column("tells_on", Date),                                      # when the addressee is next told something
    Column("assignee_id", String(64), nullable=False),
    Column("assignee_name", String(200), nullable=False),
)
found_by_grams(table)
c: Final = table.c
OWNER: Final = Ownership(c.organ_id, c.division_code)
GONE: Final = (ProposalState.RECURRED.value, ProposalState.WITHDRAWN.value)
Index("followup_proposal_of_organ", c.organ_id, c.ended, c.due_at, c.id)
Index("followup_proposal_overseen", c.division_code, c.ended, c.due_at, c.id)
Index("followup_proposal_of_unit", c.unit_organ_id, c.unit_key)
Index("followup_proposal_of_problem", c.organ_id, c.problem_code)
Index("followup_proposal_came_of", c.problem_id)
Index("followup_proposal_tells", c.tells_on)
Index("followup_proposal_edition", c.ended, c.division_code, c.edition)
open_since(table)

apart: Final = apart_table("followup_proposal", METADATA)    # for whom its inside is not there


def seen_inside(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees_inside` says of one, said of all rows at once."""
    there = c.id.not_in(select(apart.c.case_id).where(apart.c.who.in_(sorted(known_by(actor)))))
    return shown(access.scopes(actor), actor, OWNER, open_to=there)


def addressed_to(actor: Actor) -> ColumnElement[bool]:
    """What `is_addressed_to` says of one."""
    if not actor.organ_id or not actor.units:
        return false()
    return and_(c.delivered_at.is_not(None), c.unit_organ_id == actor.organ_id,
                c.unit_key.in_(sorted(actor.units)))


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees` says of one."""
    return or_(addressed_to(actor), seen_inside(actor))


class ProposalRepository(RowsBeside[Proposal]):
    """The repository (ports.Proposals) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, table, row_of, proposal_in, {apart: lambda case: case.kept_from})

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        return tuple(self.session.scalars(select(c.id).where(c.assignee_id == officer_id, ~c.ended)))

    def of_unit(self, organ_id: str, unit_names: Iterable[str]) -> tuple[Proposal, ...]:
        keys = sorted({unit_key(each) for each in unit_names} - {""})
        found = select(table).where(c.unit_organ_id == organ_id, c.unit_key.in_(keys), c.state.not_in(GONE))
        return tuple(self.all(found.order_by(c.id).with_for_update()))

    def closed_before(self, later: Proposal) -> tuple[Proposal, ...]:
        said = later.content
        if not said.problem_code:
            return ()
        found = select(table).where(
            c.organ_id == later.organ_id, c.problem_code == said.problem_code, c.id != later.id,
            c.unit_organ_id == said.addressee.organ_id,
            or_(c.unit_key == unit_key(said.addressee.unit), c.unit_now_key == unit_key(later.unit_now)),
            c.state.in_([each.value for each in CLOSED]))
        return tuple(self.all(found.order_by(c.id).with_for_update()))

    def to_tell(self, today: date, most: int) -> tuple[Proposal, ...]:
        due = select(table).where(c.tells_on <= today).order_by(c.tells_on, c.id).limit(most)
        return tuple(self.all(due.with_for_update(skip_locked=True)))

    def next_number(self, series: str, organ_id: str, year: int) -> int:
        return next_number(self.session, COUNTERS, f"prop_{series}", organ_id, year)
