"""Wrong codes and new reports (ports.Attempts), counted in memory: no row and no log holds
from where somebody wrote.

`asker` is the gateway's keyed hash of the address, whose key it throws away daily.
"""

from limits import RateLimitItemPerHour
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from rongcuo.contracts.errors import CaseError

OF_ONE = RateLimitItemPerHour(20, namespace="asker")        # our own figures
DEPOSITS = RateLimitItemPerHour(30, namespace="deposits")   # a village may share one address
OF_ALL = RateLimitItemPerHour(5_000, namespace="all")


class CountedAttempts:
    """The adapter."""

    def __init__(self) -> None:
        self._limiter = FixedWindowRateLimiter(MemoryStorage())

    def spend(self, asker: str) -> None:
        if not (self._limiter.hit(OF_ONE, asker) and self._limiter.hit(OF_ALL)):
            raise CaseError("vault.too_many_codes")

    def deposit(self, asker: str) -> None:
        if not self._limiter.hit(DEPOSITS, asker):
            raise CaseError("vault.too_many_deposits")

    def give_back(self, asker: str) -> None:
        self._limiter.hit(OF_ONE, asker, cost=-1)
        self._limiter.hit(OF_ALL, cost=-1)
