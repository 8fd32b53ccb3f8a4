"""What can be done about reports, and asked."""

from types import NoneType

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.confirmation import confirm_event
from rongcuo.contracts.ledger import checkpoint
from rongcuo.contracts.operation import Command, Query
from rongcuo.contracts.watching import open_matters
from rongcuo.contracts.workload import Workload, WorkloadQuery

SERVICE = "clarify"

REGISTER_REPORT = Command(SERVICE, "register_report", contract.RegisterReport, contract.ReportNumber,
    zh="登记检举控告", en="Register a report")
RECEIVE_REPORT = Command(SERVICE, "receive_report", contract.ReceiveReport, contract.ReportNumber,
    signed_in=False)
ASSIGN_REPORT = Command(SERVICE, "assign_report", contract.AssignReport, contract.ReportNumber,
    zh="分派,或者领取未分派的", en="Assign, or take what nobody holds")
RECUSE_FROM_REPORT = Command(SERVICE, "recuse_from_report", contract.RecuseFromReport, contract.ReportNumber,
    zh="回避;此后对本人不再可见", en="Recuse; from then on it is not there for them")
FORM_REPORT_TEAM = Command(SERVICE, "form_report_team", contract.FormReportTeam, contract.ReportNumber,
    zh="组成核实组", en="Form the verification team")
SUSPEND_REPORT = Command(SERVICE, "suspend_report", contract.SuspendReport, contract.ReportNumber,
    zh="暂停计时,须写明理由", en="Stop the clock, with a reason")
RESUME_REPORT = Command(SERVICE, "resume_report", contract.ResumeReport, contract.ReportNumber,
    zh="恢复计时", en="Let the clock run again")
EXTEND_REPORT = Command(SERVICE, "extend_report", contract.ExtendReport, contract.ReportNumber,
    zh="延长本环节期限,限一次", en="Extend the stage, once")
HAND_REPORT_UP = Command(SERVICE, "hand_report_up", contract.HandReportUp, contract.ReportNumber,
    zh="移送上级机关:本机关无人可以办理", en="Hand up to the organ above: nobody here is free")
ACCEPT_REPORT = Command(SERVICE, "accept_report", contract.AcceptReport, contract.ReportNumber,
    zh="受理", en="Accept")
REFUSE_REPORT = Command(SERVICE, "refuse_report", contract.RefuseReport, contract.ReportNumber,
    zh="不予受理,写明理由和可以向谁提出", en="Refuse, with the reason and where to turn")
NOTE_MARKED_SECRET = Command(SERVICE, "note_marked_secret", contract.NoteMarkedSecret, NoneType,
    signed_in=False)
PASS_REPORT_UP = Command(SERVICE, "pass_report_up", contract.PassReportUp, contract.ReportNumber,
    zh="属于上级管理的,报上级,本级不留存内容", en="Pass up what the level above manages; nothing stays here")
CONFIRM_REPORTER = Command(SERVICE, "confirm_reporter", contract.ConfirmReporter, contract.ReportNumber,
    zh="核实确认实名举报", en="Confirm a real-name report")
LINK_REPORT = Command(SERVICE, "link_report", contract.LinkReport, contract.ReportNumber,
    zh="关联重复件、相关件", en="Link what it repeats or has to do with")
CLASSIFY_REPORT = Command(SERVICE, "classify_report", contract.ClassifyReport, contract.ReportNumber,
    zh="标注问题类别,可以多选", en="Put an allegation into categories")
DISPOSE_REPORT = Command(SERVICE, "dispose_report", contract.DisposeReport, contract.ReportNumber,
    zh="处置,并回答是否启动容错研判", en="Dispose, and answer the tolerance question")
RECORD_FINDINGS = Command(SERVICE, "record_findings", contract.RecordFindings, contract.ReportNumber,
    zh="逐项记录核查结论", en="Record what was found of each allegation")
RETURN_REPORT = Command(SERVICE, "return_report", contract.ReturnReport, contract.ReportNumber,
    zh="退回补充核实", en="Send back for more verification")
ANSWER_CLEARING = Command(SERVICE, "answer_clearing", contract.AnswerClearing, contract.ReportNumber,
    zh="回答是否澄清", en="Answer whether a name is to be cleared")
CLOSE_REPORT = Command(SERVICE, "close_report", contract.CloseReport, contract.ReportNumber,
    zh="办结", en="Close")
GIVE_REPORTER_FEEDBACK = Command(SERVICE, "give_reporter_feedback", contract.GiveReporterFeedback,
    contract.ReportNumber, zh="向实名举报人反馈", en="Tell a real-name reporter")
WRITE_RETROSPECTIVE = Command(SERVICE, "write_retrospective", contract.WriteRetrospective,
    contract.ReportNumber, zh="一案一议", en="Write down what was learned")
JUDGE_MATCH = Command(SERVICE, "judge_match", contract.JudgeMatch, contract.ReportNumber,
    zh="认定报备与所反映问题的关系", en="Judge what a filing is to an allegation")

CONFIRM_EVENT = confirm_event(SERVICE)
CHECKPOINT = checkpoint(SERVICE)
REPORT = Query(SERVICE, "report", contract.ReportQuery, contract.ReportView,
    zh="一件检举控告", en="One report")
REPORTS = Query(SERVICE, "reports", contract.ReportsQuery, contract.ReportsPage,
    zh="检举控告列表(在您的权限内)", en="Reports within your rights")
CANDIDATES = Query(SERVICE, "candidates", contract.ReportQuery, contract.Candidates,
    zh="可能是同一事项的报备,附支持和不支持的理由",
    en="Filings that may be about the same matter, with reasons")
REPORTS_WORKLOAD = Query(SERVICE, "reports_workload", WorkloadQuery, Workload,
    zh="本机关各人在办的检举控告", en="What each officer of the organ has in hand")
REPORT_FIGURES = Query(SERVICE, "report_figures", contract.FiguresQuery, contract.ReportFigures,
    zh="检举控告统计:渠道、署名、类别、级别、来源、初次和重复",
    en="Figures of reports: how they came in, and about what")
RETROSPECTIVE = Query(SERVICE, "retrospective", contract.ReportQuery, contract.RetrospectiveView)
CLUE = Query(SERVICE, "clue", contract.ReportQuery, contract.ClueView)
CLUES = Query(SERVICE, "clues", contract.CluesQuery, contract.Clues)
MAY_HANDLE = Query(SERVICE, "may_handle", contract.MayHandle, contract.Handling)
WORDS_TO_REPORTER = Query(SERVICE, "words_to_reporter", contract.ReportQuery, contract.WordsToReporter)
OPEN_MATTERS = open_matters(SERVICE)
