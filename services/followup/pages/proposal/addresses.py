"""The addresses of proposals in the API."""

from rongcuo.contracts.followup.proposal import operations as contract
from services.gateway.api.route import get, post

_PROPOSAL = "/followup/proposals/<id:case_id>"

OF_PROPOSALS = (
    post("/followup/proposals", contract.DRAFT_PROPOSAL, status=201),
    get("/followup/proposals", contract.PROPOSALS),
    get("/followup/proposal-figures", contract.PROPOSAL_FIGURES),
    get(_PROPOSAL, contract.PROPOSAL),
    post(f"{_PROPOSAL}/revise", contract.REVISE_PROPOSAL),
    post(f"{_PROPOSAL}/assign", contract.ASSIGN_PROPOSAL),
    post(f"{_PROPOSAL}/recuse", contract.RECUSE_FROM_PROPOSAL),
    post(f"{_PROPOSAL}/review", contract.REVIEW_PROPOSAL),
    post(f"{_PROPOSAL}/send-back", contract.SEND_PROPOSAL_BACK),
    post(f"{_PROPOSAL}/approve", contract.APPROVE_PROPOSAL),
    post(f"{_PROPOSAL}/deliver", contract.DELIVER_PROPOSAL),
    post(f"{_PROPOSAL}/sign-for", contract.SIGN_FOR_PROPOSAL),
    post(f"{_PROPOSAL}/acknowledge", contract.ACKNOWLEDGE_PROPOSAL),
    post(f"{_PROPOSAL}/plan", contract.PLAN_RECTIFICATION),
    post(f"{_PROPOSAL}/reply", contract.REPLY_TO_PROPOSAL),
    post(f"{_PROPOSAL}/extend", contract.EXTEND_PROPOSAL),
    post(f"{_PROPOSAL}/remind", contract.REMIND_OF_PROPOSAL),
    post(f"{_PROPOSAL}/evaluate", contract.EVALUATE_RECTIFICATION),
    post(f"{_PROPOSAL}/close", contract.CLOSE_PROPOSAL),
    post(f"{_PROPOSAL}/return", contract.RETURN_RECTIFICATION),
    post(f"{_PROPOSAL}/refer", contract.REFER_PROPOSAL),
    post(f"{_PROPOSAL}/record-superior", contract.RECORD_SUPERIOR),
    post(f"{_PROPOSAL}/look-back", contract.LOOK_BACK_AT_PROPOSAL),
    post(f"{_PROPOSAL}/recurrence", contract.RECORD_RECURRENCE),
    post(f"{_PROPOSAL}/withdraw", contract.WITHDRAW_PROPOSAL),
)
