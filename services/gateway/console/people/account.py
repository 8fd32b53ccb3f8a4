"""Signing in and out, and the language; 我的账户, and how one comes by a password: by a link, or knowing the
present one."""

from flask import current_app, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import operations
from services.gateway import cookies, rpc
from services.gateway.clients import address
from services.gateway.console import blueprint
from services.gateway.console.page.backend import ask, do, view
from services.gateway.console.page.csrf import TYPED_BY, shown_again, typed_words, words_of
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.layout import carried_to_sign_in, home_of, own_address, shown, signed_in
from services.gateway.queueing import ask_in_turn
from services.gateway.session import actor_of, sessions

ACCOUNT, LINK, FORGOTTEN = "console/account.html", "console/set_password.html", "console/forgotten.html"
YEAR = 365 * 24 * 3600  # seconds


@blueprint.get("/")
def home() -> ResponseReturnValue:
    """Where the person's work begins."""
    if not g.get("person"):
        return redirect(url_for("console.sign_in"))
    return redirect(url_for(home_of(set(g.person["roles"]))))


@blueprint.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> ResponseReturnValue:
    """Ask for user name and password."""
    typed = {"next": request.values.get("next", ""), "words": request.form.get("words", ""),
             "username": request.form.get("username", ""),
             "password_set": "set" in request.args, "left_everywhere": "everywhere" in request.args,
             "demonstration": current_app.extensions["settings"].demonstration}
    if request.method != "POST":
        return render_template("console/sign_in.html", **typed)
    try:
        password = request.form.get("password", "")
        signed = ask_in_turn(operations.SIGN_IN, {
            "username": typed["username"], "password": password, "address": address()})
    except CaseError as mistake:
        return shown(explained(mistake), "console/sign_in.html", **typed)
    end_present()
    wanted, carried = str(typed["next"]), str(typed["words"])
    onward: ResponseReturnValue = redirect(own_address(wanted))
    if signed.get("handed") and not carried:
        onward = redirect(url_for("console.account"))
    elif wanted:      # where words were waiting, they are shown first
        g.person, g.begun_session = sessions().holder(signed["token"]), signed["token"]
        if words := words_of(g.person["officer_id"], carried):
            onward = shown_again(own_address(wanted), words)
    answer = current_app.make_response(onward)
    cookies.keep(answer, cookies.SESSION, signed["token"])
    return answer


def of_another_session() -> ResponseReturnValue | None:
    """A form made in a session that this browser has left meanwhile: to whoever typed it its words are shown
    again, where nobody is signed in after signing in. Nothing of it is done; None: it is nobody's here."""
    if "HX-Request" in request.headers:
        return None     # a part of a page: another must not be put into it
    late = request.endpoint == "console.sign_in"    # itself, with the words of another form
    carried = request.form.get("words", "") if late else typed_words()
    here = own_address(request.form.get("next", "")) if late else request.full_path.rstrip("?")
    if not g.get("person"):
        return carried_to_sign_in(here, carried) if f'"{TYPED_BY}"' in carried else None
    words = words_of(g.person["officer_id"], carried)
    return (shown_again(here, words), 400) if words else None


@blueprint.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    """End the token's life at once."""
    end_present()
    answer = redirect(url_for("console.sign_in"))
    cookies.drop(answer, cookies.SESSION)
    return answer


def end_present() -> None:
    """The session that this browser has been in, also where it begins another."""
    token = cookies.read(request, cookies.SESSION)
    if g.get("person"):
        ask(operations.SIGN_OUT, token=token)
        sessions().forget(token)


@blueprint.get("/language/<code>")
def language(code: str) -> ResponseReturnValue:
    """Remember the language and go back."""
    answer = redirect(own_address(request.args.get("next", "")))
    cookies.keep(answer, cookies.LANGUAGE, "en" if code == "en" else "zh", seconds=YEAR)
    return answer


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
    found = rpc.view(operations.LINK, {"link": token}, None)
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
        rpc.ask(operations.FORGOT_PASSWORD, {"username": username, "address": address()}, None)
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
