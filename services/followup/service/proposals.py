"""建议书: what is proposed to a unit."""

from rongcuo.chassis.service import answers, carries_out
from rongcuo.contracts.followup.proposal import operations
from services.followup.service.context import Context
from services.followup.usecases import proposals
from services.followup.views import proposals as pages


class Proposals(Context):
    """建议书: what is proposed to a unit."""

    draft_proposal = carries_out(operations.DRAFT_PROPOSAL, proposals.draft)
    revise_proposal = carries_out(operations.REVISE_PROPOSAL, proposals.revise)
    assign_proposal = carries_out(operations.ASSIGN_PROPOSAL, proposals.assign)
    recuse_from_proposal = carries_out(operations.RECUSE_FROM_PROPOSAL, proposals.recuse)
    review_proposal = carries_out(operations.REVIEW_PROPOSAL, proposals.review)
    send_proposal_back = carries_out(operations.SEND_PROPOSAL_BACK, proposals.send_back)
    approve_proposal = carries_out(operations.APPROVE_PROPOSAL, proposals.approve)
    deliver_proposal = carries_out(operations.DELIVER_PROPOSAL, proposals.deliver)
    sign_for_proposal = carries_out(operations.SIGN_FOR_PROPOSAL, proposals.sign_for)
    acknowledge_proposal = carries_out(operations.ACKNOWLEDGE_PROPOSAL, proposals.acknowledge)
    plan_rectification = carries_out(operations.PLAN_RECTIFICATION, proposals.plan)
    reply_to_proposal = carries_out(operations.REPLY_TO_PROPOSAL, proposals.reply)
    extend_proposal = carries_out(operations.EXTEND_PROPOSAL, proposals.extend)
    remind_of_proposal = carries_out(operations.REMIND_OF_PROPOSAL, proposals.remind)
    evaluate_rectification = carries_out(operations.EVALUATE_RECTIFICATION, proposals.evaluate)
    close_proposal = carries_out(operations.CLOSE_PROPOSAL, proposals.close)
    return_rectification = carries_out(operations.RETURN_RECTIFICATION, proposals.send_again)
    refer_proposal = carries_out(operations.REFER_PROPOSAL, proposals.refer)
    record_superior = carries_out(operations.RECORD_SUPERIOR, proposals.record_superior)
    look_back_at_proposal = carries_out(operations.LOOK_BACK_AT_PROPOSAL, proposals.look_back)
    record_recurrence = carries_out(operations.RECORD_RECURRENCE, proposals.recur)
    withdraw_proposal = carries_out(operations.WITHDRAW_PROPOSAL, proposals.withdraw)

    proposal = answers(operations.PROPOSAL, pages.proposal)
    proposals = answers(operations.PROPOSALS, pages.page)
    proposal_figures = answers(operations.PROPOSAL_FIGURES, pages.figures)
