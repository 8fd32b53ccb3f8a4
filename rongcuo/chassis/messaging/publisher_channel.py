"""One live connection to publish on, with confirms that don't wait for one another.

`send` returns at once; the broker's answers are read by a green thread of the channel. One that breaks stays
broken: everything it still awaited is lost (perhaps sent, perhaps not), and the publisher opens another.
"""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from time import monotonic
from typing import Any, Protocol

import eventlet
from amqp import spec
from amqp.exceptions import ChannelError
from eventlet.semaphore import Semaphore
from kombu.entity import Exchange, Queue

from rongcuo.chassis.messaging.confirms import PendingConfirm
from rongcuo.chassis.messaging.connection import bus_connection, is_embedded
from rongcuo.chassis.messaging.message import BusUnavailable, OutboundMessage, Unroutable

CONFIRM_WITHIN = 10.0   # seconds; a broker that takes longer is treated as frozen
Entities = Iterable[Exchange | Queue]
Unconfirmed = Sequence[tuple[OutboundMessage, PendingConfirm]]


class PublisherChannel(Protocol):
    """What the publisher needs of a connection."""

    alive: bool

    @property
    def blocked(self) -> bool:
        """Whether the broker has said that it takes nothing now."""

    def send(self, messages: Unconfirmed) -> None:
        """Put messages on their way, in this order."""

    def abandon(self, reason: str) -> None:
        """Give the connection up without a word to the broker."""

    def close(self) -> None:
        """Take leave of the broker."""


class EmbeddedChannel:
    """The broker is in this process: it answers at once."""

    blocked = False

    def __init__(self, url: str, entities: Entities) -> None:
        self._connection = bus_connection(url)
        self._channel = self._connection.channel()
        self.alive = True
        for entity in entities:
            entity(self._channel).declare()

    def send(self, messages: Unconfirmed) -> None:
        for message, confirm in messages:
            confirm.settle(self._put(message))

    def _put(self, message: OutboundMessage) -> Unroutable | None:
        prepared = message.prepared(self._channel)
        try:
            self._channel.basic_publish(prepared, message.exchange, message.routing_key, message.mandatory)
        except ChannelError as error:
            return Unroutable(str(error))
        return None

    def abandon(self, reason: str) -> None:  # noqa: ARG002  (a broker in this process gives no reason to)
        self.close()

    def close(self) -> None:
        self.alive = False
        self._connection.release()


class RabbitChannel:
    """A connection to RabbitMQ in confirm mode."""

    def __init__(self, url: str, entities: Entities) -> None:
        self._kombu = bus_connection(url)
        self._connection = self._kombu.transport.establish_connection()
        self._channel = self._connection.channel()
        self._awaited: dict[int, PendingConfirm] = {}
        self._returnable: dict[str, PendingConfirm] = {}
        self._count = 0
        self._writing = Semaphore()
        for entity in entities:
            entity(self._channel).declare()
        self._channel.events["basic_ack"].add(self._on_ack)
        self._channel.events["basic_nack"].add(self._on_nack)
        self._channel.events["basic_return"].add(self._on_return)
        self._channel.confirm_select()
        self.alive = True
        self._reader = eventlet.spawn(self._read)

    @property
    def blocked(self) -> bool:
        return bool(self._connection.blocked)

    def send(self, messages: Unconfirmed) -> None:
        """Raises BusUnavailable; after an unfinished write nothing more can be sent on it."""
        with self._writing:
            if not self.alive:
                raise BusUnavailable("the connection is broken")
            try:
                with self._connection.gathered():
                    for message, confirm in messages:
                        self._put(message, confirm)
            except BaseException as error:
                self.abandon(type(error).__name__)
                raise BusUnavailable("the messages could not be written") from error

    def abandon(self, reason: str) -> None:
        if not self.alive:
            return
        self.alive = False
        awaited = list(self._awaited.values())
        self._awaited.clear()
        self._connection.collect()
        for confirm in awaited:
            confirm.settle(BusUnavailable(reason))

    def close(self) -> None:
        self._reader.kill()
        if self.alive:
            self.alive = False
            self._kombu.transport.close_connection(self._connection)

    def _put(self, message: OutboundMessage, confirm: PendingConfirm) -> None:
        self._count += 1
        self._awaited[self._count] = confirm
        if message.mandatory:
            self._returnable[message.message_id] = confirm
        target = (0, message.exchange, message.routing_key, message.mandatory, False)
        self._channel.send_method(spec.Basic.Publish, "Bssbb", target, message.prepared(self._channel))

    def _read(self) -> None:
        try:
            while self.alive:
                self._read_once()
        except Exception as error:  # noqa: BLE001  (whatever it is, this channel is over)
            self.abandon(type(error).__name__)

    def _read_once(self) -> None:
        try:
            self._connection.drain_events(timeout=1)
        except TimeoutError:
            self._connection.heartbeat_tick()
        oldest = next(iter(self._awaited.values()), None)
        if oldest and monotonic() - oldest.since > CONFIRM_WITHIN:
            self.abandon("the broker does not confirm")

    def _on_ack(self, tag: int, multiple: bool) -> None:
        self._settle(tag, multiple, None)

    def _on_nack(self, tag: int, multiple: bool) -> None:
        self._settle(tag, multiple, BusUnavailable("the broker refused the message"))

    def _on_return(self, _error: Exception, _exchange: str, _key: str, message: Any) -> None:
        confirm = self._returnable.get(message.properties.get("message_id", ""))
        if confirm is not None:
            confirm.unroutable = True

    def _settle(self, tag: int, multiple: bool, failure: Exception | None) -> None:
        tags = list(takewhile(lambda awaited: awaited <= tag, self._awaited)) if multiple else [tag]
        for settled in tags:
            confirm = self._awaited.pop(settled, None)
            if confirm is not None:
                self._returnable.pop(confirm.message_id, None)
                confirm.settle(Unroutable("no queue takes it") if confirm.unroutable else failure)


def open_channel(url: str, entities: Entities) -> PublisherChannel:
    """Connect and declare."""
    return EmbeddedChannel(url, entities) if is_embedded(url) else RabbitChannel(url, entities)
