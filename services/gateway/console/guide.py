"""What every page of a demonstration shows beside its own: who one is, on which day, whom to be, the tour."""

from typing import Any

from flask import abort, current_app, g

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity.operations import DEMONSTRATION
from services.gateway.calls import ask
from services.gateway.console import tour

Answer = dict[str, Any]
LOADING, INCOMPLETE = "loading", "incomplete"


def is_guided() -> bool:
    """Whether newcomers are shown around: in a demonstration only."""
    here: bool = current_app.extensions["settings"].guided
    return here


def required() -> None:
    """Anywhere else there is nothing of all this."""
    if not is_guided():
        abort(404)


def published() -> Answer:
    """The people and their password, as identity tells them; nobody while it does not answer."""
    known: Answer | None = current_app.extensions.get("published")
    if known is None:
        try:
            known = ask(DEMONSTRATION, {}, None)
        except CaseError:
            return {"people": []}
        current_app.extensions["published"] = known
    return known


def guide() -> dict[str, Any]:
    """For the templates: nothing outside a demonstration."""
    if not is_guided() or "occasion" not in g:
        return {"guide": None}
    people = published().get("people", [])
    here = tour.shown()
    step = tour.STEPS[here - 1] if here else None
    return {"guide": {
        "now": g.now.isoformat(), "people": people, "state": current_app.extensions["settings"].examples(),
        "step": step, "number": here, "steps": len(tour.STEPS),
        "who": _in_order(people, step.people if step else ())}}


def _in_order(people: list[Answer], wanted: tuple[str, ...]) -> list[Answer]:
    """The people of a step, in the order in which they act."""
    known = {one["username"]: one for one in people}
    return [known[username] for username in wanted if username in known]
