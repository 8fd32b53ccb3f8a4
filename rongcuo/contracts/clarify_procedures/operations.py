"""What can be done about findings of false accusation and clarifications, and asked."""

from rongcuo.contracts import clarify_procedures as contract
from rongcuo.contracts.operation import Command, Query

SERVICE = "clarify"

OPEN_FALSE_ACCUSATION = Command(
    SERVICE, "open_false_accusation", contract.OpenFalseAccusation, contract.FalseAccusationView,
    zh="对涉嫌诬告陷害的举报拟提请启动核查",
    en="Prepare the request to inquire into a suspected false accusation")
ASSIGN_FALSE_ACCUSATION = Command(
    SERVICE, "assign_false_accusation", contract.AssignFalseAccusation, contract.FalseAccusationView,
    zh="分派", en="Assign to a reviewer")
RECUSE_FROM_FALSE_ACCUSATION = Command(
    SERVICE, "recuse_from_false_accusation", contract.RecuseFromFalseAccusation, contract.FalseAccusationView,
    zh="回避", en="Recuse")
REQUEST_BEGINNING = Command(
    SERVICE, "request_beginning", contract.RequestBeginning, contract.FalseAccusationView,
    zh="报请上级批准启动核查", en="Ask the prefecture to approve the inquiry")
ANSWER_BEGINNING = Command(
    SERVICE, "answer_beginning", contract.AnswerBeginning, contract.FalseAccusationView,
    zh="批准、退回或者不予批准启动核查", en="Approve, return or refuse the inquiry")
ADD_ACCUSATION_EVIDENCE = Command(
    SERVICE, "add_accusation_evidence", contract.AddAccusationEvidence, contract.FalseAccusationView,
    zh="添加证据", en="Add evidence")
WEIGH_FACTOR = Command(SERVICE, "weigh_factor", contract.WeighFactor, contract.FalseAccusationView,
    zh="就五个方面之一评判捏造或者故意", en="Weigh one of the five factors for fabrication or intent")
ASK_REPORTER = Command(SERVICE, "ask_reporter", contract.AskReporter, contract.FalseAccusationView,
    zh="请举报人说明来源和依据", en="Ask the reporter for source and basis")
RECORD_REPORTER_HEARING = Command(
    SERVICE, "record_reporter_hearing", contract.RecordReporterHearing, contract.FalseAccusationView,
    zh="记录举报人的说明", en="Record what the reporter said")
RECORD_REPORTER_UNHEARD = Command(
    SERVICE, "record_reporter_unheard", contract.RecordReporterUnheard, contract.FalseAccusationView,
    zh="记录无法听取说明的原因", en="Record why the reporter could not be heard")
RECORD_CIRCUMSTANCES = Command(
    SERVICE, "record_circumstances", contract.RecordCircumstances, contract.FalseAccusationView,
    zh="记录从重、从轻情形", en="Record heavier and lighter circumstances")
RECORD_GAIN = Command(SERVICE, "record_gain", contract.RecordGain, contract.FalseAccusationView,
    zh="记录应当纠正的不当利益", en="Record a gain that is to be undone")
SERVE_DRAFT_FINDING = Command(
    SERVICE, "serve_draft_finding", contract.ServeDraftFinding, contract.FalseAccusationView,
    zh="向举报人告知拟认定意见", en="Put the draft finding to the reporter")
RECORD_DRAFT_ANSWER = Command(
    SERVICE, "record_draft_answer", contract.RecordDraftAnswer, contract.FalseAccusationView,
    zh="记录举报人对拟认定意见的意见", en="Record the reporter's answer to the draft")
TAKE_DRAFT_BACK = Command(SERVICE, "take_draft_back", contract.TakeDraftBack, contract.FalseAccusationView,
    zh="撤回拟认定意见，继续核查", en="Take the draft back and inquire further")
REQUEST_FINDING = Command(SERVICE, "request_finding", contract.RequestFinding, contract.FalseAccusationView,
    zh="报请上级认定", en="Ask the prefecture for the finding")
ANSWER_FINDING = Command(SERVICE, "answer_finding", contract.AnswerFinding, contract.FalseAccusationView,
    zh="批准、退回或者不予批准认定", en="Approve, return or refuse the finding")
END_AS_MISTAKEN = Command(SERVICE, "end_as_mistaken", contract.EndAsMistaken, contract.FalseAccusationView,
    zh="属于错告，解释说明后结束", en="A mistaken report: explain, and end")
END_AS_UNPROVEN = Command(SERVICE, "end_as_unproven", contract.EndAsUnproven, contract.FalseAccusationView,
    zh="不予认定，结束", en="Not proven: end")
LODGE_COMPLAINT = Command(SERVICE, "lodge_complaint", contract.LodgeComplaint, contract.FalseAccusationView,
    zh="举报人申诉", en="The reporter complains")
ANSWER_COMPLAINT = Command(
    SERVICE, "answer_complaint", contract.AnswerComplaint, contract.FalseAccusationView,
    zh="复查维持或者撤销认定", en="Uphold the finding or set it aside")
PUT_INTO_EFFECT = Command(SERVICE, "put_into_effect", contract.PutIntoEffect, contract.FalseAccusationView,
    zh="申诉期满，认定生效", en="The time for complaint has ended: the finding takes effect")
RECORD_HANDLING = Command(SERVICE, "record_handling", contract.RecordHandling, contract.FalseAccusationView,
    zh="记录处理情况", en="Record what was done")
UNDO_GAIN = Command(SERVICE, "undo_gain", contract.UndoGain, contract.FalseAccusationView,
    zh="记录不当利益的纠正", en="Record that a gain was undone")
CONCLUDE_FALSE_ACCUSATION = Command(
    SERVICE, "conclude_false_accusation", contract.ConcludeFalseAccusation, contract.FalseAccusationView,
    zh="办结", en="Conclude")
SUSPEND_FALSE_ACCUSATION = Command(
    SERVICE, "suspend_false_accusation", contract.SuspendFalseAccusation, contract.FalseAccusationView,
    zh="暂停计时", en="Suspend the clock")
RESUME_FALSE_ACCUSATION = Command(
    SERVICE, "resume_false_accusation", contract.ResumeFalseAccusation, contract.FalseAccusationView,
    zh="恢复计时", en="Resume the clock")
EXTEND_FALSE_ACCUSATION = Command(
    SERVICE, "extend_false_accusation", contract.ExtendFalseAccusation, contract.FalseAccusationView,
    zh="延长期限一次", en="Extend the limit once")
HAND_FALSE_ACCUSATION_UP = Command(
    SERVICE, "hand_false_accusation_up", contract.HandFalseAccusationUp, contract.FalseAccusationView,
    zh="移送上级机关", en="Hand up to the organ above")

PROPOSE_CLARIFICATION = Command(
    SERVICE, "propose_clarification", contract.ProposeClarification, contract.ClarificationView,
    zh="建议澄清", en="Propose a clarification")
APPLY_FOR_CLARIFICATION = Command(
    SERVICE, "apply_for_clarification", contract.ApplyForClarification, contract.ClarificationView,
    zh="本人或者单位申请澄清", en="Apply for a clarification")
ASSIGN_CLARIFICATION = Command(
    SERVICE, "assign_clarification", contract.AssignClarification, contract.ClarificationView,
    zh="分派", en="Assign to a reviewer")
RECUSE_FROM_CLARIFICATION = Command(
    SERVICE, "recuse_from_clarification", contract.RecuseFromClarification, contract.ClarificationView,
    zh="回避", en="Recuse")
LINK_REPORT = Command(SERVICE, "link_report", contract.LinkReport, contract.ClarificationView,
    zh="关联举报和反映问题", en="Link the report and its allegations")
ASSESS_EFFECTS = Command(SERVICE, "assess_effects", contract.AssessEffects, contract.ClarificationView,
    zh="评估影响情形", en="Assess what the report has done")
PLAN_CLARIFICATION = Command(
    SERVICE, "plan_clarification", contract.PlanClarification, contract.ClarificationView,
    zh="制定澄清方案", en="Plan the clearing")
ASK_OPINION = Command(SERVICE, "ask_opinion", contract.AskOpinion, contract.ClarificationView,
    zh="拟澄清告知，征求本人意见", en="Ask the person for their opinion of the plan")
GIVE_OPINION = Command(SERVICE, "give_opinion", contract.GiveOpinion, contract.ClarificationView,
    zh="本人意见", en="The person's opinion")
REQUEST_APPROVAL = Command(SERVICE, "request_approval", contract.RequestApproval, contract.ClarificationView,
    zh="报负责人审批", en="Ask the organ's head to approve")
PROPOSE_REFUSAL = Command(SERVICE, "propose_refusal", contract.ProposeRefusal, contract.ClarificationView,
    zh="建议不予澄清", en="Propose not to clear")
APPROVE_CLARIFICATION = Command(
    SERVICE, "approve_clarification", contract.ApproveClarification, contract.ClarificationView,
    zh="批准澄清", en="Approve the clearing")
RETURN_CLARIFICATION = Command(
    SERVICE, "return_clarification", contract.ReturnClarification, contract.ClarificationView,
    zh="退回重新评估", en="Return to assessment")
REFUSE_CLARIFICATION = Command(
    SERVICE, "refuse_clarification", contract.RefuseClarification, contract.ClarificationView,
    zh="不予澄清，须选明理由", en="Refuse, with a coded reason")
OBJECT_TO_NO_CLARIFICATION = Command(
    SERVICE, "object_to_no_clarification", contract.ObjectToNoClarification, contract.ClarificationView,
    zh="对不予澄清提出异议", en="Object to the refusal")
ANSWER_OBJECTION = Command(SERVICE, "answer_objection", contract.AnswerObjection, contract.ClarificationView,
    zh="上级审查异议", en="The next level answers the objection")
RECORD_ACT = Command(SERVICE, "record_act", contract.RecordAct, contract.ClarificationView,
    zh="记录一种方式的实施", en="Record that a mode was carried out")
DROP_MODE = Command(SERVICE, "drop_mode", contract.DropMode, contract.ClarificationView,
    zh="一种方式不再实施，须写明理由", en="Drop a mode, with reasons")
ASK_UNIT = Command(SERVICE, "ask_unit", contract.AskUnit, contract.ClarificationView,
    zh="请单位配合澄清", en="Ask a unit to do its part")
RECORD_UNIT_ANSWER = Command(
    SERVICE, "record_unit_answer", contract.RecordUnitAnswer, contract.ClarificationView,
    zh="记录单位的落实情况", en="Record what became of it")
FINISH_CLEARING = Command(SERVICE, "finish_clearing", contract.FinishClearing, contract.ClarificationView,
    zh="实施完毕", en="Every mode is carried out")
ARCHIVE_CLARIFICATION = Command(
    SERVICE, "archive_clarification", contract.ArchiveClarification, contract.ClarificationView,
    zh="归档并告知组织人事部门", en="Archive, and tell the personnel body")
RECORD_VISIT = Command(SERVICE, "record_visit", contract.RecordVisit, contract.ClarificationView,
    zh="记录澄清回访", en="Record the visit")
GIVE_CLEARING_FEEDBACK = Command(
    SERVICE, "give_clearing_feedback", contract.GiveClearingFeedback, contract.ClarificationView,
    zh="结果反馈，办结", en="Tell the result, and close")
WITHDRAW_CLARIFICATION = Command(
    SERVICE, "withdraw_clarification", contract.WithdrawClarification, contract.ClarificationView,
    zh="申请人撤回", en="The applicant withdraws")
SUSPEND_CLARIFICATION = Command(
    SERVICE, "suspend_clarification", contract.SuspendClarification, contract.ClarificationView,
    zh="暂停计时", en="Suspend the clock")
RESUME_CLARIFICATION = Command(
    SERVICE, "resume_clarification", contract.ResumeClarification, contract.ClarificationView,
    zh="恢复计时", en="Resume the clock")
EXTEND_CLARIFICATION = Command(
    SERVICE, "extend_clarification", contract.ExtendClarification, contract.ClarificationView,
    zh="延长期限一次", en="Extend the limit once")
HAND_CLARIFICATION_UP = Command(
    SERVICE, "hand_clarification_up", contract.HandClarificationUp, contract.ClarificationView,
    zh="移送上级机关", en="Hand up to the organ above")

FALSE_ACCUSATION = Query(
    SERVICE, "false_accusation", contract.FalseAccusationQuery, contract.FalseAccusationView,
    zh="一件诬告陷害核查，在您的权限内", en="One inquiry into a false accusation, as far as you may see it")
FALSE_ACCUSATIONS = Query(
    SERVICE, "false_accusations", contract.FalseAccusationsQuery, contract.FalseAccusationsPage,
    zh="诬告陷害核查：本单位、待批准、已办结",
    en="Inquiries into false accusations; tab: organ, approval, closed")
FALSE_ACCUSATION_FIGURES = Query(
    SERVICE, "false_accusation_figures", contract.FalseAccusationFiguresQuery,
    contract.FalseAccusationFigures,
    zh="诬告陷害认定的数字，五以下一律不显示", en="Figures of findings; below five, none is shown")
CLARIFICATION = Query(SERVICE, "clarification", contract.ClarificationQuery, contract.ClarificationView,
    zh="一件澄清，在您的权限内", en="One clarification, as far as you may see it")
CLARIFICATIONS = Query(SERVICE, "clarifications", contract.ClarificationsQuery, contract.ClarificationsPage,
    zh="澄清：本单位、我的、异议、单位未落实、已办结",
    en="Clarifications; tab: organ, mine, objections, units, closed")
UNWILLING_UNITS = Query(SERVICE, "unwilling_units", contract.UnwillingUnitsQuery, contract.UnwillingUnits,
    zh="请其配合澄清而没有落实的单位", en="Units that were asked to do their part of a clearing, and did not")
CLARIFICATION_FIGURES = Query(
    SERVICE, "clarification_figures", contract.ClarificationFiguresQuery, contract.ClarificationFigures,
    zh="澄清的数字：评估、应澄清、已澄清、不予澄清、回访、各阶段天数",
    en="Figures of clarifications: assessed, to be cleared, cleared, refused, visited, days per stage")
