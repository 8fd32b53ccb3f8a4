"""Divisions, organs, and the officers in their posts."""

from dataclasses import dataclass

from flask import jsonify
from flask.typing import ResponseReturnValue

from rongcuo.contracts.identity import (
    DismissOfficer,
    EnrolOfficer,
    OfficersQuery,
    OfficersView,
    OfficerView,
    OrgansQuery,
    OrgansView,
)
from rongcuo.policy.divisions import divisions
from services.gateway.api.route import Part, Route, command, get, post
from services.gateway.calls import ask
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
    asker = actor()
    answer = ask("identity.dismiss_officer", command(DismissOfficer, {"officer_id": officer_id}), asker)
    sessions().forget_officer(officer_id)
    return jsonify(answer)


PART = Part("organs", "机关与人员 · Organs and officers", (
    Route(verb="GET", address="/divisions", does=all_divisions, takes=None, gives=(DivisionsView,),
          zh="省、州市、县(市、区)", en="The province, its prefectures and counties"),
    get("/organs", "identity.organs", OrgansQuery, OrgansView, "机关", "Organs"),
    get("/officers", "identity.officers", OfficersQuery, OfficersView,
        "一个机关的人员(在您的权限内)", "The officers of an organ, within your rights"),
    post("/officers", "identity.enrol_officer", EnrolOfficer, OfficerView,
         "登记人员", "Enrol an officer", status=201),
    Route(verb="DELETE", address="/officers/<id:officer_id>", does=dismiss, takes=DismissOfficer,
          gives=(OfficerView,), zh="免去岗位,账号不能再登录",
          en="Take away a post; the account can no longer sign in"),
))
