"""One report, the lists of them, and who has how many in hand."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, select

from rongcuo.casework.access import require_caseworker
from rongcuo.casework.lists import Condition, case_order, counted_up, in_hand, require_tab
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.database import pagination
from rongcuo.chassis.database.search import Search
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import (
    Channel,
    Origin,
    ReportLine,
    ReportQuery,
    ReportsPage,
    ReportsQuery,
    ReportState,
    ReportView,
    RetrospectiveView,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import tag_of
from rongcuo.contracts.review import HeldBy
from rongcuo.contracts.workload import Workload, WorkloadQuery
from rongcuo.policy.calendar import midnight
from services.clarify.access import clarifications as clearing
from services.clarify.access import false_accusations as inquiring
from services.clarify.access import reports as access
from services.clarify.presenters.reports import retrospective_view, view_of
from services.clarify.storage import ReportStorage
from services.clarify.storage.reports import c, holders, table, visible_to

LINE = (c.id, c.number, c.organ_id, c.about, c.channel, c.origin, c.state, c.held_by, c.assignee_id,
        c.assignee_name, c.ended, c.late, c.suspended, c.provisional, c.due_at, c.opened_at, c.version,
        c.unseen, c.number_order)
TABS = ("due_today", "mine", "organ", "unassigned", "closed")


def report(context: ExecutionContext[ReportStorage], query: ReportQuery) -> ReportView:
    """Who reads it only as a supervisor is written down before they get it."""
    with context.reading() as store:
        found = store.reports.read(query.report_id)
        inquiries = store.false_accusations.read_of_report(found.id)
        clearings = store.clarifications.read_of_report(found.id)
        linked = [store.reports.read(each.report_id) for each in found.links]
    seen = {each.id for each in linked if access.sees(context.actor, each)}
    access.require_sight(context.actor, found)
    if access.from_outside(context.actor, found):
        context.audit_read("clarify.report_read", found.id)
    return view_of(found, Occasion.at(context, found.pack_id, found.division_code), seen,
                   talks=inquiring.talks(context.actor, found, inquiries),
                   clearings=(each for each in clearings if clearing.sees_inside(context.actor, each)),
                   inquiries=(each for each in inquiries if inquiring.is_listed_to(context.actor, each)))


def retrospective(context: ExecutionContext[ReportStorage], query: ReportQuery) -> RetrospectiveView:
    """For the platform itself: followup asks where an event says that there is one."""
    if not context.actor.has(Role.SYSTEM):
        raise CaseError("forbidden")
    with context.reading() as store:
        return retrospective_view(store.reports.read(query.report_id))


def page(context: ExecutionContext[ReportStorage], query: ReportsQuery) -> ReportsPage:
    """A page of one tab, and how many every tab holds, counted up to 1,000. Raises `invalid` for an unknown
    tab or cursor."""
    require_tab(query.tab, TABS)
    tabs, visible = _tabs(context.actor, context.now), visible_to(context.actor)
    wanted = select(*LINE).where(visible, tabs[query.tab])
    order = case_order(query.sort, c.due_at, c.opened_at, c.number_order, c.id, over=query.tab == "closed")
    with context.reading() as store:
        found = pagination.page(store.session, wanted, order, query.cursor, query.limit,
                                Search(c.sought, query.search))
        counts = counted_up(store.session, c.id, visible, tabs)
    lines = tuple(_line(row, context.now) for row in found.rows)
    return ReportsPage(counts=counts, lines=lines, next_cursor=found.cursor or "")


def workload(context: ExecutionContext[ReportStorage], _: WorkloadQuery) -> Workload:
    """Of the actor's organ, as far as they see it."""
    require_caseworker(context.actor)
    held = select(holders).join(table).where(
        visible_to(context.actor), c.organ_id == context.actor.organ_id, ~c.ended)
    due_today = _tabs(context.actor, context.now)["due_today"]
    with context.reading() as store:
        return in_hand(store.session, held, holders.c.officer_id, due_today)


def _tabs(actor: Actor, now: datetime) -> dict[str, Condition]:
    held = select(holders.c.report_id).where(holders.c.officer_id == actor.officer_id)
    tomorrow = midnight(now) + timedelta(days=1)
    return {
        "due_today": and_(~c.ended, ~c.suspended, c.due_at < tomorrow),
        "mine": and_(~c.ended, c.id.in_(held)),
        "organ": ~c.ended,
        "unassigned": and_(~c.ended, c.assignee_id == ""),
        "closed": c.ended,
    }


def _line(row: Row[Any], now: datetime) -> ReportLine:
    """From the columns alone: no clock is counted for a list. How it came, is not told of what went up."""
    gone = row.state == ReportState.PASSED_UP.value
    overdue = not row.ended and not row.suspended and row.due_at < midnight(now)
    return ReportLine(
        report_id=row.id, number=row.number, organ_id=row.organ_id, about=row.about,
        channel=None if gone else Channel(row.channel), origin=None if gone else Origin(row.origin),
        state=ReportState(row.state),
        held_by=HeldBy(row.held_by), assignee_id=row.assignee_id, assignee_name=row.assignee_name,
        late=row.late or overdue, suspended=row.suspended, provisional=row.provisional,
        tag=tag_of(row.id, row.version - row.unseen), due_at=row.due_at, opened_at=row.opened_at)
