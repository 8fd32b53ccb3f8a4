"""What review is told to do, and asked, about filings."""

from rongcuo.contracts import review as contract
from rongcuo.contracts.confirmation import confirm_event
from rongcuo.contracts.ledger import checkpoint
from rongcuo.contracts.operation import Command, Query
from rongcuo.contracts.watching import open_matters
from rongcuo.contracts.workload import workload

SERVICE = "review"

ASSIGN = Command(SERVICE, "assign", contract.AssignReview, contract.CaseView,
    zh="分派", en="Assign to a reviewer")
RECUSE = Command(SERVICE, "recuse", contract.RecuseReviewer, contract.CaseView, zh="回避", en="Recuse")
ACCEPT = Command(SERVICE, "accept", contract.AcceptFiling, contract.CaseView, zh="受理", en="Accept")
REQUEST_SUPPLEMENT = Command(SERVICE, "request_supplement", contract.RequestSupplement, contract.CaseView,
    zh="补正通知", en="Request a supplement")
DECLINE = Command(SERVICE, "decline", contract.DeclineFiling, contract.CaseView,
    zh="不予受理,须写明理由", en="Decline, with reasons")
TAKE_UP = Command(SERVICE, "take_up", contract.TakeUpFiling, contract.CaseView,
    zh="异议成立,重新审查,须写明理由", en="The objection is right: review anew, with reasons")
UPHOLD_REFUSAL = Command(SERVICE, "uphold_refusal", contract.UpholdRefusal, contract.CaseView,
    zh="维持不予受理,须写明理由", en="The refusal stands, with reasons")
FORM_TEAM = Command(SERVICE, "form_team", contract.FormVerificationTeam, contract.CaseView,
    zh="组成专项调查组", en="Form the verification team")
REPORT_VERIFICATION = Command(SERVICE, "report_verification", contract.ReportVerification, contract.CaseView,
    zh="报告核查结果", en="Report the verification's findings")
SUSPEND = Command(SERVICE, "suspend", contract.SuspendReview, contract.CaseView,
    zh="暂停计时,须写明理由", en="Suspend the clock, with a reason")
RESUME = Command(SERVICE, "resume", contract.ResumeReview, contract.CaseView,
    zh="恢复计时", en="Resume the clock")
EXTEND = Command(SERVICE, "extend", contract.ExtendReview, contract.CaseView,
    zh="延长期限一次", en="Extend the limit once")
HAND_UP = Command(SERVICE, "hand_up", contract.HandReviewUp, contract.CaseView,
    zh="移送上级机关,须写明理由", en="Hand up to the organ above, with a reason")

ASSIGN_FILING_CHECK = Command(SERVICE, "assign_filing_check", contract.AssignFilingCheck,
    contract.FilingCheckNumber, zh="分派报备核查,或者领取未分派的", en="Assign a filing check, or take one")
RECUSE_FROM_FILING_CHECK = Command(SERVICE, "recuse_from_filing_check", contract.RecuseFromFilingCheck,
    contract.FilingCheckNumber, zh="回避报备核查;此后对本人不再可见",
    en="Recuse from a filing check; from then on it is not there for them")
CONCLUDE_FILING_CHECK = Command(SERVICE, "conclude_filing_check", contract.ConcludeFilingCheck,
    contract.FilingCheckNumber, zh="报备核查结论", en="Conclude a filing check")
FILING_CHECK = Query(SERVICE, "filing_check", contract.FilingCheckQuery, contract.FilingCheckView,
    zh="一件报备核查,附报备时间的证明", en="One filing check, with the proof of when it was filed")
FILING_CHECKS = Query(SERVICE, "filing_checks", contract.FilingChecksQuery, contract.FilingChecksPage,
    zh="报备核查列表(在您的权限内)", en="Filing checks within your rights")

CASE = Query(SERVICE, "case", contract.CaseQuery, contract.CaseView,
    zh="一个案件,含期限的逐日说明", en="One case, with its deadline explained day by day")
PAGE = Query(SERVICE, "page", contract.CasesQuery, contract.CasesPage,
    zh="工作台:今日到期和逾期、我的、本单位、待分派、已办结",
    en="The work list; tab: due_today (or overdue), mine, organ, unassigned, closed")
PUNCTUALITY = Query(SERVICE, "punctuality", contract.PunctualityQuery, contract.Punctuality,
    zh="按时办结情况", en="How many were decided in time")
WORKLOAD = workload(SERVICE)
CONFIRM_EVENT = confirm_event(SERVICE)
CHECKPOINT = checkpoint(SERVICE)
OPEN_MATTERS = open_matters(SERVICE)
