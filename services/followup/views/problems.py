"""One problem, the lists of them, and the risk points that others are shown."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, case, select

from rongcuo.casework.lists import Condition, case_order, counted_up, require_tab
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.database import pagination
from rongcuo.chassis.database.search import Search
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    ProblemLine,
    ProblemQuery,
    ProblemsPage,
    ProblemsQuery,
    ProblemState,
    ProblemView,
    RiskPoints,
    RiskPointsQuery,
)
from rongcuo.policy.calendar import ZONE, midnight
from services.followup.access import problems as access
from services.followup.presenters.problems import risk_point_view, view_of
from services.followup.storage import FollowupStorage
from services.followup.storage.problems import c, table, visible_to, with_measure_of

LINE = (c.id, c.number, c.title, c.organ_id, c.unit, c.situation, c.state, c.weak_point, c.first_source,
        c.times, c.measures, c.settled, c.rules, c.ended, c.provisional, c.due_at, c.opened_at,
        c.number_order)
TABS = ("raised", "open", "mine", "closed", "other")
FILTERS = {"weak_point": c.weak_point, "situation": c.situation, "source": c.first_source}


def problem(context: ExecutionContext[FollowupStorage], query: ProblemQuery) -> ProblemView:
    """With those that may be the same, as far as the actor sees them. Who reads it only as a supervisor is
    written down before they get it."""
    with context.reading() as store:
        found = store.problems.read(query.case_id)
        access.require_sight(context.actor, found)
        near = store.problems.near(found, context.actor)
    if access.from_outside(context.actor, found):
        context.audit_read("followup.problem_read", found.id)
    return view_of(found, Occasion.at(context, found.pack_id, found.division_code), near)


def page(context: ExecutionContext[FollowupStorage], query: ProblemsQuery) -> ProblemsPage:
    """A page of one tab, and how many every tab holds, counted up to 1,000. Raises `invalid` for an unknown
    tab or cursor."""
    require_tab(query.tab, TABS)
    tabs, visible = _tabs(context.actor), visible_to(context.actor)
    filters = (column == value for name, column in FILTERS.items() if (value := getattr(query, name)))
    wanted = select(*LINE).where(visible, tabs[query.tab], *filters)
    over = query.tab in ("closed", "other")
    order = case_order(query.sort, c.due_at, c.opened_at, c.number_order, c.id, over=over)
    with context.reading() as store:
        found = pagination.page(store.session, wanted, order, query.cursor, query.limit,
                                Search(c.sought, query.search))
        counts = counted_up(store.session, c.id, visible, tabs)
    return ProblemsPage(counts=counts, lines=tuple(_line(row, context.now) for row in found.rows),
                        next_cursor=found.cursor or "")


def risk_points(context: ExecutionContext[FollowupStorage], query: RiskPointsQuery) -> RiskPoints:
    """For whoever has signed in, whatever they may see of problems: a risk point names nobody and no unit.
    Raises `forbidden` for whoever has no post."""
    actor = context.actor
    if not actor.roles:
        raise CaseError("forbidden")
    nearest = case((c.organ_id == actor.organ_id, 0), else_=1)
    wanted = select(table).where(c.situation == query.situation, c.risk_at.is_not(None)).order_by(
        nearest, c.risk_at.desc(), c.id).limit(query.limit)
    with context.reading() as store:
        found = store.problems.all(wanted)
    today = context.now.astimezone(ZONE).date()
    shown = (risk_point_view(each, actor.organ_id, today) for each in found)
    return RiskPoints(points=tuple(each for each in shown if each))


def _tabs(actor: Actor) -> dict[str, Condition]:
    state = {each: c.state == each.value for each in ProblemState}
    return {
        "raised": state[ProblemState.RAISED],
        "open": state[ProblemState.OPEN],
        "mine": and_(~c.ended, with_measure_of(actor.officer_id)),
        "closed": state[ProblemState.CLOSED],
        "other": c.state.in_((ProblemState.MERGED.value, ProblemState.DISMISSED.value)),
    }


def _line(row: Row[Any], now: datetime) -> ProblemLine:
    """From the columns alone."""
    return ProblemLine(
        case_id=row.id, number=row.number, title=row.title, organ_id=row.organ_id, unit=row.unit,
        situation=row.situation, state=ProblemState(row.state), weak_point=row.weak_point,
        source=row.first_source, times=row.times, measures=row.measures, settled=row.settled,
        rules=row.rules, provisional=row.provisional, late=not row.ended and row.due_at < midnight(now),
        due_at=None if row.ended else row.due_at, opened_at=row.opened_at)
