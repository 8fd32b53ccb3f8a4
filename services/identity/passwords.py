"""Passwords by scrypt, in native threads: a hash takes some 60 ms, in which all other work goes on.

So many at once as there are processors; a few wait for their turn, and more are sent away at once, so that
signing in never takes up the service's other workers.
"""

import os
from collections.abc import Callable
from functools import cached_property
from secrets import token_urlsafe
from typing import Any, TypeVar

from eventlet.semaphore import Semaphore
from werkzeug.security import check_password_hash, generate_password_hash

from rongcuo.chassis.native import in_native_thread
from rongcuo.contracts.errors import CaseError
from services.identity.domain import require_strong

T = TypeVar("T")
AT_ONCE = max(2, os.cpu_count() or 2)
MOST_WAITING = 4
PATIENCE = 3.0  # seconds


class Scrypt:
    """The adapter of `ports.Passwords`."""

    def __init__(self) -> None:
        self._turns = Semaphore(AT_ONCE)
        self._waiting = 0

    @cached_property
    def _nobody(self) -> str:
        return str(in_native_thread(generate_password_hash, token_urlsafe(32)))

    def require_strong(self, password: str, about: tuple[str, ...]) -> None:
        self._in_turn(require_strong, password, about)

    def hash(self, password: str) -> str:
        """werkzeug's scrypt: method, salt and hash in one string."""
        return self._in_turn(generate_password_hash, password)

    def match(self, password_hash: str | None, password: str) -> bool:
        """An unknown user costs one hash too, so that time does not tell who exists."""
        matches = self._in_turn(check_password_hash, password_hash or self._nobody, password)
        return matches and password_hash is not None

    def _in_turn(self, work: Callable[..., T], *given: Any) -> T:
        if self._waiting >= MOST_WAITING:
            raise CaseError("busy_signing_in", details={"seconds": 2})
        self._waiting += 1
        try:
            ours = self._turns.acquire(timeout=PATIENCE)
        finally:
            self._waiting -= 1
        if not ours:
            raise CaseError("busy_signing_in", details={"seconds": 2})
        try:
            return in_native_thread(work, *given)
        finally:
            self._turns.release()
