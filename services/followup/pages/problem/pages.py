"""问题清单: the lists, one problem, and the form by which one is entered."""

from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup.problem import operations
from rongcuo.contracts.sorting import CaseSort
from services.followup.pages import pages
from services.followup.pages.problem import words as said
from services.followup.pages.problem.acts import PROBLEM
from services.followup.pages.problem.course import (
    ENDED,
    charts_of,
    holder_of_problem,
    occurrences,
    outcome_of,
    proposals_of,
    steps_of,
    steps_of_way,
    worded,
)
from services.followup.pages.problem.forms import ENTER, situations, today
from services.followup.pages.programme.asked import offering, reader
from services.followup.pages.proposal.words import STATES as LETTERS
from services.gateway.console.case.actions import act_page
from services.gateway.console.case.history import told_by
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.listing.tables import DUE, NUMBER, Table
from services.gateway.console.page.backend import Answer, ask_if_visible, do, organ_name
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Form
from services.gateway.console.page.labels import word
from services.gateway.console.page.layout import CASEWORK, for_casework, shown, signed_in

TABLE = Table("problems", (
    DUE, NUMBER, (lazy_gettext("存在的问题"), lambda line: word(said.TITLES, line["title"])),
    (lazy_gettext("薄弱点"), lambda line: word(said.WEAK_POINTS, line["weak_point"])),
    (lazy_gettext("单位"), lambda line: line["unit"]),
    (lazy_gettext("发生次数"), lambda line: line["times"]),
    (lazy_gettext("措施"), lambda line: f"{line['settled']}/{line['measures']}")))
OF_A_PROBLEM = {
    "overview": lazy_gettext("概要"), "measures": lazy_gettext("整改措施"),
    "rules": lazy_gettext("制度和风险点"), "timeline": lazy_gettext("时间线")}


@pages.get("/followup/problems")
@signed_in
def problems() -> ResponseReturnValue:
    """Those of the organ, and of those below."""
    tab = request.args.get("tab", "raised")
    known = situations({})
    choices = {"weak_point": said.WEAK_POINTS, "situation": known, "source": said.SOURCES}
    listed = Listed(page="console.followup.problems", tab=tab, sorts=tuple(CaseSort), filters={
        name: [(str(code), str(called)) for code, called in found.items()]
        for name, found in choices.items()})
    return list_page(
        listed, operations.PROBLEMS, TABLE, "problem/list.html", heading=gettext("问题清单"),
        tabs=said.TABS.items(), opens_on=said.TABS, none_here=word(said.EMPTY, tab), named=said, known=known,
        labelled=(("weak_point", gettext("薄弱点")), ("situation", gettext("适用情形")),
                  ("source", gettext("来源"))),
        may_enter=bool(CASEWORK & set(g.person["roles"])))


@pages.route("/followup/problems/new", methods=["GET", "POST"])
@for_casework
def enter_problem() -> ResponseReturnValue:
    """登记问题."""
    if request.method == "POST":
        try:
            made = do(operations.RAISE_PROBLEM, **reader(ENTER)(request.form, {}))
        except CaseError as mistake:
            return shown(explained(mistake), "problem/enter.html", typed=request.form, **offering(ENTER)({}))
        return redirect(url_for("console.followup.problem", case_id=made["case_id"]))
    return render_template("problem/enter.html", typed=Form(today({})), **offering(ENTER)({}))


@pages.get("/followup/problems/<case_id>")
@signed_in
def problem(case_id: str) -> ResponseReturnValue:
    """One problem."""
    tab = request.args.get("tab", "overview")
    if tab not in OF_A_PROBLEM:
        raise CaseError("not_found")
    return render_template("problem/case.html", **_page_of(PROBLEM.found(case_id), tab))


@pages.route("/followup/problems/<case_id>/act/<verb>", methods=["GET", "POST"])
@pages.route("/followup/problems/<case_id>/act/<verb>/attachments", methods=["GET", "POST"],
             endpoint="problem_act_with_files")
@signed_in
def problem_act(case_id: str, verb: str) -> ResponseReturnValue:
    """Do one thing to a problem, also with files."""
    return act_page(PROBLEM, case_id, verb)


def _page_of(found: Answer, tab: str) -> dict[str, Any]:
    outcome = outcome_of(found)
    return {"matter": found, "tab": tab, "tabs": OF_A_PROBLEM.items(), "kind": PROBLEM, "named": said,
            "part": f"problem/{tab}.html", "stage": outcome or word(said.STATES, found["state"]),
            "outcome": outcome, "holder": holder_of_problem(found), "steps": steps_of_way(found),
            "over": found["state"] in ENDED, "organ": organ_name(found["organ_id"]),
            "ours": found["organ_id"] == g.person["organ_id"], "known": situations(found),
            **steps_of(found), **_tab(found, tab)}


def _tab(found: Answer, tab: str) -> dict[str, Any]:
    if tab == "timeline":
        return {"entries": told_by({**found, "history": worded(found)})}
    if tab == "rules":
        return {"charts": charts_of(found)}
    if tab == "overview":
        merged = found["merged_into"]
        return {"into": ask_if_visible(operations.PROBLEM, case_id=merged) if merged else None,
                "times": occurrences(found), "proposals": proposals_of(found), "letter_states": LETTERS,
                "may_draft": bool(CASEWORK & set(g.person["roles"]))}
    return {}
