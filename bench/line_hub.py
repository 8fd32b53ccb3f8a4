"""The province's service in a process of its own, with every node registered. Started by bench.line_stage."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import eventlet
from eventlet.support import psycopg2_patcher

from rongcuo.chassis import structured_logging
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.host import ServiceHost
from rongcuo.chassis.hosting.provider import ExecutionProvider
from rongcuo.chassis.triggers import Tick
from rongcuo.contracts.actor import OPERATOR
from rongcuo.policy.calendar import ZONE
from services.province.service import ProvinceService
from services.province.usecases import registry


def main(facts: dict[str, Any]) -> None:
    """Serve until the process is ended."""
    structured_logging.set_up("ERROR")
    psycopg2_patcher.make_psycopg_green()
    config = Config(mode="test", node="530000", bus_url=facts["bus"], data_dir=Path(facts["folder"]) / "hub",
                    bus_key_dir=Path(facts["keys"]), database_url=facts["database"], log_level="ERROR")
    host = ServiceHost([ProvinceService], config)
    host.start()
    provider = next(one for one in host.containers[0].dependencies if isinstance(one, ExecutionProvider))
    for code in facts["codes"]:
        with provider.runtime.context(Tick(), OPERATOR).unit() as unit:
            registry.register(unit, code, "0" * 16, datetime.now(ZONE))
            unit.commit()
    print(json.dumps("ready"), flush=True)
    while not host.dead:
        eventlet.sleep(1)
