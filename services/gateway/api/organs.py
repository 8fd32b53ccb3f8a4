"""Divisions, organs, and the officers in their posts."""

from dataclasses import dataclass
from typing import Any

from flask import jsonify
from flask.typing import ResponseReturnValue

from rongcuo.contracts.identity import operations
from rongcuo.contracts.operation import Command
from rongcuo.policy.divisions import divisions
from services.gateway.api.route import Part, Route, command, get, post, secret
from services.gateway.rpc import ask
from services.gateway.session import actor, sessions


@dataclass(frozen=True, kw_only=True)
class DivisionView:
    """A division by its six-digit code (GB/T 2260). `parent` is empty for the province."""

    code: str
    name: str
    level: str
    parent: str


@dataclass(frozen=True, kw_only=True)
class DivisionsView:
    """The province first, each prefecture before its counties."""

    divisions: tuple[DivisionView, ...] = ()


def all_divisions() -> ResponseReturnValue:
    """From the platform's own data; no service is asked."""
    actor()
    return jsonify(divisions=[
        {"code": each.code, "name": each.name, "level": each.level.value, "parent": each.parent}
        for each in divisions()])


def dismiss(officer_id: str) -> ResponseReturnValue:
    """The dismissed officer's tokens end here at once, elsewhere within the time a session is remembered."""
    return _ended(operations.DISMISS_OFFICER, officer_id)


def end_sessions(officer_id: str) -> ResponseReturnValue:
    """Elsewhere within the time a session is remembered."""
    return _ended(operations.SIGN_OUT_EVERYWHERE, officer_id)


def _ended(operation: Command[Any, Any], officer_id: str) -> ResponseReturnValue:
    asker = actor()
    answer = ask(operation, command(operation.takes, {"officer_id": officer_id}), asker)
    sessions().forget_officer(officer_id)
    return jsonify(answer)


def issue_link(officer_id: str) -> ResponseReturnValue:
    """Its token is the last part of the console's address `/links/…`."""
    order = secret(operations.ISSUE_LINK, officer_id=officer_id)
    return jsonify(ask(operations.ISSUE_LINK, order, actor())), 201


PART = Part("organs", "机关与人员 · Organs and officers", (
    Route(verb="GET", address="/divisions", does=all_divisions, takes=None, gives=(DivisionsView,),
          zh="省、州市、县(市、区)", en="The province, its prefectures and counties"),
    get("/organs", operations.ORGANS),
    get("/officers", operations.OFFICERS),
    post("/officers", operations.ENROL_OFFICER, status=201),
    post("/officers/<id:officer_id>/confirm", operations.CONFIRM_OFFICER),
    post("/officers/<id:officer_id>/link", operations.ISSUE_LINK, does=issue_link, status=201, keyed=False),
    post("/officers/<id:officer_id>/unlock", operations.UNLOCK),
    post("/officers/<id:officer_id>/sign-out", operations.SIGN_OUT_EVERYWHERE, does=end_sessions),
    post("/officers/<id:officer_id>", operations.DISMISS_OFFICER, verb="DELETE", does=dismiss),
    get("/units", operations.UNITS),
    post("/units", operations.ADD_UNIT, status=201),
    post("/units/<id:unit_id>/aliases", operations.ADD_UNIT_ALIAS),
    post("/units/<id:unit_id>/rename", operations.RENAME_UNIT),
    post("/units/<id:unit_id>/merge", operations.MERGE_UNITS),
    post("/units/<id:unit_id>/confirm", operations.CONFIRM_UNIT_CHANGE),
    post("/units/<id:unit_id>/withdraw", operations.WITHDRAW_UNIT_CHANGE),
))
