"""The addresses of problems in the API."""

from flask.typing import ResponseReturnValue

from rongcuo.contracts.followup.problem import operations as contract
from services.gateway.api.documents import ANY, file_of
from services.gateway.api.route import Route, get, post
from services.gateway.rpc import ask
from services.gateway.session import actor

_PROBLEM = "/followup/problems/<id:case_id>"


def file_of_problem(case_id: str, sha256: str) -> ResponseReturnValue:
    """A paper that shows what was done, also of a problem that was merged into this one."""
    view = ask(contract.PROBLEM, {"case_id": case_id}, actor())
    brought = (each["by_id"] for measure in view["measures"] for each in measure["evidence"])
    return file_of(view, case_id, sha256, *brought)


OF_PROBLEMS = (
    post("/followup/problems", contract.RAISE_PROBLEM, status=201),
    get("/followup/problems", contract.PROBLEMS),
    get(_PROBLEM, contract.PROBLEM),
    post(f"{_PROBLEM}/describe", contract.DESCRIBE_PROBLEM),
    post(f"{_PROBLEM}/dismiss", contract.DISMISS_PROBLEM),
    post(f"{_PROBLEM}/merge", contract.MERGE_PROBLEM),
    post(f"{_PROBLEM}/recuse", contract.RECUSE_FROM_PROBLEM),
    post(f"{_PROBLEM}/hand-up", contract.HAND_PROBLEM_UP),
    post(f"{_PROBLEM}/measures", contract.PLAN_MEASURE),
    post(f"{_PROBLEM}/move-measure", contract.MOVE_MEASURE),
    post(f"{_PROBLEM}/report-measure", contract.REPORT_MEASURE),
    post(f"{_PROBLEM}/return-measure", contract.RETURN_MEASURE),
    post(f"{_PROBLEM}/close-measure", contract.CLOSE_MEASURE),
    post(f"{_PROBLEM}/drop-measure", contract.DROP_MEASURE),
    post(f"{_PROBLEM}/rules", contract.ENTER_RULE),
    post(f"{_PROBLEM}/repeal-rule", contract.REPEAL_RULE),
    post(f"{_PROBLEM}/risk-point", contract.WRITE_RISK_POINT),
    post(f"{_PROBLEM}/risk-point/withdraw", contract.WITHDRAW_RISK_POINT),
    post(f"{_PROBLEM}/recurrences", contract.NOTE_RECURRENCE),
    post(f"{_PROBLEM}/close", contract.CLOSE_PROBLEM),
    Route(verb="GET", address=f"{_PROBLEM}/attachments/<id:sha256>", does=file_of_problem, takes=None,
          gives=(), file=ANY, zh="下载整改的证明材料", en="Download a paper that shows what was done"),
    get("/followup/risk-points", contract.RISK_POINTS),
)
