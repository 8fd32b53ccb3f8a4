"""Clarifications as rows: tables, repository, and row scope in SQL."""

from typing import Final

from sqlalchemy import Boolean, Column, ColumnElement, Date, Index, String, Table, and_, false, or_, select
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership
from rongcuo.casework.case_rows import case_columns
from rongcuo.casework.counters import next_number
from rongcuo.casework.open_cases import open_since
from rongcuo.casework.rows_beside import apart_table
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.gram_tables import found_by_grams
from rongcuo.chassis.database.types import Json
from rongcuo.contracts.actor import Actor
from services.clarify.access import clarifications as access
from services.clarify.domain import known_by
from services.clarify.domain.clarification import Clarification
from services.clarify.storage.clarification_content import LONGEST_ABOUT, case_in, row_of
from services.clarify.storage.following import FollowingRows
from services.clarify.storage.metadata import COUNTERS, METADATA

table: Final = Table(
    "clarify_clarification", METADATA, *case_columns(),
    Column("overseen_from", String(6), nullable=False),     # the division of the organ that clears
    Column("report_id", String(64), nullable=False),        # empty of an application, until it is found
    Column("concerned_id", String(64), nullable=False),     # empty of whoever has no account
    Column("about", String(LONGEST_ABOUT), nullable=False),  # whom it clears, in a few words
    Column("told", Boolean, nullable=False),                # whether they have heard of it
    Column("next_level_id", String(64), nullable=False),    # empty until they object
    Column("unwilling_from", Date),                         # since when a unit was asked and did not
    Column("held_by", String(20), nullable=False),
    Column("assignee_id", String(64), nullable=False),
    Column("assignee_name", String(200), nullable=False),
    Column("counted", Json),     # what figures need of it
)
found_by_grams(table)
c: Final = table.c
OWNERS: Final = tuple(Ownership(each, c.overseen_from) for each in (c.organ_id, c.next_level_id))
Index("clarify_clarification_of_organ", c.organ_id, c.ended, c.due_at, c.id)
Index("clarify_clarification_overseen", c.overseen_from, c.ended, c.due_at, c.id)
Index("clarify_clarification_objected", c.next_level_id, c.ended, c.due_at, c.id)
Index("clarify_clarification_concerned", c.concerned_id)
Index("clarify_clarification_of_report", c.report_id)
Index("clarify_clarification_edition", c.ended, c.division_code, c.edition)
open_since(table)

apart: Final = apart_table("clarify_clarification", METADATA)


def seen_inside(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees_inside` says of one, said of all rows at once."""
    there = c.id.not_in(select(apart.c.case_id).where(apart.c.who.in_(sorted(known_by(actor)))))
    return or_(*(shown(access.scopes(actor), actor, each, open_to=there) for each in OWNERS))


def theirs(actor: Actor) -> ColumnElement[bool]:
    """Those that clear the actor, of which they have heard."""
    return and_(c.concerned_id == actor.officer_id, c.told) if actor.officer_id else false()


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees` says of one."""
    return or_(theirs(actor), seen_inside(actor))


class ClarificationRepository(FollowingRows[Clarification]):
    """The repository (ports.Following) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, table, row_of, case_in, {apart: lambda case: case.kept_from})

    def asked_of(self, organ_id: str) -> tuple[str, ...]:
        waits = select(c.id).where(c.next_level_id == organ_id, c.ended.is_(False))
        return tuple(self.session.scalars(waits.order_by(c.id)))

    def next_number(self, organ_id: str, year: int) -> int:
        return next_number(self.session, COUNTERS, "clarification", organ_id, year)
