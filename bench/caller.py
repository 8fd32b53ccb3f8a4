"""A long-lived green process that calls: with the platform's own RPC client, and with nameko's."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import uuid4

import eventlet
from eventlet.event import Event
from eventlet.support import psycopg2_patcher
from nameko.containers import ServiceContainer
from nameko.extensions import DependencyProvider, Entrypoint
from nameko.rpc import RpcProxy

from bench import matter
from rongcuo.chassis.call_context import CallContext, new_correlation_id
from rongcuo.chassis.config import load_config
from rongcuo.chassis.messaging.rpc_client import RpcClient
from rongcuo.contracts.filing import FilingContent, Receipt, SubmitFiling
from rongcuo.contracts.filing.operations import SUBMIT
from rongcuo.contracts.operation import GATEWAY
from rongcuo.contracts.serialisation import load

Work = Callable[["Caller"], Any]


class _Client(DependencyProvider):
    """The RPC client that the platform's own services use."""

    calls = RpcClient()

    def get_dependency(self, _worker: Any) -> RpcClient:
        return self.calls


class Once(Entrypoint):
    """Runs the method once and hands back what it gave."""

    def run(self, work: Work) -> Any:
        done = Event()

        def finish(_worker: Any, result: Any, exc_info: Any) -> tuple[Any, Any]:
            done.send_exception(*exc_info) if exc_info else done.send(result)
            return result, exc_info

        self.container.spawn_worker(self, (work,), {}, handle_result=finish)
        return done.wait()


class Caller:
    """The gateway, for who else may call as an officer? With both clients; `echo` has nameko's persistent
    reply queue."""

    name = GATEWAY
    calls = _Client()
    echo = RpcProxy("bench_echo")

    @Once.decorator
    def work(self, work: Work) -> Any:
        self.plain = matter.content("—")
        self.content = load(FilingContent, self.plain)
        return work(self)

    def submit(self) -> Receipt:
        """One submission, with a title of its own."""
        content = replace(self.content, title=_title())
        command = SubmitFiling(command_id=uuid4().hex, content=content)
        context = CallContext(matter.filer(), new_correlation_id(), time.time() + 10)
        return self.calls.ask(context, SUBMIT, command)

    def bare_call(self) -> None:
        """As many bytes to a stock service and back."""
        self.echo.echo({"command_id": uuid4().hex, "content": {**self.plain, "title": _title()}})


def _title() -> str:
    return f"农村公路先行施工 {uuid4().hex}"


def calling(facts: Mapping[str, Any], work: Work) -> Any:
    """Do the work with a caller on the bus `bus`, with the keys in the folder `keys`; what it gave."""
    psycopg2_patcher.make_psycopg_green()
    config = load_config(None, {"RONGCUO_BUS_URL": facts["bus"], "RONGCUO_BUS_KEY_DIR": facts["keys"]})
    container = ServiceContainer(Caller, {"AMQP_URI": facts["bus"], "rongcuo": config})
    container.start()
    try:
        return next(each for each in container.entrypoints if isinstance(each, Once)).run(work)
    finally:
        container.stop()


def timed(step: Callable[[], object], rest: float) -> float:
    """Seconds the step took, after so many seconds of rest."""
    eventlet.sleep(rest)
    begun = time.perf_counter()
    step()
    return time.perf_counter() - begun
