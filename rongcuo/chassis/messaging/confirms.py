"""A message on its way: what the broker says of it, and who waits for that."""

from collections.abc import Callable
from time import monotonic

from eventlet.event import Event

from rongcuo.chassis.messaging.message import BusUnavailable


class PendingConfirm:
    """`channel` is the number of the one it went out on; times are monotonic seconds.

    `then` is told once the broker has spoken; it must not block.
    """

    __slots__ = ("_then", "_waiter", "channel", "failure", "message_id", "settled_at", "since", "unroutable")

    def __init__(self, message_id: str, then: Callable[["PendingConfirm"], None] | None = None) -> None:
        self.message_id = message_id
        self.since = monotonic()
        self.settled_at: float | None = None
        self.failure: Exception | None = None
        self.channel = 0
        self.unroutable = False
        self._then = then
        self._waiter: Event | None = None

    def settle(self, failure: Exception | None) -> None:
        """The broker's word: taken, or not."""
        if self.settled_at is not None:
            return
        self.settled_at, self.failure = monotonic(), failure
        if self._waiter is not None:
            self._waiter.send()
        if self._then is not None:
            self._then(self)

    def wait(self, seconds: float) -> None:
        """Until the broker has taken it. Raises Unroutable or BusUnavailable."""
        if self.settled_at is None:
            self._waiter = self._waiter or Event()
            self._waiter.wait(seconds)
        if self.settled_at is None:
            raise BusUnavailable("no confirmation in time")
        if self.failure is not None:
            raise self.failure
