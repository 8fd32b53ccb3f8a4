"""回访教育: the lists, one programme, and the form by which a sanction is registered."""

from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup.programme import operations
from rongcuo.contracts.sorting import CaseSort
from services.followup.pages import pages
from services.followup.pages.programme import words as said
from services.followup.pages.programme.acts import PROGRAMME
from services.followup.pages.programme.asked import offering, reader
from services.followup.pages.programme.course import (
    duties_of,
    holder_of_programme,
    outcome_of,
    steps_of,
    steps_of_way,
    worded,
)
from services.followup.pages.programme.forms import REGISTER, attitude
from services.gateway.console.case.actions import act_page
from services.gateway.console.case.history import told_by
from services.gateway.console.case.letters import letters_of
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.listing.tables import DUE, NUMBER, Table
from services.gateway.console.page.backend import Answer, ask_if_visible, do, organ_name
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Form, kept_files
from services.gateway.console.page.labels import word
from services.gateway.console.page.layout import CASEWORK, for_casework, shown, signed_in

TABLE = Table("programmes", (
    DUE, NUMBER, (lazy_gettext("回访对象"), lambda line: line["about"]),
    (lazy_gettext("环节"), lambda line: word(said.STATES, line["state"])),
    (lazy_gettext("在谁手里"), lambda line: line["assignee_name"])))
OF_A_PROGRAMME = {
    "overview": lazy_gettext("概要"), "visits": lazy_gettext("回访"), "plan": lazy_gettext("成长方案"),
    "letters": lazy_gettext("文书"), "timeline": lazy_gettext("时间线")}


@pages.get("/followup/programmes")
@signed_in
def programmes() -> ResponseReturnValue:
    """Those that the person works on; for whoever files, their own."""
    own = not {"reviewer", "lead", "supervisor"} & set(g.person["roles"])
    tab = request.args.get("tab", "own" if own else "organ")
    listed = Listed(page="console.followup.programmes", tab=tab, sorts=tuple(CaseSort),
                    filters={} if own else {"state": [(each, word(said.STATES,
                                                                  each)) for each in said.STATES]})
    return list_page(
        listed, operations.PROGRAMMES, TABLE, "programme/list.html", own=own, states=said.STATES,
        bases=said.BASES, heading=gettext("我的回访教育") if own else gettext("回访教育"),
        tabs=() if own else said.TABS.items(), none_here=word(said.EMPTY, tab),
        may_register=bool(CASEWORK & set(g.person["roles"])))


@pages.route("/followup/programmes/new", methods=["GET", "POST"])
@pages.route("/followup/programmes/new/attachments", methods=["GET", "POST"],
             endpoint="register_sanction_with_files")
@for_casework
def register_sanction() -> ResponseReturnValue:
    """登记处分."""
    if request.method == "POST":
        try:
            made = do(operations.REGISTER_SANCTION, **reader(REGISTER, files="attachments")(request.form, {}))
        except CaseError as mistake:
            return shown(explained(mistake), "programme/register.html", typed=request.form,
                         kept_files=kept_files(), **offering(REGISTER)({}))
        return redirect(PROGRAMME.page(made) if ask_if_visible(operations.PROGRAMME, case_id=made["case_id"])
                        else url_for("console.followup.programmes", left="register_sanction"))
    return render_template("programme/register.html", typed=Form(), **offering(REGISTER)({}))


@pages.get("/followup/programmes/<case_id>")
@signed_in
def programme(case_id: str) -> ResponseReturnValue:
    """One programme: for whoever works on it, and for the person."""
    tab = request.args.get("tab", "overview")
    if tab not in OF_A_PROGRAMME:
        raise CaseError("not_found")
    return render_template("programme/case.html", **_page_of(PROGRAMME.found(case_id), tab))


@pages.route("/followup/programmes/<case_id>/act/<verb>", methods=["GET", "POST"])
@pages.route("/followup/programmes/<case_id>/act/<verb>/attachments", methods=["GET", "POST"],
             endpoint="programme_act_with_files")
@signed_in
def programme_act(case_id: str, verb: str) -> ResponseReturnValue:
    """Do one thing to a programme, also with files."""
    return act_page(PROGRAMME, case_id, verb)


def _page_of(found: Answer, tab: str) -> dict[str, Any]:
    outcome = outcome_of(found)
    return {"matter": found, "tab": tab, "tabs": OF_A_PROGRAMME.items(), "kind": PROGRAMME, "named": said,
            "part": f"programme/{tab}.html", "stage": outcome or word(said.STATES, found["state"]),
            "outcome": outcome, "holder": holder_of_programme(found), "steps": steps_of_way(found),
            "over": found["state"] in ("completed", "ended"), "organ": organ_name(found["organ_id"]),
            "ours": found["organ_id"] == g.person["organ_id"], **steps_of(found), **_tab(found, tab)}


def _tab(found: Answer, tab: str) -> dict[str, Any]:
    if tab == "letters":
        return {"letters": letters_of(found["case_id"])}
    if tab == "timeline":
        return {"entries": told_by({**found, "history": worded(found)})}
    return {"parts": duties_of(found), "attitude": attitude(found)} if tab == "overview" else {}
