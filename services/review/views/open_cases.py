"""Everything that is open, for the watchdog."""

from typing import Final

from sqlalchemy import select

from rongcuo.casework.access import require_watcher
from rongcuo.casework.open_cases import open_cases
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.filing import OpenMatters, OpenMattersQuery
from services.review.storage import CaseStorage
from services.review.storage.cases import c

OPEN: Final = select(c.id, c.state, c.since).where(~c.ended)


def open_matters(context: ExecutionContext[CaseStorage], query: OpenMattersQuery) -> OpenMatters:
    """For the watchdog: ids and states, no content."""
    require_watcher(context.actor)
    with context.reading() as store:
        return open_cases(store.session, query, OPEN)
