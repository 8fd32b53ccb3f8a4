"""What it brings to the gateway: its addresses in the API, its list and the page of one report."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext

from rongcuo.contracts.clarify import (
    Channel,
    ClarificationState,
    FalseAccusationState,
    ReporterRequest,
    ReportState,
)
from rongcuo.contracts.clarify import operations as contract
from rongcuo.contracts.clarify.clarification.operations import CLARIFICATION
from rongcuo.contracts.clarify.false_accusation.operations import FALSE_ACCUSATION
from services.clarify.pages.addresses import OF_CLARIFICATIONS, OF_FALSE_ACCUSATIONS
from services.gateway.api.route import Part, get, post
from services.gateway.console import pages_of
from services.gateway.console.case.letters import letters_of
from services.gateway.console.listing.lists import Listed
from services.gateway.console.page.backend import ask
from services.gateway.console.page.layout import RailEntry, signed_in

_REPORT = "/clarify/reports/<id:report_id>"
PART = Part("clarify", "举报澄清 · Clarify", (
    post("/clarify/reports", contract.REGISTER_REPORT, status=201),
    get("/clarify/reports", contract.REPORTS),
    get("/clarify/reports/workload", contract.REPORTS_WORKLOAD),
    get(_REPORT, contract.REPORT),
    get(f"{_REPORT}/candidates", contract.CANDIDATES),
    post(f"{_REPORT}/assign", contract.ASSIGN_REPORT),
    post(f"{_REPORT}/recuse", contract.RECUSE_FROM_REPORT),
    post(f"{_REPORT}/accept", contract.ACCEPT_REPORT),
    post(f"{_REPORT}/refuse", contract.REFUSE_REPORT),
    post(f"{_REPORT}/pass-up", contract.PASS_REPORT_UP),
    post(f"{_REPORT}/confirm-reporter", contract.CONFIRM_REPORTER),
    post(f"{_REPORT}/link", contract.LINK_REPORT),
    post(f"{_REPORT}/classify", contract.CLASSIFY_REPORT),
    post(f"{_REPORT}/judge-match", contract.JUDGE_MATCH),
    post(f"{_REPORT}/dispose", contract.DISPOSE_REPORT),
    post(f"{_REPORT}/form-team", contract.FORM_REPORT_TEAM),
    post(f"{_REPORT}/findings", contract.RECORD_FINDINGS),
    post(f"{_REPORT}/return", contract.RETURN_REPORT),
    post(f"{_REPORT}/answer-clearing", contract.ANSWER_CLEARING),
    post(f"{_REPORT}/close", contract.CLOSE_REPORT),
    post(f"{_REPORT}/feedback", contract.GIVE_REPORTER_FEEDBACK),
    post(f"{_REPORT}/retrospective", contract.WRITE_RETROSPECTIVE),
    post(f"{_REPORT}/suspend", contract.SUSPEND_REPORT),
    post(f"{_REPORT}/resume", contract.RESUME_REPORT),
    post(f"{_REPORT}/extend", contract.EXTEND_REPORT),
    post(f"{_REPORT}/hand-up", contract.HAND_REPORT_UP),
    *OF_FALSE_ACCUSATIONS, *OF_CLARIFICATIONS,
))
RAIL = (RailEntry("console.clarify.reports", lazy_gettext("检举控告"), "list",
                  frozenset({"reviewer", "lead", "supervisor", "intake"}), ("/clarify",)),)
MATTERS = (("console.clarify.report", contract.REPORT, "report_id"),
           ("console.clarify.false_accusation", FALSE_ACCUSATION, "case_id"),
           ("console.clarify.clarification", CLARIFICATION, "case_id"))
TABS = (("organ", lazy_gettext("本单位")), ("due_today", lazy_gettext("今日到期")),
        ("mine", lazy_gettext("我的")), ("unassigned", lazy_gettext("待分派")),
        ("closed", lazy_gettext("已办结")))
STATES = {
    ReportState.RECEIVED: lazy_gettext("待管辖审查"), ReportState.ACCEPTED: lazy_gettext("已受理，待处置"),
    ReportState.HANDLING: lazy_gettext("核查中"), ReportState.HELD: lazy_gettext("暂存待查"),
    ReportState.CONCLUDING: lazy_gettext("结论审核"), ReportState.FEEDBACK: lazy_gettext("已办结，待反馈"),
    ReportState.CLOSED: lazy_gettext("已办结"), ReportState.NOT_ACCEPTED: lazy_gettext("未予受理"),
    ReportState.PASSED_UP: lazy_gettext("已报上级，本级不留存")}
CHANNELS = {
    Channel.LETTER: lazy_gettext("来信"), Channel.VISIT: lazy_gettext("来访"),
    Channel.PHONE: lazy_gettext("来电"), Channel.WEB: lazy_gettext("网络"),
    Channel.TRANSFERRED: lazy_gettext("转交")}
ACCUSATION_STATES = {
    FalseAccusationState.PREPARATION: lazy_gettext("拟提请启动核查"),
    FalseAccusationState.BEGIN_APPROVAL: lazy_gettext("报上级批准启动"),
    FalseAccusationState.INQUIRY: lazy_gettext("核查"),
    FalseAccusationState.DRAFT: lazy_gettext("拟认定意见，等举报人答复"),
    FalseAccusationState.FINDING_APPROVAL: lazy_gettext("报上级批准认定"),
    FalseAccusationState.FOUND: lazy_gettext("已认定，申诉期内不生效"),
    FalseAccusationState.COMPLAINT: lazy_gettext("申诉复查"),
    FalseAccusationState.UPHELD: lazy_gettext("复查维持"),
    FalseAccusationState.EFFECTIVE: lazy_gettext("生效，处理和纠正"),
    FalseAccusationState.CONCLUDED: lazy_gettext("处理办结"),
    FalseAccusationState.NOT_BEGUN: lazy_gettext("不予启动"),
    FalseAccusationState.MISTAKEN: lazy_gettext("属于错告，已解释说明"),
    FalseAccusationState.UNPROVEN: lazy_gettext("不予认定"),
    FalseAccusationState.SET_ASIDE: lazy_gettext("认定已撤销")}
CLEARING_STATES = {
    ClarificationState.ASSESSMENT: lazy_gettext("提出、评估"),
    ClarificationState.APPROVAL: lazy_gettext("报负责人审批"),
    ClarificationState.CARRYING_OUT: lazy_gettext("澄清实施"),
    ClarificationState.ARCHIVE: lazy_gettext("已澄清，待归档"),
    ClarificationState.VISIT: lazy_gettext("已澄清，待回访"),
    ClarificationState.FEEDBACK: lazy_gettext("已回访，待结果反馈"),
    ClarificationState.CLOSED: lazy_gettext("澄清已办结"),
    ClarificationState.REFUSED: lazy_gettext("不予澄清"),
    ClarificationState.OBJECTED: lazy_gettext("对不予澄清有异议，上级审查"),
    ClarificationState.WITHDRAWN: lazy_gettext("不再办理")}
REQUESTS = {
    ReporterRequest.PROTECTION: lazy_gettext("请求保护"),
    ReporterRequest.RECUSAL: lazy_gettext("申请承办人回避"),
    ReporterRequest.WITHDRAWAL: lazy_gettext("要求撤回（只作记录，不停止办理）")}
pages = pages_of("clarify", __name__)


@pages.get("/clarify/reports")
@signed_in
def reports() -> ResponseReturnValue:
    """Those that the person sees, a tab at a time."""
    listed = Listed(page="console.clarify.reports", tab=Listed(page="").of("tab") or "organ")
    page = ask(contract.REPORTS, tab=listed.tab, search=listed.of("search"), cursor=listed.of("cursor"))
    return render_template("reports.html", page=page, listed=listed, tabs=TABS, states=STATES,
                           channels=CHANNELS)


@pages.get("/clarify/reports/<report_id>")
@signed_in
def report(report_id: str) -> ResponseReturnValue:
    """One, as far as it is there for the person."""
    return render_template("report.html", report=ask(contract.REPORT, report_id=report_id), states=STATES,
                           channels=CHANNELS, requests=REQUESTS)


@pages.get("/clarify/false-accusations/<case_id>")
@signed_in
def false_accusation(case_id: str) -> ResponseReturnValue:
    """One inquiry, as far as it is there for the person."""
    return render_template("false_accusation.html", case=ask(FALSE_ACCUSATION, case_id=case_id),
                           states=ACCUSATION_STATES)


@pages.get("/clarify/clarifications/<case_id>")
@signed_in
def clarification(case_id: str) -> ResponseReturnValue:
    """One clearing: for whoever works on it, and for the person whom it clears."""
    return render_template("clarification.html", case=ask(CLARIFICATION, case_id=case_id),
                           states=CLEARING_STATES, letters=letters_of(case_id))
