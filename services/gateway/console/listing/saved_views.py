"""视图: the address of a list, kept under a name for whoever keeps it.

Identity keeps them, sealed by us as words of forms are: what is searched for may name people.
"""

from collections.abc import Callable
from dataclasses import dataclass

from flask import g, redirect, request
from flask.typing import ResponseReturnValue
from marshmallow import ValidationError

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import operations as of_identity
from rongcuo.contracts.writing import Writing
from services.gateway.console import blueprint
from services.gateway.console.page.autosave import opened, sealed
from services.gateway.console.page.backend import aside, ask, no_longer, view
from services.gateway.console.page.csrf import Pairs
from services.gateway.console.page.layout import own_address, signed_in

MOST_VIEWS = 30         # of all lists; our figure, as are the next
LONGEST_NAME, LONGEST_ADDRESS = 20, 1_100       # with a hundred Chinese signs searched for
NAMED = Writing(one_line=True, required=True)     # as every name
FORM = "views"          # what the seal says they are


@dataclass(frozen=True, kw_only=True)
class View:
    """A list as somebody wants it; `here` where it is the one that is shown."""

    name: str
    address: str
    here: bool


def begin_to_look() -> None:
    """Ask beside the list's own question."""
    g.kept_views = aside("views", _known)


def views_of(page: str, here: str) -> list[View]:
    """Those of one list, in the order in which they were kept; none while identity does not answer."""
    return [View(name=name, address=address, here=address == here) for name, address in _once()
            if address.partition("?")[0] == page]


@blueprint.post("/views")
@signed_in
def keep_view() -> ResponseReturnValue:
    """Keep the list under a name; another of that name is replaced, and of too many the oldest goes."""
    name, address = request.form.get("name", "").strip(), own_address(request.form.get("where", ""))
    if not 0 < len(name) <= LONGEST_NAME or len(address) > LONGEST_ADDRESS:
        raise CaseError("invalid", details={"fields": {"name": ["x"]}})
    try:
        NAMED(name)
    except ValidationError as error:
        raise CaseError("invalid", details={"fields": {"name": error.messages}}) from None
    return _keep([*_others(name, address), (name, address)][-MOST_VIEWS:], address)


@blueprint.post("/views/drop")
@signed_in
def drop_view() -> ResponseReturnValue:
    """Keep it no longer."""
    back = own_address(request.form.get("where", ""))
    return _keep(_others(request.form.get("name", ""), back), back)


def _others(name: str, address: str) -> Pairs:
    """All but the one of that name of the same list."""
    this = name, address.partition("?")[0]
    return [(known, where) for known, where in _known() if (known, where.partition("?")[0]) != this]


def _keep(views: Pairs, back: str) -> ResponseReturnValue:
    ask(of_identity.KEEP_VIEWS, sealed=sealed(views, FORM))
    no_longer()
    return redirect(back)


def _once() -> Pairs:
    """However often a page looks."""
    asked: Callable[[], Pairs] = g.get("kept_views", _known)
    try:
        known = asked()
    except CaseError:
        known = []
    g.kept_views = lambda: known
    return known


def _known() -> Pairs:
    kept = view(of_identity.KEPT_VIEWS).sealed
    return opened(kept, FORM) if kept else []
