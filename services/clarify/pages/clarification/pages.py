"""澄清台: the board of clearings, one of them, and the way to apply for one."""

from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.clarify.clarification import operations
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sorting import CaseSort
from services.clarify.pages import pages
from services.clarify.pages.clarification import words as said
from services.clarify.pages.clarification.acts import CLEARING
from services.clarify.pages.clarification.course import (
    ENDED,
    awaited,
    held,
    holder_of_clearing,
    is_theirs,
    rule_of,
    steps_of_way,
)
from services.clarify.pages.clarification.forms import modes_left
from services.clarify.pages.clarification.next_step import steps_of
from services.clarify.pages.clarification.parts import parts_of
from services.clarify.pages.course import is_with_us
from services.clarify.pages.kinds import ended_at, limit_source, outcome_of
from services.clarify.pages.words import OUTCOMES
from services.gateway.console.case.actions import act_page
from services.gateway.console.case.history import told_by
from services.gateway.console.case.letters import letters_of
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.listing.tables import DUE, HELD, NUMBER, Table
from services.gateway.console.page import forms
from services.gateway.console.page.backend import Answer, ask, do, organ_name, pack_in_force
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Content, Form, kept_files, typed
from services.gateway.console.page.labels import word
from services.gateway.console.page.layout import CASEWORK, FILERS, shown, signed_in

STAGE, WHOM = lazy_gettext("环节"), lazy_gettext("澄清对象")
TABLE = Table("clearings", (
    DUE, NUMBER, (WHOM, lambda line: line["about"]), (STAGE, lambda line: word(said.STATES, line["state"])),
    (HELD, held)))


@pages.get("/clarify/clarifications")
@signed_in
def clarifications() -> ResponseReturnValue:
    """The board; for whoever files, what clears them or their unit."""
    own = bool(FILERS & set(g.person["roles"]))
    tab = request.args.get("tab", "own" if own else "organ")
    states = [(each, word(said.STATES, each)) for each in said.STATES]
    listed = Listed(page="console.clarify.clarifications", tab=tab, sorts=tuple(CaseSort),
                    filters={} if own else {"state": states})
    return list_page(
        listed, operations.CLARIFICATIONS, TABLE, "clarification/list.html", own=own, states=said.STATES,
        heading=gettext("我的澄清") if own else gettext("澄清台"), tabs=() if own else said.BOARD.items(),
        held=held, none_here=word(said.EMPTY, tab), may_apply=own or bool(CASEWORK & set(g.person["roles"])),
        beside=_beside(own), answers=said.ANSWERS, **(_units() if tab == "units" else {}))


def _beside(own: bool) -> list[tuple[str, str]]:
    """What to say, for a unit's own people; else the other lists of reports and of what follows from them."""
    if own:
        return [(str(said.UNITS_GUIDE), url_for("console.clarify.guidance"))]
    return [(gettext("检举控告"), url_for("console.clarify.reports")),
            (gettext("诬告陷害核查"), url_for("console.clarify.false_accusations"))]


def _units() -> Content:
    """Those that were asked and did not, here and below, with what is to be said to them."""
    asked = ask(operations.UNWILLING_UNITS, division_code=g.person["division_code"])
    return {"units": asked["units"], "guidance": pack_in_force().clarification.guidance.values()}


@pages.get("/clarify/guidance")
@signed_in
def guidance() -> ResponseReturnValue:
    """What a unit does that is asked to help with a clearing: of no case, for whoever is signed in."""
    return render_template("clarification/for_units.html", heading=said.UNITS_GUIDE,
                           guidance=pack_in_force().clarification.guidance.values())


@pages.get("/clarify/clarifications/<case_id>")
@signed_in
def clarification(case_id: str) -> ResponseReturnValue:
    """One clearing: for whoever works on it, and for the person whom it clears."""
    found = CLEARING.found(case_id)
    return render_template("clarification/case.html", **_page_of(found, request.args.get("tab", "overview")))


@pages.route("/clarify/clarifications/<case_id>/act/<verb>", methods=["GET", "POST"])
@pages.route("/clarify/clarifications/<case_id>/act/<verb>/attachments", methods=["GET", "POST"],
             endpoint="clarification_act_with_files")
@signed_in
def clarification_act(case_id: str, verb: str) -> ResponseReturnValue:
    """Do one thing to a clearing, also with files."""
    return act_page(CLEARING, case_id, verb)


@pages.route("/clarify/clarifications/new", methods=["GET", "POST"])
@pages.route("/clarify/clarifications/new/attachments", methods=["GET", "POST"],
             endpoint="apply_for_clarification_with_files")
@signed_in
def apply_for_clarification() -> ResponseReturnValue:
    """By the person, for themselves or their unit; of somebody without an account it is entered."""
    own = bool(FILERS & set(g.person["roles"]))
    if request.method != "POST":
        return render_template("clarification/apply.html", **_applying(own))
    try:
        case = do(operations.APPLY_FOR_CLARIFICATION, **_application(request.form, own))
    except CaseError as mistake:
        return shown(explained(mistake), "clarification/apply.html", **_applying(own))
    return redirect(url_for("console.clarify.clarification", case_id=case["case_id"]))


def _applying(own: bool) -> dict[str, Any]:
    return {"own": own, "typed": request.form, "kinds": said.KINDS.items(), "kept_files": kept_files()}


def _application(form: Form, own: bool) -> Content:
    oneself = {name: g.person[name] for name in ("name", "unit", "officer_id")}
    other = {"name": typed(form, "name"), "unit": typed(form, "unit"), "officer_id": ""}
    return {"organ_id": g.person["organ_id"], "attachments": forms.files(),
            "concerned": {**(oneself if own else other), "kind": form.get("kind", ""),
                          "post": typed(form, "post")},
            **{name: typed(form, name) for name in ("situation", "reported", "wish")}}


def _page_of(found: Answer, tab: str) -> dict[str, Any]:
    """What the page shows. Raises `not_found` for a tab that there is not."""
    if tab not in said.TABS:
        raise CaseError("not_found")
    outcome, theirs = outcome_of(found, ENDED, said.STATES), is_theirs(found)
    return {"matter": found, "tab": tab, "tabs": said.TABS.items(), "theirs": theirs, "inside": not theirs,
            "part": "timeline.html" if tab == "timeline" else f"clarification/{tab}.html",
            "stage": outcome or word(said.STATES, found["state"]), "outcome": outcome,
            "holder": holder_of_clearing(found), "steps": steps_of_way(found), "awaited": awaited(found),
            "over": found["state"] in ENDED, "ended_at": ended_at(found, ENDED),
            "limit_source": limit_source(found, rule_of(found).stages.values(), found["state"]),
            "ours": is_with_us(found),
            "now_with": "" if is_with_us(found) else organ_name(found["organ_id"]),
            "kinds": said.KINDS, "starts": said.STARTS, **steps_of(found), **_tab(found, tab)}


def _tab(found: Answer, tab: str) -> dict[str, Any]:
    if tab == "letters":
        return {"letters": letters_of(found["case_id"])}
    if tab == "timeline":
        return {"entries": told_by(found)}
    if tab == "overview":
        return {"parts": parts_of(found), "outcomes": OUTCOMES, "modes": said.MODES}
    dropped = [each.partition("：")[::2] for each in found["dropped"]]
    left = modes_left(found) if found["state"] == "carrying_out" else {}
    return {"modes": said.MODES, "answers": said.ANSWERS, "opinion": found["opinion"], "left": left,
            "dropped": dropped, "guidance": rule_of(found).guidance.values()}
