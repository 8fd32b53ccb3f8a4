"""What can be done about clarifications, and asked."""

from rongcuo.contracts.clarify import clarification as contract
from rongcuo.contracts.clarify.figures import ClarificationFigures, FiguresQuery
from rongcuo.contracts.clarify.procedures import CaseNumber
from rongcuo.contracts.operation import Command, Query

SERVICE = "clarify"

APPLY_FOR_CLARIFICATION = Command(
    SERVICE, "apply_for_clarification", contract.ApplyForClarification, CaseNumber,
    zh="本人或者单位申请澄清", en="Apply for a clarification")
ASSIGN_CLARIFICATION = Command(
    SERVICE, "assign_clarification", contract.AssignClarification, CaseNumber,
    zh="分派", en="Assign to a reviewer")
RECUSE_FROM_CLARIFICATION = Command(
    SERVICE, "recuse_from_clarification", contract.RecuseFromClarification, CaseNumber,
    zh="回避", en="Recuse")
LINK_CLARIFICATION = Command(
    SERVICE, "link_clarification", contract.LinkClarification, CaseNumber,
    zh="关联已办结的举报", en="Link the closed report that an application is about")
ASSESS_CLARIFICATION = Command(
    SERVICE, "assess_clarification", contract.AssessClarification, CaseNumber,
    zh="评估影响情形，写明可以公开的表述", en="Assess what the report has done, and word what may be said")
PLAN_CLARIFICATION = Command(
    SERVICE, "plan_clarification", contract.PlanClarification, CaseNumber,
    zh="制定澄清方案", en="Plan the clearing")
ASK_OPINION = Command(SERVICE, "ask_opinion", contract.AskOpinion, CaseNumber,
    zh="拟澄清告知，征求本人意见", en="Ask the person for their opinion of the plan")
GIVE_OPINION = Command(SERVICE, "give_opinion", contract.GiveOpinion, CaseNumber,
    zh="本人意见", en="The person's opinion")
REQUEST_APPROVAL = Command(SERVICE, "request_approval", contract.RequestApproval, CaseNumber,
    zh="报负责人审批", en="Ask the organ's head to approve")
PROPOSE_REFUSAL = Command(SERVICE, "propose_refusal", contract.ProposeRefusal, CaseNumber,
    zh="建议不予澄清", en="Propose not to clear")
APPROVE_CLARIFICATION = Command(
    SERVICE, "approve_clarification", contract.ApproveClarification, CaseNumber,
    zh="批准澄清", en="Approve the clearing")
RETURN_CLARIFICATION = Command(
    SERVICE, "return_clarification", contract.ReturnClarification, CaseNumber,
    zh="退回重新评估", en="Return to assessment")
REFUSE_CLARIFICATION = Command(
    SERVICE, "refuse_clarification", contract.RefuseClarification, CaseNumber,
    zh="不予澄清，须选明理由", en="Refuse, with a coded reason")
OBJECT_TO_NO_CLARIFICATION = Command(
    SERVICE, "object_to_no_clarification", contract.ObjectToNoClarification, CaseNumber,
    zh="对不予澄清提出异议", en="Object to the refusal")
ANSWER_OBJECTION = Command(SERVICE, "answer_objection", contract.AnswerObjection, CaseNumber,
    zh="上级审查异议", en="The next level answers the objection")
RECORD_ACT = Command(SERVICE, "record_act", contract.RecordAct, CaseNumber,
    zh="记录一种方式的实施", en="Record that a mode was carried out")
DROP_MODE = Command(SERVICE, "drop_mode", contract.DropMode, CaseNumber,
    zh="一种方式不再实施，须写明理由", en="Drop a mode, with reasons")
ASK_UNIT = Command(SERVICE, "ask_unit", contract.AskUnit, CaseNumber,
    zh="请单位配合澄清", en="Ask a unit to do its part")
RECORD_UNIT_ANSWER = Command(
    SERVICE, "record_unit_answer", contract.RecordUnitAnswer, CaseNumber,
    zh="记录单位的落实情况", en="Record what became of it")
FINISH_CLEARING = Command(SERVICE, "finish_clearing", contract.FinishClearing, CaseNumber,
    zh="实施完毕", en="Every mode is carried out")
ARCHIVE_CLARIFICATION = Command(
    SERVICE, "archive_clarification", contract.ArchiveClarification, CaseNumber,
    zh="归档并告知组织人事部门", en="Archive, and tell the personnel body")
RECORD_VISIT = Command(SERVICE, "record_visit", contract.RecordVisit, CaseNumber,
    zh="记录澄清回访", en="Record the visit")
ANSWER_CLEARING_VISIT = Command(
    SERVICE, "answer_clearing_visit", contract.AnswerVisit, CaseNumber,
    zh="本人对回访记录的意见", en="What the person says to the record of the visit")
READ_CLARIFICATION = Command(
    SERVICE, "read_clarification", contract.ReadClarification, CaseNumber,
    zh="本人已看到告知的内容", en="The person has read what was put to them")
SERVE_CLARIFICATION = Command(
    SERVICE, "serve_clarification", contract.ServeClarification, CaseNumber,
    zh="登记纸质送达", en="Record that it was served on paper")
GIVE_CLEARING_FEEDBACK = Command(
    SERVICE, "give_clearing_feedback", contract.GiveClearingFeedback, CaseNumber,
    zh="结果反馈，办结", en="Tell the result, and close")
WITHDRAW_CLARIFICATION = Command(
    SERVICE, "withdraw_clarification", contract.WithdrawClarification, CaseNumber,
    zh="申请人撤回", en="The applicant withdraws")
EXTEND_CLARIFICATION = Command(
    SERVICE, "extend_clarification", contract.ExtendClarification, CaseNumber,
    zh="延长期限一次", en="Extend the limit once")
HAND_CLARIFICATION_UP = Command(
    SERVICE, "hand_clarification_up", contract.HandClarificationUp, CaseNumber,
    zh="移送上级机关", en="Hand up to the organ above")
CLARIFICATION = Query(SERVICE, "clarification", contract.ClarificationQuery, contract.ClarificationView,
    zh="一件澄清，在您的权限内", en="One clarification, as far as you may see it")
CLARIFICATIONS = Query(SERVICE, "clarifications", contract.ClarificationsQuery, contract.ClarificationsPage,
    zh="澄清：本单位、我的、异议、单位未落实、已办结、关于本人的",
    en="Clarifications; tab: organ, mine, objections, units, closed, own")
UNWILLING_UNITS = Query(SERVICE, "unwilling_units", contract.UnwillingUnitsQuery, contract.UnwillingUnits,
    zh="请其配合澄清而没有落实的单位", en="Units that were asked to do their part of a clearing, and did not")
CLARIFICATION_FIGURES = Query(
    SERVICE, "clarification_figures", FiguresQuery, ClarificationFigures,
    zh="澄清的数字：评估、应澄清、已澄清、不予澄清、回访、各环节工作日",
    en="What became of unfounded reports: assessed, to be cleared, cleared, refused, visited, days per stage")
