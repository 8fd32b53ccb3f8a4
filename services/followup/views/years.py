"""One year of return visits, and the list of them."""

from sqlalchemy import select

from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.database import pagination
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.followup import YearLine, YearQuery, YearsPage, YearsQuery, YearState, YearView
from services.followup.access import years as access
from services.followup.presenters.years import view_of
from services.followup.storage import FollowupStorage
from services.followup.storage.years import c, visible_to

Context = ExecutionContext[FollowupStorage]
LINE = (c.id, c.number, c.organ_id, c.year, c.state, c.due_at, c.ended, c.opened_at)


def year(context: Context, query: YearQuery) -> YearView:
    """With the lines of those programmes that the reader sees themselves."""
    with context.reading() as store:
        found = store.years.read(query.case_id)
        named = {line.programme_id for plan in found.plans for line in plan.lines}
        seen = store.programmes.seen_among(named, context.actor)
    access.require_sight(context.actor, found)
    return view_of(found, seen, Occasion.at(context, found.pack_id, found.division_code))


def page(context: Context, query: YearsQuery) -> YearsPage:
    """The latest first."""
    wanted = select(*LINE).where(visible_to(context.actor))
    with context.reading() as store:
        found = pagination.page(store.session, wanted, (c.year.desc(), c.id), query.cursor, query.limit)
    return YearsPage(next_cursor=found.cursor or "", lines=tuple(YearLine(
        case_id=row.id, number=row.number, organ_id=row.organ_id, year=row.year, state=YearState(row.state),
        due_at=None if row.ended else row.due_at, late=not row.ended and context.now > row.due_at,
        opened_at=row.opened_at) for row in found.rows))
