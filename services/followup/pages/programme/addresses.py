"""The addresses of programmes in the API."""

from rongcuo.contracts.followup.programme import operations as contract
from services.gateway.api.route import get, post

_PROGRAMME = "/followup/programmes/<id:case_id>"

OF_PROGRAMMES = (
    post("/followup/programmes", contract.REGISTER_SANCTION, status=201),
    get("/followup/programmes", contract.PROGRAMMES),
    get(_PROGRAMME, contract.PROGRAMME),
    post(f"{_PROGRAMME}/assign", contract.ASSIGN_PROGRAMME),
    post(f"{_PROGRAMME}/recuse", contract.RECUSE_FROM_PROGRAMME),
    post(f"{_PROGRAMME}/hand-up", contract.HAND_PROGRAMME_UP),
    post(f"{_PROGRAMME}/classify", contract.CLASSIFY_PERSON),
    post(f"{_PROGRAMME}/visits", contract.PLAN_VISIT),
    post(f"{_PROGRAMME}/record-visit", contract.RECORD_PROGRAMME_VISIT),
    post(f"{_PROGRAMME}/decline-visit", contract.DECLINE_VISIT),
    post(f"{_PROGRAMME}/accept-visit", contract.ACCEPT_VISIT),
    post(f"{_PROGRAMME}/correct-talk", contract.CORRECT_TALK),
    post(f"{_PROGRAMME}/opt-out", contract.OPT_OUT),
    post(f"{_PROGRAMME}/cancel-visit", contract.CANCEL_VISIT),
    post(f"{_PROGRAMME}/request-visit", contract.REQUEST_VISIT),
    post(f"{_PROGRAMME}/step", contract.WRITE_STEP),
    post(f"{_PROGRAMME}/sign-step", contract.SIGN_STEP),
    post(f"{_PROGRAMME}/go-on-unsigned", contract.GO_ON_UNSIGNED),
    post(f"{_PROGRAMME}/mentor", contract.NAME_MENTOR),
    post(f"{_PROGRAMME}/plan", contract.WRITE_GROWTH_PLAN),
    post(f"{_PROGRAMME}/sign-plan", contract.SIGN_GROWTH_PLAN),
    post(f"{_PROGRAMME}/milestones", contract.RECORD_MILESTONE),
    post(f"{_PROGRAMME}/execution", contract.CHECK_EXECUTION),
    post(f"{_PROGRAMME}/extend-execution", contract.EXTEND_EXECUTION),
    post(f"{_PROGRAMME}/gather", contract.GATHER_INFORMATION),
    post(f"{_PROGRAMME}/unit-evaluation", contract.RECORD_UNIT_EVALUATION),
    post(f"{_PROGRAMME}/evaluation", contract.EVALUATE_PROGRAMME),
    post(f"{_PROGRAMME}/escalate", contract.ESCALATE_PROGRAMME),
    post(f"{_PROGRAMME}/answer-escalation", contract.ANSWER_ESCALATION),
    post(f"{_PROGRAMME}/change-period", contract.CHANGE_PERIOD),
    post(f"{_PROGRAMME}/change-person", contract.CHANGE_PERSON),
    post(f"{_PROGRAMME}/complete", contract.COMPLETE_PROGRAMME),
    post(f"{_PROGRAMME}/remarks", contract.ADD_REMARK),
    post(f"{_PROGRAMME}/care-card", contract.SEND_CARE_CARD),
    post(f"{_PROGRAMME}/care-card/read", contract.READ_CARE_CARD),
)
