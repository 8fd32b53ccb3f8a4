"""Events: `@on_event(EventClass)`. All events of one source come through one queue, in order per subject.
A selective consumer is sent some kinds only, and of those that overtake each other the newest counts.

The effect is committed first, then the message is acknowledged. What then becomes of a failure:

- it took effect before: acknowledged;
- an earlier event of the same subject is missing: it waits, and does not use up its attempts;
- something we need is away (database, a service asked): it waits, for as long as that takes;
- anything else: tried again after each of the configured delays, then a dead letter;
- it can't be read, or its version is unknown: a dead letter at once;
- it is not signed by the service that it comes from: see chassis.messaging.refusals.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar

import eventlet
import structlog
from eventlet.event import Event as Flag
from kombu.message import Message
from nameko.extensions import Entrypoint, ProviderCollector, SharedExtension

from rongcuo.chassis import failpoints
from rongcuo.chassis.call_context import CallContext, bound_in_logs
from rongcuo.chassis.dead_letters.consumer import ATTEMPTS, WAITS, dead_letter, dead_letter_at_once, pass_on
from rongcuo.chassis.errors import OUT_OF_ORDER, TRANSIENT, ExcInfo, as_case_error
from rongcuo.chassis.hosting.provider import SharedExecution
from rongcuo.chassis.messaging.cloudevents import HEADER, read_event, require_source
from rongcuo.chassis.messaging.consumer import QueueConsumer, done, give_back
from rongcuo.chassis.messaging.keyed_queue import KeyedQueue, Turn
from rongcuo.chassis.messaging.message import body_of
from rongcuo.chassis.messaging.shared_publisher import ORDER_DELAYS, OUTAGE_DELAY, SharedPublisher
from rongcuo.chassis.messaging.topology import EVERYTHING, delay_name, events_queue
from rongcuo.chassis.metrics import count_event
from rongcuo.chassis.signing import NOT_AUTHENTIC
from rongcuo.chassis.signing.keys import UNREADABLE
from rongcuo.chassis.triggers import AlreadyReceived, ReceivedEvent
from rongcuo.chassis.unit_of_work.event_batch import BatchAborted
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Envelope, Event

log = structlog.get_logger(__name__)
Handler = TypeVar("Handler", bound=Callable[..., None])
LEEWAY_S = 86_400.0   # beyond all delays of the event waited for, which may wait for a service that is away


class EventConsumer(ProviderCollector, SharedExtension):
    """The queue of one service for the events of one source."""

    queue_consumer = QueueConsumer()
    bus = SharedPublisher()
    execution = SharedExecution()

    def __init__(self, source: str, selective: bool) -> None:
        super().__init__()
        self.source = source
        self.selective = selective      # as all handlers that share it are: see topology.Subscription
        self.stopping = False
        self._turns = KeyedQueue()

    @property
    def sharing_key(self) -> Any:
        return type(self), self.source

    def setup(self) -> None:
        self.prefetch = 2 * self.bus.config.workers   # while one batch runs, the next ones gather
        self.queue = events_queue(self.bus.service, self.source, self.bus.config.delivery_limit)
        if self.source not in self.bus.config.not_here:
            self.queue_consumer.register_provider(self)

    def unregister_provider(self, provider: "OnEvent") -> None:
        """With the first handler that leaves, all stop."""
        if not self.stopping:
            self.stopping = True
            self.queue_consumer.unregister_provider(self)
        super().unregister_provider(provider)

    def take(self, message: Message) -> None:
        """Line the message up behind the earlier ones of its subject."""
        turn = self._turns.ask(str(message.headers.get(HEADER + "subject")))
        self.container.spawn_managed_thread(partial(self._work, message, turn))

    def _work(self, message: Message, turn: Turn) -> None:
        with turn.taken():
            try:
                envelope, event = self._read(message)
            except CaseError as error:
                self._give_up(message, error)
            else:
                with bound_in_logs(self.bus.service, envelope.correlation_id, event=envelope.type_name):
                    self._hear(message, envelope, event)

    def _give_up(self, message: Message, error: CaseError) -> None:
        attempts, waits = _number(message, ATTEMPTS), _number(message, WAITS)
        if error.code == UNREADABLE:
            self._later(message, OUTAGE_DELAY, attempts, waits)
        elif error.code == NOT_AUTHENTIC:
            dead_letter_at_once(self.bus, message, self.queue.name, error)
        else:
            dead_letter(self.bus, message, self.queue.name, error, attempts + 1)

    def _read(self, message: Message) -> tuple[Envelope, Event]:
        require_source(message.headers, body_of(message), self.bus.seals)
        envelope = read_event(message.headers, body_of(message))
        if envelope.source != self.source:
            raise CaseError("malformed", "an event of another source")
        return envelope, envelope.event

    def _hear(self, message: Message, envelope: Envelope, event: Event) -> None:
        while not self.stopping:
            failure = self._try(envelope, event)
            passes = failure is not None and failure.code in TRANSIENT
            if not passes or self.execution.provider().healthy():
                return self._conclude(message, envelope, failure)
            eventlet.sleep(OUTAGE_DELAY)   # our own database is away: nothing else of this queue can succeed
        return give_back(message)

    def _try(self, envelope: Envelope, event: Event, together: bool = True) -> CaseError | None:
        """Work on the event; what kept it from taking effect."""
        trigger = ReceivedEvent(self.queue.name, envelope.event_id, envelope.subject, envelope.sequence,
                                self.selective, told=event)
        data = {"trigger": trigger, "context": CallContext(SYSTEM, envelope.correlation_id, float("inf")),
                "together": together}
        try:
            self.execution.require_open()
            handler = next((found for found in self._providers if isinstance(event, found.event)), None)
            if handler is not None:
                handler.run(event, data)
            # A selective one has no use for what an earlier binding left in its queue.
            if not trigger.noted and (handler is not None or not self.selective):
                self.execution.provider().context(data).hear()
        except AlreadyReceived:
            return None
        except BatchAborted:
            return self._try(envelope, event, together=False)
        except Exception as error:  # noqa: BLE001  (whatever a handler raises is the event's failure)
            return as_case_error(error, envelope.event_id)
        failpoints.point("after_effect", self.bus.service)
        return None

    def _conclude(self, message: Message, envelope: Envelope, failure: CaseError | None) -> None:
        conclude, outcome = self._conclusion(message, failure)
        count_event(self.bus.service, envelope.type_name, outcome)
        if failure is not None:
            log.info("event_not_handled", code=failure.code, outcome=outcome, event_id=envelope.event_id)
        conclude()

    def _conclusion(self, message: Message, failure: CaseError | None) -> tuple[Callable[[], None], str]:
        attempts, waits = _number(message, ATTEMPTS), _number(message, WAITS)
        delays = self.bus.config.retry_delays
        if failure is None:
            return partial(self._acknowledge, message), "handled"
        if failure.code in TRANSIENT:
            return partial(self._later, message, OUTAGE_DELAY, attempts, waits), "postponed"
        if failure.code == OUT_OF_ORDER and waits < self._most_waits():
            delay = ORDER_DELAYS[min(waits, len(ORDER_DELAYS) - 1)]
            return partial(self._later, message, delay, attempts, waits + 1), "parked"
        if failure.code != OUT_OF_ORDER and attempts < len(delays):
            return partial(self._later, message, delays[attempts], attempts + 1, waits), "retried"
        return partial(dead_letter, self.bus, message, self.queue.name, failure, attempts + 1), "given_up"

    def _most_waits(self) -> int:
        """Long enough for the earlier event to go through all its attempts and a day's outage."""
        longest = sum(self.bus.config.retry_delays) + LEEWAY_S
        return len(ORDER_DELAYS) + round(longest / ORDER_DELAYS[-1])

    def _acknowledge(self, message: Message) -> None:
        failpoints.point("before_ack", self.bus.service)
        done(message)

    def _later(self, message: Message, delay: float, attempts: int, waits: int) -> None:
        headers = {**message.headers, ATTEMPTS: attempts, WAITS: waits}
        headers.pop("x-death", None)
        pass_on(self.bus, message, delay_name(self.bus.service, delay), self.queue.name, headers)


class OnEvent(Entrypoint):
    """A method that handles one kind of event. By `source` and `key` the host knows whom the service hears.

    The key is that of all versions: one that is not known yet becomes a dead letter, and is not missed.
    """

    def __init__(self, event: type[Event], selective: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.event = event
        self.source = event.source
        self.key = f"{event.source}.{event.kind}.*" if selective else EVERYTHING
        self.consumer = EventConsumer(event.source, selective)

    def setup(self) -> None:
        self.consumer.register_provider(self)

    def stop(self) -> None:
        self.consumer.unregister_provider(self)

    def run(self, event: Event, data: dict[str, Any]) -> None:
        """Have a worker handle the event, and wait for it. Raises what the handler raised."""
        over, failures = Flag(), []

        def finish(_worker: Any, result: Any, exc_info: ExcInfo | None) -> tuple[Any, Any]:
            failures.extend([exc_info[1]] if exc_info else [])
            over.send()
            return result, exc_info

        self.container.spawn_worker(self, (event,), {}, context_data=dict(data), handle_result=finish)
        over.wait()
        if failures:
            raise failures[0]


def _number(message: Message, header: str) -> int:
    value = message.headers.get(header, 0)
    return value if isinstance(value, int) and value > 0 else 0


def on_event(event: type[Event], *, selective: bool = False) -> Callable[[Handler], Handler]:
    """The method below handles it.

    `selective`, said by all handlers of that source or by none: nothing else of it is sent here, and nothing
    is waited for. Each event then has to say all that the earlier ones of its subject said: one that was
    overtaken, while it was tried again or among the dead letters, has no effect any more.
    """
    declare: Callable[[Handler], Handler] = OnEvent.decorator(event, selective=selective)
    return declare


def on_events(events: Iterable[type[Event]], *, selective: bool = False) -> Callable[[Handler], Handler]:
    """`@on_events((This, That))`: a method that handles each of several kinds."""

    def declare(method: Handler) -> Handler:
        for event in events:
            on_event(event, selective=selective)(method)
        return method

    return declare
