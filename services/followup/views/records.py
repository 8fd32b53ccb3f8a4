"""One request for correction, and the lists of them."""

from sqlalchemy import and_, or_, select

from rongcuo.casework.lists import Condition, counted_up, require_tab
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.database import pagination
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.followup import (
    CorrectionQuery,
    CorrectionsPage,
    CorrectionsQuery,
    CorrectionView,
)
from services.followup.access import records as access
from services.followup.presenters.records import correction_view
from services.followup.storage import FollowupStorage
from services.followup.storage.records import c, correction_in, seen_inside, table, theirs, visible_to

Context = ExecutionContext[FollowupStorage]
TABS = ("organ", "closed", "own")


def correction(context: Context, query: CorrectionQuery) -> CorrectionView:
    """For the person, and for the leads of the organ that has the fact."""
    with context.reading() as store:
        found = store.corrections.read(query.case_id)
    access.require_correction(context.actor, found)
    return correction_view(found, Occasion.at(context, found.pack_id, found.division_code))


def page(context: Context, query: CorrectionsQuery) -> CorrectionsPage:
    """A page of one tab, and how many every tab holds. Raises `invalid` for an unknown tab or cursor."""
    require_tab(query.tab, TABS)
    tabs, visible = _tabs(context.actor), visible_to(context.actor)
    wanted = select(table).where(visible, tabs[query.tab])
    order = (c.due_at, c.id) if query.tab == "organ" else (c.opened_at.desc(), c.id.desc())
    with context.reading() as store:
        found = pagination.page(store.session, wanted, order, query.cursor, query.limit)
        counts = counted_up(store.session, c.id, visible, tabs)
    cases = [correction_in(row._mapping) for row in found.rows]
    return CorrectionsPage(counts=counts, next_cursor=found.cursor or "", lines=tuple(
        correction_view(each, Occasion.at(context, each.pack_id, each.division_code)) for each in cases))


def _tabs(actor: Actor) -> dict[str, Condition]:
    inside = seen_inside(actor)
    return {"organ": and_(inside, ~c.ended), "closed": and_(or_(inside, theirs(actor)), c.ended),
            "own": theirs(actor)}
