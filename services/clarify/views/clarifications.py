"""One clarification, the board of them, and the units that did not do their part."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, and_, select

from rongcuo.casework.lists import Condition, case_order, counted_up, require_tab
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.visibility import at_or_below
from rongcuo.chassis.database import pagination
from rongcuo.chassis.database.search import Search
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import (
    ClarificationLine,
    ClarificationQuery,
    ClarificationsPage,
    ClarificationsQuery,
    ClarificationState,
    ClarificationView,
    UnwillingUnits,
    UnwillingUnitsQuery,
)
from rongcuo.policy.calendar import ZONE, midnight
from services.clarify.access import clarifications as access
from services.clarify.access import reports
from services.clarify.presenters.clarifications import unwilling, view_of
from services.clarify.presenters.false_accusations import coded_texts
from services.clarify.storage import ReportStorage
from services.clarify.storage.clarifications import c, seen_inside, table, theirs, visible_to
from services.clarify.usecases.accounts import can_sign_in

State = ClarificationState
LINE = (c.id, c.number, c.about, c.organ_id, c.state, c.assignee_name, c.ended, c.late, c.suspended,
        c.provisional, c.due_at, c.opened_at, c.number_order)
TABS = ("organ", "mine", "objections", "units", "closed", "own")
MOST_UNITS: Final = 200     # clearings with units that did not, looked at for one answer


def clarification(context: ExecutionContext[ReportStorage], query: ClarificationQuery) -> ClarificationView:
    """Who reads it only as a supervisor is written down before they get it."""
    with context.reading() as store:
        found = store.clarifications.read(query.case_id)
        report = store.reports.read(found.report_id) if found.report_id else None
    access.require_sight(context.actor, found)
    if access.from_outside(context.actor, found):
        context.audit_read("clarify.clarification_read", found.id)
    reported = [each.text for each in report.allegations] if report else []
    if found.concerned.officer_id and not access.is_theirs(context.actor, found):
        found.signs_in = can_sign_in(context, found.concerned)
    return view_of(found, Occasion.at(context, found.pack_id, found.division_code), reported,
                   sees_report=report is not None and reports.sees(context.actor, report))


def page(context: ExecutionContext[ReportStorage], query: ClarificationsQuery) -> ClarificationsPage:
    """A page of one tab, and how many every tab holds, counted up to 1,000. Raises `invalid` for an unknown
    tab or cursor."""
    require_tab(query.tab, TABS)
    tabs, visible = _tabs(context.actor, context.now), visible_to(context.actor)
    stage = (c.state == query.state,) if query.state else ()
    wanted = select(*LINE).where(visible, tabs[query.tab], *stage)
    order = case_order(query.sort, c.due_at, c.opened_at, c.number_order, c.id, over=query.tab == "closed")
    with context.reading() as store:
        found = pagination.page(store.session, wanted, order, query.cursor, query.limit,
                                Search(c.sought, query.search))
        counts = counted_up(store.session, c.id, visible, tabs)
    return ClarificationsPage(counts=counts, lines=tuple(_line(row, context.now) for row in found.rows),
                              next_cursor=found.cursor or "")


def unwilling_units(context: ExecutionContext[ReportStorage], query: UnwillingUnitsQuery) -> UnwillingUnits:
    """As far as the actor sees the inside of their clearings, the oldest first."""
    today = context.now.astimezone(ZONE).date()
    wanted = select(table).where(
        seen_inside(context.actor), at_or_below(c.overseen_from, query.division_code),
        c.unwilling_from <= today).order_by(c.unwilling_from, c.id).limit(MOST_UNITS)
    with context.reading() as store:
        cases = store.clarifications.all(wanted)
    rule = context.rules.pack(query.division_code, today).clarification
    return UnwillingUnits(units=tuple(unit for case in cases for unit in unwilling(case, today)),
                          guidance=coded_texts(rule.guidance))


def _tabs(actor: Actor, now: datetime) -> dict[str, Condition]:
    """What is the actor's own name stands apart from their work."""
    inside, today = seen_inside(actor), now.astimezone(ZONE).date()
    return {
        "organ": and_(inside, ~c.ended),
        "mine": and_(inside, ~c.ended, c.assignee_id == actor.officer_id),
        "objections": and_(inside, c.state == State.OBJECTED.value, c.next_level_id == actor.organ_id),
        "units": and_(inside, c.unwilling_from <= today),
        "closed": and_(inside, c.ended),
        "own": theirs(actor),
    }


def _line(row: Row[Any], now: datetime) -> ClarificationLine:
    """From the columns alone: no clock is counted for a list."""
    overdue = not row.ended and not row.suspended and row.due_at < midnight(now)
    return ClarificationLine(
        case_id=row.id, number=row.number, about=row.about, organ_id=row.organ_id, state=State(row.state),
        assignee_name=row.assignee_name, provisional=row.provisional, late=row.late or overdue,
        suspended=row.suspended, due_at=None if row.ended else row.due_at, opened_at=row.opened_at)
