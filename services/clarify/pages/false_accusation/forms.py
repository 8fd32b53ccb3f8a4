"""What the forms of an inquiry offer, hold at first and send. A code is held in a list: only texts are
read out to somebody whose form was overtaken."""

from collections.abc import Callable

from flask import g, request

from services.clarify.pages.false_accusation.course import rule_of
from services.clarify.pages.false_accusation.words import (
    BEARINGS,
    ELEMENTS,
    ENTERED,
    FACTORS,
    HANDLINGS,
    UNHEARD,
)
from services.gateway.console.page import forms
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.forms import Content, Form, Reader, typed

DRAFTED = ("facts", "fabrication", "intent", "mistake_excluded", "handling")


def answering(**answer: object) -> Reader:
    """One of the answers that a command takes, with its reasons."""
    def read(form: Form, _: Answer) -> Content:
        return {**answer, "reasons": typed(form, "words")}
    return read


def evidence(form: Form, _: Answer) -> Content:
    return {"title": typed(form, "title"), "about": typed(form, "about"), "attachments": forms.files()}


def weighing(case: Answer) -> Content:
    return {"elements": ELEMENTS.items(), "factors": FACTORS.items(), "bearings": BEARINGS.items(),
            "items": case["evidence"]}


def as_weighed(case: Answer) -> Content:
    """As the factor was weighed before, for the element beside which the form was called for; otherwise the
    first that is still to be weighed."""
    open_ones = (each.split(".") for each in case["lacking"] if each.split(".")[1] in FACTORS)
    element, factor = next(open_ones, ("", ""))
    element, factor = request.values.get("element", element), request.values.get("factor", factor)
    known = next((each for each in case["weighings"]
                  if (each["element"], each["factor"]) == (element, factor)), None)
    rest = {"bearing": [known["bearing"]], "reasons": known["reasons"],
            "evidence": known["evidence"]} if known else {}
    return {"element": [element], "factor": [factor], **rest}


def weighed(form: Form, _: Answer) -> Content:
    return {"weighing": {**{name: form.get(name, "") for name in ("element", "factor", "bearing")},
                         "reasons": typed(form, "reasons"), "evidence": form.getlist("evidence")}}


def impossible(_: Answer) -> Content:
    return {"unheard": UNHEARD.items()}


def circumstances(case: Answer) -> Content:
    """The pack's, heavier and lighter."""
    rule = rule_of(case)
    return {"heavier": rule.heavier, "lighter": rule.lighter}


def as_recorded(case: Answer) -> Content:
    known = {each["code"]: each["reasons"] for each in case["circumstances"]}
    return {"codes": [*known], **{f"words-{code}": said for code, said in known.items()}}


def recorded(form: Form, _: Answer) -> Content:
    """All that there are, in place of what was recorded before."""
    return {"circumstances": [{"code": code, "reasons": typed(form, f"words-{code}")}
                              for code in form.getlist("codes")]}


def as_drafted(case: Answer) -> Content:
    known = case["draft"] or {}
    return {**{name: known.get(name, "") for name in DRAFTED},
            "handling_kind": [known.get("handling_kind") or ""]}


def drafted(form: Form, _: Answer) -> Content:
    kind = form.get("handling_kind") or None
    return {"draft": {**{name: typed(form, name) for name in DRAFTED}, "handling_kind": kind}}


def file(form: Form, _: Answer) -> Content:
    return {"file": {"review_opinion": typed(form, "review_opinion"),
                     "committee_on": form.get("committee_on") or None, "attachments": forms.files()}}


def heard(form: Form, _: Answer) -> Content:
    return {"source": typed(form, "source"), "basis": typed(form, "basis"), "attachments": forms.files()}


def draft_answered(form: Form, _: Answer) -> Content:
    return {"words": typed(form, "words"), "considered": typed(form, "considered"),
            "attachments": forms.files()}


def served(form: Form, _: Answer) -> Content:
    return {"served_on": form.get("served_on") or None, "unsigned": bool(form.get("unsigned")),
            "attachments": forms.files()}


def unheard(form: Form, _: Answer) -> Content:
    return {"unheard": form.get("unheard", ""), "account": typed(form, "account"),
            "attachments": forms.files()}


def entries(case: Answer) -> Content:
    """Those that somebody else entered, and nobody has confirmed."""
    return {"entries": [each for each in case["entries"]
                        if not each["confirmed_at"] and each["entered_by"] != g.person["officer_id"]],
            "entered": ENTERED}


def confirmed(form: Form, _: Answer) -> Content:
    return {"number": int(form.get("number") or 0)}


def complaint(form: Form, _: Answer) -> Content:
    return {"words": typed(form, "words"), "lodged_on": form.get("lodged_on") or None,
            "attachments": forms.files()}


def ways(_: Answer) -> Content:
    return {"ways": HANDLINGS.items()}


def handling(form: Form, _: Answer) -> Content:
    return {"handling": {"kind": form.get("kind", ""), "what": typed(form, "what"),
                         "on": form.get("on") or None}}


def gains(case: Answer) -> Content:
    """Those that were not undone yet."""
    return {"gains": [each for each in case["gains"] if not each["undone_on"]]}


def chosen_gain(_: Answer) -> Content:
    return {"gain_id": [request.values.get("gain_id", "")], "undone_on": [g.now.date().isoformat()]}


def undone(form: Form, _: Answer) -> Content:
    return {"gain_id": form.get("gain_id", ""), "how": typed(form, "how"),
            "undone_on": form.get("undone_on") or None}


def today(name: str) -> Callable[[Answer], Content]:
    """Today, in the field of this name."""
    return lambda _: {name: [g.now.date().isoformat()]}
