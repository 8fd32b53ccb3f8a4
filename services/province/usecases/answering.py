"""Approvals that wait at the hub: answered by officers of the organ that was asked, or expired."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province import AnswerApproval, ApprovalState, HubApprovalView
from services.province import access
from services.province.ports import Hub
from services.province.presenters import approval_view
from services.province.usecases.effects import keep


def answer_approval(context: ExecutionContext[Hub], command: AnswerApproval) -> HubApprovalView:
    """Raises `not_found` for what the actor does not see, `forbidden`, `province.approval_over`."""
    with context.unit() as unit:
        unit.store.lock({command.approval_id.partition(":")[0]})
        approval = unit.store.approval(command.approval_id)
        access.require_answering(context.actor, approval)
        approval.answer(command.outcome, command.reason, context.actor.organ_id, context.now,
                        context.actor.officer_id)
        keep(unit, approval)
        return unit.commit(approval, answer=approval_view(approval))


def expire(context: ExecutionContext[Hub]) -> None:
    """Those that nobody answered in time, each in a transaction of its own."""
    with context.reading() as store:
        overdue = store.overdue(context.now.date())
    for each in overdue:
        with context.unit() as unit:
            unit.store.lock({each.node, each.asked_of})
            try:
                approval = unit.store.approval(each.id)
            except CaseError:
                continue
            approval.expire(context.now)
            if approval.state is ApprovalState.EXPIRED:
                keep(unit, approval)
                unit.commit(approval)
