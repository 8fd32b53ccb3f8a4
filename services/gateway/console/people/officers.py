"""人员: whom a registrar enrols, proposes, confirms, and looks after; and the words for that."""

from collections.abc import Mapping
from typing import Any

from flask import abort, current_app, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView, OrganView, operations
from rongcuo.contracts.operation import Command
from rongcuo.texts.folding import name_key
from services.gateway.console import blueprint
from services.gateway.console.page.backend import Answer, do, view
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Form, typed
from services.gateway.console.page.labels import Words
from services.gateway.console.page.layout import shown, signed_in
from services.gateway.session import sessions

LIST, NEW, ONE = "console/people/list.html", "console/people/new.html", "console/people/person.html"
# What is done to one person, by the last part of its address.
TO_ONE: Mapping[str, Command[Any, Any]] = {
    "confirm": operations.CONFIRM_OFFICER, "unlock": operations.UNLOCK,
    "sign-out": operations.SIGN_OUT_EVERYWHERE, "dismiss": operations.DISMISS_OFFICER}
ENDS_SESSIONS = frozenset({"sign-out", "dismiss"})
ROLES: Words = {
    "filer": lazy_gettext("报备人"),
    "reviewer": lazy_gettext("初审人员"),
    "lead": lazy_gettext("审查负责人"),
    "member": lazy_gettext("联席会议成员"),
    "supervisor": lazy_gettext("上级监督"),
    "registrar": lazy_gettext("组织管理员"),
    "operator": lazy_gettext("运行人员"),
    "intake": lazy_gettext("信访受理"),
    "custodian_a": lazy_gettext("甲组保管人"),
    "custodian_b": lazy_gettext("乙组保管人"),
    "auditor": lazy_gettext("审计"),
}
TAKES_TWO = frozenset({"lead", "member", "supervisor", "registrar", "operator", "custodian_a", "custodian_b",
                       "auditor"})
ACCOUNTS: Words = {
    "proposed": lazy_gettext("待确认"),
    "invited": lazy_gettext("待设密码"),
    "active": lazy_gettext("在岗"),
    "dismissed": lazy_gettext("已停用"),
}
ALARMS: Words = {
    "address": lazy_gettext("同一地址反复猜密码"),
    "account": lazy_gettext("同一账号从多处被猜密码"),
    "all": lazy_gettext("整个平台被大量猜密码"),
    "handed": lazy_gettext("用当面交给的链接重设了密码"),
    "units_merged": lazy_gettext("两个单位合并为一个"),
}
DONE: Words = {
    "confirm": lazy_gettext("已确认任命。"),
    "unlock": lazy_gettext("已解除等待，可以马上登录。"),
    "sign-out": lazy_gettext("已在所有地方退出登录。"),
    "dismiss": lazy_gettext("已停用，不能再登录。"),
    "add": lazy_gettext("已添加这个单位。"),
    "alias": lazy_gettext("已添加别名。"),
    "rename": lazy_gettext("已更名，原名称转为曾用名。"),
    "merge": lazy_gettext("已合并。"),
    "proposed": lazy_gettext("已提出，等待另一名组织管理员确认；确认之前什么都不变。"),
    "unit-confirm": lazy_gettext("已确认，现在生效。"),
    "unit-withdraw": lazy_gettext("已撤回，什么都没有变。"),
}


@blueprint.get("/people")
@signed_in
def people() -> ResponseReturnValue:
    """An organ's people, whoever waits for something first."""
    organ_id = request.args.get("organ_id") or g.person["organ_id"]
    order = ("proposed", "invited", "active", "dismissed")
    found = sorted(view(operations.OFFICERS, organ_id=organ_id, everyone=True).officers,
                   key=lambda officer: order.index(officer.state))
    return render_template(LIST, officers=found, organ_id=organ_id, organs=_organs())


@blueprint.route("/people/new", methods=["GET", "POST"])
@signed_in
def new_person() -> ResponseReturnValue:
    """Enrol somebody, or propose them for a post that takes a second registrar."""
    if "registrar" not in g.person["roles"]:
        raise CaseError("forbidden")
    if request.method != "POST":
        return render_template(NEW, **_form(Form(
            {"organ_id": request.args.get("organ_id") or g.person["organ_id"]})))
    form = request.form
    try:
        officer = do(operations.ENROL_OFFICER, roles=form.getlist("roles"), **{
            name: typed(form, name) for name in ("username", "name", "organ_id", "unit", "email")})
    except CaseError as mistake:
        return shown(explained(mistake), NEW, **_form(form))
    return redirect(url_for("console.a_person", officer_id=officer["officer_id"]))


@blueprint.get("/people/<officer_id>")
@signed_in
def a_person(officer_id: str) -> ResponseReturnValue:
    """One person, and what can be done about their account."""
    return render_template(ONE, **_about(officer_id))


@blueprint.post("/people/<officer_id>/link")
@signed_in
def person_link(officer_id: str) -> ResponseReturnValue:
    """A link to set a password: mailed, or shown this once."""
    try:
        issued = view(operations.ISSUE_LINK, officer_id=officer_id)
    except CaseError as mistake:
        return shown(explained(mistake), ONE, **_about(officer_id))
    start = (current_app.extensions["settings"].public_url or request.host_url).rstrip("/")
    return render_template(ONE, issued=issued, **_about(officer_id),
                           address=start + url_for("console.set_password", token=issued.link or "-"))


@blueprint.post("/people/<officer_id>/<what>")
@signed_in
def do_to_person(officer_id: str, what: str) -> ResponseReturnValue:
    """Confirm, unlock, sign out everywhere, or take the post away."""
    if what not in TO_ONE:
        abort(404)
    try:
        do(TO_ONE[what], officer_id=officer_id)
    except CaseError as mistake:
        return shown(explained(mistake), ONE, **_about(officer_id))
    if what in ENDS_SESSIONS:
        sessions().forget_officer(officer_id)
    return redirect(url_for("console.a_person", officer_id=officer_id, done=what))


def _about(officer_id: str) -> Answer:
    """`namesakes`: of the same organ, for a registrar to see whether it is one person in two accounts."""
    officer, namesakes = view(operations.OFFICER, officer_id=officer_id), list[OfficerView]()
    if "registrar" in g.person["roles"]:
        known = view(operations.OFFICERS, organ_id=officer.organ_id, everyone=True).officers
        namesakes = [each for each in known if each.officer_id != officer_id and each.state != "dismissed"
                     and name_key(each.name) == name_key(officer.name)]
    return {"officer": officer, "namesakes": namesakes, "done": request.args.get("done", "")}


def _form(form: Form) -> Answer:
    return {"typed": form, "organs": _organs(), "role_words": ROLES, "takes_two": TAKES_TWO}


def _organs() -> tuple[OrganView, ...]:
    """Those of the registrar's own division and below."""
    return view(operations.ORGANS, division_code=g.person["division_code"]).organs
