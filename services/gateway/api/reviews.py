"""The review of filings: work list, cases, decisions."""

from rongcuo.contracts.review import operations
from services.gateway.api.route import Part, get, post

_ONE = "/reviews/<id:case_id>"

PART = Part("reviews", "审查 · Review", (
    get("/reviews", operations.PAGE),
    get("/reviews/punctuality", operations.PUNCTUALITY),
    get("/reviews/workload", operations.WORKLOAD),
    get(_ONE, operations.CASE),
    post(f"{_ONE}/assign", operations.ASSIGN),
    post(f"{_ONE}/recuse", operations.RECUSE),
    post(f"{_ONE}/accept", operations.ACCEPT),
    post(f"{_ONE}/request-supplement", operations.REQUEST_SUPPLEMENT),
    post(f"{_ONE}/decline", operations.DECLINE),
    post(f"{_ONE}/take-up", operations.TAKE_UP),
    post(f"{_ONE}/uphold-refusal", operations.UPHOLD_REFUSAL),
    post(f"{_ONE}/form-team", operations.FORM_TEAM),
    post(f"{_ONE}/report-verification", operations.REPORT_VERIFICATION),
    post(f"{_ONE}/suspend", operations.SUSPEND),
    post(f"{_ONE}/resume", operations.RESUME),
    post(f"{_ONE}/extend", operations.EXTEND),
    post(f"{_ONE}/hand-up", operations.HAND_UP),
))
