"""The review of filings: work list, cases, decisions."""

from rongcuo.contracts.review import (
    AcceptFiling,
    AssignReview,
    CaseQuery,
    CasesPage,
    CasesQuery,
    CaseView,
    DeclineFiling,
    ExtendReview,
    FormVerificationTeam,
    HandReviewUp,
    Punctuality,
    PunctualityQuery,
    RecuseReviewer,
    ReportVerification,
    RequestSupplement,
    ResumeReview,
    SuspendReview,
    TakeUpFiling,
    UpholdRefusal,
)
from services.gateway.api.route import Part, Route, get, post


def _act(verb: str, contract: type, zh: str, en: str) -> Route:
    method = verb.replace("-", "_")
    return post(f"/reviews/<id:case_id>/{verb}", f"review.{method}", contract, CaseView, zh, en)


PART = Part("reviews", "审查 · Review", (
    get("/reviews", "review.page", CasesQuery, CasesPage,
        "工作台:今日到期、我的、本单位、待分派、已办结",
        "The work list; tab: due_today, mine, organ, unassigned, closed"),
    get("/reviews/punctuality", "review.punctuality", PunctualityQuery, Punctuality,
        "按时办结情况", "How many were decided in time"),
    get("/reviews/<id:case_id>", "review.case", CaseQuery, CaseView,
        "一个案件,含期限的逐日说明", "One case, with its deadline explained day by day"),
    _act("assign", AssignReview, "分派", "Assign to a reviewer"),
    _act("recuse", RecuseReviewer, "回避", "Recuse"),
    _act("accept", AcceptFiling, "受理", "Accept"),
    _act("request-supplement", RequestSupplement, "补正通知", "Request a supplement"),
    _act("decline", DeclineFiling, "不予受理,须写明理由", "Decline, with reasons"),
    _act("take-up", TakeUpFiling, "异议成立,重新审查,须写明理由",
         "The objection is right: review anew, with reasons"),
    _act("uphold-refusal", UpholdRefusal, "维持不予受理,须写明理由", "The refusal stands, with reasons"),
    _act("form-team", FormVerificationTeam, "组成专项调查组", "Form the verification team"),
    _act("report-verification", ReportVerification, "报告核查结果", "Report the verification's findings"),
    _act("suspend", SuspendReview, "暂停计时,须写明理由", "Suspend the clock, with a reason"),
    _act("resume", ResumeReview, "恢复计时", "Resume the clock"),
    _act("extend", ExtendReview, "延长期限一次", "Extend the limit once"),
    _act("hand-up", HandReviewUp, "移送上级机关,须写明理由", "Hand up to the organ above, with a reason"),
))
