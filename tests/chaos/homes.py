"""Where the platform lives while it is treated badly: a private deployment, or one process with SQLite."""

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import psycopg2

from deploy.accounts import broker_rights
from deploy.local import PostgresNode, RabbitNode, free_port, free_ports
from services import NAMES, WITH_DATABASE, health_port
from tests.chaos.books import Books, PostgresBooks, SqliteBooks
from tests.chaos.processes import ROOT, Nursery, Service, until
from tests.chaos.proxy import Proxy

FORENOON = "2026-03-03T09:00:00+08:00"       # a working day of a published year, whenever this runs
QUICK = {"RONGCUO_MODE": "test", "RONGCUO_RETRY_DELAYS": "0.2,0.5,1", "RONGCUO_LOG_LEVEL": "INFO"}


class Home(Protocol):
    """What the parts of the kit use of either."""

    folder: Path
    address: str
    books: Books
    env: Mapping[str, str]

    def service(self, name: str) -> Service:
        """The process in which a service lives."""

    def logs(self) -> Sequence[Path]:
        """Every file that the platform, the broker or the database has logged to."""


def fresh(folder: Path) -> Path:
    """Emptied. Raises FileExistsError while another run is there."""
    if PostgresNode(folder / "postgres").running:
        raise FileExistsError(f"another run uses {folder}; give this one its own with CHAOS_DIR")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "time").write_text(json.dumps({"instant": FORENOON, "set_at": datetime.now(UTC).isoformat()}))
    return folder


class Town:
    """RabbitMQ, PostgreSQL and a process per service. `proxied`: both are reached through proxies only."""

    def __init__(self, folder: Path, nursery: Nursery, *, proxied: bool = False,
                 settings: Mapping[str, str] | None = None) -> None:
        self.folder = fresh(folder)
        self.rabbit = RabbitNode(folder / "rabbitmq", services=broker_rights())
        self.postgres = PostgresNode(folder / "postgres", fast=True)
        self._nursery, self._proxied, self._settings = nursery, proxied, settings or {}
        self.proxies: dict[str, Proxy] = {}
        self.services: dict[str, Service] = {}
        self.env: Mapping[str, str] = {}

    def __enter__(self) -> "Town":
        try:
            self._build()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _build(self) -> None:
        for node in (self.rabbit, self.postgres):
            node.begin()
        self.postgres.start()
        self._date_commits()
        self.rabbit.start()
        for name in WITH_DATABASE:
            self.postgres.create_database(f"rongcuo_{name}")
        self.books = PostgresBooks(self.postgres.url("rongcuo_{service}").replace("+psycopg2", ""))
        self._settle()
        for service in self.services.values():
            service.start()
        for service in self.services.values():
            service.await_well()

    def __exit__(self, *_: object) -> None:
        self.rabbit.thaw()
        self.postgres.thaw()
        for proxy in self.proxies.values():
            proxy.turn("pass")
        for service in self.services.values():
            if service.running:
                service.kill()
        self.rabbit.kill()
        self.postgres.kill()
        for proxy in self.proxies.values():
            proxy.close()

    def service(self, name: str) -> Service:
        return self.services[name]

    @property
    def keys(self) -> Path:
        """The folder of the keys that its services sign with."""
        return self.folder / "data" / "keys"

    def logs(self) -> Sequence[Path]:
        return sorted(self.folder.rglob("log")) + sorted(self.folder.rglob("*.log"))

    @property
    def nodes(self) -> dict[str, RabbitNode | PostgresNode]:
        return {"broker": self.rabbit, "database": self.postgres}

    def _date_commits(self) -> None:
        """Let PostgreSQL keep the time of every commit, which the reader of versions goes by."""
        with closing(psycopg2.connect(self.postgres.url().replace("+psycopg2", ""))) as connection:
            connection.autocommit = True
            connection.cursor().execute("ALTER SYSTEM SET track_commit_timestamp = on")
        self.postgres.stop()
        self.postgres.start()

    def _settle(self) -> None:
        http_port, health = free_port(), free_ports(len(NAMES))
        self.address = f"http://127.0.0.1:{http_port}"
        bus = {name: self.rabbit.url_of(name) for name in NAMES}
        database = self.postgres.url_of_owners(WITH_DATABASE)
        if self._proxied:
            bus = {name: self._through("broker", url, self.rabbit.port) for name, url in bus.items()}
            database = self._through("database", database, self.postgres.port)
        self.env = {**QUICK, "RONGCUO_DATABASE_URL": database,
                    "RONGCUO_DATA_DIR": str(self.folder / "data"),
                    "RONGCUO_TIME_FILE": str(self.folder / "time"), "RONGCUO_HTTP_PORT": str(http_port),
                    "RONGCUO_HEALTH_PORT_BASE": str(health), **self._settings}
        for name in NAMES:
            log = self.folder / "services" / name / "log"
            told = {**self.env, "RONGCUO_BUS_URL": bus[name]}
            self.services[name] = Service(self._nursery, name, ["serve", name], told, log,
                                          health_port(name, health))

    def _through(self, name: str, url: str, port: int) -> str:
        self.proxies[name] = self.proxies.get(name) or Proxy(port)
        return url.replace(f":{port}/", f":{self.proxies[name].port}/")


class Cottage:
    """`rongcuo run`: every service, SQLite and the bus in one process."""

    def __init__(self, folder: Path, nursery: Nursery, settings: Mapping[str, str] | None = None) -> None:
        self.folder = fresh(folder)
        http_port, health = free_port(), free_ports(1)
        self.address = f"http://127.0.0.1:{http_port}"
        self.books: Books = SqliteBooks(folder / "data")
        self.env = {**QUICK, "RONGCUO_DATA_DIR": str(folder / "data"),
                    "RONGCUO_TIME_FILE": str(folder / "time"), "RONGCUO_HTTP_PORT": str(http_port),
                    "RONGCUO_HEALTH_PORT_BASE": str(health), **(settings or {})}
        self.process = Service(nursery, "rongcuo", ["run"], self.env, folder / "log", health)

    def __enter__(self) -> "Cottage":
        self.process.start()
        self.process.await_well()
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.running:
            self.process.kill()

    def service(self, name: str) -> Service:  # noqa: ARG002  (all live in one)
        return self.process

    def logs(self) -> Sequence[Path]:
        return [self.process.log, *(self.folder / "data").glob("log*")]


def place(part: str) -> Path:
    """The folder of a part; other runs beside this one have their own."""
    return Path(os.environ.get("CHAOS_DIR", ROOT / "var" / "chaos")) / part


__all__ = ["Cottage", "Home", "Town", "fresh", "place", "until"]
