"""The embedded broker: exchanges, bindings, queues, time to live and dead-lettering, as RabbitMQ has them.

Green threads only: nothing here yields, so every method is atomic.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import count
from time import monotonic
from typing import Any

import eventlet

from rongcuo.chassis.embedded.queue import Consumer, Delivery, Queue, QueuedMessage


class NotFound(LookupError):
    """No such exchange or queue."""


_brokers: dict[str, "Broker"] = {}


def broker_at(name: str) -> "Broker":
    """The broker of an `embedded://name` address; the same one for the life of the process."""
    return _brokers.setdefault(name, Broker())


@cache
def _pattern(binding_key: str) -> re.Pattern[str]:
    """`*` is one word, `#` any number of them."""
    words = [{"*": r"\.[^.]+", "#": r"(\.[^.]+)*"}.get(word) or re.escape("." + word)
             for word in binding_key.split(".")]
    return re.compile("".join(words) + r"\Z")


class Broker:
    """Exchanges and queues of one address."""

    def __init__(self) -> None:
        self.exchanges = {"amq.topic": "topic"}
        self.bindings: set[tuple[str, str, str]] = set()
        self.queues: dict[str, Queue] = {}
        self._tags = count(1)

    def idle(self) -> bool:
        """Nothing is queued, out for acknowledgement or delayed anywhere."""
        return all(queue.idle for queue in self.queues.values())

    def declare_exchange(self, name: str, kind: str) -> None:
        """`kind` is direct, topic or fanout."""
        self.exchanges[name] = kind

    def declare_queue(self, name: str, arguments: Mapping[str, Any], owner: object = None,
                      auto_delete: bool = False) -> Queue:
        """The queue of this name; the first declaration stands."""
        return self.queues.setdefault(name, Queue(name, arguments, owner, auto_delete))

    def bind(self, exchange: str, key: str, queue: str) -> None:
        """Let the exchange hand letters with a matching key to the queue."""
        self._exchange(exchange)
        self.queue(queue)
        self.bindings.add((exchange, key, queue))

    def unbind(self, exchange: str, key: str, queue: str) -> None:
        """Take a binding back."""
        self.bindings.discard((exchange, key, queue))

    def queue(self, name: str) -> Queue:
        """Raises NotFound."""
        if name not in self.queues:
            raise NotFound(f"NOT_FOUND - no queue '{name}'")
        return self.queues[name]

    def delete_queue(self, name: str) -> None:
        """With its bindings and everything in it."""
        self.queues.pop(name, None)
        self.bindings = {binding for binding in self.bindings if binding[2] != name}

    def route(self, exchange: str, key: str) -> list[Queue]:
        """The queues a message would reach."""
        if not exchange:
            return [self.queues[key]] if key in self.queues else []
        kind = self._exchange(exchange)
        names = {queue for bound, pattern, queue in self.bindings
                 if bound == exchange and _matches(kind, pattern, key)}
        return [self.queues[name] for name in sorted(names)]

    def publish(self, message: QueuedMessage) -> int:
        """Put the message into every queue it reaches; how many those are."""
        queues = self.route(message.exchange, message.routing_key)
        lifetime = float(message.properties.get("expiration") or "inf") / 1000
        for queue in queues:
            seconds = min(lifetime, queue.ttl)
            queue.waiting.append(replace(message, expires=monotonic() + seconds))
            if seconds != float("inf"):
                eventlet.spawn_after(seconds, self._push, queue)
            self._push(queue)
        return len(queues)

    def consume(self, queue_name: str, consumer: Consumer) -> None:
        """Begin to push letters to the consumer."""
        queue = self.queue(queue_name)
        queue.consumers.append(consumer)
        self._push(queue)

    def cancel(self, queue_name: str, consumer: Consumer) -> None:
        """Push no more; an auto-delete queue goes with its last consumer."""
        queue = self.queues.get(queue_name)
        if queue and consumer in queue.consumers:
            queue.consumers.remove(consumer)
            if queue.auto_delete and not queue.consumers:
                self.delete_queue(queue_name)

    def get(self, queue_name: str, consumer: Consumer) -> Delivery | None:
        """Take one message without consuming."""
        queue = self.queue(queue_name)
        self._drop_expired(queue)
        return self._hand_over(queue, consumer) if queue.waiting else None

    def ack(self, delivery: Delivery) -> None:
        """The message is done with."""
        queue = self._settle(delivery)
        if queue is not None:
            self._push(queue)

    def requeue(self, delivery: Delivery) -> None:
        """Put the message back at its place; past the delivery limit it is dead."""
        queue = self._settle(delivery)
        if queue is None:
            return
        message = delivery.message.again()
        if message.deliveries > queue.delivery_limit:
            self._dead_letter(queue, message, "delivery_limit")
        else:
            queue.waiting.appendleft(message)
        self._push(queue)

    def reject(self, delivery: Delivery) -> None:
        """The message is refused: dead."""
        queue = self._settle(delivery)
        if queue is not None:
            self._dead_letter(queue, delivery.message, "rejected")
            self._push(queue)

    def _exchange(self, name: str) -> str:
        if name not in self.exchanges:
            raise NotFound(f"NOT_FOUND - no exchange '{name}'")
        return self.exchanges[name]

    def _push(self, queue: Queue) -> None:
        self._drop_expired(queue)
        while queue.waiting and (consumer := queue.next_consumer()):
            consumer.take(self._hand_over(queue, consumer))

    def _hand_over(self, queue: Queue, consumer: Consumer) -> Delivery:
        delivery = Delivery(next(self._tags), queue.name, consumer, queue.waiting.popleft())
        if not consumer.no_ack:
            queue.unacked[delivery.tag] = delivery
            consumer.unacked += 1
        return delivery

    def _settle(self, delivery: Delivery) -> Queue | None:
        """The queue, if the delivery was still open there."""
        queue = self.queues.get(delivery.queue)
        if queue is None or queue.unacked.pop(delivery.tag, None) is None:
            return None
        delivery.consumer.unacked -= 1
        return queue

    def _drop_expired(self, queue: Queue) -> None:
        """From the head only: in one queue the letters of one time to live expire in order."""
        while queue.waiting and queue.waiting[0].expired:
            self._dead_letter(queue, queue.waiting.popleft(), "expired")

    def _dead_letter(self, queue: Queue, message: QueuedMessage, reason: str) -> None:
        exchange = queue.arguments.get("x-dead-letter-exchange")
        if exchange is None:
            return
        key = queue.arguments.get("x-dead-letter-routing-key", message.routing_key)
        death = {"queue": queue.name, "reason": reason, "count": message.deliveries}
        properties = {name: value for name, value in message.properties.items() if name != "expiration"}
        self.publish(QueuedMessage(message.body, exchange, key, {**message.headers, "x-death": [death]},
                                   properties))


def _matches(kind: str, binding_key: str, key: str) -> bool:
    if kind == "topic":
        return bool(_pattern(binding_key).match("." + key))
    return kind == "fanout" or binding_key == key
