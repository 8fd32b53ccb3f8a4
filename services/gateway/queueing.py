"""People who sign in at the same moment wait for each other, for passwords are slow to hash on purpose. More
than can be served in time are told to come again in a few seconds."""

from collections.abc import Iterator
from contextlib import contextmanager

from eventlet.semaphore import Semaphore
from flask import current_app

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from services.gateway.calls import Answer, ask

AT_ONCE = 4        # of this gateway on their way to identity
MOST_WAITING = 80
PATIENCE = 6.0     # seconds; what is left of the request's time is the answer's


class Queue:
    """Everybody's turn to have a password hashed."""

    def __init__(self) -> None:
        self._turns = Semaphore(AT_ONCE)
        self._waiting = 0

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Raises `busy_signing_in` where it would take too long."""
        if self._waiting >= MOST_WAITING:
            raise CaseError("busy_signing_in", details={"seconds": 5})
        self._waiting += 1
        try:
            ours = self._turns.acquire(timeout=PATIENCE)
        finally:
            self._waiting -= 1
        if not ours:
            raise CaseError("busy_signing_in", details={"seconds": 5})
        try:
            yield
        finally:
            self._turns.release()


def ask_in_turn(target: str, payload: Answer, actor: Actor | None = None) -> Answer:
    """Ask identity for what takes a hash."""
    queue: Queue = current_app.extensions["queue"]
    with queue.turn():
        return ask(target, payload, actor)
