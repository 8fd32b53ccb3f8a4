"""Messages that can't be worked on: on their way to the dead letters, and into the table.

They go through the service's dead-letter queue, where the broker puts the ones that exceeded their delivery
limit too; the consumer here moves them from there into the database, however long that is away.

Only a few of those are kept that nobody who may send them has signed: cut short, and without any claim of
theirs in the fields that our own work goes by. A forged subject must not stand among a true one's versions.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

import eventlet
import structlog
from kombu.message import Message
from nameko.extensions import SharedExtension

from rongcuo.chassis.call_context import ACTOR
from rongcuo.chassis.dead_letters.store import DeadLetters
from rongcuo.chassis.errors import where
from rongcuo.chassis.messaging import BusUnavailable, OutboundMessage, Unroutable
from rongcuo.chassis.messaging.cloudevents import ATTRIBUTES, HEADER, HEADERS, require_source
from rongcuo.chassis.messaging.consumer import QueueConsumer, done, give_back
from rongcuo.chassis.messaging.message import body_of
from rongcuo.chassis.messaging.shared_publisher import SharedPublisher
from rongcuo.chassis.messaging.topology import dead_letter_name, dead_letter_queue
from rongcuo.chassis.metrics import count_event
from rongcuo.chassis.security_log import SecurityLog
from rongcuo.chassis.signing import NOT_AUTHENTIC, Seals, statements
from rongcuo.chassis.signing.seals import refusal
from rongcuo.chassis.signing.statements import KEY, LETTER_KEY, LETTER_SIGNATURE
from rongcuo.contracts.errors import CaseError

log = structlog.get_logger(__name__)
QUEUE, CODE, REASON, ATTEMPTS = "x-dead-queue", "x-dead-code", "x-dead-reason", "x-attempts"
WAITS = "x-waits"
OURS = (QUEUE, CODE, REASON, ATTEMPTS, WAITS, LETTER_KEY, LETTER_SIGNATURE, "x-death")
SIGNED = (QUEUE, CODE, REASON, ATTEMPTS, *HEADERS)
EXCERPT = 2_000          # bytes kept of the body of a message that is not authentic
CLAIMS = (KEY, HEADER + "type", HEADER + "source", HEADER + "subject", ACTOR)


def pass_on(bus: SharedPublisher, message: Message, exchange: str, routing_key: str,
            headers: Mapping[str, Any], body: bytes | None = None) -> None:
    """Publish the message elsewhere, with this body or its own, and acknowledge it here once the bus has it.

    Where the bus does not take it, the message goes back into its queue after a moment.
    """
    kept = {name: message.properties[name] for name in ("content_type", "correlation_id", "reply_to")
            if message.properties.get(name)}
    given = body_of(message) if body is None else body
    try:
        bus.publisher.publish(OutboundMessage(given, exchange, routing_key, _simple(headers), kept))
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


def dead_letter(bus: SharedPublisher, message: Message, queue: str, error: CaseError, attempts: int) -> None:
    """Send a message to the dead letters."""
    if bus.on_line:
        _turn_away(bus, message, queue, error)
        return
    type_name = message.headers.get(HEADER + "type", "")
    count_event(bus.service, type_name, "dead")
    log.warning("dead_letter", service=bus.service, queue=queue, code=error.code, attempts=attempts)
    headers = {name: value for name, value in message.headers.items() if name not in OURS}
    headers |= {QUEUE: queue, CODE: error.code, REASON: error.message[:500], ATTEMPTS: attempts}
    pass_on(bus, message, "", dead_letter_name(bus.service), _sealed(bus, headers, body_of(message)))


def dead_letter_at_once(bus: SharedPublisher, message: Message, queue: str, error: CaseError) -> None:
    """Tell the operators of a message that is not authentic, and be done with it."""
    if bus.on_line:
        _turn_away(bus, message, queue, error)
        return
    bus.refusals.tell(queue, error)
    if not bus.refusals.room():
        done(message)
        return
    log.warning("dead_letter", service=bus.service, queue=queue, code=error.code, attempts=1)
    why = {QUEUE: queue, CODE: error.code, REASON: f"{error.message}; {_claims(message)}"[:500], ATTEMPTS: 1}
    body = body_of(message)[:EXCERPT]
    pass_on(bus, message, "", dead_letter_name(bus.service), _sealed(bus, why, body), body)


def _turn_away(bus: SharedPublisher, message: Message, queue: str, error: CaseError) -> None:
    """On the hub's bus there is nowhere to put a message: the security log has all that stays of it."""
    bus.refusals.tell(queue, error)
    if bus.refusals.room():
        SecurityLog(bus.service).write("refused_on_line", code=error.code, reason=error.message[:200],
                                       claims=_claims(message), times=bus.refusals.count)
    done(message)


def _claims(message: Message) -> str:
    """What it says of itself, for the operator to read."""
    claims = {name: str(message.headers[name])[:120] for name in CLAIMS if name in message.headers}
    return f"it claims {claims}" if claims else "it claims nothing"


def _sealed(bus: SharedPublisher, headers: Mapping[str, Any], body: bytes) -> dict[str, Any]:
    """As a letter of ours to ourselves."""
    return bus.seals.sealed(_simple(headers), partial(statements.letter, signed=SIGNED, body=body),
                            key=LETTER_KEY, signature=LETTER_SIGNATURE)


class DeadLetterConsumer(SharedExtension):
    """Moves what is in the dead-letter queue into the table of dead letters."""

    queue_consumer = QueueConsumer()
    bus = SharedPublisher()
    prefetch = 5

    def keep_in(self, letters: DeadLetters) -> None:
        """Begin; called before the containers start."""
        self._letters = letters
        self._stopping = False
        self.queue = dead_letter_queue(self.bus.service)
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
                self._keep(message)
            except Exception as error:  # noqa: BLE001  (nothing may make us drop a letter)
                log.warning("dead_letter_not_stored", service=self.bus.service,
                            reason=type(error).__name__, at=where(error.__traceback__))
                eventlet.sleep(2)
            else:
                return done(message)
        return give_back(message)

    def _keep(self, message: Message) -> None:
        try:
            _require_authentic(message, self.bus.seals)
        except CaseError as error:
            if error.code != NOT_AUTHENTIC:
                raise
            self.bus.refusals.tell(self.queue.name, error)
            if self.bus.refusals.room():
                self._letters.keep(consumer=self.queue.name, body=body_of(message)[:EXCERPT], headers={},
                                   reason_code=error.code, reason=_text(_claims(message)), attempts=1)
        else:
            self._letters.keep(**_row(message))


def _require_authentic(message: Message, seals: Seals) -> None:
    """A letter of our own, or an event that the broker has buried. Raises CaseError `not_authentic`."""
    headers, body = message.headers, body_of(message)
    if LETTER_KEY not in headers:
        require_source(headers, body, seals)
    elif seals.signer(headers, partial(statements.letter, signed=SIGNED, body=body),
                      key=LETTER_KEY, signature=LETTER_SIGNATURE) != seals.service:
        raise refusal("another service's letter")


def _row(message: Message) -> dict[str, Any]:
    """Only our own letter says where and why; of an event that the broker has buried, the broker does."""
    headers = message.headers
    ours = headers if LETTER_KEY in headers else {}
    event = {name: _text(headers.get(HEADER + name)) for name in ATTRIBUTES}
    return {"consumer": _text(ours.get(QUEUE) or _died_in(headers, "queue"))[:128],
            "body": body_of(message), "headers": _plain(headers),
            "reason_code": _text(ours.get(CODE) or _died_in(headers, "reason"))[:64],
            "reason": _text(ours.get(REASON)), "attempts": _whole(ours.get(ATTEMPTS)),
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
