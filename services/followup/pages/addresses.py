"""The addresses of programmes, records and years in the API."""

from rongcuo.contracts.followup.programme import operations as contract
from rongcuo.contracts.followup.record import operations as of_records
from rongcuo.contracts.followup.year import operations as of_years
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

_RECORD, _CORRECTION = "/followup/records/<id:person_id>", "/followup/corrections/<id:case_id>"

OF_RECORDS = (
    get(_RECORD, of_records.RECORD),
    post(f"{_RECORD}/remarks", of_records.ADD_RECORD_REMARK, status=201),
    post(f"{_RECORD}/corrections", of_records.ASK_CORRECTION, status=201),
    get("/followup/corrections", of_records.CORRECTIONS),
    get(_CORRECTION, of_records.CORRECTION),
    post(f"{_CORRECTION}/answer", of_records.ANSWER_CORRECTION),
)

_YEAR = "/followup/years/<id:case_id>"

OF_YEARS = (
    post("/followup/years", of_years.DRAW_UP_YEAR_PLAN, status=201),
    get("/followup/years", of_years.VISIT_YEARS),
    get(_YEAR, of_years.VISIT_YEAR),
    post(f"{_YEAR}/approve-plan", of_years.APPROVE_YEAR_PLAN),
    post(f"{_YEAR}/report", of_years.DRAW_UP_YEAR_REPORT),
    post(f"{_YEAR}/approve-report", of_years.APPROVE_YEAR_REPORT),
)
