"""Who tries check codes (核验码) that are none has to wait: a code is not to be found by trying.

Only misses count, so a hall full of people behind one address can check as many letters as they hold. The
library `limits` counts, in memory: each gateway for itself.
"""

import time

from flask import current_app
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from rongcuo.contracts.documents.operations import CHECK
from rongcuo.contracts.errors import CaseError
from services.gateway.clients import address
from services.gateway.rpc import Answer, ask

MISSES = RateLimitItemPerMinute(10)
UNKNOWN, TOO_MANY = "letter.unknown_code", "letter.too_many_checks"
OF_A_CODE = frozenset({UNKNOWN, "invalid"})


class Guesses:
    """The misses of each address, within a minute from its first."""

    def __init__(self) -> None:
        self._limiter = FixedWindowRateLimiter(MemoryStorage())

    def wait(self, client: str) -> int:
        """Seconds for which nothing is answered to this address; mostly 0."""
        if self._limiter.test(MISSES, client):
            return 0
        return max(1, round(self._limiter.get_window_stats(MISSES, client).reset_time - time.time()))

    def missed(self, client: str) -> None:
        """A code that is none."""
        self._limiter.hit(MISSES, client)


def checked(code: str) -> Answer:
    """What everybody may know of the letter with this code. Raises `letter.unknown_code`, or
    `letter.too_many_checks` for whoever has tried too many that are none."""
    guesses: Guesses = current_app.extensions["guesses"]
    client = address()
    if wait := guesses.wait(client):
        raise CaseError(TOO_MANY, details={"seconds": wait})
    try:
        return ask(CHECK, {"code": code}, None)
    except CaseError as refusal:
        if refusal.code in OF_A_CODE:
            guesses.missed(client)
        raise
