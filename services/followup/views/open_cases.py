"""Everything that is open, for the watchdog."""

from typing import Final

from sqlalchemy import Table, select

from rongcuo.casework.access import require_watcher
from rongcuo.casework.open_cases import open_cases
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.filing import OpenMatters, OpenMattersQuery
from services.followup.storage import FollowupStorage, problems, programmes, proposals, records, years

KINDS: Final[tuple[Table, ...]] = (
    programmes.table,
    problems.table,
    proposals.table,
    records.table,
    years.table)
OPEN: Final = tuple(select(each.c.id, each.c.state, each.c.since).where(~each.c.ended) for each in KINDS)


def open_matters(context: ExecutionContext[FollowupStorage], query: OpenMattersQuery) -> OpenMatters:
    """For the watchdog: ids and states, no content."""
    require_watcher(context.actor)
    with context.reading() as store:
        return open_cases(store.session, query, *OPEN)
