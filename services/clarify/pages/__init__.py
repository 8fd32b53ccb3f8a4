"""What it brings to the gateway: its addresses in the API; the lists and pages of reports, of clearings and
of inquiries. A report is entered, and its reporter sealed, at the vault's desk."""

from importlib import import_module

from flask_babel import lazy_gettext

from rongcuo.contracts.clarify import operations as contract
from rongcuo.contracts.clarify.clarification.operations import CLARIFICATION
from rongcuo.contracts.clarify.false_accusation.operations import FALSE_ACCUSATION
from services.clarify.pages.addresses import OF_CLARIFICATIONS, OF_FALSE_ACCUSATIONS
from services.gateway.api.route import Part, get, post
from services.gateway.console import pages_of
from services.gateway.console.page.layout import CASEWORK, FILERS, RailEntry

_REPORT, BOARD = "/clarify/reports/<id:report_id>", "/clarify/clarifications"
GUIDANCE = "/clarify/guidance"
PART = Part("clarify", "举报澄清 · Clarify", (
    post("/clarify/reports", contract.REGISTER_REPORT, status=201),
    get("/clarify/reports", contract.REPORTS),
    get("/clarify/reports/workload", contract.REPORTS_WORKLOAD),
    get("/clarify/reports/figures", contract.REPORT_FIGURES),
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
# Whoever works on reports reaches what follows from them beside their list.
RAIL = (
    RailEntry("console.clarify.reports", lazy_gettext("举报澄清"), "list", CASEWORK,
              ("/clarify", "/unsealings")),
    RailEntry("console.clarify.reports", lazy_gettext("检举控告"), "list",
              frozenset({"supervisor", "intake"}), ("/clarify",)),
    RailEntry("console.clarify.clarifications", lazy_gettext("澄清台"), "tick", frozenset({"supervisor"}),
              (BOARD,)),
    RailEntry("console.clarify.clarifications", lazy_gettext("我的澄清"), "tick", FILERS,
              (BOARD, GUIDANCE)))
MATTERS = (("console.clarify.report", contract.REPORT, "report_id"),
           ("console.clarify.false_accusation", FALSE_ACCUSATION, "case_id"),
           ("console.clarify.clarification", CLARIFICATION, "case_id"))
IN_MEMORY = ("console.clarify.false_accusation_act_with_papers",)     # a reporter's papers
pages = pages_of("clarify", __name__)
for _page in ("reports", "report", "reporter", "figures", "clarification.pages", "false_accusation.pages"):
    import_module(f"{__name__}.{_page}")
