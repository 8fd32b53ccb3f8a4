"""What the forms of the later life offer, hold at first and say."""

from flask import g, request

from services.filing.pages.oversight import words as said
from services.filing.pages.oversight.course import checkpoint_name, rule_of
from services.gateway.console.page import forms
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.forms import Content, Form, typed


def planning(matter: Answer) -> Content:
    """The pack's list without what was looked at, and who can look."""
    over = {each["code"] for each in matter["checkpoints"] if each["found"] or each["lapse"]}
    people = {each.officer_id: each for role in ("reviewer", "lead") for each in forms.officers(role)}
    return {"checkpoints": [each for each in rule_of(matter).checkpoints.values() if each.code not in over],
            "officers": [each for each in people.values() if each.unit != matter["unit"]]}


def as_planned(matter: Answer) -> Content:
    """As the plan is now."""
    open_ones = [each for each in matter["checkpoints"] if not each["found"] and not each["lapse"]]
    return {**{f"due-{each['code']}": each["due_on"] for each in open_ones},
            **{f"who-{each['code']}": [one["officer_id"] for one in each["supervisors"]]
               for each in open_ones}}


def planned(form: Form, matter: Answer) -> Content:
    """Those with a day."""
    codes = [each.code for each in rule_of(matter).checkpoints.values()]
    return {"checkpoints": [
        {"code": code, "due_on": form[f"due-{code}"], "supervisors": form.getlist(f"who-{code}")}
        for code in codes if form.get(f"due-{code}")]}


def checking(matter: Answer) -> Content:
    """The checkpoints at which the person has to look, with their papers."""
    me, rule = g.person["officer_id"], rule_of(matter)
    mine = [each for each in matter["checkpoints"] if not each["found"] and not each["lapse"]
            and me in {one["officer_id"] for one in each["supervisors"]}]
    papers = {each["code"]: rule.checkpoints[each["code"]].papers.values() for each in mine}
    return {"mine": [(each["code"], checkpoint_name(matter, each["code"]), each["due_on"],
                      papers[each["code"]]) for each in mine], "bounds": said.BOUNDS.items()}


def chosen_checkpoint(matter: Answer) -> Content:
    """That of the address, or the first."""
    first = next((code for code, *_ in checking(matter)["mine"]), "")
    return {"checkpoint": [request.values.get("checkpoint", first)], "in_order": ["1"]}


def checked(form: Form, _: Answer) -> Content:
    return {"checkpoint": form.get("checkpoint", ""), "finding": {
        "finding": typed(form, "finding"), "in_order": forms.yes_or_no(form, "in_order"),
        "papers": form.getlist("papers"), "outside": form.getlist("outside"),
        "guidance": typed(form, "guidance"), "correction_due_on": form.get("correction_due_on") or None}}


def bounds(_: Answer) -> Content:
    return {"bounds": said.BOUNDS.items()}


def deviated(form: Form, _: Answer) -> Content:
    return {"what": typed(form, "what"), "on": form.get("on") or None, "outside": form.getlist("outside")}


def progressed(form: Form, _: Answer) -> Content:
    return {"on": form.get("on") or None, "done": whole(form, "done"), "planned": whole(form, "planned"),
            "words": typed(form, "words")}


def deviations(matter: Answer) -> Content:
    return {"deviations": matter["deviations"]}


def chosen_deviation(matter: Answer) -> Content:
    """That of the address, or the last."""
    return {"deviation": [request.values.get("deviation", str(len(matter["deviations"])))]}


def guided(form: Form, _: Answer) -> Content:
    return {"deviation": whole(form, "deviation"), "words": typed(form, "words"),
            "due_on": form.get("due_on") or None}


def corrected(form: Form, _: Answer) -> Content:
    return {"deviation": whole(form, "deviation"), "words": typed(form, "words"),
            "on": form.get("on") or None}


def disputed_deviation(matter: Answer) -> Content:
    """The first that waits for an answer."""
    waiting = (each["number"] for each in matter["deviations"]
               if len(each["disputes"]) > len(each["answers"]))
    return {"deviation": [request.values.get("deviation", str(next(waiting, 1)))]}


def disputed(form: Form, _: Answer) -> Content:
    return {"deviation": whole(form, "deviation"), "words": typed(form, "words")}


def answered(form: Form, _: Answer) -> Content:
    return {"deviation": whole(form, "deviation"), "words": typed(form, "words"),
            "stands": forms.yes_or_no(form, "stands")}


def meddled(form: Form, _: Answer) -> Content:
    return {"meddling": {name: typed(form, name) for name in ("leader_name", "leader_post", "what")}
            | {"on": form.get("on") or None}}


def standards(matter: Answer) -> Content:
    return {"evaluation": rule_of(matter).evaluation, "marks": said.MARKS.items()}


def evaluated(form: Form, matter: Answer) -> Content:
    """Of those that were marked."""
    codes = rule_of(matter).evaluation.standards
    return {"conclusion": typed(form, "conclusion"), "marks": [
        {"standard": code, "mark": form[f"mark-{code}"], "reason": typed(form, f"reason-{code}")}
        for code in codes if form.get(f"mark-{code}")]}


def outcomes(matter: Answer) -> Content:
    """What can be entered, and what stands and can be corrected."""
    replaced = {each["corrects"] for each in matter["outcomes"]}
    return {"kinds": said.KINDS.items(), "units": said.UNITS.items(), "unit_words": said.UNITS,
            "kind_words": said.KINDS,
            "stands": [each for each in matter["outcomes"] if each["number"] not in replaced]}


def new_outcome(form: Form, _: Answer) -> Content:
    return {"outcome": {
        "kind": form.get("kind", ""), "unit": form.get("unit", ""), "amount": whole(form, "amount"),
        "on": form.get("on") or None, "source": typed(form, "source"),
        "corrects": whole(form, "corrects") or 0, "reason": typed(form, "reason")}}


def retrospective(form: Form, _: Answer) -> Content:
    return {"held_on": form.get("held_on") or None, **{name: typed(form, name) for name in (
        "learned", "rule_gaps", "power_risks", "oversight_gaps")}}


def uses(_: Answer) -> Content:
    return {"uses": said.USES.items()}


def closed(form: Form, _: Answer) -> Content:
    return {"uses": form.getlist("uses"), "words": typed(form, "words")}


def whole(form: Form, name: str) -> int | str:
    """As the service takes it; what is none goes on as it was written."""
    written = typed(form, name)
    return int(written) if written.isdecimal() else written
