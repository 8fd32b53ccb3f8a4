"""Questions about determinations, answered from the rows that the asking actor may see."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, false, or_, select

from rongcuo.casework.access import require_caseworker
from rongcuo.casework.lists import Condition, case_order, counted_up, in_hand, require_tab
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.database import pagination
from rongcuo.chassis.database.search import Search
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.determination import (
    DeterminationLine,
    DeterminationQuery,
    DeterminationsPage,
    DeterminationsQuery,
    DeterminationState,
    DeterminationView,
)
from rongcuo.contracts.events import tag_of
from rongcuo.contracts.review import HeldBy
from rongcuo.contracts.workload import Workload, WorkloadQuery
from rongcuo.policy.calendar import midnight
from services.determination.access import determinations as access
from services.determination.presenters.determinations import view_of
from services.determination.storage import CaseStorage
from services.determination.storage.determinations import (
    c,
    entered_from_above_by,
    officers,
    table,
    visible_to,
)

LINE = (c.id, c.number, c.title, c.situation, c.subject_name, c.unit, c.assignee_id, c.assignee_name,
        c.organ_id, c.stage, c.state, c.held_by, c.ended, c.outcome, c.due_at, c.provisional, c.suspended,
        c.late, c.recusal_asked, c.opened_at, c.decided_at, c.version, c.number_order)
TABS = ("due_today", "mine", "organ", "unassigned", "closed")


def determination(context: ExecutionContext[CaseStorage], query: DeterminationQuery) -> DeterminationView:
    """Who reads it only as a supervisor is written down before they get it."""
    with context.reading() as store:
        case = store.determinations.read(query.case_id)
        if case.resolved:      # whether it can be carried out, or is to be returned
            case.look_beside(store.determinations.of_subject(case.subject))
        appeals = store.appeals.of_case(case.id) if case.decisions else ()
    access.require_sight(context.actor, case)
    if access.from_outside(context.actor, case):
        context.audit_read("review.determination_read", case.id)
    return view_of(case, appeals, Occasion.at(context, case.pack_id, case.division_code))


def page(context: ExecutionContext[CaseStorage], query: DeterminationsQuery) -> DeterminationsPage:
    """A page of one tab, and how many every tab holds, counted up to 1,000.

    Raises `invalid` for an unknown tab or cursor.
    """
    require_tab(query.tab, TABS)
    tabs, visible = _tabs(context.actor, context.now), visible_to(context.actor)
    found_by = or_(visible, entered_from_above_by(context.actor)) if query.search.strip() else visible
    wanted = select(*LINE).where(found_by, tabs[query.tab])
    order = case_order(query.sort, c.due_at, c.opened_at, c.number_order, c.id, over=query.tab == "closed")
    with context.reading() as store:
        found = pagination.page(store.session, wanted, order, query.cursor, query.limit,
                                Search(c.sought, query.search))
        counts = counted_up(store.session, c.id, visible, tabs)
    lines = tuple(_line(row, context.now) for row in found.rows)
    return DeterminationsPage(counts=counts, lines=lines, next_cursor=found.cursor or "")


def workload(context: ExecutionContext[CaseStorage], _: WorkloadQuery) -> Workload:
    """Of the actor's organ."""
    require_caseworker(context.actor)
    theirs = officers.alias()      # what the actor may see is asked of the same table
    held = select(theirs).join(table).where(
        theirs.c.holds, visible_to(context.actor), c.organ_id == context.actor.organ_id, ~c.ended)
    due_today = _tabs(context.actor, context.now)["due_today"]
    with context.reading() as store:
        return in_hand(store.session, held, theirs.c.officer_id, due_today)


def _tabs(actor: Actor, now: datetime) -> dict[str, Condition]:
    held = select(officers.c.case_id).where(officers.c.officer_id == actor.officer_id, officers.c.holds)
    tomorrow = midnight(now) + timedelta(days=1)
    return {
        "due_today": and_(~c.ended, ~c.suspended, c.due_at < tomorrow),
        "mine": or_(and_(~c.ended, c.id.in_(held)), _to_answer(actor)),
        "organ": ~c.ended,
        "unassigned": and_(~c.ended, c.assignee_id == ""),
        "closed": c.ended,
    }


def _to_answer(actor: Actor) -> Condition:
    """Until somebody has, it is the work of every lead of the organ."""
    mine = c.organ_id == actor.organ_id if actor.has(Role.LEAD) else false()
    return and_(c.recusal_asked, mine, c.subject_id != actor.officer_id)


def _line(row: Row[Any], now: datetime) -> DeterminationLine:
    """From the columns alone: no clock is counted for a list."""
    overdue = not row.ended and not row.suspended and row.due_at < midnight(now)
    return DeterminationLine(
        case_id=row.id, number=row.number, title=row.title, situation=row.situation,
        subject_name=row.subject_name, unit=row.unit, assignee_id=row.assignee_id,
        assignee_name=row.assignee_name, organ_id=row.organ_id, stage=row.stage,
        provisional=row.provisional, suspended=row.suspended, late=row.late or overdue,
        state=DeterminationState(row.state), held_by=HeldBy(row.held_by), outcome=row.outcome,
        recusal_asked=row.recusal_asked,
        due_at=row.due_at, opened_at=row.opened_at, decided_at=row.decided_at,
        tag=tag_of(row.id, row.version))
