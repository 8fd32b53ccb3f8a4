"""One change of a filing, its receipt, and the lists of them."""

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
    ChangeApproved,
    ChangeLine,
    ChangeProposed,
    ChangeQuery,
    ChangeReceipt,
    ChangesPage,
    ChangesQuery,
    ChangeState,
    ChangeView,
)
from rongcuo.policy.clock import DeadlineClock
from services.filing.access import changes as access
from services.filing.domain.change import FilingChange
from services.filing.domain.matter import local_day
from services.filing.presenters.changes import receipt_of, view_of
from services.filing.storage import FilingStorage
from services.filing.storage.changes import c, visible_to

ChangeContext = ExecutionContext[FilingStorage]
LINE = (c.id, c.number, c.filing_id, c.title, c.organ_id, c.division_code, c.unit, c.pack_id, c.state,
        c.pending, c.reviewer_name, c.proposed_at, c.content)
TABS = ("mine", "organ", "closed", "own")


def change(context: ChangeContext, query: ChangeQuery) -> ChangeView:
    """Who reads it only as a supervisor is written down before they get it."""
    found = _seen(context, query)
    return view_of(found, context.actor, _occasion(context, found))


def receipt(context: ChangeContext, query: ChangeQuery) -> ChangeReceipt:
    """With the lines of the ledger, as far as there are any."""
    found = _seen(context, query)
    return receipt_of(found, _occasion(context, found), context.proof(found.id, ChangeProposed),
                      context.proof(found.id, ChangeApproved))


def page(context: ChangeContext, query: ChangesQuery) -> ChangesPage:
    """A page of one tab: what waits longest comes first, of what is over the newest; and how many every
    tab holds, up to 1,000. Raises `invalid` for an unknown tab or cursor."""
    require_tab(query.tab, TABS)
    visible, tabs = visible_to(context.actor), _tabs(context.actor)
    of_one = [c.filing_id == query.filing_id] if query.filing_id else []
    wanted = select(*LINE).where(visible, tabs[query.tab], *of_one)
    waiting = query.tab in ("mine", "organ")
    order = (c.proposed_at, c.id) if waiting else (c.proposed_at.desc(), c.id.desc())
    with context.reading() as store:
        found = pagination.page(store.session, wanted, order, query.cursor, query.limit,
                                Search(c.sought, query.search))
        counts = counted_up(store.session, c.id, visible, tabs)
    today = local_day(context.now)
    return ChangesPage(lines=tuple(_line(context, row, today) for row in found.rows), counts=counts,
                       next_cursor=found.cursor or "")


def _tabs(actor: Actor) -> dict[str, Condition]:
    return {"mine": and_(c.pending, c.reviewer_id == actor.officer_id), "organ": c.pending,
            "closed": not_(c.pending), "own": c.proposed_at.is_not(None)}


def _line(context: ChangeContext, row: Row[Any], today: date) -> ChangeLine:
    occasion = Occasion.at(context, row.pack_id, row.division_code)
    due_on = local_day(occasion.due(DeadlineClock.from_dict(row.content["clock"])).at)
    return ChangeLine(
        change_id=row.id, number=row.number, filing_id=row.filing_id, title=row.title, organ_id=row.organ_id,
        division_code=row.division_code, unit=row.unit, state=ChangeState(row.state),
        reviewer_name=row.reviewer_name, due_on=due_on if row.pending else None,
        late=row.pending and due_on < today, proposed_at=row.proposed_at)


def _seen(context: ChangeContext, query: ChangeQuery) -> FilingChange:
    with context.reading() as store:
        found = store.changes.read(query.change_id)
    access.require_sight(context.actor, found)
    if access.from_outside(context.actor, found):
        context.audit_read("filing.change_read", found.id)
    return found


def _occasion(context: ChangeContext, found: FilingChange) -> Occasion:
    return Occasion.at(context, found.pack_id, found.division_code)
