"""Everything that is open, for the watchdog."""

from datetime import datetime
from typing import Final

from sqlalchemy import Select, Table, select, union_all

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.filing import OpenMatter, OpenMatters, OpenMattersQuery
from services.review.access.scope import require_watcher
from services.review.storage import CaseStorage, appeals, determinations, filings, meetings

KINDS: Final[tuple[Table, ...]] = (filings.cases, determinations.table, meetings.meetings, appeals.table)


def open_matters(desk: ExecutionContext[CaseStorage], query: OpenMattersQuery) -> OpenMatters:
    """For the watchdog: ids and states, no content."""
    require_watcher(desk.actor)
    found = union_all(*(_open(kind, query) for kind in KINDS)).subquery()
    wanted = select(found).order_by(found.c.id).limit(query.limit)
    with desk.reading() as store:
        rows = store.session.execute(wanted).all()
    matters = tuple(OpenMatter(matter_id=row.id, state=row.state, since=row.since) for row in rows)
    return OpenMatters(matters=matters, next_cursor=rows[-1].id if len(rows) == query.limit else "")


def _open(kind: Table, query: OpenMattersQuery) -> Select[tuple[str, str, datetime]]:
    """The next ones of one kind, along its key."""
    c = kind.c
    mine = select(c.id, c.state, c.since).where(~c.ended, c.id > query.cursor).order_by(c.id)
    return select(mine.limit(query.limit).subquery())
