"""What can be done about findings of false accusation, and asked."""

from rongcuo.contracts.clarify import false_accusation as contract
from rongcuo.contracts.clarify.figures import FalseAccusationFigures
from rongcuo.contracts.clarify.procedures import CaseNumber
from rongcuo.contracts.operation import Command, Query

SERVICE = "clarify"

OPEN_FALSE_ACCUSATION = Command(
    SERVICE, "open_false_accusation", contract.OpenFalseAccusation, CaseNumber,
    zh="对涉嫌诬告陷害的举报拟提请启动核查",
    en="Prepare the request to inquire into a suspected false accusation", rare=True)
ASSIGN_FALSE_ACCUSATION = Command(
    SERVICE, "assign_false_accusation", contract.AssignFalseAccusation, CaseNumber,
    zh="分派", en="Assign to a reviewer", rare=True)
RECUSE_FROM_FALSE_ACCUSATION = Command(
    SERVICE, "recuse_from_false_accusation", contract.RecuseFromFalseAccusation, CaseNumber,
    zh="回避", en="Recuse", rare=True)
REQUEST_BEGINNING = Command(
    SERVICE, "request_beginning", contract.RequestBeginning, CaseNumber,
    zh="报请上级批准启动核查", en="Ask the prefecture to approve the inquiry", rare=True)
ANSWER_BEGINNING = Command(
    SERVICE, "answer_beginning", contract.AnswerBeginning, CaseNumber,
    zh="批准、退回或者不予批准启动核查", en="Approve, return or refuse the inquiry", rare=True)
ADD_ACCUSATION_EVIDENCE = Command(
    SERVICE, "add_accusation_evidence", contract.AddAccusationEvidence, CaseNumber,
    zh="添加证据", en="Add evidence", rare=True)
WEIGH_FACTOR = Command(SERVICE, "weigh_factor", contract.WeighFactor, CaseNumber,
    zh="就五个方面之一评判捏造或者故意", en="Weigh one of the five factors for fabrication or intent",
    rare=True)
ASK_REPORTER = Command(SERVICE, "ask_reporter", contract.AskReporter, CaseNumber,
    zh="请举报人说明来源和依据", en="Ask the reporter for source and basis", rare=True)
RECORD_REPORTER_HEARING = Command(
    SERVICE, "record_reporter_hearing", contract.RecordReporterHearing, CaseNumber,
    zh="记录举报人的说明", en="Record what the reporter said", rare=True)
RECORD_REPORTER_UNHEARD = Command(
    SERVICE, "record_reporter_unheard", contract.RecordReporterUnheard, CaseNumber,
    zh="记录无法听取说明的原因", en="Record why the reporter could not be heard", rare=True)
RECORD_CIRCUMSTANCES = Command(
    SERVICE, "record_circumstances", contract.RecordCircumstances, CaseNumber,
    zh="记录从重、从轻情形", en="Record heavier and lighter circumstances", rare=True)
RECORD_GAIN = Command(SERVICE, "record_gain", contract.RecordGain, CaseNumber,
    zh="记录应当纠正的不当利益", en="Record a gain that is to be undone", rare=True)
SERVE_DRAFT_FINDING = Command(
    SERVICE, "serve_draft_finding", contract.ServeDraftFinding, CaseNumber,
    zh="向举报人告知拟认定意见", en="Put the draft finding to the reporter", rare=True)
RECORD_DRAFT_ANSWER = Command(
    SERVICE, "record_draft_answer", contract.RecordDraftAnswer, CaseNumber,
    zh="记录举报人对拟认定意见的意见", en="Record the reporter's answer to the draft", rare=True)
TAKE_DRAFT_BACK = Command(SERVICE, "take_draft_back", contract.TakeDraftBack, CaseNumber,
    zh="撤回拟认定意见，继续核查", en="Take the draft back and inquire further", rare=True)
REQUEST_FINDING = Command(SERVICE, "request_finding", contract.RequestFinding, CaseNumber,
    zh="报请上级认定", en="Ask the prefecture for the finding", rare=True)
ANSWER_FINDING = Command(SERVICE, "answer_finding", contract.AnswerFinding, CaseNumber,
    zh="批准、退回或者不予批准认定", en="Approve, return or refuse the finding", rare=True)
END_FALSE_ACCUSATION = Command(
    SERVICE, "end_false_accusation", contract.EndFalseAccusation, CaseNumber,
    zh="属于错告，解释说明；或者不予认定，结束", en="End: a mistaken report, explained; or not proven",
    rare=True)
RECORD_SERVICE = Command(SERVICE, "record_service", contract.RecordService, CaseNumber,
    zh="记录送达举报人", en="Record that it was served on the reporter", rare=True)
CONFIRM_ENTRY = Command(SERVICE, "confirm_entry", contract.ConfirmEntry, CaseNumber,
    zh="核对并确认代举报人录入的内容", en="Confirm what was entered for the reporter", rare=True)
LODGE_COMPLAINT = Command(SERVICE, "lodge_complaint", contract.LodgeComplaint, CaseNumber,
    zh="举报人申诉", en="The reporter complains", rare=True)
ANSWER_COMPLAINT = Command(
    SERVICE, "answer_complaint", contract.AnswerComplaint, CaseNumber,
    zh="复查维持或者撤销认定", en="Uphold the finding or set it aside", rare=True)
PUT_INTO_EFFECT = Command(SERVICE, "put_into_effect", contract.PutIntoEffect, CaseNumber,
    zh="申诉期满，认定生效", en="The time for complaint has ended: the finding takes effect", rare=True)
RECORD_HANDLING = Command(SERVICE, "record_handling", contract.RecordHandling, CaseNumber,
    zh="记录处理情况", en="Record what was done", rare=True)
UNDO_GAIN = Command(SERVICE, "undo_gain", contract.UndoGain, CaseNumber,
    zh="记录不当利益的纠正", en="Record that a gain was undone", rare=True)
CONCLUDE_FALSE_ACCUSATION = Command(
    SERVICE, "conclude_false_accusation", contract.ConcludeFalseAccusation, CaseNumber,
    zh="办结", en="Conclude", rare=True)
EXTEND_FALSE_ACCUSATION = Command(
    SERVICE, "extend_false_accusation", contract.ExtendFalseAccusation, CaseNumber,
    zh="延长期限一次", en="Extend the limit once", rare=True)
HAND_FALSE_ACCUSATION_UP = Command(
    SERVICE, "hand_false_accusation_up", contract.HandFalseAccusationUp, CaseNumber,
    zh="移送上级机关", en="Hand up to the organ above", rare=True)
FALSE_ACCUSATION = Query(
    SERVICE, "false_accusation", contract.FalseAccusationQuery, contract.FalseAccusationView,
    zh="一件诬告陷害核查，在您的权限内", en="One inquiry into a false accusation, as far as you may see it",
    rare=True)
FALSE_ACCUSATIONS = Query(
    SERVICE, "false_accusations", contract.FalseAccusationsQuery, contract.FalseAccusationsPage,
    zh="诬告陷害核查：本单位、待批准、已办结",
    en="Inquiries into false accusations; tab: organ, approval, closed", rare=True)
FALSE_ACCUSATION_FIGURES = Query(
    SERVICE, "false_accusation_figures", contract.FalseAccusationFiguresQuery,
    FalseAccusationFigures,
    zh="诬告陷害认定的数字，全省、已过去的半年，五以下一律不显示",
    en="Figures of findings in the province, of a past half-year; below five, none", rare=True)
ADDRESSED = Query(SERVICE, "addressed", contract.AddressedQuery, contract.Addressed, rare=True)
APPROVAL_WANTED = Query(SERVICE, "approval_wanted", contract.ApprovalWantedQuery, contract.ApprovalWanted,
                        rare=True)
