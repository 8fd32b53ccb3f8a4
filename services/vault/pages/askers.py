"""From where somebody writes, as a hash whose key is thrown away daily: it tells a guesser from others."""

import hmac
from hashlib import sha256
from secrets import token_bytes
from time import monotonic

from services.gateway.clients import address

KEPT = 86_400.0     # seconds
_SIGNS = 32


class DailyKey:
    """In memory only; a restart throws it away as well."""

    def __init__(self) -> None:
        self._key, self._made = token_bytes(32), monotonic()

    def name(self, client: str) -> str:
        """The same for the same client, while the key lives."""
        if monotonic() - self._made > KEPT:
            self._key, self._made = token_bytes(32), monotonic()
        return hmac.digest(self._key, client.encode(), sha256).hex()[:_SIGNS]


_KEY = DailyKey()


def asker(way: str = "") -> str:
    """Of the present request. By each way in somebody is another asker, so none uses up another's turns."""
    return _KEY.name(f"{way} {address()}" if way else address())


def asker_signed_in(officer_id: str) -> str:
    """Who registers reports for others: wherever they sit, and whoever shares their address."""
    return _KEY.name(f"signed in {officer_id}")
