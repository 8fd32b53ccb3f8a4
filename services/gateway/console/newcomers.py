"""A demonstration's people, to be with one click, and the tour. Anywhere else there are no such pages."""

from flask import abort, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity.operations import SIGN_IN, SIGN_OUT
from services.gateway import cookies
from services.gateway.clients import address
from services.gateway.console import blueprint, guide, tour
from services.gateway.console.backend import ask
from services.gateway.console.frame import own_address, shown
from services.gateway.console.mistakes import explained
from services.gateway.queueing import ask_in_turn
from services.gateway.session import sessions


@blueprint.post("/be")
def be() -> ResponseReturnValue:
    """Be one of the published people from now on; whoever one was is signed out."""
    guide.required()
    told, username = guide.published(), request.form.get("username", "")
    if username not in {one.username for one in told.people}:
        abort(404)
    try:
        signed = ask_in_turn(SIGN_IN, {
            "username": username, "password": told.password, "address": address()})
    except CaseError as mistake:
        return shown(explained(mistake), "console/sign_in.html", next="", words="", username=username,
                     password_set=False, demonstration=True)
    _leave()
    answer = current_app.make_response(redirect(_onward()))
    cookies.keep(answer, cookies.SESSION, signed["token"])
    return answer


def _onward() -> str:
    wanted = request.form.get("next", "")
    return own_address(wanted) if wanted else url_for("console.home")


def _leave() -> None:
    if g.get("person"):
        token = cookies.read(request, cookies.SESSION)
        ask(SIGN_OUT, token=token)
        sessions().forget(token)


@blueprint.get("/tour/<int:step>")
def at_step(step: int) -> ResponseReturnValue:
    """Begin the tour, or go to a step of it; 0 puts it away."""
    guide.required()
    if step > len(tour.STEPS):
        abort(404)
    wanted = request.args.get("next", "")
    answer = redirect(own_address(wanted) if wanted else url_for("console.home"))
    return tour.go_to(current_app.make_response(answer), step)


@blueprint.after_request
def _follow(answer: Response) -> Response:
    return tour.follow(current_app.make_response(answer)) if guide.is_guided() else answer
