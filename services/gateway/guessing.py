"""Who tries check codes (核验码) that are none has to wait: a code is not to be found by trying.

Only misses count, so a hall full of people behind one address can check as many letters as they hold.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from cachetools import TTLCache
from flask import Request, current_app, g, request

from rongcuo.contracts.errors import CaseError
from services.gateway.calls import Answer, ask

MISSES, PERIOD = 10, 60.0  # so many in so many seconds
MOST_ADDRESSES = 10_000
UNKNOWN, TOO_MANY = "letter.unknown_code", "letter.too_many_checks"
OF_A_CODE = frozenset({UNKNOWN, "invalid"})


@dataclass(slots=True)
class _Tries:
    since: float
    misses: int = 0


class Guesses:
    """The misses of each address within the period, in memory: each gateway counts its own."""

    def __init__(self, timer: Callable[[], float] = time.monotonic) -> None:
        self._timer = timer
        self._of: TTLCache[str, _Tries] = TTLCache(MOST_ADDRESSES, PERIOD, timer)

    def wait(self, address: str) -> int:
        """Seconds for which nothing is answered to this address; mostly 0."""
        tries = self._of.get(address)
        if tries is None or tries.misses < MISSES:
            return 0
        return max(1, math.ceil(tries.since + PERIOD - self._timer()))

    def missed(self, address: str) -> None:
        """A code that is none. The period begins with the first."""
        self._of.setdefault(address, _Tries(self._timer())).misses += 1


def checked(code: str) -> Answer:
    """What everybody may know of the letter with this code. Raises `letter.unknown_code`, or
    `letter.too_many_checks` for whoever has tried too many that are none."""
    guesses: Guesses = current_app.extensions["guesses"]
    address = client_of(request, current_app.extensions["settings"].client_header)
    if wait := guesses.wait(address):
        g.retry_after = str(wait)
        raise CaseError(TOO_MANY)
    try:
        return ask("documents.check", {"code": code}, None)
    except CaseError as refusal:
        if refusal.code in OF_A_CODE:
            guesses.missed(address)
        raise


def client_of(asked: Request, header: str) -> str:
    """The client's address: as the proxy tells it in the header it is trusted for, else the connection's.
    Of a list the last is the proxy's own word. An IPv6 network of one household counts as one."""
    told = asked.headers.get(header, "").rsplit(",", 1)[-1].strip() if header else ""
    for candidate in (told, asked.remote_addr or ""):
        try:
            found = ip_address(candidate)
        except ValueError:
            continue
        return str(ip_network((found, 64), strict=False) if isinstance(found, IPv6Address) else found)
    return ""
