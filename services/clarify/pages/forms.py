"""What the forms of a report offer, hold at first and say. What they hold is a list where it is a code: only
texts are read out to somebody whose form was overtaken."""

from flask import g, request
from flask_babel import gettext

from rongcuo.contracts.clarify import operations
from services.clarify.pages.course import pack_of_report
from services.clarify.pages.match import pair_of, pairs_of
from services.clarify.pages.words import (
    DISPOSALS,
    LEVELS,
    LIKENESS,
    LINKS,
    MANAGED,
    OUTCOMES,
    OUTSIDE,
    STATES,
    VERDICTS,
)
from services.gateway.console.case.actions import Act
from services.gateway.console.page import forms
from services.gateway.console.page.backend import Answer, ask
from services.gateway.console.page.forms import Content, Form, typed
from services.gateway.console.page.labels import GROUNDS

MOST_LIKELY = 20
LEARNED = ("learned", "rule_gaps", "power_risks", "oversight_gaps")


def gives() -> bool:
    """Whether the person gives reports to others: leads, and whoever takes them in."""
    return bool({"lead", "intake"} & set(g.person["roles"]))


def assigning(matter: Answer, act: Act) -> str:
    """What the button to assign says."""
    if not gives():
        return gettext("由我承办")
    return gettext("改派") if matter["assignee_id"] else str(act.word)


def handlers(_: Answer) -> Content:
    """Who can handle one; who gives none may take it."""
    return {"officers": forms.officers("reviewer"), "gives": gives()}


def oneself(_: Answer) -> Content:
    """Whom a form of assignment proposes."""
    return {"officer_id": g.person["officer_id"]}


def involved(_: Answer) -> Content:
    """Whom one may have step back: a lead anybody who could handle it, everybody else only themselves."""
    me = {"officer_id": g.person["officer_id"], "name": g.person["name"]}
    roles = ("reviewer", "lead") if "lead" in g.person["roles"] else ()
    rest = {each.officer_id: each for role in roles for each in forms.officers(role)
            if each.officer_id != me["officer_id"]}
    return {"officers": [me, *rest.values()], "grounds": GROUNDS.items()}


def remits(report: Answer) -> Content:
    """Why a report is not ours, and where to turn."""
    return {"remits": pack_of_report(report).reports.turn_to}


def others(report: Answer) -> Content:
    """Other reports about the same people or units, as far as the person sees them."""
    about = {each["person"]["name"] or each["person"]["unit"] for each in report["allegations"]} - {""}
    linked = {report["report_id"], *(each["report_id"] for each in report["links"])}
    found = {each["report_id"]: each for words in sorted(about) for each in reports_named(words)}
    return {"others": [each for key, each in found.items() if key not in linked], "kinds": LINKS.items(),
            "states": STATES}


def link(form: Form, _: Answer) -> Content:
    """What was chosen, or else the one with the number that was written."""
    other = form.get("other_id", "") or report_numbered(typed(form, "number"))
    return {"other_id": other, "kind": form.get("kind", "")}


def report_numbered(number: str) -> str:
    """The id of the one with this number, as far as the person sees it."""
    found = reports_named(number) if number else ()
    return next((str(each["report_id"]) for each in found if each["number"] == number), "")


def reports_named(words: str) -> list[Answer]:
    """Those in which somebody is called so, or that have this number."""
    return [line for tab in ("organ", "closed")
            for line in ask(operations.REPORTS, tab=tab, search=words, limit=MOST_LIKELY)["lines"]]


def managed(_: Answer) -> Content:
    """Which level manages those whom it is about."""
    return {"levels": MANAGED.items()}


def inquiry(form: Form, _: Answer) -> Content:
    """With what is new, where there was one before."""
    return {"managed_by": form.get("managed_by", ""), "new_evidence": typed(form, "new_evidence"),
            "attachments": forms.files()}


def categories(report: Answer) -> Content:
    """Those of the pack."""
    return {"reports": pack_of_report(report).reports, "allegations": report["allegations"],
            "levels": LEVELS.items()}


def unconfirmed(form: Form, _: Answer) -> Content:
    """Nobody could confirm who reported, and why."""
    return {"confirmed": False, "could_not": typed(form, "words")}


def as_classified(report: Answer) -> Content:
    """The allegation that was asked for, as it is."""
    number = _number(request.values.get("allegation", "1"))
    known = report["allegations"]
    here = known[number - 1]["categories"] if isinstance(number, int) and 1 <= number <= len(known) else []
    return {"allegation": [str(number)], "categories": here}


def classified(form: Form, _: Answer) -> Content:
    return {"allegation": _number(form.get("allegation", "")), "categories": form.getlist("categories"),
            "level": form.get("level") or None,
            **{day: form.get(day) or None for day in ("act_from", "act_until")}}


def pairs(report: Answer) -> Content:
    """Each allegation with each filing beside it."""
    return {"pairs": pairs_of(report), "verdicts": VERDICTS.items(), "outsides": OUTSIDE.items(),
            "likeness": LIKENESS}


def chosen_pair(_: Answer) -> Content:
    return {"pair": [request.values.get("pair", "")]}


def judged(form: Form, _: Answer) -> Content:
    number, filing_id = pair_of(form.get("pair", ""))
    return {"allegation": _number(number), "filing_id": filing_id, "verdict": form.get("verdict", ""),
            "outside": form.getlist("outside"), "reasons": typed(form, "reasons")}


def disposals(report: Answer) -> Content:
    """An explanation is believed only of somebody who was asked."""
    asked = any(each["disposal"] == "inquiry" for each in report["dispositions"])
    return {"disposals": [(code, word) for code, word in DISPOSALS.items()
                          if asked or code != "closed_on_reply"]}


def disposed(form: Form, _: Answer) -> Content:
    return {"disposal": form.get("disposal", ""), "reasons": typed(form, "reasons"),
            "tolerance_arises": forms.yes_or_no(form, "tolerance_arises")}


def outcomes(report: Answer) -> Content:
    return {"allegations": report["allegations"], "outcomes": OUTCOMES.items()}


def as_found(report: Answer) -> Content:
    """What was found so far, each under the number of its allegation."""
    known = {each["allegation"]: each for each in report["findings"]}
    return {**{f"outcome-{number}": [each["outcome"]] for number, each in known.items()},
            **{f"words-{number}": each["words"] for number, each in known.items()}}


def found(form: Form, report: Answer) -> Content:
    """Of those of which something was chosen or written; the others stay as they are."""
    numbers = range(1, len(report["allegations"]) + 1)
    rows = [{"allegation": number, "outcome": form.get(f"outcome-{number}", ""),
             "words": typed(form, f"words-{number}")} for number in numbers]
    return {"findings": [row for row in rows if row["outcome"] or row["words"]]}


def grounds(report: Answer) -> Content:
    """On which a name need not be cleared."""
    return {"grounds": pack_of_report(report).clarification.refusals}


def as_cleared(report: Answer) -> Content:
    known = report["clearing"]
    if known is None:
        return {}
    return {"clear": ["1" if known["clear"] else "0"], "clear_ground": [known["ground"]],
            "words": known["words"]}


def cleared(form: Form, _: Answer) -> Content:
    return {"clear": forms.yes_or_no(form, "clear"), "ground": form.get("clear_ground", ""),
            "words": typed(form, "words")}


def feedback(form: Form, report: Answer) -> Content:
    """Which of the two it is, says where the report stands."""
    return {"stage": "result" if report["state"] == "feedback" else "acceptance",
            "words": typed(form, "words")}


def as_learned(report: Answer) -> Content:
    known = report["retrospective"] or {}
    return {name: known.get(name, "") for name in LEARNED}


def _number(written: str) -> int | str:
    """As the service takes it; what is none goes on as it was written."""
    return int(written) if written.isdecimal() else written
