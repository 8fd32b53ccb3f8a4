"""The hub asks a county how it is, and a stock service for an echo, in turns. Started by
bench.province_rpc."""

import json
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

from nameko.containers import ServiceContainer
from nameko.extensions import DependencyProvider
from nameko.rpc import RpcProxy

from bench.caller import Once, timed
from bench.progress import progress
from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.config import Config
from rongcuo.chassis.messaging.rpc_client import RpcClient
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.county.operations import STATUS, StatusQuery, at_node
from rongcuo.contracts.serialisation import dump

WARM_UP, REST = 30, 0.01


class _Client(DependencyProvider):  # type: ignore[misc]
    calls = RpcClient()

    def get_dependency(self, _worker: Any) -> RpcClient:
        return self.calls


class Caller:
    """The hub, as who else may ask?"""

    name = "province"
    calls = _Client()
    echo = RpcProxy("bench_echo")

    @Once.decorator
    def work(self, work: Any) -> Any:
        return work(self)


def main(facts: dict[str, Any]) -> None:
    """Prints the seconds of each."""
    config = Config(mode="test", bus_url=facts["bus"], bus_key_dir=Path(facts["keys"]),
                    data_dir=Path(facts["folder"]) / "caller")
    container = ServiceContainer(Caller, {"AMQP_URI": facts["bus"], "rongcuo": config})
    container.start()
    once = next(each for each in container.entrypoints if isinstance(each, Once))
    print(json.dumps(once.run(lambda caller: _pairs(caller, facts))), flush=True)
    container.stop()


def _pairs(caller: Caller, facts: dict[str, Any]) -> dict[str, list[float]]:
    status = at_node(STATUS, facts["code"])

    def ask() -> Any:
        return caller.calls.ask(CallContext(SYSTEM, uuid4().hex, time.time() + 10), status, StatusQuery())

    payload = dump(ask())      # as many bytes
    taken: dict[str, list[float]] = {"ours": [], "floor": []}
    for number in range(-WARM_UP, facts["n"]):
        progress("province_rpc_ratio", number, facts["n"])
        taken["ours"].append(timed(ask, REST))
        taken["floor"].append(timed(lambda: caller.echo.echo(payload), REST))
    return {name: seconds[WARM_UP:] for name, seconds in taken.items()}
