"""Questions about programmes, answered from the rows that the asking actor may see."""

from sqlalchemy import select

from rongcuo.chassis.database import pagination
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import followup as contract
from services.followup.presenters.programmes import view_of
from services.followup.storage import FollowupStorage
from services.followup.storage import programmes as storage

NEWEST_FIRST = (storage.c.opened_at.desc(), storage.c.id.desc())


def page(
        context: ExecutionContext[FollowupStorage], query: contract.ProgrammesQuery
) -> contract.ProgrammesPage:
    wanted = select(storage.table).where(storage.visible_to(context.actor))
    with context.reading() as store:
        found = pagination.page(store.session, wanted, NEWEST_FIRST, query.cursor, query.limit)
    lines = tuple(view_of(storage.programme_of(row._mapping)) for row in found.rows)
    return contract.ProgrammesPage(lines=lines, next_cursor=found.cursor or "")
