"""A province, a prefecture and two counties, each a whole platform with its own bus, databases and keys; the
lines of the counties lead through proxies.

| | bus | databases | processes |
|---|---|---|---|
| 530000 | RabbitMQ, at which all lines end | PostgreSQL | `province`, and the rest |
| 530100 | embedded | SQLite | one |
| 530127 | RabbitMQ | SQLite | `county`, and the rest |
| 530181 | embedded; its clock is two hours behind | SQLite | one |
"""

import json
import os
import subprocess
import sys
from base64 import b64encode
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path

from deploy.accounts import heard
from deploy.local import PostgresNode, RabbitNode, free_port
from rongcuo.chassis.messaging.rights import Rights, rights_of, rights_of_node, rights_together
from rongcuo.chassis.signing import KeyFolder
from rongcuo.contracts.province.operations import OF_NODES
from services import NAMES, health_port, present, with_database
from tests.chaos.books import Books, PostgresBooks, SqliteBooks
from tests.chaos.homes import QUICK, fresh
from tests.chaos.line_observers import at_hub, at_node
from tests.chaos.processes import ROOT, Nursery, Service
from tests.chaos.proxy import Proxy

HUB, PREFECTURE, APART, WHOLE = "530000", "530100", "530127", "530181"
COUNTIES = (APART, WHOLE)
BELOW = (PREFECTURE, *COUNTIES)
NOW = dict.fromkeys((HUB, *BELOW), "2026-03-03T09:00:00+08:00") | {WHOLE: "2026-03-03T07:00:00+08:00"}
PATIENT = {"RONGCUO_RPC_TIMEOUT": "20"}     # of calls at home: no line is in them
REST = "rest"


class Platform:
    """One of them. `services`: its processes by name; `rest` is all that has none of its own."""

    def __init__(self, folder: Path, nursery: Nursery, code: str, settings: Mapping[str, str]) -> None:
        self.folder, self.code, self._nursery = fresh(folder), code, nursery
        (folder / "data").mkdir(mode=0o700)
        self.set_time(NOW[code])
        http = free_port()
        self.address = f"http://127.0.0.1:{http}"
        self.books: Books = SqliteBooks(folder / "data")
        self.env: Mapping[str, str] = {
            **QUICK, "RONGCUO_NODE": code, "RONGCUO_LEDGER_NAME": f"rongcuo.{code}",
            "RONGCUO_DATA_DIR": str(folder / "data"), "RONGCUO_TIME_FILE": str(folder / "time"),
            "RONGCUO_HTTP_PORT": str(http), **settings}
        self.services: dict[str, Service] = {}

    @property
    def keys(self) -> Path:
        return self.folder / "data" / "keys"

    def set_time(self, instant: str) -> None:
        """Its clock's, which goes on from there."""
        told = {"instant": instant, "set_at": datetime.now(UTC).isoformat()}
        (self.folder / "time").write_text(json.dumps(told))

    def process(self, name: str, command: list[str], first: str, **told: str) -> None:
        """One of its processes; `first`: which of its services gives the health port."""
        port = free_port()
        told = {**self.env, **told, "RONGCUO_HEALTH_PORT_BASE": str(port - health_port(first, 0))}
        self.services[name] = Service(self._nursery, f"{self.code} {name}", command, told,
                                      self.folder / "logs" / name / "log", port)

    def start(self) -> None:
        for service in self.services.values():
            service.start()
        for service in self.services.values():
            service.await_well(300)

    def stop(self) -> None:
        for service in self.services.values():
            with suppress(Exception):
                service.kill()

    def command_line(self, *arguments: str) -> str:
        """What `rongcuo …` says. Raises AssertionError where it fails."""
        outside = {name: told for name, told in os.environ.items() if not name.startswith("RONGCUO_")}
        asked = subprocess.run([sys.executable, "-W", "ignore", "-m", "rongcuo", *arguments], cwd=ROOT,
                               env={**outside, **self.env}, capture_output=True, text=True, check=False)
        assert asked.returncode == 0, asked.stdout + asked.stderr
        return asked.stdout


class Hub(Platform):
    """The province."""

    def __init__(self, folder: Path, nursery: Nursery) -> None:
        names = present("", is_hub=True)
        subscribed = heard(names)
        rights: dict[str, Rights] = {
            "province": rights_of("province", subscribed), REST: rights_together(NAMES, subscribed)}
        rights |= {f"county-{code}": rights_of_node(f"county-{code}", [each.name for each in OF_NODES])
                   for code in BELOW}
        self.rabbit = RabbitNode(folder / "rabbitmq", services=rights)
        self.postgres = PostgresNode(folder / "postgres", fast=True)
        super().__init__(folder, nursery, HUB, {})
        self._names = with_database(names)

    def start(self) -> None:
        for node in (self.rabbit, self.postgres):
            node.begin()
        self.postgres.start()
        for name in self._names:
            self.postgres.create_database(f"rongcuo_{name}")
        self.rabbit.start()
        self.env = {**self.env, "RONGCUO_DATABASE_URL": self.postgres.url_of_owners(self._names)}
        self.books = PostgresBooks(self.postgres.url("rongcuo_{service}").replace("+psycopg2", ""))
        self.process("province", ["serve", "province"], "province",
                     RONGCUO_BUS_URL=self.rabbit.url_of("province"))
        self.process(REST, ["serve", *NAMES], NAMES[0], RONGCUO_BUS_URL=self.rabbit.url_of(REST), **PATIENT)
        super().start()

    def stop(self) -> None:
        super().stop()
        self.rabbit.kill()
        self.postgres.kill()


class Below(Platform):
    """A node below: `apart` has its own RabbitMQ, and a process for the line."""

    def __init__(self, folder: Path, nursery: Nursery, code: str, hub: Hub) -> None:
        self.proxy = Proxy(hub.rabbit.port)
        uplink = hub.rabbit.url_of(f"county-{code}").replace(f":{hub.rabbit.port}/", f":{self.proxy.port}/")
        super().__init__(folder, nursery, code, {"RONGCUO_UPLINK_URL": uplink})
        self.rabbit: RabbitNode | None = None
        if code == APART:
            subscribed = heard(present(uplink, is_hub=False))
            self.rabbit = RabbitNode(folder / "rabbitmq", services={
                "county": rights_of("county", subscribed), REST: rights_together(NAMES, subscribed)})

    @property
    def line(self) -> Service:
        """The process that speaks on the line."""
        return self.services.get("county") or self.services[REST]

    def start(self) -> None:
        if self.rabbit is None:
            self.process(REST, ["run"], NAMES[0], **PATIENT)
        else:
            self.rabbit.start()
            self.process("county", ["serve", "county"], "county",
                         RONGCUO_BUS_URL=self.rabbit.url_of("county"))
            self.process(REST, ["serve", *NAMES], NAMES[0], RONGCUO_BUS_URL=self.rabbit.url_of(REST),
                         **PATIENT)
        super().start()

    def stop(self) -> None:
        self.proxy.turn("pass")
        super().stop()
        if self.rabbit:
            self.rabbit.kill()
        self.proxy.close()


class Province:
    """All four, acquainted with each other."""

    def __init__(self, folder: Path, nursery: Nursery, below: Sequence[str] = BELOW) -> None:
        self.hub = Hub(folder / HUB, nursery)
        self._folder, self._nursery, self._codes = folder, nursery, below
        self.nodes: dict[str, Below] = {}
        self._opened = ExitStack()

    def __enter__(self) -> "Province":
        try:
            self._build()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def _build(self) -> None:
        self._opened.callback(self.hub.stop)
        KeyFolder(self.hub.keys).make("province", datetime.now(UTC))
        for made in self.hub.keys.parent.rglob("*"):
            made.chmod(made.stat().st_mode & 0o700)
        for code in self._codes:
            node = self.nodes[code] = Below(self._folder / code, self._nursery, code, self.hub)
            self._opened.callback(node.stop)
        with ThreadPoolExecutor(1 + len(self.nodes)) as all_at_once:
            hub = all_at_once.submit(self._begin_hub)
            keys = list(all_at_once.map(self._begin, self.nodes.values()))
            hub.result()
            list(all_at_once.map(lambda node, key: self.hub.command_line("node", "register", node.code, key),
                                 self.nodes.values(), keys))

    def _begin_hub(self) -> None:
        self.hub.start()
        at_hub(self.hub.books)

    def _begin(self, node: Below) -> str:
        """Started, and observed before the hub takes anything of it; its public key."""
        key = node.command_line("node", "key").strip().splitlines()[-1]
        raw = KeyFolder(self.hub.keys).accepted("province")[-1].raw
        node.command_line("node", "trust", f"province {b64encode(raw).decode()}")
        node.start()
        at_node(node.books)
        return key
