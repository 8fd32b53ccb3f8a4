"""Asking another service, in bounded time and without waiting for the dead.

- One deadline: it is the caller's patience, the message's expiry in the queue, and what the callee checks.
- A bulkhead per callee: one slow service can't hold all workers of another.
- A breaker per callee: after several silences in a row it is refused at once, until a trial call succeeds.
  What we refuse ourselves says nothing of the callee.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from types import NoneType
from typing import Any, cast
from uuid import uuid4

import structlog
from eventlet.event import Event
from eventlet.semaphore import Semaphore
from kombu.message import Message
from nameko.exceptions import deserialize
from nameko.extensions import SharedExtension

from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.messaging.confirms import PendingConfirm
from rongcuo.chassis.messaging.consumer import QueueConsumer, done
from rongcuo.chassis.messaging.message import (
    BODY_LIMIT,
    TRANSIENT,
    BusUnavailable,
    OutboundMessage,
    body_of,
    to_json,
)
from rongcuo.chassis.messaging.shared_publisher import SharedPublisher
from rongcuo.chassis.messaging.topology import RPC, reply_queue
from rongcuo.chassis.metrics import BREAKER_OPEN, CALLS
from rongcuo.chassis.signing.calls import Address, sealed_call, signer_of_answer
from rongcuo.chassis.signing.seals import refusal
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import Given, Operation, Taken
from rongcuo.contracts.serialisation import dump, load

log = structlog.get_logger(__name__)
AT_ONCE = 40            # calls to one service that may be on their way
SILENCES = 5            # in a row, then the breaker opens
OPEN_FOR = 10           # seconds until the next trial
SILENT = ("service_unavailable", "answer_late")
CLOSED, HALF_OPEN, OPEN = "closed", "half-open", "open"


class ReplyListener(SharedExtension):
    """Where the answers to this process come in. nameko's reply queue, with bodies read by us."""

    queue_consumer = QueueConsumer()
    bus = SharedPublisher()
    prefetch = 0

    def setup(self) -> None:
        self.routing_key = uuid4().hex
        name = f"rpc.reply-{self.container.service_name}-{self.routing_key}"
        self.queue = reply_queue(name, self.routing_key)
        self._awaited: dict[str, tuple[str, Event]] = {}
        self.queue_consumer.register_provider(self)

    def stop(self) -> None:
        self.queue_consumer.unregister_provider(self)

    @contextmanager
    def awaited(self, call_id: str, callee: str) -> Iterator[Event]:
        """The event of one answer of that service; an answer that comes later is dropped."""
        event = Event()
        self._awaited[call_id] = callee, event
        try:
            yield event
        finally:
            self._awaited.pop(call_id, None)

    def take(self, message: Message) -> None:
        """Hand an answer to whom it concerns; one that the callee did not sign to nobody."""
        call_id = message.properties.get("correlation_id", "")
        callee, event = self._awaited.get(call_id, ("", None))
        if event is not None and self._signed_by(callee, message, call_id):
            self._awaited.pop(call_id, None)
            event.send(message.body)
        done(message)     # also a sign of life: under load nothing else goes out on this connection

    def _signed_by(self, callee: str, message: Message, call_id: str) -> bool:
        address = Address("", call_id, self.routing_key)
        try:
            signer = signer_of_answer(self.bus.seals, message.headers, address, body_of(message))
        except CaseError as error:
            self.bus.refusals.tell(self.queue.name, error)
            return False
        if signer != callee:
            self.bus.refusals.tell(self.queue.name, refusal(f"an answer of {signer} for {callee}"))
        return signer == callee


class _Breaker:
    """Of one callee. `silences`: calls in a row that it left without an answer."""

    def __init__(self, service: str, callee: str) -> None:
        self.state = CLOSED
        self.silences = 0
        self.retry_at = 0.0     # monotonic seconds
        self._service = service
        self._callee = callee

    @contextmanager
    def watched(self) -> Iterator[None]:
        """For one call. Raises CaseError `service_unavailable` where it may not be made now."""
        if self.state == HALF_OPEN or (self.state == OPEN and time.monotonic() < self.retry_at):
            raise CaseError("service_unavailable", self._callee)
        trial, silent = self.state == OPEN, True
        if trial:
            self._enter(HALF_OPEN)
        try:
            yield
            silent = False
        except CaseError as error:
            silent = error.code in SILENT
            raise
        finally:
            self.silences = self.silences + 1 if silent else 0
            if silent and (trial or self.silences >= SILENCES):
                self.retry_at = time.monotonic() + OPEN_FOR
                self._enter(OPEN)
            elif trial:
                self._enter(CLOSED)

    def _enter(self, state: str) -> None:
        if state != self.state:
            self.state = state
            log.warning("breaker", service=self._service, callee=self._callee, state=state)
            BREAKER_OPEN.labels(self._service, self._callee).set(state == OPEN)


class RpcClient(SharedExtension):
    """The RPC client of a service: one per container."""

    replies = ReplyListener()
    bus = SharedPublisher()

    def setup(self) -> None:
        self._breakers: dict[str, _Breaker] = {}
        self._bulkheads: dict[str, Semaphore] = {}

    def ask(self, context: CallContext, operation: Operation[Taken, Given], question: Taken) -> Given:
        """Ask in contracts, and be answered in them. Raises as `call`."""
        told = self.call(context, operation, dump(question))
        if operation.gives is NoneType:
            return cast(Given, None)
        return load(operation.gives, told, tolerant=True)

    def call(self, context: CallContext, operation: Operation[Any, Any],
             payload: dict[str, Any]) -> dict[str, Any]:
        """Ask in wire form.

        Raises the callee's CaseError, or `service_unavailable`, `answer_late`, `busy`, `deadline_passed`.
        """
        begun, outcome = time.monotonic(), "ok"
        try:
            limited = context.within(self.bus.config.rpc_timeout)
            if limited.remaining <= 0:
                raise CaseError("deadline_passed")
            message = self._message(limited, operation.name, payload)
            reply: dict[str, Any] = self._guarded(operation.service, partial(self._call, message, limited))
            return reply
        except CaseError as error:
            outcome = error.code
            raise
        finally:
            CALLS.labels(self.bus.service, operation.service, outcome).observe(time.monotonic() - begun)

    def breakers(self) -> dict[str, str]:
        """The state of the breaker of every service called so far."""
        return {name: breaker.state for name, breaker in self._breakers.items()}

    def _guarded(self, service: str, call: Any) -> Any:
        bulkhead = self._bulkheads.setdefault(service, Semaphore(AT_ONCE))
        breaker = self._breakers.setdefault(service, _Breaker(self.bus.service, service))
        if not bulkhead.acquire(blocking=False):
            raise CaseError("busy", service)
        try:
            with breaker.watched():
                return call()
        finally:
            bulkhead.release()

    def _call(self, message: OutboundMessage, context: CallContext) -> Any:
        callee = message.routing_key.partition(".")[0]
        with self.replies.awaited(message.properties["correlation_id"], callee) as answered:
            self._send(message, context, answered)
            return _read(self._wait(answered, context, message.routing_key))

    def _message(self, context: CallContext, routing_key: str, payload: dict[str, Any]) -> OutboundMessage:
        body = to_json({"args": [payload], "kwargs": {}})
        if len(body) > BODY_LIMIT:
            raise CaseError("too_large")
        address = Address(routing_key, uuid4().hex, self.replies.routing_key)
        headers = sealed_call(self.bus.seals, context.headers(), address, body)
        properties = {"reply_to": address.reply_to, "correlation_id": address.call_id,
                      "expiration": str(max(1, round(context.remaining * 1000))), "delivery_mode": TRANSIENT}
        return OutboundMessage(body, RPC.name, routing_key, headers, properties)

    def _send(self, message: OutboundMessage, context: CallContext, answered: Event) -> None:
        def settled(confirm: PendingConfirm) -> None:
            if confirm.failure is not None and not answered.ready():
                answered.send(CaseError("service_unavailable", f"{message.routing_key}: {confirm.failure}"))

        confirm = PendingConfirm(message.message_id, settled)
        try:
            self.bus.publisher.send_all([(message, confirm)], context.remaining)
        except BusUnavailable as failure:
            raise CaseError("service_unavailable", str(failure)) from None

    def _wait(self, answered: Event, context: CallContext, called: str) -> Any:
        if not answered.ready():
            answered.wait(max(context.remaining, 0.001))
        if not answered.ready():
            raise CaseError("answer_late", called)
        reply = answered.wait()
        if isinstance(reply, CaseError):
            raise reply
        return reply


def _read(body: str | bytes) -> Any:
    try:
        answer = json.loads(body)
        result, error = answer["result"], answer["error"]
    except (ValueError, TypeError, KeyError):
        raise CaseError("unexpected", "the answer can't be read") from None
    if error:
        remote = deserialize(error)
        raise remote if isinstance(remote, CaseError) else CaseError("unexpected", str(error.get("exc_type")))
    return result
