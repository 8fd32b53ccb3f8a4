"""Consuming from the bus: nameko's queue consumer, made to survive the broker and to stop without it.

Messages reach their provider undecoded (`take(message)`), so that no body is decoded, logged or acknowledged
on the way. Each provider has a `queue`, a `prefetch` and a channel of its own.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from time import monotonic
from typing import Any, Protocol

import eventlet
import structlog
from eventlet.event import Event
from kombu.connection import Connection
from kombu.entity import Queue
from kombu.message import Message
from kombu.messaging import Consumer
from nameko import messaging

from rongcuo.chassis.messaging.connection import PATIENCE, bus_connection

log = structlog.get_logger(__name__)
LONGEST_PAUSE = 5.0    # seconds between two attempts to connect
TICK_EVERY = 1.0       # seconds between two looks at who gave a sign of life
READY_WITHIN = 10.0    # seconds a service waits at its start for the bus; then it goes on trying


class Provider(Protocol):
    """Somebody with a queue."""

    queue: Queue
    prefetch: int

    def take(self, message: Message) -> None:
        """Begin to work on a message. Must not block."""


class QueueConsumer(messaging.QueueConsumer):
    """One connection for all queues a service consumes from."""

    def __init__(self) -> None:
        super().__init__()
        self.connected = False
        self._starting: bool = False
        self._pause = 0.1
        self._line: Connection | None = None
        self._ticked_at = 0.0
        self._to_cancel: list[tuple[Consumer, Event]] = []

    @property
    def connection(self) -> Connection:
        return bus_connection(self.amqp_uri)

    def start(self) -> None:
        if not self._starting:
            self._starting = True
            self._gt = self.container.spawn_managed_thread(self.run)
        with eventlet.Timeout(READY_WITHIN, exception=False):
            self._consumers_ready.wait()

    def run(self) -> None:
        """Consume until told to stop, over as many connections as it takes."""
        while not self.should_stop:
            try:
                for _ in self.consume(safety_interval=0.25):
                    pass
            except Exception as error:  # noqa: BLE001  (a lost broker shows in many ways)
                self._lost(error)
        self._disconnected()

    def stop(self) -> None:
        """Leave in bounded time, also a broker that does not answer."""
        self.should_stop = True
        if self._gt is not None:
            with eventlet.Timeout(PATIENCE + 2, exception=False):
                self._gt.wait()
            self._gt.kill()

    def kill(self) -> None:
        self.should_stop = True
        if self._gt is not None:
            self._gt.kill()

    def unregister_provider(self, provider: Provider) -> None:
        """Take no more messages for this provider; those in work can still be acknowledged."""
        self._providers.discard(provider)
        consumer = self._consumers.pop(provider, None)
        if consumer is not None and self.connected and not self.should_stop:
            cancelled = Event()
            self._to_cancel.append((consumer, cancelled))
            with eventlet.Timeout(PATIENCE + 2, exception=False):
                cancelled.wait()

    @contextmanager
    def establish_connection(self) -> Iterator[Connection]:
        with self.connection as connection:
            connection.ensure_connection(max_retries=1, interval_start=0, interval_step=0)
            yield connection

    def get_consumers(self, _consumer_class: type[Consumer], channel: Any) -> list[Consumer]:
        client = channel.connection.client
        self._consumers = {provider: self._consumer(provider, client) for provider in self._providers}
        return list(self._consumers.values())

    def on_consume_ready(self, connection: Connection, *_: Any, **__: Any) -> None:
        self.connected, self._pause, self._line = True, 0.1, connection
        if not self._consumers_ready.ready():
            self._consumers_ready.send(None)

    def on_iteration(self) -> None:
        self._tick()
        while self._to_cancel:
            consumer, cancelled = self._to_cancel.pop()
            consumer.cancel()
            cancelled.send()

    def _tick(self) -> None:
        """A sign of life where one is due. kombu gives them only while nothing comes in."""
        if self._line is not None and monotonic() - self._ticked_at > TICK_EVERY:
            self._ticked_at = monotonic()
            self._line.heartbeat_check()

    def _consumer(self, provider: Provider, client: Connection) -> Consumer:
        consumer = Consumer(client.channel(), queues=[provider.queue], on_message=partial(_hand_to, provider))
        consumer.qos(prefetch_count=provider.prefetch)
        return consumer

    def _lost(self, error: Exception) -> None:
        self._disconnected()
        if not self.should_stop:
            log.warning("bus_lost", service=self.container.service_name, reason=type(error).__name__)
            eventlet.sleep(self._pause * random.uniform(0.5, 1))  # noqa: S311  (not all at the same moment)
            self._pause = min(self._pause * 2, LONGEST_PAUSE)

    def _disconnected(self) -> None:
        self.connected, self._line = False, None
        self._consumers = {}
        while self._to_cancel:
            self._to_cancel.pop()[1].send()


def _hand_to(provider: Provider, message: Message) -> None:
    try:
        provider.take(message)
    except Exception as error:  # noqa: BLE001  (one message must not end the consuming of all)
        log.error("message_not_taken", queue=provider.queue.name, reason=type(error).__name__)
        give_back(message)


def done(message: Message) -> None:
    """Acknowledge; where the connection has gone, the broker delivers the message again by itself."""
    _settle(message, message.ack)


def give_back(message: Message) -> None:
    """Put the message back into its queue."""
    _settle(message, message.requeue)


def _settle(message: Message, settle: Any) -> None:
    if message.channel is None or not message.channel.connection:
        return
    try:
        settle()
    except Exception as error:  # noqa: BLE001  (the connection broke just now)
        log.info("settling_failed", reason=type(error).__name__)
