"""The line to the hub: a second container in a service's process, on the hub's bus, under the node's name.

    class CountyService:
        name = "county"
        line = CountyLine       # its entrypoints work on the same database as those of the service itself

A hub that is away neither delays nor fails anything here: the container connects whenever it can.
"""

from dataclasses import replace
from typing import Any

import eventlet
import structlog
from nameko.containers import ServiceContainer
from nameko.extensions import DependencyProvider

from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.health import Report, report_of
from rongcuo.chassis.hosting.provider import ExecutionProvider, SharedExecution
from rongcuo.chassis.messaging.rpc_client import RpcClient
from rongcuo.chassis.unit_of_work.execution import SqlExecutionContext
from rongcuo.contracts.operation import HUB, NODE, Given, Operation, Taken

log = structlog.get_logger(__name__)
HOME = "home"       # in a container's settings: the execution provider whose database it works on
CONNECTED, AWAY = "connected", "away"


class LineExecution(DependencyProvider):  # type: ignore[misc]
    """`context = LineExecution()`: the service's own contexts; the hub is asked over the line."""

    calls = RpcClient()
    execution = SharedExecution()

    def setup(self) -> None:
        self._home: ExecutionProvider = self.container.config[HOME]
        self.execution.provided_by(self._home)

    def get_dependency(self, worker_ctx: Any) -> SqlExecutionContext[Any]:
        return self._home.context(worker_ctx.data, self._ask)

    def _ask(self, context: CallContext, operation: Operation[Taken, Given], question: Taken) -> Given:
        calls = self.calls if operation.service == HUB else self._home.calls
        return calls.ask(context, operation, question)


class LineTrouble(DependencyProvider):  # type: ignore[misc]
    """`trouble = LineTrouble()`: what is wrong with the line though it is connected, noted for health."""

    def __init__(self) -> None:
        self._noted: dict[str, str] = {}

    def get_dependency(self, worker_ctx: Any) -> "LineTrouble":  # noqa: ARG002
        return self

    def note(self, part: str, trouble: str) -> None:
        """From now on it is this in that part; empty: none."""
        self._noted[part] = trouble

    def report(self) -> Report:
        return {"line_trouble": ", ".join(filter(None, self._noted.values()))}


class Line:
    """Of one service that has one."""

    def __init__(self, service: type, at_home: ServiceContainer, config: Config) -> None:
        name = f"{NODE}{config.node}"
        provider = next(one for one in at_home.dependencies if isinstance(one, ExecutionProvider))
        settings = {**at_home.config, "AMQP_URI": config.uplink_url, HOME: provider, "subscriptions": (),
                    "rongcuo": replace(config, bus_url=config.uplink_url)}
        self.container = ServiceContainer(type(name, (vars(service)["line"],), {"name": name}), settings)
        self.service = str(at_home.service_name)

    def report(self) -> Report:
        """Told beside the service itself, which is well without the hub."""
        known = report_of(self.container)
        return {"line": CONNECTED if known["bus"] else AWAY, "line_trouble": known["line_trouble"],
                "line_not_authentic": known["not_authentic"]}


def lines_of(containers: list[ServiceContainer], config: Config) -> list[Line]:
    """Those that lead from these services to the hub; none of an installation that stands alone."""
    return [Line(container.service_cls, container, config) for container in containers
            if config.uplink_url and "line" in vars(container.service_cls)]


def begin(line: Line, failed: Any) -> None:
    """In its own time. `failed` is told of what will not go by itself, such as a key that is not ours."""
    def start() -> None:
        try:
            line.container.start()
        except Exception as error:  # noqa: BLE001  (told, then the process ends)
            log.critical("line_not_started", service=line.container.service_name, error=type(error).__name__)
            failed(error)

    eventlet.spawn(start)
