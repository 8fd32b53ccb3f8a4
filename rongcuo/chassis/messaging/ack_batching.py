"""A channel that acknowledges in one frame what was done in one breath.

Each acknowledgement is a write to the socket for us, and for a quorum queue a command in its log. So those
given within one turn of the green threads go together, a turn later: until then a crash means that the
broker delivers again what was done, which it may at any time.
"""

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

import eventlet
from kombu.transport import pyamqp


class Message(pyamqp.Message):
    """A message whose sender can't make us inflate its body."""

    def __init__(self, msg: Any, channel: Any = None, **kwargs: Any) -> None:
        (msg.properties.get("application_headers") or {}).pop("compression", None)
        super().__init__(msg, channel, **kwargs)


class Channel(pyamqp.Channel):
    """kombu's AMQP channel with gathered acknowledgements. Bodies stay bytes: py-amqp would decode them as
    their sender says, and half a megabyte of `punycode` takes minutes, in which a process does nothing."""

    Message = Message

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._in_work: dict[int, bool] = {}     # by delivery tag, rising: whether it is done
        self._due = False
        super().__init__(*args, **{**kwargs, "auto_decode": False})

    def basic_ack(self, delivery_tag: int, multiple: bool = False, argsig: str = "Lb") -> None:
        """Acknowledge, together with others."""
        if delivery_tag not in self._in_work:
            super().basic_ack(delivery_tag, multiple, argsig)
            return
        self._in_work[delivery_tag] = True
        if not self._due:
            self._due = True
            eventlet.spawn_n(self._send_acknowledgements)

    def basic_reject(self, delivery_tag: int, requeue: bool, argsig: str = "Lb") -> None:
        self._in_work.pop(delivery_tag, None)
        super().basic_reject(delivery_tag, requeue, argsig)

    def _on_basic_deliver(self, consumer_tag: str, delivery_tag: int, *delivery: Any) -> None:
        if consumer_tag not in (self.no_ack_consumers or ()):
            self._in_work[delivery_tag] = False
        super()._on_basic_deliver(consumer_tag, delivery_tag, *delivery)

    def _send_acknowledgements(self) -> None:
        self._due = False
        try:
            for tag, multiple in self._frames():
                super().basic_ack(tag, multiple)
        except Exception:  # noqa: BLE001  (the connection broke: the broker delivers again)
            self._in_work.clear()

    def _frames(self) -> Iterator[tuple[int, bool]]:
        """All up to the oldest that is still in work by one frame, each of the others by its own."""
        oldest = list(takewhile(self._in_work.__getitem__, self._in_work))
        others = [tag for tag in list(self._in_work)[len(oldest):] if self._in_work[tag]]
        for tag in (*oldest, *others):
            del self._in_work[tag]
        if oldest:
            yield oldest[-1], len(oldest) > 1
        yield from ((tag, False) for tag in others)
