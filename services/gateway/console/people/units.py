"""单位: what a registrar's units are called, were called, and which of them are one."""

from collections.abc import Mapping
from typing import Any

from flask import abort, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import UnitView, operations
from rongcuo.contracts.operation import Command
from rongcuo.texts.signs import isolated
from services.gateway.console import blueprint
from services.gateway.console.page.backend import Answer, do, officer_name, view
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import tag_as_read, typed
from services.gateway.console.page.layout import shown, signed_in

LIST, ONE = "console/units/list.html", "console/units/unit.html"
# What is done to one unit, by the last part of its address: the command, its field, and the form's. Without a
# field it is done to what waits for a second registrar, as it was shown.
DONE_TO: Mapping[str, tuple[Command[Any, Any], str, str]] = {
    "alias": (operations.ADD_UNIT_ALIAS, "name", "alias"), "rename": (operations.RENAME_UNIT, "name", "name"),
    "merge": (operations.MERGE_UNITS, "other_id", "other_id"),
    "confirm": (operations.CONFIRM_UNIT_CHANGE, "", ""),
    "withdraw": (operations.WITHDRAW_UNIT_CHANGE, "", "")}


@blueprint.get("/units")
@signed_in
def units() -> ResponseReturnValue:
    """An organ's units, with every other name that they have."""
    return render_template(LIST, **_listed())


@blueprint.post("/units")
@signed_in
def add_unit() -> ResponseReturnValue:
    """Enter a unit with the organ that is looked at."""
    name = typed(request.form, "name")
    try:
        unit = do(operations.ADD_UNIT, organ_id=_organ_id(), name=name)
    except CaseError as mistake:
        return shown(_explained(mistake, "name"), LIST, typed=request.form, **_listed())
    return redirect(url_for("console.a_unit", unit_id=unit["unit_id"], organ_id=_organ_id(), done="add"))


@blueprint.get("/units/<unit_id>")
@signed_in
def a_unit(unit_id: str) -> ResponseReturnValue:
    """One unit, and what can be done about its names."""
    return render_template(ONE, **_about(unit_id))


@blueprint.post("/units/<unit_id>/<what>")
@signed_in
def keep_unit(unit_id: str, what: str) -> ResponseReturnValue:
    """Another name, a new name, or one unit out of two; where it has people, that is only proposed, and then
    confirmed or taken back."""
    if what not in DONE_TO:
        abort(404)
    command, name, field = DONE_TO[what]
    told = {name: typed(request.form, field)} if name else {}
    try:
        unit = do(command, tag_as_read(request.form), unit_id=unit_id, **told)
    except CaseError as mistake:
        problem = _explained(mistake, field) if name else explained(mistake)
        return shown(problem, ONE, typed=request.form, **_about(unit_id))
    done = f"unit-{what}" if not name else "proposed" if unit["proposed"] else what
    return redirect(url_for("console.a_unit", unit_id=unit_id, organ_id=_organ_id(), done=done))


def _organ_id() -> str:
    return request.args.get("organ_id") or str(g.person["organ_id"])


def _listed() -> Answer:
    found = sorted(_units(), key=lambda unit: unit.proposed is None)
    return {"units": found, "organ_id": _organ_id(),
            "organs": view(operations.ORGANS, division_code=g.person["division_code"]).organs}


def _units() -> tuple[UnitView, ...]:
    return view(operations.UNITS, organ_id=_organ_id()).units


def _about(unit_id: str) -> Answer:
    found = _units()
    unit = next((each for each in found if each.unit_id == unit_id), None) or abort(404)
    others, proposed = [each for each in found if each is not unit], unit.proposed
    other = next((each for each in others if proposed and each.unit_id == proposed.other_id), None)
    return {"unit": unit, "others": others, "other": other, "organ_id": _organ_id(),
            "proposed_by": officer_name(proposed.proposed_by) if proposed else "",
            "done": request.args.get("done", "")}


def _explained(mistake: CaseError, field: str) -> Answer:
    """What is wrong with a name stands at the form's own field, with the unit that has it."""
    problem = explained(mistake)
    said = problem["errors"].pop("name", [])
    if mistake.code == "identity.unit_name_taken":
        unit = isolated(str(mistake.details.get("unit", "")))
        said = [gettext("“%(unit)s”已有这个名称。若是同一单位，请合并。", unit=unit)]
    problem["errors"] |= {field: said} if said else {}
    return problem
