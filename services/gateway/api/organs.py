"""Divisions, organs, and the officers in their posts."""

from dataclasses import dataclass

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from rongcuo.contracts.identity import (
    AddUnit,
    AddUnitAlias,
    ConfirmOfficer,
    ConfirmUnitChange,
    DismissOfficer,
    EnrolOfficer,
    IssuedLink,
    IssueLink,
    MergeUnits,
    OfficersQuery,
    OfficersView,
    OfficerView,
    OrgansQuery,
    OrgansView,
    RenameUnit,
    SignOutEverywhere,
    UnitsQuery,
    UnitsView,
    UnitView,
    Unlock,
    WithdrawUnitChange,
)
from rongcuo.policy.divisions import divisions
from services.gateway import body
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


def end_sessions(officer_id: str) -> ResponseReturnValue:
    """Elsewhere within the time a session is remembered."""
    asker = actor()
    order = command(SignOutEverywhere, {"officer_id": officer_id})
    answer = ask("identity.sign_out_everywhere", order, asker)
    sessions().forget_officer(officer_id)
    return jsonify(answer)


def issue_link(officer_id: str) -> ResponseReturnValue:
    """Its token is the last part of the console's address `/links/…`."""
    order = body.message(IssueLink, body.read_object(request), {"officer_id": officer_id})
    return jsonify(ask("identity.issue_link", order, actor())), 201


PART = Part("organs", "机关与人员 · Organs and officers", (
    Route(verb="GET", address="/divisions", does=all_divisions, takes=None, gives=(DivisionsView,),
          zh="省、州市、县(市、区)", en="The province, its prefectures and counties"),
    get("/organs", "identity.organs", OrgansQuery, OrgansView, "机关", "Organs"),
    get("/officers", "identity.officers", OfficersQuery, OfficersView,
        "一个机关的人员(在您的权限内)", "The officers of an organ, within your rights"),
    post("/officers", "identity.enrol_officer", EnrolOfficer, OfficerView,
         "登记人员：审查负责人、上级监督、组织管理员、运行人员须由另一名组织管理员确认",
         "Enrol an officer; a lead, supervisor, registrar or operator waits for another registrar's word",
         status=201),
    post("/officers/<id:officer_id>/confirm", "identity.confirm_officer", ConfirmOfficer, OfficerView,
         "确认另一名组织管理员提出的任命", "Confirm what another registrar has proposed"),
    Route(verb="POST", address="/officers/<id:officer_id>/link", does=issue_link, takes=IssueLink,
          gives=(IssuedLink,), status=201, keyed=False,
          zh="发出设置密码的一次性链接：能发邮件的发到本人邮箱，否则只显示这一次",
          en="A one-time link to set a password: mailed where possible, else shown here once"),
    post("/officers/<id:officer_id>/unlock", "identity.unlock", Unlock, OfficerView,
         "解除因多次输错密码的等待", "End the wait after too many wrong passwords"),
    Route(verb="POST", address="/officers/<id:officer_id>/sign-out", does=end_sessions,
          takes=SignOutEverywhere, gives=(OfficerView,), zh="让一名人员在所有地方退出登录",
          en="Sign an officer out everywhere"),
    Route(verb="DELETE", address="/officers/<id:officer_id>", does=dismiss, takes=DismissOfficer,
          gives=(OfficerView,), zh="免去岗位,账号不能再登录",
          en="Take away a post; the account can no longer sign in"),
    get("/units", "identity.units", UnitsQuery, UnitsView, "一个机关的单位和它们的各种名称",
        "The units of an organ, with all their names"),
    post("/units", "identity.add_unit", AddUnit, UnitView, "登记一个单位", "Enter a unit", status=201),
    post("/units/<id:unit_id>/aliases", "identity.add_unit_alias", AddUnitAlias, UnitView,
         "登记单位的另一个名称，写哪个都是它；单位有人员的，须由另一名组织管理员确认",
         "Another name that means the same unit; where it has people, another registrar confirms"),
    post("/units/<id:unit_id>/rename", "identity.rename_unit", RenameUnit, UnitView,
         "单位更名，原名称下的事项仍归它；有人员的同上",
         "Rename a unit; what has its former name stays its own. Confirmed as an alias is"),
    post("/units/<id:unit_id>/merge", "identity.merge_units", MergeUnits, UnitView,
         "并入同一机关的另一个单位，不能撤销；有人员的同上",
         "Take in another unit of the organ, with no way back. Confirmed as an alias is"),
    post("/units/<id:unit_id>/confirm", "identity.confirm_unit_change", ConfirmUnitChange, UnitView,
         "确认另一名组织管理员提出的单位更动", "Confirm what another registrar has proposed of a unit"),
    post("/units/<id:unit_id>/withdraw", "identity.withdraw_unit_change", WithdrawUnitChange, UnitView,
         "撤回提出的单位更动", "Withdraw what was proposed of a unit"),
))
