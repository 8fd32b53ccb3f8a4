"""The later life of one filing, and the lists of them."""

from datetime import date
from typing import Any

from sqlalchemy import Row, and_, not_, select

from rongcuo.casework.lists import Condition, counted_up, require_tab
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.database import pagination
from rongcuo.chassis.database.search import Search
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.filing import (
    OversightLine,
    OversightQuery,
    OversightsPage,
    OversightsQuery,
    OversightState,
    OversightView,
)
from services.filing.access import oversights as access
from services.filing.domain.matter import local_day
from services.filing.domain.oversight.due import PLANNING
from services.filing.presenters.oversights import is_late, view_of
from services.filing.storage import FilingStorage
from services.filing.storage.oversights import looked_at_by, o, visible_to

LINE = (o.id, o.filing_id, o.number, o.title, o.organ_id, o.division_code, o.unit, o.state, o.planned,
        o.deviations, o.stage, o.due_on, o.opened_at)
TABS = ("mine", "organ", "unplanned", "closed", "own")


def oversight(context: ExecutionContext[FilingStorage], query: OversightQuery) -> OversightView:
    """Who reads it only as a supervisor is written down before they get it."""
    with context.reading() as store:
        found = store.oversights.read(query.oversight_id)
    access.require_sight(context.actor, found)
    if access.from_outside(context.actor, found):
        context.audit_read("filing.oversight_read", found.id)
    return view_of(found, context.actor, Occasion.at(context, found.pack_id, found.division_code))


def page(context: ExecutionContext[FilingStorage], query: OversightsQuery) -> OversightsPage:
    """A page of one tab: what is due first comes first; and how many every tab holds, up to 1,000. Raises
    `invalid` for an unknown tab or cursor."""
    require_tab(query.tab, TABS)
    visible, tabs = visible_to(context.actor), _tabs(context.actor)
    wanted = select(*LINE).where(visible, tabs[query.tab])
    order = (o.due_on, o.id) if query.tab in ("mine", "unplanned") else (o.opened_at.desc(), o.id.desc())
    with context.reading() as store:
        found = pagination.page(store.session, wanted, order, query.cursor, query.limit,
                                Search(o.sought, query.search))
        counts = counted_up(store.session, o.id, visible, tabs)
    today = local_day(context.now)
    return OversightsPage(lines=tuple(_line(row, today) for row in found.rows), counts=counts,
                          next_cursor=found.cursor or "")


def _tabs(actor: Actor) -> dict[str, Condition]:
    over = o.state == OversightState.CLOSED.value
    return {"mine": looked_at_by(actor.officer_id), "organ": not_(over),
            "unplanned": and_(not_(over), o.stage == PLANNING), "closed": over,
            "own": o.opened_at.is_not(None)}


def _line(row: Row[Any], today: date) -> OversightLine:
    return OversightLine(
        oversight_id=row.id, filing_id=row.filing_id, number=row.number, title=row.title,
        organ_id=row.organ_id, division_code=row.division_code, unit=row.unit,
        state=OversightState(row.state), planned=row.planned, deviations=row.deviations, stage=row.stage,
        late=is_late(row.due_on, today), due_on=row.due_on, opened_at=row.opened_at)
