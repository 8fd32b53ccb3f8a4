"""Findings of false accusations as rows: tables, repository, and row scope in SQL."""

from typing import Final

from sqlalchemy import Column, ColumnElement, Index, Integer, String, Table, or_, select
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership, Scope
from rongcuo.casework.case_rows import case_columns
from rongcuo.casework.open_cases import open_since
from rongcuo.casework.rows_beside import apart_table
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.gram_tables import found_by_grams
from rongcuo.chassis.database.types import Moment
from rongcuo.contracts.actor import Actor
from services.clarify.access import false_accusations as access
from services.clarify.domain import known_by
from services.clarify.domain.false_accusation import FalseAccusation
from services.clarify.domain.false_accusation.transitions import DECIDED_ABOVE
from services.clarify.storage.false_accusation_content import case_in, row_of
from services.clarify.storage.following import FollowingRows
from services.clarify.storage.metadata import METADATA

table: Final = Table(
    "clarify_false_accusation", METADATA, *case_columns(),
    Column("overseen_from", String(6), nullable=False),     # the division of the organ that inquires
    Column("report_id", String(64), nullable=False),
    Column("approver_id", String(64), nullable=False),          # empty until it was asked
    Column("complaint_organ_id", String(64), nullable=False),   # likewise
    Column("concerned", Integer, nullable=False),               # how many it would have been accused
    Column("effective_at", Moment),                             # when what was found took effect
    Column("held_by", String(20), nullable=False),
    Column("assignee_id", String(64), nullable=False),
    Column("assignee_name", String(200), nullable=False),
)
found_by_grams(table)
c: Final = table.c
OWNERS: Final = tuple(Ownership(each, c.overseen_from) for each in (
    c.organ_id, c.approver_id, c.complaint_organ_id))
Index("clarify_false_accusation_of_organ", c.organ_id, c.ended, c.due_at, c.id)
Index("clarify_false_accusation_asked", c.approver_id, c.ended, c.due_at, c.id)
Index("clarify_false_accusation_of_report", c.report_id)
Index("clarify_false_accusation_effective", c.effective_at)
Index("clarify_false_accusation_decided", c.decided_at)
Index("clarify_false_accusation_edition", c.ended, c.division_code, c.edition)
open_since(table)

apart: Final = apart_table("clarify_false_accusation", METADATA)


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees` says of one, said of all rows at once."""
    return _shown(access.scopes(actor), actor)


def listed_to(actor: Actor) -> ColumnElement[bool]:
    """Whoever only supervises opens one that they know of, and has no list in which to count them."""
    return _shown(access.scopes(actor) - {Scope.DIVISIONS_BELOW}, actor)


def _shown(scopes: frozenset[Scope], actor: Actor) -> ColumnElement[bool]:
    there = c.id.not_in(select(apart.c.case_id).where(apart.c.who.in_(sorted(known_by(actor)))))
    return or_(*(shown(scopes, actor, each, open_to=there) for each in OWNERS))


class FalseAccusationRepository(FollowingRows[FalseAccusation]):
    """The repository (ports.Following) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, table, row_of, case_in, {apart: lambda case: case.kept_from})

    def asked_of(self, organ_id: str) -> tuple[str, ...]:
        here = or_(c.approver_id == organ_id, c.complaint_organ_id == organ_id)
        waits = select(c.id).where(here, c.state.in_([each.value for each in DECIDED_ABOVE]))
        return tuple(self.session.scalars(waits.order_by(c.id)))
