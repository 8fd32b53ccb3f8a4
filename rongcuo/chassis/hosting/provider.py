"""`ExecutionProvider`: gives each worker its desk, and owns what stands behind it: runtime, relay,
maintenance, dead-letter consumer."""

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import structlog
from nameko.extensions import DependencyProvider
from sqlalchemy import MetaData
from sqlalchemy.orm import Session

from rongcuo.chassis.call_context import NOBODY, Context
from rongcuo.chassis.config import Config
from rongcuo.chassis.dead_letters.consumer import DeadLetterConsumer
from rongcuo.chassis.dead_letters.redelivery import Redelivery
from rongcuo.chassis.hosting.maintenance import Maintenance
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.messaging import Publisher
from rongcuo.chassis.messaging.rpc_client import RpcClient
from rongcuo.chassis.messaging.shared_publisher import SharedPublisher
from rongcuo.chassis.outbox.relay import Relay
from rongcuo.chassis.unit_of_work.execution import SqlExecutionContext
from rongcuo.contracts.errors import CaseError

log = structlog.get_logger(__name__)
LONGEST_PAUSE = 5.0


class ExecutionProvider(DependencyProvider):
    """`desk = ExecutionProvider(METADATA, FilingStorage)`: `self.desk` in the service's methods.

    `leisure`: seconds for which events may wait for others, to be heard in one transaction with them; for a
    service whose hearing nobody waits for. On the embedded bus nothing waits.
    """

    calls = RpcClient()
    keeper = DeadLetterConsumer()
    road = SharedPublisher()

    def __init__(self, metadata: MetaData, store_class: Callable[[Session], Any],
                 leisure: float = 0.0) -> None:
        self._metadata = metadata
        self._store_class = store_class
        self._leisure = leisure
        self._stopping = threading.Event()
        self.opened = False   # whether the database has been seen, and its tables are there

    def setup(self) -> None:
        config: Config = self.container.config["rongcuo"]
        self.workshop: ServiceRuntime[Any] = ServiceRuntime(
            str(self.container.service_name), self._metadata, self._store_class, config,
            leisure=self._leisure)
        shop = self.workshop
        self.relay = Relay(shop.outbox, shop.seals, config, self._publisher)
        self.maintenance = Maintenance(
            shop.service_name, shop.ledger, shop.outbox, shop.dead_letters,
            Redelivery(shop.dead_letters, config.bus_url, self._publisher), self._leads)
        self.workshop.on_commit = self.relay.hear
        self.keeper.keep_in(self.workshop.dead_letters)
        if not self._open():
            self.container.spawn_managed_thread(self._open_later)

    def start(self) -> None:
        self.relay.start()
        self.maintenance.start()

    def stop(self) -> None:
        self._stopping.set()
        self.keeper.leave()
        self.maintenance.stop()
        self.relay.stop()
        self.workshop.stop()

    def kill(self) -> None:
        self._stopping.set()
        self.maintenance.kill()
        self.relay.kill()
        self.workshop.stop()

    def get_dependency(self, worker_ctx: Any) -> SqlExecutionContext[Any]:
        return self.desk(worker_ctx.data)

    def desk(self, data: dict[str, Any]) -> SqlExecutionContext[Any]:
        """The desk for what an entrypoint told its worker: `occasion`, `context`, for events `together`."""
        context: Context = data["context"]
        deadline = None if context.deadline == float("inf") else context.deadline
        asking = replace(context, expected="")   # what is expected here means nothing to another service
        return self.workshop.desk(data["occasion"], context.actor or NOBODY, context.correlation_id,
                                  deadline=deadline, ask=partial(self.calls.ask, asking),
                                  together=data.get("together"), expected=context.expected)

    def healthy(self) -> bool:
        """Whether the database answered lately. Answers at once."""
        return self.opened and self.workshop.healthy()

    def _publisher(self) -> Publisher:
        return self.road.publisher

    def _leads(self) -> bool:
        """Whether it is this process that keeps the service's database in order."""
        return self.opened and self.relay.leads

    def _open(self) -> bool:
        try:
            self.workshop.start()
        except CaseError as error:
            log.warning("database_away", service=self.workshop.service_name, code=error.code)
            return False
        self.opened = True
        return True

    def _open_later(self) -> None:
        pause = 0.5
        while not self._stopping.wait(pause) and not self._open():
            pause = min(pause * 2, LONGEST_PAUSE)


def require_open(container: Any) -> None:
    """Raises CaseError `service_unavailable` while a service that has a database still waits for it."""
    for dependency in container.dependencies:
        if isinstance(dependency, ExecutionProvider) and not dependency.opened:
            raise CaseError("service_unavailable", f"{container.service_name} waits for its database")


def execution_provider(container: Any) -> ExecutionProvider:
    """The execution provider of a container."""
    for dependency in container.dependencies:
        if isinstance(dependency, ExecutionProvider):
            return dependency
    raise LookupError(f"{container.service_name} has no ExecutionProvider")
