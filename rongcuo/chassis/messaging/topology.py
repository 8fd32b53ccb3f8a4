"""Exchanges and queues, by name. Who needs one declares it, so that it exists before it is used.

- `amq.topic`: the broker's own exchange, for calls; each service has `rpc-<service>`, each process a reply
  queue.
- `<source>.events`: nameko's own events exchange of a service; each consumer has one queue on it. The source
  alone declares it and binds the queues: whoever may declare an exchange may delete it, and make all deaf.
  A selective consumer's queue is bound to some kinds of events only.
- `<service>.after-<ms>`: a message waits there, then goes to the queue that its routing key names.
- `<service>.known-…`: always empty, see chassis.outbox.republish.
- `<service>.dead-letters`: what a service could not work on, until its dead-letter consumer has stored it.

Every queue states its type, so that a virtual host with another default agrees with us.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from kombu.entity import Exchange, Queue

RPC = Exchange("amq.topic", type="topic", durable=True)    # whoever may declare one may delete it
REPLY_QUEUE_EXPIRES_MS = 300_000
CALL_EXPIRES_MS = 60_000     # of a caller who names no deadline
EVERYTHING = "#"             # the binding key that all events match
_NEVER_LOST = {"x-queue-type": "quorum", "x-dead-letter-strategy": "at-least-once",
               "x-overflow": "reject-publish"}


@dataclass(frozen=True, slots=True, order=True)
class Subscription:
    """Who hears whom. By `keys` the queue is bound: to everything, or to the kinds that a selective consumer
    names."""

    consumer: str
    source: str
    keys: tuple[str, ...] = (EVERYTHING,)

    @property
    def selective(self) -> bool:
        """Whether only some kinds of events come."""
        return self.keys != (EVERYTHING,)


class NarrowedQueue(Queue):
    """Bound to the last kind of events that comes there, and no longer to all of them, as an earlier edition
    may have left it."""

    def queue_bind(self, nowait: bool = False, channel: Any = None) -> None:
        super().queue_bind(nowait, channel)
        self.unbind_from(self.exchange, EVERYTHING, nowait=nowait, channel=channel)


def rpc_queue(service: str, kind: str, delivery_limit: int) -> Queue:
    """Where the calls of a service wait. A call nobody takes expires; it is never a dead letter.

    A call is worth nothing after its deadline, and its caller asks again: a classic queue, which writes
    nothing down, is enough on one node. A quorum queue outlives a node of a cluster.
    """
    bounded = {"x-delivery-limit": delivery_limit} if kind == "quorum" else {"x-message-ttl": CALL_EXPIRES_MS}
    return Queue(f"rpc-{service}", RPC, f"{service}.*",
                 queue_arguments={"x-queue-type": kind, **bounded})


def reply_queue(name: str, routing_key: str) -> Queue:
    """Where one process takes the answers to its calls; gone with its consumer."""
    arguments = {"x-queue-type": "classic", "x-expires": REPLY_QUEUE_EXPIRES_MS}
    return Queue(name, RPC, routing_key, auto_delete=True, queue_arguments=arguments)


def events_exchange(source: str) -> Exchange:
    """Where a service publishes its events."""
    return Exchange(f"{source}.events", type="topic", durable=True)


def events_queue(consumer: str, source: str, delivery_limit: int,
                 exchange: Exchange | None = None, key: str = EVERYTHING, kind: type[Queue] = Queue) -> Queue:
    """The events of one source for one consumer, all in one queue, so that they keep their order.

    Its consumer declares it without an `exchange`, which it may not touch; the source binds it.
    """
    arguments = {**_NEVER_LOST, "x-delivery-limit": delivery_limit, "x-dead-letter-exchange": "",
                 "x-dead-letter-routing-key": dead_letter_name(consumer)}
    return kind(f"{source}.events--{consumer}", exchange, key, queue_arguments=arguments)


def dead_letter_name(service: str) -> str:
    """The name of a service's dead-letter queue."""
    return f"{service}.dead-letters"


def dead_letter_queue(service: str) -> Queue:
    """Reached through the default exchange. No delivery limit: its consumer tries until it has stored it."""
    return Queue(dead_letter_name(service), queue_arguments={"x-queue-type": "quorum"})


def marker_queue(service: str, entities: Iterable[Exchange | Queue]) -> Queue:
    """Never holds anything: that it is there means that the broker has not forgotten these queues since."""
    names = ",".join(sorted(_known_as(entity) for entity in entities if isinstance(entity, Queue)))
    return Queue(f"{service}.known-{crc32(names.encode()):08x}", queue_arguments={"x-queue-type": "quorum"})


def hearing(source: str, entities: Iterable[Exchange | Queue]) -> list[str]:
    """In which queues the events of a service are heard."""
    return sorted(_known_as(entity) for entity in entities
                  if isinstance(entity, Queue) and entity.exchange == events_exchange(source))


def _known_as(queue: Queue) -> str:
    """A queue by its name, a selective one also by what comes there: with one more kind it is a newcomer."""
    return str(queue.name) if queue.routing_key in {"", EVERYTHING} else f"{queue.name} {queue.routing_key}"


def delay_name(service: str, seconds: float) -> str:
    """The name of the exchange and of the queue for one delay."""
    return f"{service}.after-{round(seconds * 1000)}"


def delay_queue(service: str, seconds: float) -> Queue:
    """Of one service: nobody else can read what waits. The routing key goes through it and names the queue to
    come back to."""
    arguments = {**_NEVER_LOST, "x-message-ttl": round(seconds * 1000), "x-dead-letter-exchange": ""}
    exchange = Exchange(delay_name(service, seconds), type="fanout", durable=True)
    return Queue(delay_name(service, seconds), exchange, queue_arguments=arguments)


def for_publisher(service: str, delays: Iterable[float], subscriptions: Iterable[Subscription],
                  delivery_limit: int) -> list[Exchange | Queue]:
    """What a service declares before it publishes: also the queues of those known to hear its events, bound.

    A consumer that has never run loses nothing that way.
    """
    heard, exchange = tuple(subscriptions), events_exchange(service)
    waits = delays if any(each.consumer == service for each in heard) else ()
    return [RPC, exchange, *(delay_queue(service, seconds) for seconds in waits),
            dead_letter_queue(service),
            *(events_queue(each.consumer, service, delivery_limit, exchange, key,
                           NarrowedQueue if each.selective and key == each.keys[-1] else Queue)
              for each in heard if each.source == service for key in each.keys)]
