"""A node drains its backlog into a hub, frame after frame over RabbitMQ. Started by bench.uplink."""

import time
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from nameko.extensions import DependencyProvider

from bench.progress import progress
from bench.uplink_matters import NODE_CODE, backlog
from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.host import hosted
from rongcuo.chassis.messaging.rpc_client import RpcClient
from rongcuo.chassis.signing import key_folder
from rongcuo.chassis.triggers import Query, Tick
from rongcuo.contracts.actor import OPERATOR, SYSTEM
from rongcuo.contracts.operation import NODE
from rongcuo.contracts.province import ENTRIES, Frame, NodeReport
from rongcuo.contracts.province.operations import EXCHANGE
from rongcuo.policy.calendar import ZONE
from services.province.service import ProvinceService
from services.province.usecases import registry


class Calls(DependencyProvider):  # type: ignore[misc]
    """Keeps the RPC client in the node's container."""

    calls = RpcClient()


class Standin:
    """The node's end of the line."""

    name = f"{NODE}{NODE_CODE}"
    client = Calls()


def main(facts: dict[str, Any]) -> None:
    """Prints entries a second, from the first frame to the answer to the last."""
    folder, many = Path(facts["folder"]), facts["n"]
    config = Config(mode="test", bus_url=facts["bus"], data_dir=folder, bus_key_dir=folder / "keys",
                    database_url=facts["url"], rpc_timeout=60.0, statement_timeout=60.0, log_level="ERROR")
    key_folder(config).make(Standin.name, datetime.now(ZONE))
    with hosted((ProvinceService, Standin), config, ()) as host:
        parts = {each.service_name: each for each in host.containers}
        runtime = next(one.runtime for one in parts["province"].dependencies if hasattr(one, "runtime"))
        client = next(one for one in parts[Standin.name].dependencies if isinstance(one, Calls))
        with runtime.context(Tick(), OPERATOR).unit() as unit:
            registry.register(unit, NODE_CODE, "0" * 16, datetime.now(ZONE))
            unit.commit()
        entries, received = backlog(many), 0
        begun = time.perf_counter()
        while received < many:
            frame = Frame(
                node=NODE_CODE, epoch=1, first=received + 1, newest=many, their_epoch=1, received=0,
                entries=entries[received:received + ENTRIES], at=datetime.now(ZONE),
                report=NodeReport(version="bench", waiting=many - received))
            context = CallContext(SYSTEM, uuid4().hex, time.time() + 60)
            received = client.calls.ask(context, EXCHANGE, frame).received
            progress("uplink_ratio", received, many)
        taken = time.perf_counter() - begun
        with runtime.context(Query()).reading() as store:
            counted = store.counted(NODE_CODE, {("filed", str(year)) for year in (2024, 2025, 2026)})
        assert sum(counted.values()) == many // 2, "not every matter was counted once"
    print(many / taken)
