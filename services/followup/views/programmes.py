"""One programme, and the lists of them."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, select

from rongcuo.casework.lists import Condition, case_order, counted_up, require_tab
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.database import pagination
from rongcuo.chassis.database.search import Search
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.followup import (
    ProgrammeLine,
    ProgrammeQuery,
    ProgrammesPage,
    ProgrammesQuery,
    ProgrammeState,
    ProgrammeView,
)
from rongcuo.policy.calendar import midnight
from services.followup.access import programmes as access
from services.followup.presenters.programmes import view_of
from services.followup.storage import FollowupStorage
from services.followup.storage.programmes import c, seen_inside, theirs, visible_to

LINE = (c.id, c.number, c.about, c.organ_id, c.state, c.basis, c.assignee_name, c.ended, c.provisional,
        c.due_at, c.ends_on, c.opened_at, c.number_order)
TABS = ("organ", "mine", "unassigned", "escalated", "closed", "own")


def programme(context: ExecutionContext[FollowupStorage], query: ProgrammeQuery) -> ProgrammeView:
    """Who reads it only as a supervisor is written down before they get it."""
    with context.reading() as store:
        found = store.programmes.read(query.case_id)
    access.require_sight(context.actor, found)
    if access.from_outside(context.actor, found):
        context.audit_read("followup.programme_read", found.id)
    return view_of(found, Occasion.at(context, found.pack_id, found.division_code))


def page(context: ExecutionContext[FollowupStorage], query: ProgrammesQuery) -> ProgrammesPage:
    """A page of one tab, and how many every tab holds, counted up to 1,000. Raises `invalid` for an unknown
    tab or cursor."""
    require_tab(query.tab, TABS)
    tabs, visible = _tabs(context.actor), visible_to(context.actor)
    stage = (c.state == query.state,) if query.state else ()
    wanted = select(*LINE).where(visible, tabs[query.tab], *stage)
    order = case_order(query.sort, c.due_at, c.opened_at, c.number_order, c.id, over=query.tab == "closed")
    with context.reading() as store:
        found = pagination.page(store.session, wanted, order, query.cursor, query.limit,
                                Search(c.sought, query.search))
        counts = counted_up(store.session, c.id, visible, tabs)
    return ProgrammesPage(counts=counts, lines=tuple(_line(row, context.now) for row in found.rows),
                          next_cursor=found.cursor or "")


def _tabs(actor: Actor) -> dict[str, Condition]:
    """What is the actor's own stands apart from their work."""
    inside = seen_inside(actor)
    return {
        "organ": and_(inside, ~c.ended),
        "mine": and_(inside, ~c.ended, c.assignee_id == actor.officer_id),
        "unassigned": and_(inside, ~c.ended, c.assignee_id == ""),
        "escalated": and_(inside, c.awaits_above, c.asked_organ_id == actor.organ_id),
        "closed": and_(inside, c.ended),
        "own": theirs(actor),
    }


def _line(row: Row[Any], now: datetime) -> ProgrammeLine:
    """From the columns alone."""
    return ProgrammeLine(
        case_id=row.id, number=row.number, about=row.about, organ_id=row.organ_id, basis=row.basis,
        state=ProgrammeState(row.state), assignee_name=row.assignee_name, ends_on=row.ends_on,
        provisional=row.provisional, late=not row.ended and row.due_at < midnight(now),
        due_at=None if row.ended else row.due_at, opened_at=row.opened_at)
