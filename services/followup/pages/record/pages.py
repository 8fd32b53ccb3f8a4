"""The record of a person, what they say about it, and how a request for correction is answered."""

from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup.record import operations
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.identity.operations import OFFICERS, ORGANS
from rongcuo.contracts.readers import Reader
from services.followup.pages import pages
from services.followup.pages.programme.asked import Asked, offering
from services.followup.pages.programme.words import BASES
from services.followup.pages.record import words as named
from services.gateway.console.case.actions import Act, Kind, act_page
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.listing.tables import DUE, NUMBER, Table
from services.gateway.console.page.backend import Answer, ask, do, organ_name, rules, view
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Content, Form, typed, yes_or_no
from services.gateway.console.page.labels import word
from services.gateway.console.page.layout import shown, signed_in
from services.gateway.session import actor_of

LOOKS_AT_OTHERS = frozenset({"lead", "supervisor"})
PERSON = lazy_gettext("本人")
ANSWERED = (
    Asked(name="corrected", word=lazy_gettext("怎么答复"), kind="one", options={
        "1": lazy_gettext("属实，予以更正（在原来的事项里改）"), "0": lazy_gettext("不予更正")}),
    Asked(name="reason", word=lazy_gettext("理由"), rows=5, most=4000))


def _answer(form: Form, _: Answer) -> Content:
    return {"corrected": yes_or_no(form, "corrected"), "reason": typed(form, "reason")}


CORRECTION = Kind(
    name=operations.CORRECTION.name, query=operations.CORRECTION, key="case_id",
    listed="console.followup.corrections", acts={"answer": Act(
        verb="answer", command=operations.ANSWER_CORRECTION, word=lazy_gettext("答复"),
        fields="programme/fields", read=_answer, choices=offering(ANSWERED), read_by=Reader.SUBJECT,
        hint=lazy_gettext("先核对原来的事项。属实的，同时在那里改过来。"),
        told=((PERSON, lazy_gettext("收到通知，看到您怎么答复和理由。")),))})
TABLE = Table("corrections", (
    DUE, NUMBER, (lazy_gettext("申请人"), lambda line: line["person_name"]),
    (lazy_gettext("关于"), lambda line: f"{word(named.KINDS, line['kind'])} {line['about']}"),
    (lazy_gettext("情况"), lambda line: word(named.STATES, line["state"]))))


@pages.get("/records/mine")
@signed_in
def own_record() -> ResponseReturnValue:
    """我的记录."""
    return redirect(url_for("console.followup.record", person_id=g.person["officer_id"]))


@pages.get("/records")
@signed_in
def records() -> ResponseReturnValue:
    """Of whom one may open the record, by unit and name, with no figure beside anybody."""
    if not LOOKS_AT_OTHERS & set(g.person["roles"]):
        return own_record()
    organs = view(ORGANS, division_code=g.person["division_code"]).organs
    asked = request.args.get("organ_id", g.person["organ_id"])
    return render_template("record/people.html", people=_people(asked), organs=organs, organ_id=asked,
                           all_organs="supervisor" in g.person["roles"])


def _people(organ_id: str) -> list[tuple[str, list[OfficerView]]]:
    """By their units; nobody of one's own."""
    own, by_unit = actor_of(g.person).units, dict[str, list[OfficerView]]()
    for each in view(OFFICERS, organ_id=organ_id).officers:
        if each.active and own.isdisjoint(each.units) and each.officer_id != g.person["officer_id"]:
            by_unit.setdefault(each.unit or each.organ_name, []).append(each)
    return [(unit, sorted(by_unit[unit], key=lambda each: each.name)) for unit in sorted(by_unit)]


@pages.get("/records/<person_id>")
@signed_in
def record(person_id: str) -> ResponseReturnValue:
    """One person's."""
    found = ask(operations.RECORD, person_id=person_id)
    pack = rules().pack(found["organ_id"][:6], g.now.date())
    return render_template("record/record.html", record=found, named=named, bases=BASES, pack=pack,
                           about=_about(found), away=_called(found["away"]), more=_called(found["more"]),
                           nothing=not any(found[each] for each in (
                               "filings", "determinations", "programmes")))


def _called(asked: list[str]) -> str:
    """What these services have, in one breath."""
    return gettext("、").join(word(named.SERVICES, each) for each in asked)


def _about(found: Answer) -> dict[str, dict[str, list[Answer]]]:
    """What was said of each matter: the person's remarks, and their requests."""
    told: dict[str, dict[str, list[Answer]]] = {}
    for each in found["remarks"]:
        if each["fact"]:
            _of(told, each["fact"]["matter_id"])["remarks"].append(each)
    for each in found["corrections"]:
        _of(told, each["matter_id"])["corrections"].append(each)
    return told


def _of(told: dict[str, dict[str, list[Answer]]], matter_id: str) -> dict[str, list[Answer]]:
    return told.setdefault(matter_id, {"remarks": [], "corrections": []})


@pages.route("/records/<person_id>/remark", methods=["GET", "POST"])
@signed_in
def record_remark(person_id: str) -> ResponseReturnValue:
    """说明, of one entry or of the whole."""
    fact = _fact()
    if request.method == "POST":
        try:
            do(operations.ADD_RECORD_REMARK, person_id=person_id, words=typed(request.form, "words"),
               fact=fact or None)
        except CaseError as mistake:
            return shown(explained(mistake), "record/say.html", **_saying(person_id, fact, correcting=False))
        return redirect(url_for("console.followup.record", person_id=person_id))
    return render_template("record/say.html", **_saying(person_id, fact, correcting=False))


@pages.route("/records/<person_id>/correct", methods=["GET", "POST"])
@signed_in
def ask_correction(person_id: str) -> ResponseReturnValue:
    """申请更正, of one entry."""
    fact = _fact()
    if not fact:
        raise CaseError("not_found")
    if request.method == "POST":
        try:
            made = do(operations.ASK_CORRECTION, person_id=person_id, fact=fact,
                      words=typed(request.form, "words"))
        except CaseError as mistake:
            return shown(explained(mistake), "record/say.html", **_saying(person_id, fact, correcting=True))
        return redirect(url_for("console.followup.correction", case_id=made["case_id"]))
    return render_template("record/say.html", **_saying(person_id, fact, correcting=True))


def _fact() -> dict[str, str]:
    """Which entry the address means; none, where it means the whole."""
    kind, matter_id = request.args.get("kind", ""), request.args.get("matter_id", "")
    return {"kind": kind, "matter_id": matter_id} if kind and matter_id else {}


def _saying(person_id: str, fact: dict[str, str], *, correcting: bool) -> dict[str, Any]:
    return {"person_id": person_id, "correcting": correcting, "typed": request.form,
            "about": word(named.KINDS, fact["kind"]) if fact else "",
            "number": request.args.get("number", ""), "heading": gettext("申请更正") if correcting
            else gettext("补充说明"),
            "read_by": Reader.ORGAN_OF_FACT if correcting else Reader.ORGAN_OF_RECORD}


@pages.get("/records/corrections")
@signed_in
def corrections() -> ResponseReturnValue:
    """Those that the person's organ answers, and those that they asked for."""
    answers = "lead" in g.person["roles"]
    tab = request.args.get("tab", "organ" if answers else "own")
    return list_page(
        Listed(page="console.followup.corrections", tab=tab), operations.CORRECTIONS, TABLE,
        "record/corrections.html", tabs=named.TABS.items() if answers else (), named=named,
        none_here=word(named.EMPTY, tab))


@pages.get("/records/corrections/<case_id>")
@signed_in
def correction(case_id: str) -> ResponseReturnValue:
    """One request: for the person, and for whoever answers."""
    found = CORRECTION.found(case_id)
    return render_template("record/correction.html", matter=found, named=named, kind=CORRECTION,
                           organ=organ_name(found["organ_id"]))


@pages.route("/records/corrections/<case_id>/act/<verb>", methods=["GET", "POST"])
@signed_in
def correction_act(case_id: str, verb: str) -> ResponseReturnValue:
    """Answer it."""
    return act_page(CORRECTION, case_id, verb)
