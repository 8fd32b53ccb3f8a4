"""One long-lived process that submits filings, and does the bare work beside it, in turns.

Started by bench.submit; prints the seconds each took.
"""

import json
import sys
import time
from functools import partial
from typing import Any
from uuid import uuid4

from deploy import green  # noqa: F401  (green threads, before anything else)

import eventlet  # noqa: I001
import psycopg2
from eventlet.event import Event
from eventlet.support import psycopg2_patcher
from nameko.containers import ServiceContainer
from nameko.extensions import DependencyProvider, Entrypoint
from nameko.rpc import RpcProxy

from bench import matter
from bench.bare_rows import BareRows
from bench.progress import progress
from rongcuo.chassis.calls import Calls
from rongcuo.chassis.config import load_config
from rongcuo.chassis.context import Context, new_correlation_id
from rongcuo.contracts.filing import FilingContent, Receipt, SubmitFiling
from rongcuo.contracts.message import load

WARM_UP = 30
BETWEEN = 0.025   # seconds of rest, so that the relay's work for one call does not fall into the next


class PlatformCalls(DependencyProvider):
    """The RPC client that the platform's own services use."""

    calls = Calls()

    def get_dependency(self, _worker: Any) -> Calls:
        return self.calls


class Once(Entrypoint):
    """Runs the method once, when its container has started."""

    def begin(self, done: Event) -> None:
        def finish(_worker: Any, result: Any, exc_info: Any) -> tuple[Any, Any]:
            done.send_exception(*exc_info) if exc_info else done.send(result)
            return result, exc_info

        self.container.spawn_worker(self, (), {}, handle_result=finish)


class Caller:
    """Has both clients: ours, and nameko's with its persistent reply queue."""

    name = "bench_caller"
    calls = PlatformCalls()
    echo = RpcProxy("bench_echo")
    facts: dict[str, Any] = {}

    @Once.decorator
    def measure(self) -> dict[str, list[float]]:
        self.content = load(FilingContent, matter.content("第000000件报备"))
        pairs = [self._pair(number) for number in range(WARM_UP + int(self.facts["n"]))][WARM_UP:]
        return {name: [pair[name] for pair in pairs] for name in pairs[0]}

    def _pair(self, number: int) -> dict[str, float]:
        progress("submit_ratio", number - WARM_UP, int(self.facts["n"]))
        if number == 1:
            self.rows = BareRows(psycopg2.connect(self.facts["filing"]), psycopg2.connect(self.facts["bare"]))
        steps = {"ours": self._submit}
        if number:
            steps |= {"echo": self._echo, "rows": self._write}
        return {name: _timed(step) for name, step in steps.items()}

    def _submit(self) -> None:
        command = SubmitFiling(command_id=uuid4().hex, content=_titled(self.content))
        context = Context(matter.filer(), new_correlation_id(), time.time() + 10)
        self.calls.ask(context, "filing", "submit", command, Receipt)

    def _echo(self) -> None:
        self.echo.echo(self.facts["payload"])

    def _write(self) -> None:
        self.rows.write()


def _titled(content: FilingContent) -> FilingContent:
    from dataclasses import replace
    return replace(content, title=f"农村公路先行施工 {uuid4().hex}")


def _timed(step: Any) -> float:
    eventlet.sleep(BETWEEN)
    begun = time.perf_counter()
    step()
    return time.perf_counter() - begun


def main(facts: dict[str, Any]) -> None:
    """Measure, print, end."""
    psycopg2_patcher.make_psycopg_green()
    Caller.facts = facts | {"payload": {"command_id": uuid4().hex, "content": matter.content("第000000件报备")}}
    container = ServiceContainer(Caller, {"AMQP_URI": facts["bus"], "rongcuo": load_config(None, {
        "RONGCUO_BUS_URL": facts["bus"]})})
    container.start()
    done = Event()
    next(iter(container.entrypoints)).begin(done)
    print(json.dumps(done.wait()))
    container.stop()


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
