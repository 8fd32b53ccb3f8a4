"""Fixtures for the tests of the messaging half: both buses, hosts of services, children, what was logged."""

import io
import logging
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import eventlet
import pytest
from amqp.exceptions import AMQPError

from deploy.local import RabbitNode, free_port
from rongcuo.chassis import structured_logging
from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.host import ServiceHost, hosted
from rongcuo.chassis.messaging import bus_connection, is_embedded
from rongcuo.chassis.messaging.cloudevents import HEADERS
from rongcuo.chassis.signing import GATEWAY, KeyFolder, Seals, statements
from rongcuo.chassis.signing.calls import Address, sealed_call
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import Operation
from tests.integration.chassis.painting import CONDUCT, PAINT, PAINTER, Looker, Painter, child_script
from tests.integration.front_door import FrontDoor, calls_of

QUEUES = ("rpc-painter", "rpc-looker", "painter.events--looker", "painter.dead-letters",
          "looker.dead-letters", "rpc-watcher", "painter.events--watcher", "watcher.dead-letters")
EXCHANGES = ("painter.events", "looker.events")
DELAY_QUEUES = tuple(f"{who}.after-{delay}" for who in ("looker", "watcher")
                     for delay in (100, 200, 1000, 2000, 5000))
ROOT = Path(__file__).parents[3]
KEYS = KeyFolder(Path())     # of the test that runs


@pytest.fixture(scope="session")
def rabbit_node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RabbitNode]:
    with RabbitNode(tmp_path_factory.mktemp("nodes") / "rabbit") as node:
        yield node


@pytest.fixture
def rabbit_url(rabbit_node: RabbitNode) -> str:
    """An empty RabbitMQ."""
    rabbit_node.start()
    for _ in range(60):
        try:
            _empty(rabbit_node.url)
        except (OSError, AMQPError):
            eventlet.sleep(1)   # a node that was killed needs a while for its quorum queues
        else:
            return rabbit_node.url
    raise TimeoutError("the broker can't be emptied")


def _empty(url: str) -> None:
    with bus_connection(url) as connection:
        for queue in (*QUEUES, *DELAY_QUEUES):
            connection.channel().queue_delete(queue)
        for exchange in EXCHANGES:
            connection.channel().exchange_delete(exchange)


@pytest.fixture
def embedded_url() -> str:
    return f"embedded://{uuid4().hex}"


@pytest.fixture(params=["embedded", "rabbit"])
def bus_url(request: pytest.FixtureRequest) -> str:
    """The same test on both buses."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(autouse=True)
def well_behaved() -> None:
    CONDUCT.reset()


@pytest.fixture
def settings(tmp_path: Path) -> Callable[..., Config]:
    KEYS.folder = tmp_path / "keys"

    def make(bus_url: str, **changes: Any) -> Config:
        quick = {"mode": "test", "data_dir": tmp_path, "bus_key_dir": KEYS.folder,
                 "retry_delays": (0.1, 0.2), "outbox_poll": 0.05, "rpc_timeout": 5.0}
        return Config(bus_url=bus_url, **{**quick, **changes})
    return make


@pytest.fixture
def open_host(settings: Callable[..., Config]) -> Iterator[Callable[..., ServiceHost]]:
    """Start services in this process; they stop after the test."""
    with ExitStack() as stack:
        def open_one(bus_url: str, *services: type, known: Sequence[type] = (),
                     **changes: Any) -> ServiceHost:
            shown = services or (Painter, Looker)
            host = hosted((*shown, FrontDoor), settings(bus_url, **changes), known)
            return stack.enter_context(host)
        yield open_one


@pytest.fixture
def logged() -> Iterator[Callable[[], str]]:
    """Everything logged since the test began, as an operator's log file would have it."""
    root = logging.getLogger()
    before, level = root.handlers, root.level
    structured_logging.set_up("DEBUG")
    stream = io.StringIO()
    root.handlers[0].setStream(stream)
    yield stream.getvalue
    root.handlers = before
    root.setLevel(level)


class Child:
    """One process with some of the services."""

    def __init__(self, bus_url: str, folder: Path, services: str, **changes: Any) -> None:
        self.health_port = free_port()
        options = {"retry_delays": "0.1,0.2", "outbox_poll": 0.05, "rpc_timeout": 5.0,
                   "bus_key_dir": folder.parent / "keys", "health_port_base": self.health_port, **changes}
        command = [sys.executable, "-W", "ignore", child_script(), bus_url, str(folder), services,
                   *(f"{name}={value}" for name, value in options.items())]
        self.log = folder / f"log-{uuid4().hex}"
        folder.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)},
                                            stdout=log, stderr=log)

    def ready(self) -> "Child":
        deadline = time.monotonic() + 60
        while "ready" not in self.log.read_text().splitlines():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            eventlet.sleep(0.05)
        return self

    def ended(self, seconds: float = 60) -> int:
        """Its exit code, once it has ended."""
        deadline = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"still runs after {seconds} s\n{self.log.read_text()}"
            eventlet.sleep(0.05)
        return int(self.process.returncode)

    def kill(self) -> None:
        """`kill -9`."""
        self.process.kill()
        self.ended()


@pytest.fixture
def child(tmp_path: Path) -> Iterator[Callable[..., Child]]:
    started: list[Child] = []

    def start(bus_url: str, services: str, folder: str = "child", **changes: Any) -> Child:
        started.append(Child(bus_url, tmp_path / folder, services, **changes))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.kill()


def ask(host: ServiceHost, operation: Operation[Any, Any], question: Any, *, by: str = GATEWAY,
        actor: Any = PAINTER, within: float = 5.0) -> Any:
    """Call a service from another one, in contracts or, with a plain question, in wire form."""
    context, calls = CallContext(actor, uuid4().hex, time.time() + within), calls_of(host, by)
    return (calls.call if isinstance(question, dict) else calls.ask)(context, operation, question)


def code_of(call: Callable[..., object], *args: Any, **kwargs: Any) -> str:
    """The code of the refusal."""
    with pytest.raises(CaseError) as refusal:
        call(*args, **kwargs)
    return refusal.value.code


def paint(host: ServiceHost, wall: str, times: int = 1) -> None:
    for _ in range(times):
        ask(host, PAINT, {"command_id": uuid4().hex, "wall": wall})


def seals_of(service: str) -> Seals:
    """With which a service of this test signs."""
    return Seals(KEYS, service)


def signed(by: str, exchange: str, routing_key: str, body: bytes, headers: Any, properties: Any) -> Any:
    """The headers of a message, signed by a service of this test."""
    if exchange.endswith(".events"):
        return seals_of(by).sealed(headers, partial(statements.event, attributes=HEADERS, body=body))
    address = Address(routing_key, properties.get("correlation_id", ""), properties.get("reply_to", ""))
    return sealed_call(seals_of(by), headers, address, body)


def publish(url: str, exchange: str, routing_key: str, body: bytes | str, *, by: str = "",
            **properties: Any) -> None:
    """Put a message on the bus as anybody could; signed where `by` names a service. An event waits for
    somebody to hear it: a service goes on with its start before it has bound its queues, if the broker is
    slow."""
    data = body.encode() if isinstance(body, str) else body
    headers = properties.pop("headers", {})
    if by:
        headers = signed(by, exchange, routing_key, data, headers, properties)
    content_type = properties.pop("content_type", "application/json")
    with bus_connection(url) as connection:
        channel = connection.channel()
        encoding = properties.pop("content_encoding", None)
        message = channel.prepare_message(data, content_type=content_type, content_encoding=encoding,
                                          headers=headers, properties=properties)
        # Confirmed, where there is a broker: a close would overtake what is on its way.
        if not hasattr(channel, "basic_publish_confirm"):
            channel.basic_publish(message, exchange=exchange, routing_key=routing_key)
            return
        returned: list[object] = []
        channel.events["basic_return"].add(lambda *told: returned.append(told))

        while True:
            channel.basic_publish_confirm(message, exchange=exchange, routing_key=routing_key,
                                          mandatory=exchange.endswith(".events"))
            if not returned:
                return
            returned.clear()
            eventlet.sleep(0.05)


def depth(url: str, queue: str) -> int:
    """How many messages wait in a queue."""
    with bus_connection(url) as connection:
        return int(connection.channel().queue_declare(queue, passive=True).message_count)


__all__ = ["Child", "ask", "bus_url", "child", "depth", "embedded_url", "is_embedded", "logged", "open_host",
           "paint", "publish", "rabbit_node", "rabbit_url", "settings", "well_behaved"]
