"""Passwords by scrypt, in native threads: a hash takes some 60 ms, in which all other work goes on.

So many at once as there are processors; a few wait for their turn, strangers behind the others, and more are
sent away at once, so that signing in never takes up the service's other workers.
"""

import os
from collections.abc import Callable
from functools import cached_property
from secrets import token_urlsafe
from typing import Any, TypeVar

from werkzeug.security import check_password_hash, generate_password_hash

from rongcuo.chassis.hosting.lanes import Lanes
from rongcuo.chassis.threads import in_native_thread
from services.identity.domain.strength import require_strong

T = TypeVar("T")
AT_ONCE = max(2, os.cpu_count() or 2)
MOST_WAITING = 4  # in each lane
PATIENCE = 3.0  # seconds


class Scrypt:
    """The adapter of `ports.Passwords`. `published`: what everybody can read, and so would try first."""

    def __init__(self, published: tuple[str, ...] = ()) -> None:
        self._published = published
        self._lanes = Lanes(AT_ONCE, MOST_WAITING, PATIENCE, later=2)

    @cached_property
    def _nobody(self) -> str:
        return str(in_native_thread(generate_password_hash, token_urlsafe(32)))

    def require_strong(self, password: str, about: tuple[str, ...]) -> None:
        self._in_turn(True, require_strong, password, (*about, *self._published))

    def hash(self, password: str) -> str:
        """werkzeug's scrypt: method, salt and hash in one string."""
        return self._in_turn(True, generate_password_hash, password)

    def match(self, password_hash: str | None, password: str, *, known: bool) -> bool:
        """An unknown user costs one hash too, so that time does not tell who exists."""
        matches = self._in_turn(known, check_password_hash, password_hash or self._nobody, password)
        return matches and password_hash is not None

    def _in_turn(self, known: bool, work: Callable[..., T], *given: Any) -> T:
        with self._lanes.turn(lambda: known):
            return in_native_thread(work, *given)
