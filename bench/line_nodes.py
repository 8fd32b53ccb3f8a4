"""Many nodes in one process: of each the real service `county` with a bus, a database and a line to the hub
of its own; what else a county runs is not there. Started by bench.line_stage, whose words it obeys."""

import json
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import eventlet
from eventlet import tpool

from bench.progress import progress
from bench.uplink_matters import told
from rongcuo.chassis import structured_logging
from rongcuo.chassis.config import Config
from rongcuo.chassis.database.streams import End
from rongcuo.chassis.hosting.host import ServiceHost
from rongcuo.chassis.hosting.provider import ExecutionProvider
from rongcuo.chassis.signing import key_folder
from rongcuo.contracts.operation import NODE
from rongcuo.contracts.province.line import Up
from rongcuo.policy.calendar import ZONE
from services.county.service import CountyService
from services.county.storage import CountyStorage

LOOK_S = 0.1      # between two looks at what the hub has acknowledged


class Node:
    """One of them."""

    def __init__(self, code: str, uplink: str, facts: dict[str, Any]) -> None:
        config = Config(
            mode="test", node=code, uplink_url=uplink, bus_url=f"embedded://{code}", log_level="ERROR",
            data_dir=Path(facts["folder"]) / code, bus_key_dir=Path(facts["keys"]),
            outbox_poll=60.0)    # they are so many in one process that looking for nothing would be its work
        config.data_dir.mkdir(parents=True)
        key_folder(config).make(f"{NODE}{code}", datetime.now(ZONE))
        self.code, self.given, self.had = code, 0, 0
        self.host = ServiceHost([CountyService], config)
        self.host.start()
        self._runtime = next(one.runtime for one in self.host.containers[0].dependencies
                             if isinstance(one, ExecutionProvider))

    @property
    def is_connected(self) -> bool:
        return self.host.reports()["county"]["line"] == "connected"

    def end(self) -> End:
        """Its end of the streams."""
        with self._runtime.database.reading() as session:
            return CountyStorage(session).end()

    def give(self, many: int) -> None:
        """So many entries more, in one transaction as a county's work of a while. `had`: how many the hub has
        acknowledged before."""
        self.had = self.end().acknowledged
        with self._runtime.database.writing() as session, session.begin():
            CountyStorage(session).give(Up.MATTER, *(
                told(number, self.code) for number in range(self.given, self.given + many)),
                now=datetime.now(ZONE))
        self.given += many
        self._runtime.on_commit([])


class Nodes:
    """All of them, and the words that they obey."""

    def __init__(self, facts: dict[str, Any]) -> None:
        self._nodes = []
        uplinks = facts["uplinks"]
        for number, (code, uplink) in enumerate(uplinks.items()):
            progress("nodes", number, len(uplinks))
            self._nodes.append(Node(code, uplink, facts))

    def connect(self) -> float:
        """Until every line is connected; how long that took."""
        begun = time.monotonic()
        while not all(each.is_connected for each in self._nodes):
            eventlet.sleep(LOOK_S)
        return time.monotonic() - begun

    def give(self, many: str) -> int:
        """So many entries to each."""
        for each in self._nodes:
            each.give(int(many))
            eventlet.sleep(0)
        return int(many) * len(self._nodes)

    def drain(self) -> dict[str, list[float]]:
        """Until the hub has all that was given last: when it was seen to have acknowledged the first entry of
        each node, and when the last, as seconds since the epoch."""
        first, last = dict[Node, float](), dict[Node, float]()
        while len(last) < len(self._nodes):
            for each in self._nodes:
                if each not in last:
                    end = each.end()
                    if end.acknowledged > each.had:
                        first.setdefault(each, time.time())
                    if end.acknowledged >= end.given:
                        last[each] = time.time()
            eventlet.sleep(LOOK_S)
        return {"first": sorted(first.values()), "last": sorted(last.values())}


def main(facts: dict[str, Any]) -> None:
    """Do what is told, a word and its number a line, until there is no more."""
    structured_logging.set_up("ERROR")
    nodes = Nodes(facts)
    print(json.dumps("ready"), flush=True)
    while line := tpool.execute(sys.stdin.readline):
        word, *rest = line.split()
        print(json.dumps(getattr(nodes, word)(*rest)), flush=True)
