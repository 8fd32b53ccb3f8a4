"""Signing in and out, and the language."""

from flask import current_app, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity.operations import SIGN_IN, SIGN_OUT
from services.gateway import cookies
from services.gateway.clients import address
from services.gateway.console import blueprint
from services.gateway.console.backend import ask
from services.gateway.console.frame import carried_to_sign_in, home_of, own_address, shown
from services.gateway.console.kept_words import TYPED_BY, shown_again, typed_words, words_of
from services.gateway.console.mistakes import explained
from services.gateway.queueing import ask_in_turn
from services.gateway.session import sessions

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
        signed = ask_in_turn(SIGN_IN, {
            "username": typed["username"], "password": password, "address": address()})
    except CaseError as mistake:
        return shown(explained(mistake), "console/sign_in.html", **typed)
    _end_present()
    onward = (redirect(url_for("console.account")) if signed.get("handed") and not typed["words"] else
              _onward(str(typed["next"]), str(typed["words"]), signed["token"]))
    answer = current_app.make_response(onward)
    cookies.keep(answer, cookies.SESSION, signed["token"])
    return answer


def _onward(wanted: str, carried: str, token: str) -> ResponseReturnValue:
    """To the page that was asked for; where words were waiting, they are shown first."""
    if not wanted:
        return redirect(url_for("console.home"))
    g.person, g.begun_session = sessions().holder(token), token
    words = words_of(g.person["officer_id"], carried)
    return shown_again(own_address(wanted), words) if words else redirect(own_address(wanted))


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
    _end_present()
    answer = redirect(url_for("console.sign_in"))
    cookies.drop(answer, cookies.SESSION)
    return answer


def _end_present() -> None:
    """The session that this browser has been in, also where it begins another."""
    token = cookies.read(request, cookies.SESSION)
    if g.get("person"):
        ask(SIGN_OUT, token=token)
        sessions().forget(token)


@blueprint.get("/language/<code>")
def language(code: str) -> ResponseReturnValue:
    """Remember the language and go back."""
    answer = redirect(own_address(request.args.get("next", "")))
    cookies.keep(answer, cookies.LANGUAGE, "en" if code == "en" else "zh", seconds=YEAR)
    return answer
