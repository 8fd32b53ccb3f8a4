"""One report: where it is, what it consists of, what can be done; the filings beside it; its reporter."""

from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext

from rongcuo.contracts.determination.operations import OF_REPORT
from rongcuo.contracts.errors import CaseError
from services.clarify.pages import pages
from services.clarify.pages import words as said
from services.clarify.pages.acts import REPORT
from services.clarify.pages.course import (
    ENDED,
    awaited,
    holder_of_report,
    is_with_us,
    outcome_of,
    pack_of_report,
    steps_of_way,
)
from services.clarify.pages.kinds import limit_source
from services.clarify.pages.match import match_tab
from services.clarify.pages.next_step import steps_of
from services.clarify.pages.parts import parts_of
from services.clarify.pages.talk import talk_tab
from services.gateway.console.case.actions import act_page
from services.gateway.console.case.history import told_by
from services.gateway.console.page.backend import Answer, ask, organ_name
from services.gateway.console.page.forms import Form
from services.gateway.console.page.labels import Words, word
from services.gateway.console.page.layout import signed_in

TABS: Words = {"overview": lazy_gettext("概要"), "match": lazy_gettext("报备比对"),
               "reporter": lazy_gettext("举报人"), "timeline": lazy_gettext("时间线")}
PARTS = {"timeline": "timeline.html"}     # templates that others show, too
OF_WHAT_LEFT = frozenset({"overview", "timeline"})
OF_THE_REPORTER = frozenset({"take_receipt", "take_message", "take_request"})


@pages.get("/clarify/reports/<report_id>")
@signed_in
def report(report_id: str) -> ResponseReturnValue:
    """As far as it is there for the person."""
    found = REPORT.found(report_id)
    return render_template("report.html", **page_of(found, request.args.get("tab", "overview")))


@pages.route("/clarify/reports/<report_id>/act/<verb>", methods=["GET", "POST"])
@pages.route("/clarify/reports/<report_id>/act/<verb>/attachments", methods=["GET", "POST"],
             endpoint="report_act_with_files")
@signed_in
def report_act(report_id: str, verb: str) -> ResponseReturnValue:
    """Do one thing to a report, also with files."""
    return act_page(REPORT, report_id, verb)


def page_of(found: Answer, tab: str, typed: Form | None = None) -> dict[str, Any]:
    """What the page shows. Raises `not_found` for a tab that there is not. `typed`: into a form of it that
    comes back."""
    tabs = {code: each for code, each in TABS.items() if code in OF_WHAT_LEFT or found["pseudonym"]}
    if tab not in tabs:
        raise CaseError("not_found")
    outcome, pack = outcome_of(found), pack_of_report(found)
    return {"report": found, "matter": found, "tab": tab, "tabs": tabs.items(),
            "part": PARTS.get(tab, f"report_{tab}.html"), "said_as": said,
            "awaited": awaited(found), "ended_at": found["decided_at"],
            "stage": outcome or word(said.STATES, found["state"]), "outcome": outcome,
            "holder": holder_of_report(found), "steps": steps_of_way(found), "over": found["state"] in ENDED,
            "limit_source": limit_source(found, pack.reports.stages, found["stage"]), "reports": pack.reports,
            "refusals": pack.clarification.refusals, "ours": is_with_us(found),
            "now_with": "" if is_with_us(found) else organ_name(found["organ_id"]),
            "passed_to": organ_name(found["passed_to"]) if found["passed_to"] else "",
            **steps_of(found), **_tab(found, tab, typed)}


def _tab(found: Answer, tab: str, typed: Form | None) -> dict[str, Any]:
    if tab == "match":
        return match_tab(found)
    if tab == "reporter":
        return talk_tab(found, typed)
    if tab == "timeline":
        return {"entries": [_by_the_day(each) for each in told_by(found)]}
    return {"parts": parts_of(found), "determinations": _determinations(found)}


def _determinations(found: Answer) -> list[Answer]:
    """Those that it has led to, as far as the person sees them."""
    arose = any(each["tolerance_arises"] for each in found["dispositions"])
    led_to: list[Answer] = ask(OF_REPORT, report_id=found["report_id"])["cases"] if arose else []
    return led_to


def _by_the_day(step: dict[str, Any]) -> dict[str, Any]:
    """When the reporter was there, no page says to the minute."""
    return step | {"at": step["at"][:10]} if step["what"] in OF_THE_REPORTER else step
