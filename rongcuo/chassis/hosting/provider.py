"""`ExecutionProvider`: gives each worker its execution context, and owns what stands behind it: runtime,
relay, maintenance, dead-letter consumer."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import structlog
from nameko.extensions import DependencyProvider, SharedExtension
from sqlalchemy import MetaData
from sqlalchemy.orm import Session

from rongcuo.chassis.call_context import NOBODY, CallContext
from rongcuo.chassis.config import Config
from rongcuo.chassis.dead_letters.consumer import DeadLetterConsumer
from rongcuo.chassis.dead_letters.redelivery import Redelivery
from rongcuo.chassis.hosting.maintenance import Maintenance
from rongcuo.chassis.hosting.pruning import Pruning
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.messaging import Publisher
from rongcuo.chassis.messaging.rpc_client import RpcClient
from rongcuo.chassis.messaging.shared_publisher import SharedPublisher
from rongcuo.chassis.outbox.relay import Relay
from rongcuo.chassis.outbox.store import OutboxRow
from rongcuo.chassis.unit_of_work.execution import SqlExecutionContext
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.errors import CaseError

log = structlog.get_logger(__name__)
LONGEST_PAUSE = 5.0


class SharedExecution(SharedExtension):
    """Where the entrypoints of a service find its execution provider; it comes here when it is set up."""

    def __init__(self) -> None:
        self._provider: ExecutionProvider | None = None

    def provided_by(self, provider: "ExecutionProvider") -> None:
        """From now on by this one."""
        self._provider = provider

    def provider(self) -> "ExecutionProvider":
        """Raises LookupError in a service that has none."""
        if self._provider is None:
            raise LookupError(f"{self.container.service_name} has no ExecutionProvider")
        return self._provider

    def require_open(self) -> None:
        """Raises CaseError `service_unavailable` while a service that has a database still waits for it."""
        if self._provider is not None and not self._provider.opened:
            raise CaseError("service_unavailable", f"{self.container.service_name} waits for its database")


class ExecutionProvider(DependencyProvider):
    """`context = ExecutionProvider(METADATA, FilingStorage)`: `self.context` in the service's methods.

    `linger`: seconds for which events may wait for others, to be heard in one transaction with them; for a
    service whose hearing nobody waits for. On the embedded bus nothing waits.
    """

    calls = RpcClient()
    dead_letter_consumer = DeadLetterConsumer()
    bus = SharedPublisher()
    execution = SharedExecution()

    def __init__(self, metadata: MetaData, store_class: Callable[[Session], Any],
                 linger: float = 0.0) -> None:
        self._metadata = metadata
        self._store_class = store_class
        self._linger = linger
        self._stopping = threading.Event()
        self._wakes: list[Callable[[], None]] = []
        self.opened = False   # whether the database has been seen, and its tables are there

    def setup(self) -> None:
        config: Config = self.container.config["rongcuo"]
        runtime: ServiceRuntime[Any] = ServiceRuntime(
            str(self.container.service_name), self._metadata, self._store_class, config, linger=self._linger)
        self.runtime = runtime
        self.relay = Relay(runtime.outbox, runtime.seals, config, self._publisher)
        self.maintenance = Maintenance(
            runtime.service_name, runtime.ledger, runtime.outbox, runtime.dead_letters,
            Redelivery(runtime.dead_letters, config.bus_url, self._publisher),
            Pruning(runtime.database, self._metadata, config, runtime.time),
            leads=lambda: self.opened and self.relay.leads)
        runtime.on_commit = self._committed
        self.dead_letter_consumer.keep_in(runtime.dead_letters)
        self.execution.provided_by(self)
        if not self._open():
            self.container.spawn_managed_thread(self._open_later)

    def start(self) -> None:
        self.relay.start()
        self.maintenance.start()

    def stop(self) -> None:
        self._stopping.set()
        self.dead_letter_consumer.leave()
        self.maintenance.stop()
        self.relay.stop()
        self.runtime.stop()

    def kill(self) -> None:
        self._stopping.set()
        self.maintenance.kill()
        self.relay.kill()
        self.runtime.stop()

    def get_dependency(self, worker_ctx: Any) -> SqlExecutionContext[Any]:
        return self.context(worker_ctx.data)

    def context(self, data: dict[str, Any],
                ask: Callable[..., Any] | None = None) -> SqlExecutionContext[Any]:
        """Of what an entrypoint gave its worker: `trigger`, `context`, for events `together`. `ask`: how
        others are asked, where that is not by this container's client."""
        asked = ask or self.calls.ask
        call: CallContext = data["context"]
        deadline = None if call.deadline == float("inf") else call.deadline
        asking = replace(call, expected="")   # what is expected here means nothing to another service
        itself = replace(asking, actor=SYSTEM, origin={})
        return self.runtime.context(data["trigger"], call.actor or NOBODY, call.correlation_id,
                                    deadline=deadline, ask=partial(asked, asking),
                                    ask_itself=partial(asked, itself),
                                    together=data.get("together"), expected=call.expected,
                                    caller=call.signer)

    def wakes(self, wake: Callable[[], None]) -> None:
        """Let it be called after each commit of this process. It must not wait."""
        self._wakes.append(wake)

    def healthy(self) -> bool:
        """Whether the database answered lately. Answers at once."""
        return self.opened and self.runtime.healthy()

    def _committed(self, events: Sequence[OutboxRow]) -> None:
        self.relay.hear(events)
        self.maintenance.hear()
        for wake in self._wakes:
            wake()

    def _publisher(self) -> Publisher:
        return self.bus.publisher

    def _open(self) -> bool:
        try:
            self.runtime.start()
        except CaseError as error:
            log.warning("database_away", service=self.runtime.service_name, code=error.code)
            return False
        self.opened = True
        return True

    def _open_later(self) -> None:
        pause = 0.5
        while not self._stopping.wait(pause) and not self._open():
            pause = min(pause * 2, LONGEST_PAUSE)
