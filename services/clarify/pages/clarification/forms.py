"""What the forms of a clearing offer, hold at first and send. A code is held in a list: only texts are
read out to somebody whose form was overtaken."""

from flask import g, request

from rongcuo.contracts.clarify import operations
from services.clarify.pages.clarification.course import is_theirs, rule_of
from services.clarify.pages.clarification.words import MODES
from services.clarify.pages.forms import report_numbered, reports_named
from services.clarify.pages.words import OUTCOMES, STATES
from services.gateway.console.page import forms
from services.gateway.console.page.backend import Answer, ask_if_visible
from services.gateway.console.page.forms import Content, Form, typed
from services.gateway.console.page.labels import Words

WRITTEN = "written"


def modes_left(case: Answer) -> Words:
    """Those of the plan that were neither carried out nor dropped."""
    planned = {each["mode"] for each in case["plan"]["audiences"]} if case["plan"] else set()
    over = {each["mode"] for each in case["acts"]} | {each.partition("：")[0] for each in case["dropped"]}
    return {mode: said for mode, said in MODES.items() if mode in planned - over}


def by_themselves(case: Answer) -> Content:
    """Whether they write it, or somebody enters it for them; that, and what is said for a unit, has a
    paper."""
    own = is_theirs(case)
    return {"own": own, "on_paper": not own or case["concerned"]["kind"] == "organisation"}


def closed_reports(case: Answer) -> Content:
    """Those about whoever applied, as far as the person sees them."""
    whom = case["concerned"]["name"] or case["concerned"]["unit"]
    return {"others": [each for each in reports_named(whom) if each["state"] in ("closed", "feedback")],
            "states": STATES}


def linked(form: Form, _: Answer) -> Content:
    """What was chosen, or else the one with the number that was written."""
    return {"report_id": form.get("report_id", "") or report_numbered(typed(form, "number"))}


def to_word(case: Answer) -> Content:
    """The pack's grounds, and each allegation that was found untrue beside what the report says of it."""
    found = ask_if_visible(operations.REPORT, report_id=case["report_id"]) if case["report_id"] else None
    known = dict(enumerate(found["allegations"], start=1)) if found else {}
    findings = {each["allegation"]: each for each in found["findings"]} if found else {}
    rows = [{"number": each, "reported": known.get(_number(each)), "finding": findings.get(_number(each))}
            for each in case["untrue"]]
    return {"rows": rows, "items": rule_of(case).grounds, "outcomes": OUTCOMES}


def as_worded(case: Answer) -> Content:
    """As it was assessed before."""
    known = {each["allegation_id"]: each for each in case["allegations"]}
    return {"grounds": [each["code"] for each in case["grounds"]], "effects": case["effects"],
            **{f"words-{number}": each["words"] for number, each in known.items()},
            **{f"conclusion-{number}": each["conclusion"] for number, each in known.items()}}


def assessed(form: Form, case: Answer) -> Content:
    """Of those of which something was written."""
    rows = [{"allegation_id": each, "words": typed(form, f"words-{each}"),
             "conclusion": typed(form, f"conclusion-{each}")} for each in case["untrue"]]
    return {"grounds": form.getlist("grounds"), "effects": typed(form, "effects"),
            "allegations": [row for row in rows if row["words"] or row["conclusion"]]}


def planning(case: Answer) -> Content:
    return {"modes": MODES.items(), "allegations": case["allegations"], "opinion": case["opinion"],
            "mode_words": MODES}


def as_planned(case: Answer) -> Content:
    """The plan as it stands; at first of every allegation."""
    plan = case["plan"] or {
        "allegations": [each["allegation_id"] for each in case["allegations"]], "audiences": [],
        "head": "", "despite": "", "personnel_body": "", "units": ()}
    known = {each["mode"]: each for each in plan["audiences"]}
    return {"allegations": plan["allegations"], "head": plan["head"], "despite": plan["despite"],
            "personnel_body": plan["personnel_body"], "units": "\n".join(plan["units"]),
            "modes": [WRITTEN, *(mode for mode in known if mode != WRITTEN)],
            **{f"who-{mode}": each["who"] for mode, each in known.items()},
            **{f"place-{mode}": each["place"] for mode, each in known.items()}}


def planned(form: Form, _: Answer) -> Content:
    """In the modes that were ticked; written always."""
    chosen = {WRITTEN, *form.getlist("modes")}
    return {"plan": {
        "allegations": form.getlist("allegations"), "head": typed(form, "head"),
        "despite": typed(form, "despite"), "personnel_body": typed(form, "personnel_body"),
        "units": [each.strip() for each in typed(form, "units").splitlines() if each.strip()],
        "audiences": [{"mode": mode, "who": typed(form, f"who-{mode}"),
                       "place": typed(form, f"place-{mode}")} for mode in MODES if mode in chosen]}}


def asking(case: Answer) -> Content:
    """What it says, and to whom."""
    return {"preview": case["preview"], "mode_words": MODES}


def opining(case: Answer) -> Content:
    beside = [each["mode"] for each in case["plan"]["audiences"]] if case["plan"] else []
    return {**asking(case), **by_themselves(case),
            "modes": [(mode, said) for mode, said in MODES.items() if mode in beside and mode != WRITTEN]}


def opinion(form: Form, case: Answer) -> Content:
    """Theirs, of today; entered for them, of the day on their paper."""
    own = is_theirs(case)
    return {"opinion": {
        "agrees": forms.yes_or_no(form, "agrees"), "modes": form.getlist("modes"),
        "words": typed(form, "words"), "attachments": forms.files(), "plan": form.get("plan", ""),
        "declines": bool(form.get("declines")), "of_whom": typed(form, "of_whom"),
        "given_on": g.now.date().isoformat() if own else form.get("given_on") or None}}


def approval(form: Form, _: Answer) -> Content:
    return {"recommendation": typed(form, "recommendation"), "review_opinion": typed(form, "review_opinion"),
            "with_false_accusation": bool(form.get("with_false_accusation"))}


def refusals(case: Answer) -> Content:
    """Why it need not be done, as far as the matter bears it out."""
    known, listed = {each["code"] for each in case["refusals_known"]}, rule_of(case).refusals
    return {"refusals": {code: item for code, item in listed.items() if code in known}}


def as_proposed(case: Answer) -> Content:
    """What was proposed to the head, stands there at first."""
    return {"ground": [(case["proposed_refusal"] or {}).get("code", "")]}


def objection(form: Form, _: Answer) -> Content:
    return {"words": typed(form, "words"), "attachments": forms.files(),
            "lodged_on": form.get("lodged_on") or None, "of_whom": typed(form, "of_whom")}


def acting(case: Answer) -> Content:
    return {"modes": modes_left(case).items(), "preview": case["preview"], "mode_words": MODES}


def as_planned_for(case: Answer) -> Content:
    """The first mode that is left, now, before whom it was planned."""
    mode = next(iter(modes_left(case)), "")
    audiences = case["plan"]["audiences"] if mode else []
    known: Answer = next((each for each in audiences if each["mode"] == mode), {})
    return {"mode": [mode], "at": [f"{g.now:%Y-%m-%dT%H:%M}"], "audience": known.get("who", ""),
            "place": known.get("place", "")}


def acted(form: Form, _: Answer) -> Content:
    reach = typed(form, "reach")
    return {"act": {
        "mode": form.get("mode", ""), "host": typed(form, "host"), "place": typed(form, "place"),
        "audience": typed(form, "audience"), "reach": int(reach) if reach.isdecimal() else reach,
        "persons_words": typed(form, "persons_words"), "at": forms.moment(form, "at"),
        "attachments": forms.files()}}


def droppable(case: Answer) -> Content:
    """Written is never dropped."""
    return {"modes": [(mode, said) for mode, said in modes_left(case).items() if mode != WRITTEN]}


def guided(case: Answer) -> Content:
    """What to say to a unit that dares not, or will not."""
    return {"guidance": rule_of(case).guidance.values()}


def asked_units(case: Answer) -> Content:
    return {"asks": case["asks"]}


def chosen_unit(case: Answer) -> Content:
    """The one beside which the form was called for, or the first that has not answered."""
    still = next((each["ask_id"] for each in case["asks"] if each["answer"] == "open"), "")
    return {"ask_id": [request.values.get("ask_id", still)]}


def unit_answer(form: Form, _: Answer) -> Content:
    return {"ask_id": form.get("ask_id", ""), "done": forms.yes_or_no(form, "done"),
            "reason": typed(form, "reason")}


def personnel_body(case: Answer) -> Content:
    """The one of the plan."""
    return {"personnel_body": [case["plan"]["personnel_body"]] if case["plan"] else []}


def visit_answer(form: Form, _: Answer) -> Content:
    return {"answer": {"troubled": forms.yes_or_no(form, "troubled"), "words": typed(form, "words"),
                       "of_whom": typed(form, "of_whom"), "attachments": forms.files()}}


def served(form: Form, _: Answer) -> Content:
    return {"how": typed(form, "how"), "attachments": forms.files()}


def withdrawn(form: Form, _: Answer) -> Content:
    return {"reason": typed(form, "words"), "attachments": forms.files()}


def archived(form: Form, _: Answer) -> Content:
    return {"archive_number": typed(form, "archive_number"), "personnel_body": typed(form, "personnel_body"),
            "integrity_file": bool(form.get("integrity_file"))}


def today(_: Answer) -> Content:
    return {"on": [g.now.date().isoformat()]}


def visited(form: Form, _: Answer) -> Content:
    return {"visit": {
        "on": form.get("on") or None, "how": typed(form, "how"), "words": typed(form, "words"),
        "troubled": bool(form.get("troubled")), "measures": typed(form, "measures")}}


def _number(written: str) -> int:
    """Of an allegation in its report; what is none is none's."""
    return int(written) if written.isdecimal() else 0
