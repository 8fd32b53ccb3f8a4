"""建议书: the lists, one proposal, the form by which one is drafted, and how many there are."""

from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup.problem.operations import PROBLEM
from rongcuo.contracts.followup.proposal import operations
from rongcuo.contracts.sorting import CaseSort
from services.followup.pages import pages
from services.followup.pages.programme.asked import offering
from services.followup.pages.proposal import words as said
from services.followup.pages.proposal.acts import PROPOSAL
from services.followup.pages.proposal.course import (
    OVER,
    holder_of_proposal,
    outcome_of,
    steps_of,
    steps_of_way,
    worded,
)
from services.followup.pages.proposal.forms import DRAFT, as_of_problem
from services.followup.pages.proposal.forms import worded as as_sent
from services.gateway.console.case.actions import act_page
from services.gateway.console.case.history import told_by
from services.gateway.console.case.letters import letters_of
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.listing.tables import DUE, NUMBER, Table
from services.gateway.console.page.backend import Answer, ask, ask_if_visible, do, organ_name
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Form
from services.gateway.console.page.labels import word
from services.gateway.console.page.layout import CASEWORK, for_casework, shown, signed_in

TABLE = Table("proposals", (
    DUE, NUMBER, (lazy_gettext("标题"), lambda line: line["title"]),
    (lazy_gettext("建议种类"), lambda line: word(said.KINDS, line["kind"])),
    (lazy_gettext("主送单位"), lambda line: line["addressee"]),
    (lazy_gettext("建议条数"), lambda line: line["suggestions"]),
    (lazy_gettext("环节"), lambda line: word(said.STATES, line["state"])),
    (lazy_gettext("在谁手里"), holder_of_proposal)))
OF_A_PROPOSAL = {
    "overview": lazy_gettext("建议"), "answers": lazy_gettext("整改"), "letters": lazy_gettext("文书"),
    "timeline": lazy_gettext("时间线")}


@pages.get("/followup/proposals")
@signed_in
def proposals() -> ResponseReturnValue:
    """Those that the person works on; for others, what came to their unit."""
    own = not {"reviewer", "lead", "supervisor"} & set(g.person["roles"])
    tab = request.args.get("tab", "addressed" if own else "organ")
    chosen = {} if own else {"state": [(each, word(said.STATES, each)) for each in said.STATES],
                             "kind": [(each, word(said.KINDS, each)) for each in said.KINDS]}
    listed = Listed(page="console.followup.proposals", tab=tab, sorts=tuple(CaseSort), filters=chosen)
    return list_page(
        listed, operations.PROPOSALS, TABLE, "proposal/list.html", own=own, states=said.STATES,
        kinds=said.KINDS, holder=holder_of_proposal,
        heading=gettext("收到的建议书") if own else gettext("建议书"),
        tabs=() if own else said.TABS.items(), none_here=word(said.EMPTY, tab),
        may_draft=bool(CASEWORK & set(g.person["roles"])))


@pages.get("/followup/proposals/figures")
@signed_in
def proposal_figures() -> ResponseReturnValue:
    """份数和条数: letters and suggestions, apart."""
    asked = request.args.get("year", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else g.now.year
    found = ask(operations.PROPOSAL_FIGURES, year=year)
    rows = [{**each, "organ": organ_name(each["organ_id"])} for each in found["figures"]]
    return render_template("proposal/figures.html", year=year, rows=rows, kinds=said.KINDS)


@pages.route("/followup/proposals/new", methods=["GET", "POST"])
@for_casework
def draft_proposal() -> ResponseReturnValue:
    """起草."""
    if request.method == "POST":
        try:
            made = do(operations.DRAFT_PROPOSAL, **as_sent(request.form, {}))
        except CaseError as mistake:
            return shown(explained(mistake), "proposal/draft.html", typed=request.form, **offering(DRAFT)({}))
        return redirect(url_for("console.followup.proposal", case_id=made["case_id"]))
    came_of = request.args.get("problem", "")
    typed = as_of_problem(ask(PROBLEM, case_id=came_of)) if came_of else {}
    return render_template("proposal/draft.html", typed=Form(typed), **offering(DRAFT)({}))


@pages.get("/followup/proposals/<case_id>")
@signed_in
def proposal(case_id: str) -> ResponseReturnValue:
    """One proposal: for whoever works on it, and for the unit that it is addressed to."""
    tab = request.args.get("tab", "overview")
    if tab not in OF_A_PROPOSAL:
        raise CaseError("not_found")
    return render_template("proposal/case.html", **_page_of(PROPOSAL.found(case_id), tab))


@pages.route("/followup/proposals/<case_id>/act/<verb>", methods=["GET", "POST"])
@pages.route("/followup/proposals/<case_id>/act/<verb>/attachments", methods=["GET", "POST"],
             endpoint="proposal_act_with_files")
@signed_in
def proposal_act(case_id: str, verb: str) -> ResponseReturnValue:
    """Do one thing to a proposal, also with files."""
    return act_page(PROPOSAL, case_id, verb)


def _page_of(found: Answer, tab: str) -> dict[str, Any]:
    outcome = outcome_of(found)
    return {"matter": found, "tab": tab, "tabs": OF_A_PROPOSAL.items(), "kind": PROPOSAL, "named": said,
            "part": f"proposal/{tab}.html", "stage": outcome or word(said.STATES, found["state"]),
            "outcome": outcome, "holder": holder_of_proposal(found), "steps": steps_of_way(found),
            "over": found["state"] in OVER, "organ": organ_name(found["organ_id"]),
            "ours": found["organ_id"] == g.person["organ_id"], **steps_of(found), **_tab(found, tab)}


def _tab(found: Answer, tab: str) -> dict[str, Any]:
    if tab == "letters":
        return {"letters": letters_of(found["case_id"])}
    if tab == "timeline":
        return {"entries": told_by({**found, "history": worded(found)})}
    came_of = found["content"]["problem_id"]
    if tab == "overview" and came_of and found["organ_id"] == g.person["organ_id"]:
        return {"came_of": ask_if_visible(PROBLEM, case_id=came_of)}    # from above nobody reads it here
    return {}
