"""One proposal, the lists of them, and how many there are."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, func, select

from rongcuo.casework.lists import Condition, case_order, counted_up, require_tab
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.database import pagination
from rongcuo.chassis.database.search import Search
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.followup import (
    ProposalFigures,
    ProposalFiguresQuery,
    ProposalKind,
    ProposalLine,
    ProposalQuery,
    ProposalsPage,
    ProposalsQuery,
    ProposalState,
    ProposalView,
)
from rongcuo.policy.calendar import ZONE, midnight
from services.followup.access import proposals as access
from services.followup.domain.proposal.counting import Counted, figure_of
from services.followup.presenters.proposals import view_of
from services.followup.storage import FollowupStorage
from services.followup.storage.proposals import addressed_to, c, seen_inside, visible_to

LINE = (c.id, c.number, c.title, c.organ_id, c.kind, c.addressee, c.state, c.suggestions, c.assignee_name,
        c.ended, c.provisional, c.due_at, c.opened_at, c.number_order)
TABS = ("organ", "mine", "late", "closed", "addressed")


def proposal(context: ExecutionContext[FollowupStorage], query: ProposalQuery) -> ProposalView:
    """Who reads it only as a supervisor is written down before they get it."""
    with context.reading() as store:
        found = store.proposals.read(query.case_id)
    access.require_sight(context.actor, found)
    if access.from_outside(context.actor, found):
        context.audit_read("followup.proposal_read", found.id)
    return view_of(found, Occasion.at(context, found.pack_id, found.division_code))


def page(context: ExecutionContext[FollowupStorage], query: ProposalsQuery) -> ProposalsPage:
    """A page of one tab, and how many every tab holds, counted up to 1,000. Raises `invalid` for an unknown
    tab or cursor."""
    require_tab(query.tab, TABS)
    tabs, visible = _tabs(context.actor, context.now), visible_to(context.actor)
    chosen = [column == value for column, value in ((c.state, query.state), (c.kind, query.kind)) if value]
    inside = seen_inside(context.actor)
    if query.problem:
        chosen += [c.problem_id == query.problem, inside]
    wanted = select(*LINE, inside.label("inside")).where(visible, tabs[query.tab], *chosen)
    order = case_order(query.sort, c.due_at, c.opened_at, c.number_order, c.id, over=query.tab == "closed")
    with context.reading() as store:
        found = pagination.page(store.session, wanted, order, query.cursor, query.limit,
                                Search(c.sought, query.search))
        counts = counted_up(store.session, c.id, visible, tabs)
    return ProposalsPage(counts=counts, lines=tuple(_line(row, context.now) for row in found.rows),
                         next_cursor=found.cursor or "")


def figures(context: ExecutionContext[FollowupStorage], query: ProposalFiguresQuery) -> ProposalFigures:
    """Of the organs that the actor works in or supervises."""
    access.require_figures(context.actor)
    since, until = (datetime(year, 1, 1, tzinfo=ZONE) for year in (query.year, query.year + 1))
    numbers = (func.count(), func.sum(c.suggestions), func.count().filter(c.answered),
               func.count().filter(c.closed))
    wanted = select(c.organ_id, c.kind, *numbers).where(
        seen_inside(context.actor), c.delivered_at >= since, c.delivered_at < until)
    with context.reading() as store:
        rows = store.session.execute(
            wanted.group_by(c.organ_id, c.kind).order_by(c.organ_id, c.kind)).all()
    return ProposalFigures(figures=tuple(figure_of(
        Counted(organ_id, ProposalKind(kind), *map(int, counted)),
        exactly=access.counts_exactly(context.actor, organ_id)) for organ_id, kind, *counted in rows))


def _tabs(actor: Actor, now: datetime) -> dict[str, Condition]:
    """What came to the actor's unit stands apart from their work."""
    inside = seen_inside(actor)
    return {
        "organ": and_(inside, ~c.ended),
        "mine": and_(inside, ~c.ended, c.assignee_id == actor.officer_id),
        "late": and_(inside, ~c.ended, c.due_at < midnight(now)),
        "closed": and_(inside, c.ended),
        "addressed": addressed_to(actor),
    }


def _line(row: Row[Any], now: datetime) -> ProposalLine:
    """From the columns alone. Who has it in hand is for those who see its inside."""
    return ProposalLine(
        case_id=row.id, number=row.number, title=row.title, organ_id=row.organ_id,
        kind=ProposalKind(row.kind), addressee=row.addressee, state=ProposalState(row.state),
        suggestions=row.suggestions, assignee_name=row.assignee_name if row.inside else "",
        provisional=row.provisional, late=not row.ended and row.due_at < midnight(now),
        due_at=None if row.ended else row.due_at, opened_at=row.opened_at)
