"""复核: an appeal, its panel, and its decision."""

from flask import g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.determination import operations
from rongcuo.contracts.sorting import CaseSort
from services.gateway.console import blueprint, forms, tables
from services.gateway.console.acts import Act, Kind, act_page, always
from services.gateway.console.backend import Answer, ask_if_visible
from services.gateway.console.case_parts import last
from services.gateway.console.determination.acts import REASON, SUBJECT
from services.gateway.console.determination.opinions import mine, opinions_of, signed, to_sign
from services.gateway.console.determination.rules import (
    INSIDE,
    as_it_stands,
    as_typed,
    assessed,
    current_decision,
    forms_left,
    judged_by,
    no_harsher,
    noted,
    run_by,
)
from services.gateway.console.forms import Content, Form, said
from services.gateway.console.frame import signed_in
from services.gateway.console.history import told_by
from services.gateway.console.holders import appeal_holder
from services.gateway.console.lists import Listed, list_page
from services.gateway.console.people import judges
from services.gateway.console.words import FORMS, OWN_TABS

ORDER = ("form_panel", "sign", "decide", "withdraw")


def _decision_appealed(appeal: Answer) -> Content:
    """The case's decision, of which the appeal complains."""
    case = ask_if_visible(operations.DETERMINATION, case_id=appeal["case_id"])
    if case is None:
        return {"sets": [], "forms": enumerate(FORMS)}
    return {"case": case, "pack": judged_by(case), "sets": assessed(case), "forms": forms_left(case),
            "decision": current_decision(case), "former": _former(appeal, case), "outcomes": no_harsher(case),
            "standing_items": case["standing_items"], "limit_source": run_by(case).appeal.source}


def _former(appeal: Answer, case: Answer) -> Answer | None:
    """The decision against which it was lodged, where another took its place on appeal."""
    if appeal["upheld"] is not False:
        return None
    return next((each for each in case["decisions"] if each["decision_id"] == appeal["decision_id"]), None)


def _in_its_own_words(appeal: Answer) -> Content:
    """What the person has said, to be said anew; otherwise the decision that holds, to be upheld as it is or
    changed, with reasons of their own."""
    if said := mine(appeal):
        return as_typed(said)
    case = ask_if_visible(operations.DETERMINATION, case_id=appeal["case_id"])
    return {**as_it_stands(case), "reasons": ""} if case else {}


def _signable(appeal: Answer) -> Content:
    return {**_decision_appealed(appeal), "to_sign": to_sign(appeal)}


def _may_sit(appeal: Answer) -> Content:
    """Who sits already, of whichever organ, and nobody who had a hand in the case."""
    here = judges()
    batch = [{"unit": "", **each} for each in appeal["panel"] if each["officer_id"] not in here]
    return {"officers": [*batch, *(each for officer_id, each in here.items()
                                   if officer_id not in appeal["engaged"])]}


def _panel(form: Form, _: Answer) -> Content:
    return {"officer_ids": form.getlist("officer_ids")}


_ONCE_AGREED = (
    (SUBJECT, lazy_gettext(
        "复核组过半数同意后，收到申诉决定书：维持还是变更，以及理由。在那以前什么也看不到。")),
    (lazy_gettext("复核组"), lazy_gettext("马上看到您同意哪一份意见。")),
)
_ACTS = (
    Act(verb="form_panel", command=operations.FORM_APPEAL_PANEL, word=lazy_gettext("组成复核组"),
        fields="panel", read=_panel, choices=_may_sit,
        hint=lazy_gettext("参与过原认定的人不能进入复核组，没有列出。"),
        told=((SUBJECT, lazy_gettext("知道由谁复核；复核组的讨论不公开。")),)),
    Act(verb="decide", command=operations.DECIDE_APPEAL, word=lazy_gettext("提出复核意见"), fields="decision",
        read=forms.decision, choices=_decision_appealed, typed=_in_its_own_words,
        adverse=always, uploads=True,
        hint=lazy_gettext("除理由外都不改或者都不写，就是维持；改了的，由新决定代替原决定，不得加重。"),
        told=_ONCE_AGREED),
    Act(verb="sign", command=operations.SIGN_APPEAL_OPINION, word=lazy_gettext("会签同事的意见"),
        fields="opinion", read=signed, choices=_signable, adverse=always,
        hint=lazy_gettext("会签就是同意：过半数成员同意同一份意见，就按这份意见作出复核决定。不同意的，请提出您自己的意见。"),
        told=_ONCE_AGREED),
    Act(verb="withdraw", command=operations.WITHDRAW_APPEAL, word=lazy_gettext("撤回申诉"), adverse=always,
        read=said(reason="words"), label=REASON, wanted=False,
        told=((SUBJECT, lazy_gettext("原决定继续有效，复核终止。")),)),
)
APPEAL = Kind(name="appeal", query=operations.APPEAL, key="appeal_id", acts={act.verb: act for act in _ACTS})


@blueprint.get("/appeals")
@signed_in
def appeals() -> ResponseReturnValue:
    """The appeals of the cases that the person sees."""
    tab = request.args.get("tab", "organ")
    listed = Listed(page="console.appeals", tab=tab, sorts=tuple(CaseSort))
    return list_page(listed, operations.APPEALS, tables.APPEALS, "console/determination/appeals.html",
                     none_here=_none_here(tab), tabs=OWN_TABS.items())


def _none_here(tab: str) -> str:
    if tab != "organ":
        return gettext("还没有办结的申诉。")
    if INSIDE & set(g.person["roles"]):
        return gettext("没有待复核的申诉。当事人对认定不服、提出申诉后，会出现在这里。")
    return gettext("没有在复核的申诉。您对认定不服的，可以在案件页提出申诉。")


@blueprint.get("/appeals/<appeal_id>")
@signed_in
def appeal(appeal_id: str) -> ResponseReturnValue:
    """One appeal."""
    found = APPEAL.found(appeal_id)
    acts = [APPEAL.acts[verb] for verb in ORDER if verb in found["allowed"]]
    decides = "sign" if "sign" in found["allowed"] else "" if mine(found) else "decide"
    wanted = decides if found["panel"] else "form_panel"
    appealed = _decision_appealed(found)
    entries = told_by(found, noted(appealed["case"]) if "case" in appealed else {})
    return render_template("console/determination/appeal.html", appeal=found, matter=found, acts=acts,
                           next=wanted, holder=appeal_holder(found), kind=APPEAL, entries=entries,
                           opinions=opinions_of(found), mine=mine(found), stages=_stages(found), **appealed)


def _stages(found: Answer) -> list[dict[str, str]]:
    """How far an appeal is; one that was taken back has no way on."""
    names = [gettext("提出申诉"), gettext("组成复核组"), gettext("复核"), gettext("复核决定")]
    at = {"lodged": 1, "reviewed": 2, "decided": len(names)}.get(found["state"])
    days = [found["lodged_at"], (last(found, "form_panel") or {"at": ""})["at"], found["decided_at"],
            found["decided_at"]]
    return [] if at is None else [
        {"word": name, "tone": "done" if number < at else "here" if number == at else "",
         "on": on if number < at and on else ""}
        for number, (name, on) in enumerate(zip(names, days, strict=True))]


@blueprint.route("/appeals/<appeal_id>/act/<verb>", methods=["GET", "POST"])
@blueprint.route("/appeals/<appeal_id>/act/<verb>/attachments", methods=["GET", "POST"],
                 endpoint="appeal_act_with_files")
@signed_in
def appeal_act(appeal_id: str, verb: str) -> ResponseReturnValue:
    """Do one thing to an appeal."""
    return act_page(APPEAL, appeal_id, verb)
