"""One queue of the embedded broker: what waits, what is out for acknowledgement, and who consumes."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import Any


@dataclass(frozen=True, slots=True)
class QueuedMessage:
    """A message in the broker. `expires` is in monotonic seconds."""

    body: bytes
    exchange: str
    routing_key: str
    headers: Mapping[str, Any]
    properties: Mapping[str, Any]
    expires: float = float("inf")
    deliveries: int = 0

    @property
    def expired(self) -> bool:
        """Whether its time to live is over."""
        return monotonic() >= self.expires

    def again(self) -> "QueuedMessage":
        """The same message, counted as delivered once more."""
        return replace(self, deliveries=self.deliveries + 1)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message on its way to one consumer."""

    tag: int
    queue: str
    consumer: "Consumer"
    message: QueuedMessage


@dataclass(eq=False)
class Consumer:
    """Somebody who takes letters; `take` must not block. `prefetch` 0 is without limit."""

    tag: str
    take: Callable[[Delivery], None]
    prefetch: int = 0
    no_ack: bool = False
    unacked: int = 0

    @property
    def ready(self) -> bool:
        """Whether another message may be pushed to it."""
        return not self.prefetch or self.unacked < self.prefetch


@dataclass(eq=False)
class Queue:
    """A queue with its declaration: `arguments` are RabbitMQ's x-arguments."""

    name: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    owner: object = None
    auto_delete: bool = False
    waiting: deque[QueuedMessage] = field(default_factory=deque)
    unacked: dict[int, Delivery] = field(default_factory=dict)
    consumers: deque[Consumer] = field(default_factory=deque)

    @property
    def idle(self) -> bool:
        """Nothing waits and nothing is out for acknowledgement."""
        return not self.waiting and not self.unacked

    @property
    def ttl(self) -> float:
        """Seconds a message may wait here."""
        return float(self.arguments.get("x-message-ttl", "inf")) / 1000

    @property
    def delivery_limit(self) -> float:
        """How often a message may be given back before it is dead."""
        return float(self.arguments.get("x-delivery-limit", "inf"))

    def next_consumer(self) -> Consumer | None:
        """The next one in turn who may take a message."""
        for _ in range(len(self.consumers)):
            self.consumers.rotate(-1)
            if self.consumers[-1].ready:
                return self.consumers[-1]
        return None
