"""Approvals: for the organ that was asked, and for supervisors above who asked."""

from sqlalchemy import false, or_, select

from rongcuo.casework.visibility import at_or_below
from rongcuo.chassis.database import pagination
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province import ApprovalsQuery, ApprovalsView
from services.province import access
from services.province.presenters import approval_view
from services.province.storage import ProvinceStorage
from services.province.storage import tables as t
from services.province.storage.repository import approval_of

NEWEST_FIRST = (t.approvals.c.asked_at.desc(), t.approvals.c.id.desc())


def approvals(context: ExecutionContext[ProvinceStorage], query: ApprovalsQuery) -> ApprovalsView:
    """Newest first. Raises `forbidden`."""
    actor, a = context.actor, t.approvals.c
    if not actor.has(Role.LEAD, Role.SUPERVISOR):
        raise CaseError("forbidden")
    wanted = select(t.approvals).where(or_(
        a.asked_of == actor.organ_id if actor.has(Role.LEAD) else false(),
        at_or_below(a.node, actor.division_code) if actor.has(Role.SUPERVISOR) else false()))
    with context.reading() as store:
        found = pagination.page(store.session, wanted, NEWEST_FIRST, query.cursor, query.limit)
    met = [approval_of(**row._mapping) for row in found.rows]
    return ApprovalsView(
        approvals=tuple(approval_view(each, may_answer=access.may_answer(actor, each)) for each in met),
        next_cursor=found.cursor or "")
