"""One check of a filing, and the lists of them."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, select

from rongcuo.casework.lists import Condition, case_order, counted_up, require_tab
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.database import pagination
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.events import tag_of
from rongcuo.contracts.review import (
    FilingCheckLine,
    FilingCheckQuery,
    FilingChecksPage,
    FilingChecksQuery,
    FilingCheckState,
    FilingCheckView,
    HeldBy,
)
from rongcuo.policy.calendar import midnight
from services.review.access import filing_checks as access
from services.review.presenters import check_view
from services.review.storage import CaseStorage
from services.review.storage.filing_checks import c, table, visible_to

Context = ExecutionContext[CaseStorage]
TABS = ("mine", "organ", "unassigned", "closed")
OPEN = select(c.id, c.state, c.since).where(~c.ended)


def filing_check(context: Context, query: FilingCheckQuery) -> FilingCheckView:
    """Who reads it only as a supervisor is written down before they get it."""
    with context.reading() as store:
        found = store.checks.read(query.check_id)
    access.require_sight(context.actor, found)
    if access.from_outside(context.actor, found):
        context.audit_read("review.filing_check_read", found.id)
    return check_view(found, Occasion.at(context, found.pack_id, found.division_code))


def filing_checks(context: Context, query: FilingChecksQuery) -> FilingChecksPage:
    """A page of one tab, and how many every tab holds, counted up to 1,000. Raises `invalid` for an unknown
    tab or cursor."""
    require_tab(query.tab, TABS)
    tabs, visible = _tabs(context.actor), visible_to(context.actor)
    order = case_order(query.sort, c.due_at, c.opened_at, c.number_order, c.id, over=query.tab == "closed")
    with context.reading() as store:
        wanted = select(table).where(visible, tabs[query.tab])
        found = pagination.page(store.session, wanted, order, query.cursor, query.limit)
        counts = counted_up(store.session, c.id, visible, tabs)
    lines = tuple(_line(row, context.now) for row in found.rows)
    return FilingChecksPage(counts=counts, lines=lines, next_cursor=found.cursor or "")


def _tabs(actor: Actor) -> dict[str, Condition]:
    return {"mine": and_(~c.ended, c.assignee_id == actor.officer_id), "organ": ~c.ended,
            "unassigned": and_(~c.ended, c.assignee_id == ""), "closed": c.ended}


def _line(row: Row[Any], now: datetime) -> FilingCheckLine:
    overdue = not row.ended and not row.suspended and row.due_at < midnight(now)
    return FilingCheckLine(
        check_id=row.id, number=row.number, filing_number=row.filing_number, organ_id=row.organ_id,
        state=FilingCheckState(row.state), held_by=HeldBy(row.held_by), assignee_id=row.assignee_id,
        assignee_name=row.assignee_name, late=row.late or overdue, suspended=row.suspended,
        provisional=row.provisional, tag=tag_of(row.id, row.version), due_at=row.due_at,
        opened_at=row.opened_at)
