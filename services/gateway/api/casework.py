"""Reviews, determinations, joint meetings and appeals: from opening to the decision and what follows it."""

from rongcuo.contracts.determination import operations
from rongcuo.contracts.review import operations as of_review
from services.gateway.api.receipt import BallotReceiptWanted, ballot_receipt
from services.gateway.api.route import Part, get, post

_REVIEW = "/reviews/<id:case_id>"
_DETERMINATION = "/determinations/<id:case_id>"
_MEETING = "/meetings/<id:meeting_id>"
_APPEAL = "/appeals/<id:appeal_id>"

REVIEWS = Part("reviews", "审查 · Review", (
    get("/reviews", of_review.PAGE),
    get("/reviews/punctuality", of_review.PUNCTUALITY),
    get("/reviews/workload", of_review.WORKLOAD),
    get(_REVIEW, of_review.CASE),
    post(f"{_REVIEW}/assign", of_review.ASSIGN),
    post(f"{_REVIEW}/recuse", of_review.RECUSE),
    post(f"{_REVIEW}/accept", of_review.ACCEPT),
    post(f"{_REVIEW}/request-supplement", of_review.REQUEST_SUPPLEMENT),
    post(f"{_REVIEW}/decline", of_review.DECLINE),
    post(f"{_REVIEW}/take-up", of_review.TAKE_UP),
    post(f"{_REVIEW}/uphold-refusal", of_review.UPHOLD_REFUSAL),
    post(f"{_REVIEW}/form-team", of_review.FORM_TEAM),
    post(f"{_REVIEW}/report-verification", of_review.REPORT_VERIFICATION),
    post(f"{_REVIEW}/suspend", of_review.SUSPEND),
    post(f"{_REVIEW}/resume", of_review.RESUME),
    post(f"{_REVIEW}/extend", of_review.EXTEND),
    post(f"{_REVIEW}/hand-up", of_review.HAND_UP),
))

DETERMINATIONS = Part("determinations", "容错认定 · Determinations", (
    post("/determinations", operations.OPEN_DETERMINATION, status=201),
    get("/determinations", operations.DETERMINATIONS),
    get("/determinations/workload", operations.WORKLOAD),
    get(_DETERMINATION, operations.DETERMINATION),
    get(f"{_DETERMINATION}/similar", operations.SIMILAR_CASES),
    post(f"{_DETERMINATION}/assign", operations.ASSIGN_DETERMINATION),
    post(f"{_DETERMINATION}/recuse", operations.RECUSE_FROM_DETERMINATION),
    post(f"{_DETERMINATION}/recusal-wish", operations.ASK_FOR_RECUSAL),
    post(f"{_DETERMINATION}/recusal-answer", operations.ANSWER_RECUSAL),
    post(f"{_DETERMINATION}/recusal-withdrawal", operations.WITHDRAW_RECUSAL),
    post(f"{_DETERMINATION}/accept", operations.ACCEPT_DETERMINATION),
    post(f"{_DETERMINATION}/refuse", operations.REFUSE_DETERMINATION),
    post(f"{_DETERMINATION}/form-team", operations.FORM_DETERMINATION_TEAM),
    post(f"{_DETERMINATION}/link-filing", operations.LINK_FILING),
    post(f"{_DETERMINATION}/evidence", operations.ADD_EVIDENCE),
    post(f"{_DETERMINATION}/findings", operations.RECORD_FINDING),
    post(f"{_DETERMINATION}/statement", operations.RECORD_STATEMENT),
    post(f"{_DETERMINATION}/facts-material", operations.WRITE_FACTS_MATERIAL),
    post(f"{_DETERMINATION}/negative-items", operations.ANSWER_NEGATIVE_ITEM),
    post(f"{_DETERMINATION}/assessments", operations.ASSESS),
    post(f"{_DETERMINATION}/report", operations.REPORT_DETERMINATION),
    post(f"{_DETERMINATION}/return", operations.RETURN_DETERMINATION),
    post(f"{_DETERMINATION}/withdraw", operations.WITHDRAW_DETERMINATION),
    post(f"{_DETERMINATION}/suspend", operations.SUSPEND_DETERMINATION),
    post(f"{_DETERMINATION}/resume", operations.RESUME_DETERMINATION),
    post(f"{_DETERMINATION}/extend", operations.EXTEND_DETERMINATION),
    post(f"{_DETERMINATION}/hand-up", operations.HAND_DETERMINATION_UP),
    post(f"{_DETERMINATION}/decision", operations.MAKE_DETERMINATION),
    post(f"{_DETERMINATION}/feedback", operations.GIVE_FEEDBACK),
    post(f"{_DETERMINATION}/record", operations.FILE_FOR_RECORD),
    post(f"{_DETERMINATION}/correction", operations.CORRECT_DETERMINATION),
    post(f"{_DETERMINATION}/revocation", operations.REVOKE_DETERMINATION),
    post("/clue-disposals", operations.DISPOSE_CLUE, status=201),
    get("/clue-disposals", operations.CLUE_DISPOSALS),
))

MEETINGS = Part("meetings", "联席会议 · Joint meetings", (
    post("/meetings", operations.CONVENE_MEETING, status=201),
    get("/meetings", operations.MEETINGS),
    get(_MEETING, operations.MEETING),
    post(f"{_MEETING}/recuse-member", operations.RECUSE_MEMBER),
    post(f"{_MEETING}/substitutes", operations.CALL_SUBSTITUTES),
    post(f"{_MEETING}/roll", operations.CALL_ROLL),
    post(f"{_MEETING}/open-vote", operations.OPEN_VOTE),
    post(f"{_MEETING}/votes", operations.CAST_VOTE),
    post(f"{_MEETING}/reveal", operations.REVEAL_VOTES),
    get(f"{_MEETING}/items/<id:item_id>/receipt", operations.BALLOT_RECEIPT, does=ballot_receipt,
        takes=BallotReceiptWanted, zh="本人选票的回执,可下载后自行核验",
        en="The receipt of one's own ballot; with `download` true as a file to be verified without us"),
    post(f"{_MEETING}/adjourn", operations.ADJOURN_MEETING),
    post(f"{_MEETING}/chair", operations.NAME_CHAIR),
    post(f"{_MEETING}/cancel", operations.CANCEL_MEETING),
    post(f"{_MEETING}/minutes", operations.WRITE_MINUTES),
    post(f"{_MEETING}/sign", operations.SIGN_MINUTES),
))

APPEALS = Part("appeals", "申诉 · Appeals", (
    post("/determinations/<id:case_id>/appeals", operations.LODGE_APPEAL, status=201),
    get("/appeals", operations.APPEALS),
    get(_APPEAL, operations.APPEAL),
    post(f"{_APPEAL}/panel", operations.FORM_APPEAL_PANEL),
    post(f"{_APPEAL}/decision", operations.DECIDE_APPEAL),
    post(f"{_APPEAL}/signatures", operations.SIGN_APPEAL_OPINION),
    post(f"{_APPEAL}/withdraw", operations.WITHDRAW_APPEAL),
))
