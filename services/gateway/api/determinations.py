"""Determinations (容错认定): from opening to the decision and what follows it; disposals of clues."""

from rongcuo.contracts.determination import operations
from services.gateway.api.route import Part, get, post

_ONE = "/determinations/<id:case_id>"

PART = Part("determinations", "容错认定 · Determinations", (
    post("/determinations", operations.OPEN_DETERMINATION, status=201),
    get("/determinations", operations.DETERMINATIONS),
    get("/determinations/workload", operations.WORKLOAD),
    get(_ONE, operations.DETERMINATION),
    get(f"{_ONE}/similar", operations.SIMILAR_CASES),
    post(f"{_ONE}/assign", operations.ASSIGN_DETERMINATION),
    post(f"{_ONE}/recuse", operations.RECUSE_FROM_DETERMINATION),
    post(f"{_ONE}/recusal-wish", operations.ASK_FOR_RECUSAL),
    post(f"{_ONE}/recusal-answer", operations.ANSWER_RECUSAL),
    post(f"{_ONE}/recusal-withdrawal", operations.WITHDRAW_RECUSAL),
    post(f"{_ONE}/accept", operations.ACCEPT_DETERMINATION),
    post(f"{_ONE}/refuse", operations.REFUSE_DETERMINATION),
    post(f"{_ONE}/form-team", operations.FORM_DETERMINATION_TEAM),
    post(f"{_ONE}/link-filing", operations.LINK_FILING),
    post(f"{_ONE}/evidence", operations.ADD_EVIDENCE),
    post(f"{_ONE}/findings", operations.RECORD_FINDING),
    post(f"{_ONE}/statement", operations.RECORD_STATEMENT),
    post(f"{_ONE}/facts-material", operations.WRITE_FACTS_MATERIAL),
    post(f"{_ONE}/negative-items", operations.ANSWER_NEGATIVE_ITEM),
    post(f"{_ONE}/assessments", operations.ASSESS),
    post(f"{_ONE}/report", operations.REPORT_DETERMINATION),
    post(f"{_ONE}/return", operations.RETURN_DETERMINATION),
    post(f"{_ONE}/withdraw", operations.WITHDRAW_DETERMINATION),
    post(f"{_ONE}/suspend", operations.SUSPEND_DETERMINATION),
    post(f"{_ONE}/resume", operations.RESUME_DETERMINATION),
    post(f"{_ONE}/extend", operations.EXTEND_DETERMINATION),
    post(f"{_ONE}/hand-up", operations.HAND_DETERMINATION_UP),
    post(f"{_ONE}/decision", operations.MAKE_DETERMINATION),
    post(f"{_ONE}/feedback", operations.GIVE_FEEDBACK),
    post(f"{_ONE}/record", operations.FILE_FOR_RECORD),
    post(f"{_ONE}/correction", operations.CORRECT_DETERMINATION),
    post(f"{_ONE}/revocation", operations.REVOKE_DETERMINATION),
    post("/clue-disposals", operations.DISPOSE_CLUE, status=201),
    get("/clue-disposals", operations.CLUE_DISPOSALS),
))
