"""复核: an appeal, its panel, how its members would decide, and its decision."""

from flask import g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.determination import operations
from rongcuo.contracts.sorting import CaseSort
from services.gateway.console import blueprint
from services.gateway.console.case.actions import Act, Kind, act_page, always
from services.gateway.console.case.history import told_by
from services.gateway.console.case.holders import appeal_holder
from services.gateway.console.case.parts import last, step_line
from services.gateway.console.determination import rules
from services.gateway.console.determination.actions import REASON, SUBJECT
from services.gateway.console.listing import tables
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.page import forms
from services.gateway.console.page.backend import Answer, ask_if_visible
from services.gateway.console.page.forms import Content, Form, judges, said, ticked
from services.gateway.console.page.labels import FORMS, OWN_TABS
from services.gateway.console.page.layout import signed_in

ORDER = ("form_panel", "sign", "decide", "withdraw")


def _decision_appealed(appeal: Answer) -> Content:
    """The case's decision, of which the appeal complains."""
    case = ask_if_visible(operations.DETERMINATION, case_id=appeal["case_id"])
    if case is None:
        return {"sets": [], "unseen": [], "forms": enumerate(FORMS)}
    # The decision against which it was lodged, where another took its place on appeal.
    former = [each for each in case["decisions"]
              if appeal["upheld"] is False and each["decision_id"] == appeal["decision_id"]]
    return {"case": case, "pack": rules.judged_by(case), "sets": rules.assessed(case),
            "unseen": rules.unseen(case), "forms": rules.forms_left(case),
            "decision": rules.current_decision(case),
            "former": former[0] if former else None, "outcomes": rules.no_harsher(case),
            "standing_items": case["standing_items"], "limit_source": rules.run_by(case).appeal.source}


def _opinions(appeal: Answer) -> list[Content]:
    """Each as a decision is shown, with who says so and how many more have to."""
    return [_shown(appeal, each) for each in appeal["opinions"]]


def _shown(appeal: Answer, said: Answer) -> Content:
    opinion, agree = said["opinion"], len(said["held_by"])
    whose = said["held_by"][0]["officer_id"] if agree else ""
    return {**opinion, "key": f"{whose} {said['digest']}", "mine": _holds(said), "agree": agree,
            "more": max(appeal["majority"] - agree, 0),
            "names": gettext("、").join(each["name"] for each in said["held_by"])}


def _holds(said: Answer) -> bool:
    return g.person["officer_id"] in {each["officer_id"] for each in said["held_by"]}


def _mine(appeal: Answer) -> Answer | None:
    """What the person has said."""
    return next((each["opinion"] for each in appeal["opinions"] if _holds(each)), None)


def _to_sign(appeal: Answer) -> Content:
    """Those of colleagues that the person does not hold already, and what more than half hold by now."""
    open_ones = [each for each in _opinions(appeal) if not (each["mine"] and each["more"])]
    return {**_decision_appealed(appeal), "to_sign": open_ones}


def _signed(form: Form, _: Content) -> Content:
    """Whose opinion, and by which digest it was read."""
    whose, _between, digest = form.get("opinion", "").partition(" ")
    return {"officer_id": whose, "digest": digest}


def _in_its_own_words(appeal: Answer) -> Content:
    """What the person has said, to be said anew; otherwise the decision that holds, to be upheld as it is or
    changed, with reasons of their own."""
    if said := _mine(appeal):
        return rules.as_typed(said)
    case = ask_if_visible(operations.DETERMINATION, case_id=appeal["case_id"])
    return {**rules.as_it_stands(case), "reasons": ""} if case else {}


def _may_sit(appeal: Answer) -> Content:
    """Who sits already, of whichever organ, and nobody who had a hand in the case."""
    here = judges()
    batch = [{"unit": "", **each} for each in appeal["panel"] if each["officer_id"] not in here]
    return {"officers": [*batch, *(each for officer_id, each in here.items()
                                   if officer_id not in appeal["engaged"])]}


_ONCE_AGREED = (
    (SUBJECT, lazy_gettext(
        "复核组过半数同意后，收到申诉决定书：维持还是变更，以及理由。在那以前什么也看不到。")),
    (lazy_gettext("复核组"), lazy_gettext("马上看到您同意哪一份意见。")),
)
_ACTS = (
    Act(verb="form_panel", command=operations.FORM_APPEAL_PANEL, word=lazy_gettext("组成复核组"),
        fields="panel", read=ticked("officer_ids"), choices=_may_sit,
        hint=lazy_gettext("参与过原认定的人不能进入复核组，没有列出。"),
        told=((SUBJECT, lazy_gettext("知道由谁复核；复核组的讨论不公开。")),)),
    Act(verb="decide", command=operations.DECIDE_APPEAL, word=lazy_gettext("提出复核意见"), fields="decision",
        read=forms.decision, choices=_decision_appealed, typed=_in_its_own_words,
        adverse=always, uploads=True,
        hint=lazy_gettext("除理由外都不改或者都不写，就是维持；改了的，由新决定代替原决定，不得加重。"),
        told=_ONCE_AGREED),
    Act(verb="sign", command=operations.SIGN_APPEAL_OPINION, word=lazy_gettext("会签同事的意见"),
        fields="opinion", read=_signed, adverse=always, choices=_to_sign,
        hint=lazy_gettext("会签就是同意：过半数成员同意同一份意见，就按这份意见作出复核决定。不同意的，请提出您自己的意见。"),
        told=_ONCE_AGREED),
    Act(verb="withdraw", command=operations.WITHDRAW_APPEAL, word=lazy_gettext("撤回申诉"), adverse=always,
        read=said(reason="words"), label=REASON, wanted=False,
        told=((SUBJECT, lazy_gettext(
            "原决定继续有效，复核终止。复核组组成以前撤回的，申诉期内可以再次申诉；"
            "组成以后撤回的，对这个决定不能再申诉。")),)),
)
APPEAL = Kind(name="appeal", query=operations.APPEAL, key="appeal_id", listed="console.appeals",
              acts={act.verb: act for act in _ACTS})


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
    if rules.INSIDE & set(g.person["roles"]):
        return gettext("没有待复核的申诉。当事人对认定不服、提出申诉后，会出现在这里。")
    return gettext("没有在复核的申诉。您对认定不服的，可以在案件页提出申诉。")


@blueprint.get("/appeals/<appeal_id>")
@signed_in
def appeal(appeal_id: str) -> ResponseReturnValue:
    """One appeal."""
    found = APPEAL.found(appeal_id)
    acts = [APPEAL.acts[verb] for verb in ORDER if verb in found["allowed"]]
    decides = "sign" if "sign" in found["allowed"] else "" if _mine(found) else "decide"
    wanted = decides if found["panel"] else "form_panel"
    appealed = _decision_appealed(found)
    entries = told_by(found, rules.noted(appealed["case"]) if "case" in appealed else {})
    return render_template("console/determination/appeal.html", appeal=found, matter=found, acts=acts,
                           next=wanted, holder=appeal_holder(found), kind=APPEAL, entries=entries,
                           opinions=_opinions(found), mine=_mine(found), stages=_stages(found), **appealed)


def _stages(found: Answer) -> list[dict[str, str]]:
    """How far an appeal is; one that was taken back has no way on."""
    names = (gettext("提出申诉"), gettext("组成复核组"), gettext("复核"), gettext("复核决定"))
    days = (found["lodged_at"], (last(found, "form_panel") or {"at": ""})["at"], found["decided_at"],
            found["decided_at"])
    at = {"lodged": 1, "reviewed": 2, "decided": len(names)}.get(found["state"])
    return [] if at is None else step_line(names, days, at)


@blueprint.route("/appeals/<appeal_id>/act/<verb>", methods=["GET", "POST"])
@blueprint.route("/appeals/<appeal_id>/act/<verb>/attachments", methods=["GET", "POST"],
                 endpoint="appeal_act_with_files")
@signed_in
def appeal_act(appeal_id: str, verb: str) -> ResponseReturnValue:
    """Do one thing to an appeal."""
    return act_page(APPEAL, appeal_id, verb)
