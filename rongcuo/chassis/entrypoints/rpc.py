"""Calls: `@command(SUBMIT)` above the method that carries it out, `@query(PAGE)` above the one that answers.

A call that was not signed by who may make it is refused before anything in it is read (chassis.signing).
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from functools import partial
from hashlib import sha256
from types import NoneType
from typing import Any
from uuid import uuid4

import structlog
from kombu.message import Message
from nameko import rpc
from nameko.exceptions import deserialize_to_instance, serialize

from rongcuo.chassis import failpoints, triggers
from rongcuo.chassis.call_context import NOBODY, CallContext, bound_in_logs
from rongcuo.chassis.dead_letters.consumer import dead_letter, dead_letter_at_once
from rongcuo.chassis.errors import ExcInfo, as_case_error
from rongcuo.chassis.hosting.provider import SharedExecution
from rongcuo.chassis.messaging import BusUnavailable, OutboundMessage, Unroutable
from rongcuo.chassis.messaging.consumer import QueueConsumer, done
from rongcuo.chassis.messaging.message import digest, to_json
from rongcuo.chassis.messaging.rpc_message import RpcMessage, answer_to, read_call
from rongcuo.chassis.messaging.shared_publisher import SharedPublisher
from rongcuo.chassis.messaging.topology import rpc_queue
from rongcuo.chassis.metrics import ANSWERS
from rongcuo.chassis.signing import NOT_AUTHENTIC
from rongcuo.chassis.triggers import AlreadyAnswered, Trigger
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import NODE, Command, Given, Operation, Query, Taken
from rongcuo.contracts.serialisation import dump, load, secrets_of

log = structlog.get_logger(__name__)
deserialize_to_instance(CaseError)


class RpcConsumer(rpc.RpcConsumer):
    """Takes the calls of one service, and answers every one that can be answered."""

    queue_consumer = QueueConsumer()
    bus = SharedPublisher()
    queue: Any

    def setup(self) -> None:
        if self.queue is None:
            config = self.bus.config
            self.queue = rpc_queue(self.bus.service, config.rpc_queue, config.delivery_limit)
            self.prefetch = config.workers
            self.queue_consumer.register_provider(self)

    def take(self, message: Message) -> None:
        """Begin to work on a call; what can't be worked on is answered with the reason."""
        try:
            call = read_call(message, self.bus.config.rpc_timeout, self.bus.seals)
            self._method(call.method).begin(call)
        except CaseError as refusal:
            self.container.spawn_managed_thread(partial(self._refuse, message, refusal))

    def answer(self, message: Message, body: bytes) -> None:
        """Send the answer, then acknowledge the call. An answer that can't be sent is asked for again.

        The caller asks with the same command id; what was done is not done again.
        """
        self._send(answer_to(message, body, self.bus.seals))
        failpoints.point("before_ack", self.bus.service)
        done(message)

    def _method(self, name: str) -> "Method":
        for provider in self._providers:
            if provider.method_name == name:
                return provider  # type: ignore[no-any-return]
        raise CaseError("not_found", f"{self.bus.service}.{name[:64]}")

    def _refuse(self, message: Message, refusal: CaseError) -> None:
        if refusal.code == NOT_AUTHENTIC:
            self._send(answer_to(message, _body(None, CaseError(NOT_AUTHENTIC)), None))
            dead_letter_at_once(self.bus, message, self.queue.name, refusal)
            return
        log.info("call_refused", service=self.bus.service, code=refusal.code)
        if message.properties.get("reply_to"):
            self.answer(message, _body(None, refusal))
        else:
            dead_letter(self.bus, message, self.queue.name, refusal, attempts=1)

    def _send(self, answer: OutboundMessage) -> None:
        if not answer.routing_key:
            return
        try:
            self.bus.publisher.publish(answer, self.bus.config.rpc_timeout)
        except (BusUnavailable, Unroutable) as failure:
            log.warning("answer_not_sent", reason=type(failure).__name__)


def _body(result: Any, error: CaseError | None = None) -> bytes:
    return to_json({"result": result, "error": error and serialize(error)})


def _result(trigger: Trigger, result: Any) -> bytes:
    """What was committed as the answer is JSON already."""
    given = trigger.given if isinstance(trigger, triggers.Command) else None
    if given is not None and result is not None and given.answer is result:
        return b'{"result":' + given.text.encode() + b',"error":null}'
    return _body(dump(result) if is_dataclass(result) else result or {})


class Method(rpc.Rpc):
    """One method that can be called. It is handed what its operation takes and returns what it gives."""

    rpc_consumer = RpcConsumer()
    execution = SharedExecution()

    def __init__(self, operation: Operation[Any, Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.operation = operation

    def setup(self) -> None:
        """Raises TypeError where the method has another name than its operation: nobody could call it."""
        if self.method_name != self.operation.method:
            raise TypeError(f"{self.container.service_name}.{self.method_name} serves {self.operation.name}: "
                            f"name it {self.operation.method}")
        super().setup()

    def begin(self, call: RpcMessage) -> None:
        """Start a worker. Raises CaseError `deadline_passed`, `sign_in_required` or `invalid`."""
        if call.context.remaining <= 0:
            raise CaseError("deadline_passed")
        self.execution.require_open()
        if call.context.signer.startswith(NODE) != self.operation.of_nodes:
            raise CaseError(NOT_AUTHENTIC, "between nodes only what is declared for them")
        self.check_actor(call.context)
        question = load(self.operation.takes, call.payload)
        trigger = self.trigger(call.payload, call.context, call.address.call_id)
        finish = partial(self._finish, call, trigger)
        self.container.spawn_worker(self, (question,), {}, handle_result=finish,
                                    context_data={"trigger": trigger, "context": call.context})

    def check_actor(self, context: CallContext) -> None:
        """Whether this actor, or nobody, may call at all."""

    def trigger(self, payload: Mapping[str, Any], context: CallContext, call_id: str = "") -> Trigger:
        """What the context is opened for."""
        raise NotImplementedError

    def _finish(self, call: RpcMessage, trigger: Trigger, _worker: Any, result: Any,
                exc_info: ExcInfo | None) -> tuple[Any, Any]:
        service = self.rpc_consumer.bus.service
        with bound_in_logs(service, call.context.correlation_id, method=call.method):
            body, error = self._outcome(call, trigger, result, exc_info)
            self.rpc_consumer.answer(call.message, body)
        taken = time.monotonic() - call.begun
        if not self.operation.rare:
            ANSWERS.labels(service, call.method, error.code if error else "ok").observe(taken)
        return result, exc_info

    def _kept(self, before: AlreadyAnswered) -> Any:
        """What holds a secret, such as a session's token, is told once and not kept."""
        if before.answer is None and self.operation.gives is not NoneType:
            raise CaseError("answer_not_kept")
        return before.answer

    def _outcome(self, call: RpcMessage, trigger: Trigger, result: Any,
                 exc_info: ExcInfo | None) -> tuple[bytes, CaseError | None]:
        try:
            if exc_info is None:
                return _result(trigger, result), None
            if isinstance(exc_info[1], AlreadyAnswered):
                return _body(self._kept(exc_info[1])), None
            error = as_case_error(exc_info[1], call.context.correlation_id)
        except Exception as failure:  # noqa: BLE001  (a result that is no message is a fault like any other)
            error = as_case_error(failure, call.context.correlation_id)
        return _body(None, error), error


class CommandMethod(Method):
    """A call that changes something."""

    operation: Command[Any, Any]

    def check_actor(self, context: CallContext) -> None:
        if context.signer != self.operation.by and not self.operation.of_nodes:
            raise CaseError(NOT_AUTHENTIC, f"this command comes from {self.operation.by} itself")
        if self.operation.signed_in and (context.actor is None or context.actor == NOBODY):
            raise CaseError("sign_in_required")

    def _finish(self, call: RpcMessage, *outcome: Any) -> tuple[Any, Any]:
        failpoints.point("after_effect", self.rpc_consumer.bus.service)
        return super()._finish(call, *outcome)

    def _outcome(self, call: RpcMessage, trigger: Trigger, result: Any,
                 exc_info: ExcInfo | None) -> tuple[bytes, CaseError | None]:
        """A use case that asks before its unit of work may refuse what it has done itself."""
        before = self._before(call, trigger) if exc_info and isinstance(exc_info[1], CaseError) else None
        return super()._outcome(call, trigger, result,
                                (AlreadyAnswered, before, None) if before else exc_info)

    def _before(self, call: RpcMessage, trigger: Trigger) -> AlreadyAnswered | None:
        """None also where it can't be asked now: then the refusal stands."""
        try:
            self.execution.provider().context({"trigger": trigger, "context": call.context}).answer_again()
        except AlreadyAnswered as before:
            return before
        except Exception:  # noqa: BLE001  (whatever keeps us from asking, the caller is answered)
            return None
        return None

    def trigger(self, payload: Mapping[str, Any], context: CallContext, call_id: str = "") -> Trigger:
        """A digest of a password would be quicker to guess from than the password's own hash.

        A command without an id is that of its call: whoever sends a copy of the call repeats the command.
        """
        if not self.operation.kept:
            return triggers.Numbered()
        secrets = secrets_of(self.operation.takes)
        public = {name: value for name, value in payload.items() if name not in secrets}
        command_id = payload.get("command_id") or call_id or uuid4().hex
        return triggers.Command(command_of(context.actor or NOBODY, command_id), digest(public))


def command_of(actor: Actor, command_id: str) -> str:
    """The identity of a command: its id is the choice of who sends it, so the same one is another's own."""
    return sha256(f"{actor.officer_id}:{command_id}".encode()).hexdigest()


class QueryMethod(Method):
    """A call that only reads."""

    def trigger(self, payload: Mapping[str, Any], context: CallContext,  # noqa: ARG002
                call_id: str = "") -> Trigger:  # noqa: ARG002
        """A question has no identity."""
        return triggers.Query()


Serving = Callable[[Any, Taken], Given]     # a method of a service
Decorator = Callable[[Serving[Taken, Given]], Serving[Taken, Given]]


def command(operation: Command[Taken, Given]) -> Decorator[Taken, Given]:
    """The method below, which has its operation's name, carries it out."""
    return CommandMethod.decorator(operation)  # type: ignore[no-any-return]


def query(operation: Query[Taken, Given]) -> Decorator[Taken, Given]:
    """The method below, which has its operation's name, answers it."""
    return QueryMethod.decorator(operation)  # type: ignore[no-any-return]
