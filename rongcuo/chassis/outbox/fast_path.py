"""Events on their way: what was just committed goes out from memory, what waited longer from the outbox.

The outbox stays the truth. What the broker has confirmed is marked there later, many at once; what was not
marked, whatever the reason, is sent again, and the inboxes drop it. Memory is used only while nothing older
waits and the broker answers: then the relay can leave to it what happened within the last moment.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from threading import Event
from time import monotonic
from typing import Any

import eventlet
from eventlet.queue import LightQueue

from rongcuo.chassis import failpoints
from rongcuo.chassis.config import Config
from rongcuo.chassis.messaging import BusUnavailable, OutboundMessage, PendingConfirm, Publisher, is_embedded
from rongcuo.chassis.messaging.cloudevents import HEADERS, sealed_event
from rongcuo.chassis.outbox.store import Outbox, OutboxRow
from rongcuo.chassis.signing import Seals

IN_MEMORY = 500                    # at most that many wait or are on their way from memory
MOMENT = timedelta(seconds=2)      # what happened so lately may be on its way from memory
FRESH = 20.0                       # seconds and a poll: an older confirmation may be of a broker now replaced
PATIENCE = 15.0                    # seconds for the broker's word; the channel gives up before


def message_of(row: OutboxRow, seals: Seals) -> OutboundMessage:
    """The message of one event in the outbox, signed. Raises CaseError `keys.unreadable`."""
    values = ("1.0", row.event_id, row.type_name, row.source, row.subject, row.time.isoformat(),
              str(row.sequence), row.correlation_id)
    return sealed_event(dict(zip(HEADERS, values, strict=True)), row.body.encode(), seals)


class FastPath:
    """Of one relay, which it wakes where there is something for it to do. `from_memory`: nothing older waits,
    so what was just committed may go out at once."""

    def __init__(self, outbox: Outbox, seals: Seals, config: Config, publisher: Callable[[], Publisher],
                 wake: Callable[[], None]) -> None:
        self.from_memory = False
        self.left = False       # whether something was left to the outbox since it was looked into
        self.failures: list[Exception] = []
        self._outbox = outbox
        self._seals = seals
        self._poll = config.outbox_poll
        self._safe_there = not is_embedded(config.bus_url)
        self._publisher = publisher
        self._wake = wake
        self._handed: LightQueue = LightQueue()
        self._under_way: dict[str, PendingConfirm] = {}
        self._confirmed: list[PendingConfirm] = []
        self._fewer = Event()
        self._enough = 0
        self._courier: Any = None

    @property
    def unmarked(self) -> bool:
        """Whether the broker has confirmed something that is not written down yet."""
        return bool(self._confirmed)

    def start(self) -> None:
        """Begin to send what is handed over."""
        self._courier = eventlet.spawn(self._carry)

    def kill(self) -> None:
        """Send nothing more."""
        self.from_memory = False
        if self._courier is not None:
            self._courier.kill()

    def hand_over(self, events: Sequence[OutboxRow]) -> None:
        """Send what was just committed; what can't go now is left to the outbox. Never waits for the bus."""
        if self.from_memory:
            waiting = self._handed.qsize() + len(self._under_way)
            self.from_memory = self._publisher().connected and waiting < IN_MEMORY
        if self.from_memory:
            self._handed.put(events)    # for the courier, whose turn comes when somebody has been answered
        else:
            self.left = True
            self._wake()

    def take(self, limit: int) -> Sequence[OutboxRow]:
        """From the outbox what is not on its way."""
        self._give_up_silence()
        self.left = False
        on_their_way = [*self._under_way, *(confirm.message_id for confirm in self._confirmed)]
        return self._outbox.take_batch(limit, but=on_their_way,
                                       moment=MOMENT if self.from_memory else timedelta())

    def send(self, events: Sequence[OutboxRow]) -> None:
        """Put them on their way. Raises BusUnavailable."""
        fresh = [event for event in events if event.event_id not in self._under_way]
        if not fresh:
            return
        confirms = [PendingConfirm(event.event_id, self._hear) for event in fresh]
        self._under_way.update((confirm.message_id, confirm) for confirm in confirms)
        try:
            messages = [message_of(event, self._seals) for event in fresh]
            self._publisher().send_all(list(zip(messages, confirms, strict=True)))
        except Exception as error:
            for confirm in confirms:
                confirm.settle(error)
            raise
        failpoints.point("after_publish", self._seals.service)

    def wait(self, at_most: int = 0, seconds: float = PATIENCE) -> None:
        """Until no more than so many await the broker's word."""
        self._enough = at_most
        with eventlet.Timeout(seconds, exception=False):
            while len(self._under_way) > at_most:
                self._fewer.clear()
                self._fewer.wait()

    def mark(self) -> None:
        """Write down what the broker has confirmed. Raises CaseError while the database is away.

        Not what a channel said that has broken since: its broker may have forgotten.
        """
        confirmed, channel = list(self._confirmed), self._publisher().channel_number
        since = monotonic() - FRESH - self._poll
        fresh = [confirm.message_id for confirm in confirmed
                 if confirm.channel == channel and (confirm.settled_at or 0) > since]
        if fresh:
            failpoints.point("after_confirm", self._seals.service)
            self._outbox.mark_sent(fresh, settled=self._safe_there)
        del self._confirmed[:len(confirmed)]

    def _give_up_silence(self) -> None:
        for confirm in list(self._under_way.values()):
            if monotonic() - confirm.since < PATIENCE:
                break
            confirm.settle(BusUnavailable("the bus said nothing"))

    def _hear(self, confirm: PendingConfirm) -> None:
        """The broker's word about one of them."""
        self._under_way.pop(confirm.message_id, None)
        if confirm.failure is None:
            self._confirmed.append(confirm)
        else:
            self.failures.append(confirm.failure)
            self.from_memory = False
        if confirm.failure is not None or len(self._confirmed) == 1:
            self._wake()
        if len(self._under_way) <= self._enough:
            self._fewer.set()

    def _carry(self) -> None:
        while True:
            events = list(self._handed.get())
            while not self._handed.empty():
                events += self._handed.get()
            with suppress(Exception):       # told to the relay as the failure of each
                self.send(events)
