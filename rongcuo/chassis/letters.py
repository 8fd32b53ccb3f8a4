"""Messages that can't be worked on: on their way to the dead letters, and into the table.

They go through the service's dead-letter queue, where the broker puts the ones that exceeded their delivery
limit too; the keeper moves them from there into the database, however long that is away.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

import eventlet
import structlog
from kombu.message import Message
from nameko.extensions import SharedExtension

from rongcuo.chassis.bus import BusUnavailable, Outgoing, Unroutable
from rongcuo.chassis.bus.topology import dead_letter_name, dead_letter_queue
from rongcuo.chassis.cloud_event import ATTRIBUTES, HEADER
from rongcuo.chassis.consuming import QueueConsumer, done, give_back
from rongcuo.chassis.dead_letters import DeadLetters
from rongcuo.chassis.failure import where
from rongcuo.chassis.metrics import EVENTS
from rongcuo.chassis.road import Road
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import EVENTS as KNOWN_EVENTS

log = structlog.get_logger(__name__)
QUEUE, CODE, REASON, ATTEMPTS = "x-dead-queue", "x-dead-code", "x-dead-reason", "x-attempts"
WAITS = "x-waits"
OURS = (QUEUE, CODE, REASON, ATTEMPTS, WAITS, "x-death")


def body_of(message: Message) -> bytes:
    """The body as it came."""
    body = message.body
    return body.encode("utf-8", "surrogatepass") if isinstance(body, str) else bytes(body)


def pass_on(road: Road, message: Message, exchange: str, routing_key: str,
            headers: Mapping[str, Any]) -> None:
    """Publish the message elsewhere, and acknowledge it here once the bus has it.

    Where the bus does not take it, the message goes back into its queue after a moment.
    """
    kept = {name: message.properties[name] for name in ("content_type", "correlation_id", "reply_to")
            if message.properties.get(name)}
    try:
        road.publisher.publish(Outgoing(body_of(message), exchange, routing_key, _simple(headers), kept))
    except (BusUnavailable, Unroutable) as failure:
        log.warning("message_not_passed_on", to=exchange or routing_key, reason=type(failure).__name__)
        eventlet.sleep(1)
        give_back(message)
    else:
        done(message)


def _simple(headers: Mapping[str, Any]) -> dict[str, Any]:
    """Headers that can surely be written again: a stranger's may hold numbers that AMQP can't take back."""
    return {name: value if isinstance(value, str) or (isinstance(value, int) and abs(value) < 2**31)
            else str(value)[:1_000] for name, value in headers.items()}


def bury(road: Road, message: Message, queue: str, error: CaseError, attempts: int) -> None:
    """Send a message to the dead letters."""
    why = {QUEUE: queue, CODE: error.code, REASON: error.message[:500], ATTEMPTS: attempts}
    type_name = message.headers.get(HEADER + "type")
    EVENTS.labels(road.service, type_name if type_name in KNOWN_EVENTS else "unknown", "dead").inc()
    log.warning("dead_letter", service=road.service, queue=queue, code=error.code, attempts=attempts)
    headers = {name: value for name, value in message.headers.items() if name not in OURS}
    pass_on(road, message, "", dead_letter_name(road.service), {**headers, **why})


class Keeper(SharedExtension):
    """Moves what is in the dead-letter queue into the table of dead letters."""

    queue_consumer = QueueConsumer()
    road = Road()
    prefetch = 5

    def keep_in(self, letters: DeadLetters) -> None:
        """Begin; called before the containers start."""
        self._letters = letters
        self._stopping = False
        self.queue = dead_letter_queue(self.road.service)
        self.queue_consumer.register_provider(self)

    def leave(self) -> None:
        """Take no more."""
        self._stopping = True
        self.queue_consumer.unregister_provider(self)

    def take(self, message: Message) -> None:
        """Store it, however long the database is away."""
        self.container.spawn_managed_thread(partial(self._store, message))

    def _store(self, message: Message) -> None:
        while not self._stopping:
            try:
                self._letters.keep(**_row(message))
            except Exception as error:  # noqa: BLE001  (nothing may make us drop a letter)
                log.warning("dead_letter_not_stored", service=self.road.service,
                            reason=type(error).__name__, at=where(error.__traceback__))
                eventlet.sleep(2)
            else:
                return done(message)
        return give_back(message)


def _row(message: Message) -> dict[str, Any]:
    headers = message.headers
    event = {name: _text(headers.get(HEADER + name)) for name in ATTRIBUTES}
    return {"consumer": _text(headers.get(QUEUE) or _died_in(headers, "queue"))[:128],
            "body": body_of(message), "headers": _plain(headers),
            "reason_code": _text(headers.get(CODE) or _died_in(headers, "reason"))[:64],
            "reason": _text(headers.get(REASON)), "attempts": _whole(headers.get(ATTEMPTS)),
            "event_id": event["id"], "type_name": event["type"], "subject": event["subject"],
            "sequence": _whole(headers.get(HEADER + "sequence"))}


def _plain(headers: Mapping[str, Any]) -> dict[str, Any]:
    """Headers that every database can store."""
    return {_text(name): _text(value) if isinstance(value, str) else value
            for name, value in _simple(headers).items()}


def _died_in(headers: Mapping[str, Any], fact: str) -> str:
    """What the broker noted about a message that it buried itself."""
    deaths = headers.get("x-death")
    death = deaths[0] if isinstance(deaths, list) and deaths else None
    return str(death.get(fact, "")) if isinstance(death, Mapping) else "unknown"


def _text(value: Any) -> str:
    """Storable text: databases take neither NUL nor half a surrogate pair."""
    text = "" if value is None else str(value)
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def _whole(value: Any) -> int:
    try:
        return max(0, min(int(value), 2**31))
    except (TypeError, ValueError, OverflowError):
        return 0
