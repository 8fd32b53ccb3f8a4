"""The addresses of programmes and problems in the API."""

from flask.typing import ResponseReturnValue

from rongcuo.contracts.followup.problem import operations as of_problems
from rongcuo.contracts.followup.programme import operations as contract
from services.gateway.api.documents import ANY, file_of
from services.gateway.api.route import Route, get, post
from services.gateway.rpc import ask
from services.gateway.session import actor

_PROGRAMME = "/followup/programmes/<id:case_id>"
_PROBLEM = "/followup/problems/<id:case_id>"

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


def file_of_problem(case_id: str, sha256: str) -> ResponseReturnValue:
    """A paper that shows what was done, also of a problem that was merged into this one."""
    view = ask(of_problems.PROBLEM, {"case_id": case_id}, actor())
    brought = (each["by_id"] for measure in view["measures"] for each in measure["evidence"])
    return file_of(view, case_id, sha256, *brought)


OF_PROBLEMS = (
    post("/followup/problems", of_problems.RAISE_PROBLEM, status=201),
    get("/followup/problems", of_problems.PROBLEMS),
    get(_PROBLEM, of_problems.PROBLEM),
    post(f"{_PROBLEM}/describe", of_problems.DESCRIBE_PROBLEM),
    post(f"{_PROBLEM}/dismiss", of_problems.DISMISS_PROBLEM),
    post(f"{_PROBLEM}/merge", of_problems.MERGE_PROBLEM),
    post(f"{_PROBLEM}/recuse", of_problems.RECUSE_FROM_PROBLEM),
    post(f"{_PROBLEM}/hand-up", of_problems.HAND_PROBLEM_UP),
    post(f"{_PROBLEM}/measures", of_problems.PLAN_MEASURE),
    post(f"{_PROBLEM}/move-measure", of_problems.MOVE_MEASURE),
    post(f"{_PROBLEM}/report-measure", of_problems.REPORT_MEASURE),
    post(f"{_PROBLEM}/return-measure", of_problems.RETURN_MEASURE),
    post(f"{_PROBLEM}/close-measure", of_problems.CLOSE_MEASURE),
    post(f"{_PROBLEM}/drop-measure", of_problems.DROP_MEASURE),
    post(f"{_PROBLEM}/rules", of_problems.ENTER_RULE),
    post(f"{_PROBLEM}/repeal-rule", of_problems.REPEAL_RULE),
    post(f"{_PROBLEM}/risk-point", of_problems.WRITE_RISK_POINT),
    post(f"{_PROBLEM}/risk-point/withdraw", of_problems.WITHDRAW_RISK_POINT),
    post(f"{_PROBLEM}/recurrences", of_problems.NOTE_RECURRENCE),
    post(f"{_PROBLEM}/close", of_problems.CLOSE_PROBLEM),
    Route(verb="GET", address=f"{_PROBLEM}/attachments/<id:sha256>", does=file_of_problem, takes=None,
          gives=(), file=ANY, zh="下载整改的证明材料", en="Download a paper that shows what was done"),
    get("/followup/risk-points", of_problems.RISK_POINTS),
)
