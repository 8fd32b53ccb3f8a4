"""Questions about the reviews of filings, answered from the rows that the asking actor may see."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, or_, select
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from rongcuo.casework.access import require_caseworker, require_watcher
from rongcuo.casework.lists import Condition, case_order, counted_up, in_hand, require_tab, summed_up
from rongcuo.casework.open_cases import open_cases
from rongcuo.casework.visibility import at_or_below
from rongcuo.chassis.database import pagination
from rongcuo.chassis.database.search import Search
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.events import tag_of
from rongcuo.contracts.filing import OpenMatters, OpenMattersQuery
from rongcuo.contracts.review import (
    CaseLine,
    CaseQuery,
    CasesPage,
    CasesQuery,
    CaseView,
    HeldBy,
    Punctuality,
    PunctualityQuery,
    ReviewState,
)
from rongcuo.contracts.workload import Workload, WorkloadQuery
from rongcuo.policy.calendar import midnight
from rongcuo.policy.divisions import division
from services.review import access
from services.review.domain import DECIDED, Occasion
from services.review.presenters import view_of
from services.review.storage import CaseStorage, c, cases, counted_for, holders, visible_to
from services.review.views import filing_checks

Columns = ReadOnlyColumnCollection[str, Any]     # of rows, or of lines of the census
ReviewContext = ExecutionContext[CaseStorage]
LINE = (c.id, c.number, c.title, c.situation, c.organ_id, c.unit, c.assignee_id, c.assignee_name, c.state,
        c.held_by, c.ended, c.due_at, c.provisional, c.suspended, c.late, c.opened_at, c.decided_at,
        c.version)
OPEN = select(c.id, c.state, c.since).where(~c.ended)
TABS = ("due_today", "mine", "organ", "unassigned", "closed")


def case(context: ReviewContext, query: CaseQuery) -> CaseView:
    """Who reads it from outside its unit and organ is written down before they get it."""
    with context.reading() as store:
        found = store.read(query.case_id)
    access.require_sight(context.actor, found)
    if access.from_outside(context.actor, found):
        context.audit_read("review.case_read", found.id)
    return view_of(found, Occasion.at(context, found.pack_id, found.division_code))


def page(context: ReviewContext, query: CasesQuery) -> CasesPage:
    """A page of one tab, and how many every tab holds: the actor's own counted up to 1,000.

    Raises `invalid` for an unknown tab or cursor.
    """
    require_tab(query.tab, TABS)
    tabs, visible = _tabs(context.actor, context.now), visible_to(context.actor)
    counted = counted_for(context.actor)
    wanted = select(*LINE).where(visible, tabs[query.tab])
    order = case_order(query.sort, c.due_at, c.opened_at, c.number, c.id, over=query.tab == "closed")
    with context.reading() as store:
        found = pagination.page(store.session, wanted, order, query.cursor, query.limit,
                                Search(c.sought, query.search))
        counts = summed_up(store.session, counted, _standing(counted.c, counted.c.unassigned, context.now))
        counts |= counted_up(store.session, c.id, visible, {"mine": tabs["mine"]})
    lines = tuple(_line(row, context.now) for row in found.rows)
    return CasesPage(counts=counts, lines=lines, next_cursor=found.cursor or "")


def workload(context: ReviewContext, _: WorkloadQuery) -> Workload:
    """Of the actor's organ."""
    require_caseworker(context.actor)
    held = select(holders).join(cases).where(
        visible_to(context.actor), c.organ_id == context.actor.organ_id, ~c.ended)
    due_today = _tabs(context.actor, context.now)["due_today"]
    with context.reading() as store:
        return in_hand(store.session, held, holders.c.officer_id, due_today)


def punctuality(context: ReviewContext, query: PunctualityQuery) -> Punctuality:
    """The figures count what the actor may see, and nothing else."""
    counted = counted_for(context.actor)
    of = counted.c
    here = at_or_below(of.division_code, division(query.division_code).code)
    decided = and_(here, of.state.in_(sorted(DECIDED)))
    overdue = or_(of.late, _overdue(of, context.now))
    with context.reading() as store:
        return Punctuality(**summed_up(store.session, counted, {
            "decided": decided, "on_time": and_(decided, ~of.late), "late": and_(decided, of.late),
            "open_overdue": and_(here, ~of.ended, overdue)}))


def open_matters(context: ReviewContext, query: OpenMattersQuery) -> OpenMatters:
    """For the watchdog: ids and states, no content."""
    require_watcher(context.actor)
    with context.reading() as store:
        return open_cases(store.session, query, OPEN, filing_checks.OPEN)


def _tabs(actor: Actor, now: datetime) -> dict[str, Condition]:
    held = select(holders.c.case_id).where(holders.c.officer_id == actor.officer_id)
    return _standing(c, c.assignee_id == "", now) | {"mine": and_(~c.ended, c.id.in_(held))}


def _standing(of: Columns, unassigned: Condition, now: datetime) -> dict[str, Condition]:
    """What is a tab of everybody's, of rows and of lines of the census alike. A paused case is not due today;
    a supplement that was not answered is, from the day after its date."""
    awaiting = of.state == ReviewState.AWAITING_SUPPLEMENT.value
    tomorrow = midnight(now) + timedelta(days=1)
    due = and_(~of.suspended, of.due_at < tomorrow)
    unanswered = and_(awaiting, of.due_at < midnight(now))
    return {
        "due_today": and_(~of.ended, of.due_at < tomorrow, or_(due, unanswered)),   # one range of the index
        "organ": ~of.ended,
        "unassigned": and_(~of.ended, unassigned),
        "closed": of.ended,
    }


def _overdue(of: Columns, now: datetime) -> Condition:
    return and_(~of.suspended, of.due_at < midnight(now))


def _line(row: Row[Any], now: datetime) -> CaseLine:
    """From the columns alone: no clock is counted for a list."""
    overdue = not row.ended and not row.suspended and row.due_at < midnight(now)
    return CaseLine(
        case_id=row.id, number=row.number, title=row.title, situation=row.situation, unit=row.unit,
        assignee_id=row.assignee_id, assignee_name=row.assignee_name, organ_id=row.organ_id,
        provisional=row.provisional, suspended=row.suspended, late=row.late or overdue,
        state=ReviewState(row.state), held_by=HeldBy(row.held_by),
        due_at=row.due_at, opened_at=row.opened_at, decided_at=row.decided_at,
        tag=tag_of(row.id, row.version))
