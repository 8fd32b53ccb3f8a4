"""How a case begins: the subject applies, the organ opens one itself, or a clue is disposed of."""

from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.clarify import operations as of_reports
from rongcuo.contracts.determination import operations
from rongcuo.contracts.errors import CaseError
from services.gateway.console import blueprint
from services.gateway.console.case.gaps import acknowledged, are_news, foreseen
from services.gateway.console.page import autosave
from services.gateway.console.page.backend import Answer, ask, do, pack_in_force
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Content, Form, moment, officers, typed, yes_or_no
from services.gateway.console.page.labels import DISPOSALS
from services.gateway.console.page.layout import CASEWORK, shown, signed_in

IS_A_REPORT = "determination.clue_is_a_report"


@blueprint.route("/determinations/new", methods=["GET", "POST"])
@signed_in
def new_determination() -> ResponseReturnValue:
    """申请容错认定 for oneself, or 主动容错 by the organ, also from a report."""
    own = not CASEWORK & set(g.person["roles"])
    report = _report() if not own else None
    context = {**_context(own), "report": report}
    if request.method != "POST":
        told = {"typed": _of_report(report)} if report else {}
        return render_template("console/determination/new.html", **context | told)
    begins = {"initiation": "application" if own else "own_initiative"}
    if report:
        begins = {"initiation": "clue", "report_id": report["report_id"]}
    command = {**_matter(request.form, own), "grounds": typed(request.form, "grounds"), **begins}
    try:
        gaps = _foreseen(command)
        if are_news(gaps):
            return render_template("console/determination/new.html", gaps=gaps, **context)
        case = do(operations.OPEN_DETERMINATION, **command, **acknowledged(gaps))
    except CaseError as mistake:
        return shown(explained(mistake), "console/determination/new.html", **context)
    return redirect(url_for("console.determination", case_id=case["case_id"]))


@blueprint.route("/clue-disposals/new", methods=["GET", "POST"])
@signed_in
def dispose_clue() -> ResponseReturnValue:
    """The tolerance question is asked at every disposal; a yes opens a case. What is a report's, is at the
    report."""
    context = {**_context(own=False), "disposals": DISPOSALS.items()}
    if request.method != "POST":
        return render_template("console/determination/clue.html", **context)
    form = request.form
    command = {**_matter(form, own=False), "clue_number": typed(form, "clue_number"),
               "disposal": form.get("disposal", ""), "tolerance_arises": yes_or_no(form, "tolerance_arises"),
               "reasons": typed(form, "reasons"), "received_at": moment(form, "received_at")}
    try:
        gaps = _foreseen({**command, "initiation": "clue"}) if command["tolerance_arises"] else []
        if are_news(gaps):
            return render_template("console/determination/clue.html", gaps=gaps, **context)
        disposal = do(operations.DISPOSE_CLUE, **command, **acknowledged(gaps))
    except CaseError as mistake:
        found = _reports(command["clue_number"]) if mistake.code == IS_A_REPORT else []
        return shown(explained(mistake), "console/determination/clue.html", reports=found, **context)
    if disposal["case_id"]:
        return redirect(url_for("console.determination", case_id=disposal["case_id"]))
    autosave.done()
    return render_template("console/determination/clue_disposed.html", disposal=disposal)


def _report() -> Answer | None:
    """The one from which the person goes on."""
    report_id = request.args.get("report", "")
    return ask(of_reports.REPORT, report_id=report_id) if report_id else None


def _of_report(report: Answer) -> Content:
    """Whom it is about, when, and why the question arises. What is reported is for nobody else to read: in
    words of one's own it is written down what was done."""
    about, disposals = (report["allegations"] or [{}])[0], report["dispositions"] or [{}]
    return {**about.get("person", {}), "since": about.get("act_from") or "",
            "until": about.get("act_until") or "", "grounds": disposals[-1].get("reasons", "")}


def _reports(number: str) -> list[Answer]:
    """Of this number, those of the person's organ that they see."""
    found: list[Answer] = ask(of_reports.CLUES, number=number)["clues"]
    return [each for each in found if each["organ_id"] == g.person["organ_id"]]


def _foreseen(command: Content) -> list[Answer]:
    """What was decided about the same person and time."""
    return foreseen(operations.OPENING, **{name: command[name] for name in ("initiation", "subject", "act")})


def _context(own: bool) -> dict[str, Any]:
    return {"typed": request.form, "pack": pack_in_force(), "own": own,
            "filers": [] if own else officers("filer")}


def _matter(form: Form, own: bool) -> Content:
    """Whose act it is, which act, and the matter. A last day need not be given, so it is never to blame."""
    since = form.get("since", "")
    act = {"what": typed(form, "what"), "since": since,
           "until": form.get("until") or since or g.now.date().isoformat()}
    oneself = {name: g.person[name] for name in ("name", "unit", "officer_id")}
    return {"subject": oneself if own else _subject(form), "act": act, "title": typed(form, "title"),
            "situation": form.get("situation", "")}


def _subject(form: Form) -> Content:
    """Somebody with an account here, or the name and unit that were typed."""
    chosen = form.get("officer_id", "")
    known = next((each for each in officers("filer") if each.officer_id == chosen), None)
    if known is None:
        return {"name": typed(form, "name"), "unit": typed(form, "unit"), "officer_id": chosen}
    return {"name": known.name, "unit": known.unit, "officer_id": known.officer_id}
