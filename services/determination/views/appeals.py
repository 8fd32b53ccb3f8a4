"""Questions about appeals. Who sees the case, sees the appeal."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, select

from rongcuo.casework.lists import Condition, case_order, counted_up, require_tab
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.database import pagination
from rongcuo.chassis.database.search import Search
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.determination import (
    AppealLine,
    AppealQuery,
    AppealsPage,
    AppealsQuery,
    AppealState,
    AppealView,
    PersonView,
)
from rongcuo.policy.calendar import midnight
from services.determination.access import determinations as access
from services.determination.presenters.appeals import appeal_view
from services.determination.storage import CaseStorage
from services.determination.storage.appeals import c, is_work_of
from services.determination.storage.determinations import table as determinations
from services.determination.storage.determinations import visible_to

LINE = (c.id, c.case_id, c.number, c.title, c.organ_id, c.state, c.ended, c.due_at, c.provisional, c.late,
        c.opened_at, c.decided_at, c.content, c.number_order)


def appeal(context: ExecutionContext[CaseStorage], query: AppealQuery) -> AppealView:
    """Who reads it only as a supervisor is written down before they get it."""
    with context.reading() as store:
        found = store.appeals.read(query.appeal_id)
        case = store.determinations.read(found.case_id)
    access.require_sight(context.actor, case)
    if access.from_outside(context.actor, case):
        context.audit_read("review.appeal_read", found.id)
    return appeal_view(found, case, Occasion.at(context, found.pack_id, found.division_code))


def page(context: ExecutionContext[CaseStorage], query: AppealsQuery) -> AppealsPage:
    """The appeals of one tab, and how many each holds. Whoever had a hand in the case finds what is open with
    the case alone. Raises `invalid` for an unknown tab or cursor."""
    tabs: Mapping[str, Condition] = {"organ": is_work_of(context.actor), "closed": c.ended}
    require_tab(query.tab, tabs)
    order = case_order(query.sort, c.due_at, c.opened_at, c.number_order, c.id, over=query.tab == "closed")
    seen = and_(determinations.c.id == c.case_id, visible_to(context.actor))
    wanted = select(*LINE).where(tabs[query.tab], seen)
    with context.reading() as store:
        found = pagination.page(store.session, wanted, order, query.cursor, query.limit,
                                Search(c.sought, query.search))
        counts = counted_up(store.session, c.id, seen, tabs)
    return AppealsPage(lines=tuple(_line(row, context.now) for row in found.rows), counts=counts,
                       next_cursor=found.cursor or "")


def _line(row: Row[Any], now: datetime) -> AppealLine:
    """From the columns and the panel's names: no clock is counted for a list."""
    return AppealLine(
        appeal_id=row.id, case_id=row.case_id, number=row.number, title=row.title, organ_id=row.organ_id,
        state=AppealState(row.state), provisional=row.provisional, due_at=row.due_at,
        panel=tuple(PersonView(officer_id=officer_id, name=name) for officer_id, name in row.content["team"]),
        late=row.late or (not row.ended and row.due_at < midnight(now)),
        lodged_at=row.opened_at, decided_at=row.decided_at)
