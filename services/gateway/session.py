"""Who asks: a bearer token, or, for reading only, the console's cookie."""

import hashlib
import re
from typing import Any

from cachetools import TTLCache
from flask import Request, current_app, g, request

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity.operations import WHOSE_TOKEN
from services.gateway import cookies
from services.gateway.rpc import Answer, ask

REMEMBERED = 30.0  # seconds: how long a dismissed officer's token may still be believed
A_MOMENT = 10.0     # seconds: how long the count of what waits elsewhere may be of before
READING = frozenset({"GET", "HEAD"})
_BEARER = re.compile(r"Bearer ([A-Za-z0-9_-]{20,200})\Z")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,200}\Z")


class Sessions:
    """Remembers for a short while whose token it is, by its digest only; and for a moment what stands beside
    somebody's pages, by who they are with all their rights, and its name, with when it was asked;
    `changed`: when somebody last did something, for longer than both of these."""

    def __init__(self) -> None:
        self._holders: TTLCache[tuple[str, bool], Answer] = TTLCache(maxsize=10_000, ttl=REMEMBERED)
        self.aside: TTLCache[tuple[Actor, str], tuple[float, Any]] = TTLCache(maxsize=10_000, ttl=A_MOMENT)
        self.changed: TTLCache[str, float] = TTLCache(maxsize=10_000, ttl=REMEMBERED)

    def holder(self, token: str, *, unattended: bool = False) -> Answer:
        """The officer as identity knows them. Raises `sign_in_required`. `unattended`: a page looks by
        itself, which keeps nobody signed in, so it is remembered apart from what people do."""
        here = _digest(token), unattended
        known = self._holders.get(here)
        if known is None:
            question = {"token": token, "unattended": unattended}
            known = self._holders[here] = ask(WHOSE_TOKEN, question, None)
        return known

    def forget(self, token: str) -> None:
        """The token was signed out."""
        for unattended in (False, True):
            self._holders.pop((_digest(token), unattended), None)

    def forget_officer(self, officer_id: str) -> None:
        """The officer was dismissed."""
        for here in [key for key, officer in self._holders.items() if officer["officer_id"] == officer_id]:
            self._holders.pop(here, None)


def sessions() -> Sessions:
    """This gateway's."""
    here: Sessions = current_app.extensions["sessions"]
    return here


def token_of(asked: Request) -> str:
    """The request's token. Raises `sign_in_required`.

    A cookie is sent by the browser whoever wrote the page, so it never authorises a change through the API;
    the console's forms carry their own proof.
    """
    if header := asked.headers.get("Authorization"):
        found = _BEARER.match(header)
        return _required(found and found[1])
    cookie = cookies.read(asked, cookies.SESSION) if asked.method in READING else ""
    return _required(cookie if _TOKEN.match(cookie) else None)


def officer() -> Answer:
    """The officer who asks. Raises `sign_in_required`."""
    if "officer" not in g:
        g.officer = sessions().holder(token_of(request))
    here: Answer = g.officer
    return here


def actor() -> Actor:
    """The officer who asks, as the services see them. Raises `sign_in_required`."""
    return actor_of(officer())


def actor_of(view: dict[str, Any]) -> Actor:
    """From an OfficerView in wire form."""
    return Actor(view["officer_id"], view["name"], view["organ_id"], view["division_code"], view["unit"],
                 frozenset(Role(role) for role in view["roles"]), tuple(view.get("unit_names", ())))


def _required(token: str | None) -> str:
    if not token:
        raise CaseError("sign_in_required")
    return token


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
