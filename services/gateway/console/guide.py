"""What every page of a demonstration shows beside its own: who one is, on which day, whom to be, the tour."""

from collections.abc import Iterable
from typing import Any

from flask import abort, current_app, g

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import DemonstrationPerson, DemonstrationView
from rongcuo.contracts.identity.operations import DEMONSTRATION
from services.gateway.calls import view
from services.gateway.console import tour

LOADING, INCOMPLETE = "loading", "incomplete"
NOBODY = DemonstrationView(password="", people=())


def is_guided() -> bool:
    """Whether newcomers are shown around: in a demonstration only."""
    here: bool = current_app.extensions["settings"].guided
    return here


def required() -> None:
    """Anywhere else there is nothing of all this."""
    if not is_guided():
        abort(404)


def published() -> DemonstrationView:
    """The people and their password, as identity tells them; nobody while it does not answer."""
    known: DemonstrationView | None = current_app.extensions.get("published")
    if known is None:
        try:
            known = view(DEMONSTRATION, {}, None)
        except CaseError:
            return NOBODY
        current_app.extensions["published"] = known
    return known


def guide() -> dict[str, Any]:
    """For the templates: nothing outside a demonstration."""
    if not is_guided() or "occasion" not in g:
        return {"guide": None}
    people = published().people
    here = tour.shown()
    step = tour.STEPS[here - 1] if here else None
    return {"guide": {
        "now": g.now.isoformat(), "people": people, "state": current_app.extensions["settings"].examples(),
        "step": step, "number": here, "steps": len(tour.STEPS),
        "who": _in_order(people, step.people if step else ())}}


def _in_order(people: Iterable[DemonstrationPerson], wanted: tuple[str, ...]) -> list[DemonstrationPerson]:
    """The people of a step, in the order in which they act."""
    known = {one.username: one for one in people}
    return [known[username] for username in wanted if username in known]
