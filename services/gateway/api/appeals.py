"""Appeals (申诉、复核) against a determination."""

from rongcuo.contracts.determination import operations
from services.gateway.api.route import Part, get, post

_ONE = "/appeals/<id:appeal_id>"

PART = Part("appeals", "申诉 · Appeals", (
    post("/determinations/<id:case_id>/appeals", operations.LODGE_APPEAL, status=201),
    get("/appeals", operations.APPEALS),
    get(_ONE, operations.APPEAL),
    post(f"{_ONE}/panel", operations.FORM_APPEAL_PANEL),
    post(f"{_ONE}/decision", operations.DECIDE_APPEAL),
    post(f"{_ONE}/signatures", operations.SIGN_APPEAL_OPINION),
    post(f"{_ONE}/withdraw", operations.WITHDRAW_APPEAL),
))
