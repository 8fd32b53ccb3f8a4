"""Publishing that is confirmed, bounded in time, and survives the broker's restarts."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import eventlet
from eventlet.semaphore import Semaphore
from kombu.entity import Exchange, Queue

from rongcuo.chassis.messaging.confirms import PendingConfirm
from rongcuo.chassis.messaging.message import BusUnavailable, OutboundMessage, Unroutable
from rongcuo.chassis.messaging.publisher_channel import (
    CONFIRM_WITHIN,
    PublisherChannel,
    Unconfirmed,
    open_channel,
)


class Publisher:
    """One for all green threads of a service. Its channel is opened at the first use and after each break."""

    def __init__(self, url: str, entities: Iterable[Exchange | Queue] = ()) -> None:
        self._url = url
        self.entities = tuple(entities)
        self._channel: PublisherChannel | None = None
        self._opened = 0
        self._opening = Semaphore()

    @property
    def connected(self) -> bool:
        """Whether a channel is open now."""
        return self._channel is not None and self._channel.alive

    @property
    def blocked(self) -> bool:
        """Whether the broker has an alarm (memory, disk) and takes nothing until it is over."""
        return self._channel is not None and self._channel.alive and self._channel.blocked

    @property
    def channel_number(self) -> int:
        """Which of its channels is open now, counted from 1; 0 for none."""
        return self._opened if self.connected else 0

    def open(self, within: float = CONFIRM_WITHIN) -> int:
        """Have a channel, with everything declared; its number. Raises BusUnavailable."""
        with _within(within):
            self._open_channel()
        return self._opened

    def publish(self, message: OutboundMessage, within: float = CONFIRM_WITHIN) -> None:
        """Until the broker has taken it. Raises Unroutable, or BusUnavailable: then it may have been sent."""
        confirm = PendingConfirm(message.message_id)
        with _within(within):
            self._send([(message, confirm)])
            confirm.wait(within)

    def send_all(self, messages: Unconfirmed, within: float = CONFIRM_WITHIN) -> None:
        """Put all on their way, in order; `outcomes` can wait for them.

        Raises BusUnavailable; then some may have been sent.
        """
        with _within(within):
            self._send(messages)

    def outcomes(self, confirms: Sequence[PendingConfirm],
                 within: float = CONFIRM_WITHIN) -> list[Exception | None]:
        """For each what kept the broker from taking it, or None. A broker that is too slow is left."""
        outcomes: list[Exception | None] = [BusUnavailable("not confirmed")] * len(confirms)
        try:
            with _within(within):
                for place, confirm in enumerate(confirms):
                    outcomes[place] = _outcome(confirm, within)
        except BusUnavailable:
            self.abandon("not confirmed in time")
        return outcomes

    def abandon(self, reason: str) -> None:
        """Give the present channel up."""
        if self._channel is not None:
            self._channel.abandon(reason)
            self._channel = None

    def close(self) -> None:
        """Take leave of the broker, in bounded time."""
        channel, self._channel = self._channel, None
        if channel is not None:
            channel.close()

    def _send(self, messages: Unconfirmed) -> None:
        channel = self._open_channel()
        for _, confirm in messages:
            confirm.channel = self._opened
        channel.send(messages)

    def _open_channel(self) -> PublisherChannel:
        channel = self._channel
        if channel is not None and channel.alive:
            return channel
        with self._opening:
            if self._channel is None or not self._channel.alive:
                self._channel = self._connect()
                self._opened += 1
            return self._channel

    def _connect(self) -> PublisherChannel:
        try:
            return open_channel(self._url, self.entities)
        except Exception as error:
            raise BusUnavailable(f"the bus can't be reached: {type(error).__name__}") from error


def _outcome(confirm: PendingConfirm, within: float) -> Exception | None:
    try:
        confirm.wait(within)
    except (Unroutable, BusUnavailable) as failure:
        return failure
    return None


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Raises BusUnavailable in the block when its time is over."""
    with eventlet.Timeout(max(seconds, 0.001), BusUnavailable("the bus does not answer in time")):
        yield
