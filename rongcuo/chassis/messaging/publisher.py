"""Publishing that is confirmed, bounded in time, and survives the broker's restarts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import eventlet
from eventlet.semaphore import Semaphore
from kombu.entity import Exchange, Queue

from rongcuo.chassis.messaging.confirms import PendingConfirm
from rongcuo.chassis.messaging.message import BusUnavailable, OutboundMessage, Unroutable
from rongcuo.chassis.messaging.publisher_channel import (
    CONFIRM_WITHIN,
    Letters,
    PublisherChannel,
    open_channel,
)


class Publisher:
    """One for all green threads of a service. Its line is opened at the first use and after every break."""

    def __init__(self, url: str, entities: Iterable[Exchange | Queue] = ()) -> None:
        self._url = url
        self.entities = tuple(entities)
        self._line: PublisherChannel | None = None
        self._opened = 0
        self._opening = Semaphore()

    @property
    def connected(self) -> bool:
        """Whether a line is open now."""
        return self._line is not None and self._line.alive

    @property
    def blocked(self) -> bool:
        """Whether the broker has an alarm (memory, disk) and takes nothing until it is over."""
        return self._line is not None and self._line.alive and self._line.blocked

    @property
    def line_number(self) -> int:
        """Which of its lines is open now, counted from 1; 0 for none."""
        return self._opened if self.connected else 0

    def open(self, within: float = CONFIRM_WITHIN) -> int:
        """Have a line, with everything declared; its number. Raises BusUnavailable."""
        with _within(within):
            self._open_line()
        return self._opened

    def send(self, message: OutboundMessage, within: float,
             on_failure: Callable[[Exception], None] | None = None) -> PendingConfirm:
        """Put on its way without waiting for the confirmation. Raises BusUnavailable within these seconds."""
        def then(sending: PendingConfirm) -> None:
            if on_failure is not None and sending.failure is not None:
                on_failure(sending.failure)

        sending = PendingConfirm(message.message_id, then)
        self.send_all([(message, sending)], within)
        return sending

    def publish(self, message: OutboundMessage, within: float = CONFIRM_WITHIN) -> None:
        """Until the broker has taken it. Raises Unroutable, or BusUnavailable: then it may have been sent."""
        sending = PendingConfirm(message.message_id)
        with _within(within):
            self._send([(message, sending)])
            sending.wait(within)

    def send_all(self, letters: Letters, within: float = CONFIRM_WITHIN) -> None:
        """Put all on their way, in order; `outcomes` can wait for them.

        Raises BusUnavailable; then some may have been sent.
        """
        with _within(within):
            self._send(letters)

    def outcomes(self, sendings: Sequence[PendingConfirm],
                 within: float = CONFIRM_WITHIN) -> list[Exception | None]:
        """For each what kept the broker from taking it, or None. A broker that is too slow is left."""
        outcomes: list[Exception | None] = [BusUnavailable("not confirmed")] * len(sendings)
        try:
            with _within(within):
                for place, sending in enumerate(sendings):
                    outcomes[place] = _outcome(sending, within)
        except BusUnavailable:
            self.abandon("not confirmed in time")
        return outcomes

    def abandon(self, reason: str) -> None:
        """Give the present line up."""
        if self._line is not None:
            self._line.abandon(reason)
            self._line = None

    def close(self) -> None:
        """Take leave of the broker, in bounded time."""
        line, self._line = self._line, None
        if line is not None:
            line.close()

    def _send(self, letters: Letters) -> None:
        line = self._open_line()
        for _, sending in letters:
            sending.line = self._opened
        line.send(letters)

    def _open_line(self) -> PublisherChannel:
        line = self._line
        if line is not None and line.alive:
            return line
        with self._opening:
            if self._line is None or not self._line.alive:
                self._line = self._connect()
                self._opened += 1
            return self._line

    def _connect(self) -> PublisherChannel:
        try:
            return open_channel(self._url, self.entities)
        except Exception as error:
            raise BusUnavailable(f"the bus can't be reached: {type(error).__name__}") from error


def _outcome(sending: PendingConfirm, within: float) -> Exception | None:
    try:
        sending.wait(within)
    except (Unroutable, BusUnavailable) as failure:
        return failure
    return None


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Raises BusUnavailable in the block when its time is over."""
    with eventlet.Timeout(max(seconds, 0.001), BusUnavailable("the bus does not answer in time")):
        yield
