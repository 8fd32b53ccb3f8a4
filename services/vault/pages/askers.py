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


def asker() -> str:
    """Of the present request."""
    return _KEY.name(address())
