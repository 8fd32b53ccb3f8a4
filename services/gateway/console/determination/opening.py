"""How a case begins: the subject applies, the organ opens one itself, or a clue is disposed of."""

from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.determination import operations
from rongcuo.contracts.errors import CaseError
from services.gateway.console import blueprint
from services.gateway.console.case.gaps import acknowledged, are_news, foreseen
from services.gateway.console.page import autosave
from services.gateway.console.page.backend import Answer, do, pack_in_force
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Content, Form, moment, officers, typed, yes_or_no
from services.gateway.console.page.labels import DISPOSALS
from services.gateway.console.page.layout import CASEWORK, shown, signed_in


@blueprint.route("/determinations/new", methods=["GET", "POST"])
@signed_in
def new_determination() -> ResponseReturnValue:
    """申请容错认定 for oneself, or 主动容错 by the organ."""
    own = not CASEWORK & set(g.person["roles"])
    if request.method != "POST":
        return render_template("console/determination/new.html", **_context(own))
    command = {**_matter(request.form, own), "grounds": typed(request.form, "grounds"),
               "initiation": "application" if own else "own_initiative"}
    try:
        gaps = _foreseen(command)
        if are_news(gaps):
            return render_template("console/determination/new.html", gaps=gaps, **_context(own))
        case = do(operations.OPEN_DETERMINATION, **command, **acknowledged(gaps))
    except CaseError as mistake:
        return shown(explained(mistake), "console/determination/new.html", **_context(own))
    return redirect(url_for("console.determination", case_id=case["case_id"]))


@blueprint.route("/clue-disposals/new", methods=["GET", "POST"])
@signed_in
def dispose_clue() -> ResponseReturnValue:
    """The tolerance question is asked at every disposal; a yes opens a case."""
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
        return shown(explained(mistake), "console/determination/clue.html", **context)
    if disposal["case_id"]:
        return redirect(url_for("console.determination", case_id=disposal["case_id"]))
    autosave.done()
    return render_template("console/determination/clue_disposed.html", disposal=disposal)


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
