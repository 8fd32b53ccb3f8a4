"""我的账户, and how one comes by a password: by a link, or knowing the present one."""

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import operations
from services.gateway import calls, cookies
from services.gateway.clients import address
from services.gateway.console import blueprint
from services.gateway.console.backend import do, view
from services.gateway.console.frame import shown, signed_in
from services.gateway.console.mistakes import explained
from services.gateway.queueing import ask_in_turn
from services.gateway.session import actor_of, sessions

ACCOUNT, LINK, FORGOTTEN = "console/account.html", "console/set_password.html", "console/forgotten.html"


@blueprint.get("/account")
@signed_in
def account() -> ResponseReturnValue:
    """Who one is, where one is signed in, and another password."""
    return render_template(ACCOUNT, **_account())


@blueprint.post("/account/password")
@signed_in
def change_password() -> ResponseReturnValue:
    """Set another password, knowing the present one."""
    try:
        ask_in_turn(operations.CHANGE_PASSWORD, {
            "token": cookies.read(request, cookies.SESSION), "present": request.form.get("present", ""),
            "password": _twice(), "address": address()}, actor_of(g.person))
    except CaseError as mistake:
        return shown(explained(mistake), ACCOUNT, **_account())
    sessions().forget_officer(g.person["officer_id"])
    return render_template(ACCOUNT, said=gettext("密码已修改，其他地方的登录已经失效。"), **_account())


@blueprint.post("/account/sign-out-everywhere")
@signed_in
def sign_out_everywhere() -> ResponseReturnValue:
    """Here too."""
    do(operations.SIGN_OUT_EVERYWHERE, officer_id=g.person["officer_id"])
    sessions().forget_officer(g.person["officer_id"])
    answer = redirect(url_for("console.sign_in", everywhere=""))
    cookies.drop(answer, cookies.SESSION)
    return answer


@blueprint.route("/links/<token>", methods=["GET", "POST"])
def set_password(token: str) -> ResponseReturnValue:
    """What an invitation or a reset opens. Looked at, it is not used up: mail programs look too."""
    found = calls.view(operations.LINK, {"link": token}, None)
    if request.method != "POST":
        return render_template(LINK, link=found)
    try:
        seen = ask_in_turn(operations.SET_PASSWORD, {
            "link": token, "password": _twice(), "address": address()})
    except CaseError as mistake:
        return shown(explained(mistake), LINK, link=found)
    sessions().forget_officer(seen["officer_id"])
    return redirect(url_for("console.sign_in", set="1"))


@blueprint.route("/forgotten", methods=["GET", "POST"])
def forgotten() -> ResponseReturnValue:
    """The same answer whether there is such an account."""
    username = request.form.get("username", "")
    if request.method != "POST":
        return render_template(FORGOTTEN, asked=False, username="")
    try:
        calls.ask(operations.FORGOT_PASSWORD, {"username": username, "address": address()}, None)
    except CaseError as mistake:
        return shown(explained(mistake), FORGOTTEN, asked=False, username=username)
    return render_template(FORGOTTEN, asked=True, username=username)


def _account() -> dict[str, object]:
    found = view(operations.SESSIONS, token=cookies.read(request, cookies.SESSION))
    return {"sessions": found.sessions, "handed": found.handed}


def _twice() -> str:
    """A password typed twice alike. Raises `identity.typed_differently`."""
    password = request.form.get("password", "")
    if password != request.form.get("again", ""):
        raise CaseError("identity.typed_differently")
    return password
