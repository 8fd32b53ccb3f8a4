"""The embedded broker as a kombu transport: connections, channels, messages."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from types import SimpleNamespace
from typing import Any

from amqp.exceptions import ChannelError, RecoverableConnectionError
from amqp.protocol import queue_declare_ok_t
from eventlet.queue import Empty, LightQueue
from kombu.message import Message
from kombu.transport import TRANSPORT_ALIASES, base

from rongcuo.chassis.embedded.broker import Broker, NotFound, broker_at
from rongcuo.chassis.embedded.queue import Consumer, Delivery, QueuedMessage

_consumer_tags = count(1)


class Channel(base.StdChannel):
    """One channel. Its prefetch holds for each consumer begun after it was set, as in RabbitMQ."""

    def __init__(self, connection: "Connection", channel_id: int) -> None:
        self.connection: Connection | None = connection
        self.channel_id = channel_id
        self.broker: Broker = connection.broker
        self.is_open = True
        self._prefetch = 0
        self._open: dict[int, Delivery] = {}
        self._consumers: dict[str, tuple[str, Consumer, Callable[[Delivery], Any]]] = {}

    def exchange_declare(self, exchange: str, type: str = "direct", **_: Any) -> None:
        self.broker.declare_exchange(exchange, type)

    def queue_declare(self, queue: str = "", passive: bool = False, exclusive: bool = False,
                      auto_delete: bool = False, arguments: Mapping[str, Any] | None = None,
                      **_: Any) -> queue_declare_ok_t:
        if passive:
            found = self._found(queue)
        else:
            owner = self.connection if exclusive else None
            found = self.broker.declare_queue(queue, arguments or {}, owner, auto_delete)
        return queue_declare_ok_t(queue, len(found.waiting), len(found.consumers))

    def queue_bind(self, queue: str, exchange: str = "", routing_key: str = "", **_: Any) -> None:
        with _as_channel_error():
            self.broker.bind(exchange, routing_key, queue)

    def queue_unbind(self, queue: str, exchange: str = "", routing_key: str = "", **_: Any) -> None:
        self.broker.unbind(exchange, routing_key, queue)

    def queue_delete(self, queue: str, **_: Any) -> None:
        self.broker.delete_queue(queue)

    def queue_purge(self, queue: str, **_: Any) -> int:
        found = self._found(queue)
        size = len(found.waiting)
        found.waiting.clear()
        return size

    def prepare_message(self, body: str | bytes, priority: int | None = None, content_type: str | None = None,
                        content_encoding: str | None = None, headers: Mapping[str, Any] | None = None,
                        properties: Mapping[str, Any] | None = None) -> QueuedMessage:
        facts = {"content_type": content_type, "content_encoding": content_encoding, "priority": priority}
        given = {name: value for name, value in facts.items() if value is not None}
        data = body.encode() if isinstance(body, str) else bytes(body)
        return QueuedMessage(data, "", "", dict(headers or {}), {**given, **(properties or {})})

    def basic_publish(self, message: QueuedMessage, exchange: str = "", routing_key: str = "",
                      mandatory: bool = False, **_: Any) -> None:
        """Raises ChannelError NO_ROUTE for a mandatory message that no queue takes."""
        queued = QueuedMessage(message.body, exchange, routing_key, message.headers, message.properties)
        with _as_channel_error():
            reached = self.broker.publish(queued)
        if mandatory and not reached:
            raise ChannelError("NO_ROUTE", (60, 40), "312")

    def basic_qos(self, _size: int = 0, prefetch_count: int = 0, _global: bool = False) -> None:
        self._prefetch = prefetch_count

    def basic_consume(self, queue: str = "", consumer_tag: str = "", no_ack: bool = False,
                      callback: Callable[[Delivery], Any] | None = None, **_: Any) -> str:
        tag = consumer_tag or f"embedded-{next(_consumer_tags)}"
        consumer = Consumer(tag, self._take, self._prefetch, no_ack)
        self._consumers[tag] = queue, consumer, callback or (lambda _: None)
        with _as_channel_error():
            self.broker.consume(queue, consumer)
        return tag

    def basic_cancel(self, consumer_tag: str, **_: Any) -> None:
        queue, consumer, _callback = self._consumers.pop(consumer_tag, ("", None, None))
        if consumer is not None:
            self.broker.cancel(queue, consumer)

    def basic_get(self, queue: str = "", no_ack: bool = False, **_: Any) -> Delivery | None:
        consumer = Consumer("get", self._take, no_ack=no_ack)
        with _as_channel_error():
            delivery = self.broker.get(queue, consumer)
        if delivery is not None:
            self._remember(delivery)
        return delivery

    def basic_ack(self, delivery_tag: int, **_: Any) -> None:
        if delivery_tag in self._open:
            self.broker.ack(self._open.pop(delivery_tag))

    def basic_reject(self, delivery_tag: int, requeue: bool = False) -> None:
        if delivery_tag in self._open:
            delivery = self._open.pop(delivery_tag)
            (self.broker.requeue if requeue else self.broker.reject)(delivery)

    def message_to_python(self, raw: Delivery) -> Message:
        """The kombu message of a delivery."""
        queued = raw.message
        info = {"consumer_tag": raw.consumer.tag, "delivery_tag": raw.tag, "exchange": queued.exchange,
                "routing_key": queued.routing_key, "redelivered": queued.deliveries > 0}
        headers = {name: value for name, value in queued.headers.items() if name != "compression"}
        return Message(queued.body, delivery_tag=raw.tag, channel=self, headers=headers, delivery_info=info,
                       content_type=queued.properties.get("content_type"),
                       content_encoding=queued.properties.get("content_encoding"),
                       properties=dict(queued.properties))

    def deliver(self, delivery: Delivery) -> None:
        """Hand a delivery to its consumer's callback; give it back where that has gone."""
        _queue, _consumer, callback = self._consumers.get(delivery.consumer.tag, (None, None, None))
        if callback is not None and self.is_open:
            callback(delivery)
        else:
            self.basic_reject(delivery.tag, requeue=True)

    def close(self) -> None:
        """Cancel the consumers and give back what was not acknowledged, in its order."""
        if not self.is_open:
            return
        self.is_open = False
        for tag in list(self._consumers):
            self.basic_cancel(tag)
        for delivery in reversed(self._open.values()):
            self.broker.requeue(delivery)
        self._open.clear()
        if self.connection is not None:
            self.connection.channels.pop(self.channel_id, None)
        self.connection = None

    def _take(self, delivery: Delivery) -> None:
        self._remember(delivery)
        if self.connection is not None:
            self.connection.inbox.put((self, delivery))

    def _remember(self, delivery: Delivery) -> None:
        if not delivery.consumer.no_ack:
            self._open[delivery.tag] = delivery

    def _found(self, queue: str) -> Any:
        with _as_channel_error():
            return self.broker.queue(queue)


@contextmanager
def _as_channel_error() -> Iterator[None]:
    """Turns the broker's NotFound into the error that AMQP clients know."""
    try:
        yield
    except NotFound as error:
        raise ChannelError(str(error), (50, 10), "404") from None


class Connection:
    """One connection: an inbox that deliveries are pushed to."""

    def __init__(self, client: Any, broker: Broker) -> None:
        self.client = client
        self.broker = broker
        self.channels: dict[int, Channel] = {}
        self.inbox: LightQueue = LightQueue()
        self.connected = True
        self._ids = count(1)

    def channel(self) -> Channel:
        """A new channel."""
        if not self.connected:
            raise RecoverableConnectionError("connection closed")
        channel = Channel(self, next(self._ids))
        self.channels[channel.channel_id] = channel
        return channel

    def drain_events(self, timeout: float | None = None) -> None:
        """Wait for one delivery and hand it on. Raises socket.timeout."""
        try:
            channel, delivery = self.inbox.get(timeout=timeout)
        except Empty:
            raise TimeoutError("no delivery") from None
        channel.deliver(delivery)

    def close(self) -> None:
        """Close the channels; exclusive queues go with their connection."""
        self.connected = False
        for channel in list(self.channels.values()):
            channel.close()
        for queue in [queue for queue in self.broker.queues.values() if queue.owner is self]:
            self.broker.delete_queue(queue.name)


class Transport(base.Transport):
    """`embedded://` or `embedded://name`: one broker per name and process."""

    driver_type = "embedded"
    driver_name = "embedded"
    connection_errors: Any = (RecoverableConnectionError, OSError)
    recoverable_connection_errors = connection_errors
    channel_errors: Any = (ChannelError,)
    recoverable_channel_errors = ()
    implements = base.Transport.implements.extend(asynchronous=False, heartbeats=False)

    def establish_connection(self) -> Connection:
        name = getattr(self.client, "hostname", None) or ""
        return Connection(self.client, broker_at(name))

    def create_channel(self, connection: Connection) -> Channel:
        return connection.channel()

    def drain_events(self, connection: Connection, timeout: float | None = None, **_: Any) -> None:
        connection.drain_events(timeout=timeout)

    def close_connection(self, connection: Connection) -> None:
        connection.close()

    def verify_connection(self, connection: Connection) -> bool:
        return connection.connected

    def driver_version(self) -> str:
        return "1"

    def get_manager(self, *_: Any, **__: Any) -> SimpleNamespace:
        return SimpleNamespace()


TRANSPORT_ALIASES["embedded"] = "rongcuo.chassis.embedded:Transport"
