"""Everything that is open, for the watchdog."""

from sqlalchemy import and_, select

from rongcuo.chassis.work import Desk
from rongcuo.contracts.filing import OpenMatter, OpenMatters, OpenMattersQuery
from services.review.access.scope import require_watcher
from services.review.storage import CaseStorage
from services.review.storage.filings import c


def open_matters(desk: Desk[CaseStorage], query: OpenMattersQuery) -> OpenMatters:
    """For the watchdog: ids and states, no content."""
    require_watcher(desk.actor)
    after = and_(~c.ended, c.id > query.cursor)
    wanted = select(c.id, c.state, c.since).where(after).order_by(c.id).limit(query.limit)
    with desk.reading() as store:
        rows = store.session.execute(wanted).all()
    matters = tuple(OpenMatter(matter_id=row.id, state=row.state, since=row.since) for row in rows)
    return OpenMatters(matters=matters, next_cursor=rows[-1].id if len(rows) == query.limit else "")
