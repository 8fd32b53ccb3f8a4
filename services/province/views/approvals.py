"""Approvals: for the organ that was asked, and for supervisors above who asked."""

from typing import Any

from sqlalchemy import and_, false, or_, select

from rongcuo.casework.visibility import at_or_below
from rongcuo.chassis.database import pagination
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.county import OF_FALSE_ACCUSATIONS
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province import ApprovalQuery, ApprovalsQuery, ApprovalsView, HubApprovalView
from services.province import access
from services.province.presenters import approval_view
from services.province.storage import ProvinceStorage
from services.province.storage import tables as t
from services.province.storage.repository import approval_of

NEWEST_FIRST = (t.approvals.c.asked_at.desc(), t.approvals.c.id.desc())


def approvals(context: ExecutionContext[ProvinceStorage], query: ApprovalsQuery) -> ApprovalsView:
    """Newest first. Raises `forbidden`."""
    actor = context.actor
    if not actor.has(Role.LEAD, Role.SUPERVISOR):
        raise CaseError("forbidden")
    wanted = select(t.approvals).where(_visible(actor))
    with context.reading() as store:
        found = pagination.page(store.session, wanted, NEWEST_FIRST, query.cursor, query.limit)
    met = [approval_of(**row._mapping) for row in found.rows]
    return ApprovalsView(
        approvals=tuple(approval_view(each, may_answer=access.may_answer(actor, each)) for each in met),
        next_cursor=found.cursor or "")


def approval(context: ExecutionContext[ProvinceStorage], query: ApprovalQuery) -> HubApprovalView:
    """Raises `not_found`."""
    wanted = select(t.approvals).where(t.approvals.c.id == query.approval_id, _visible(context.actor))
    with context.reading() as store:
        row = store.session.execute(wanted).mappings().one_or_none()
    if row is None:
        raise CaseError("not_found")
    found = approval_of(**row)
    return approval_view(found, may_answer=access.may_answer(context.actor, found))


def _visible(actor: Actor) -> Any:
    """Of false accusations there is no list for who only supervises."""
    a: Any = t.approvals.c
    return or_(
        a.asked_of == actor.organ_id if actor.has(Role.LEAD) else false(),
        and_(at_or_below(a.node, actor.division_code), a.kind.not_in(OF_FALSE_ACCUSATIONS))
        if actor.has(Role.SUPERVISOR) else false())
