"""Where the figures are taken: private nodes and service processes in var/bench, gone afterwards."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg2

from bench import matter
from deploy.local import Node, free_port
from deploy.local.node import free_ports
from deploy.mailbox import ROOT
from deploy.up import SETTINGS, Deployment, Environment, Service
from rongcuo.chassis.config import load_config
from rongcuo.chassis.time_source import SettableTime, TimeSource
from rongcuo.policy.rules import Rules
from services import NAMES, WITH_DATABASE, health_port

FOLDER = ROOT / "var" / "bench"


class Stage(Deployment):
    """The deployment of `make up` with nodes of its own, fsync on, and no mail server."""

    def __init__(self, folder: Path) -> None:
        self.http_port, health = free_port(), free_ports(len(NAMES))
        environ = {**os.environ, "RONGCUO_MODE": "demonstration", "RONGCUO_LOG_LEVEL": "WARNING",
                   "RONGCUO_HTTP_PORT": str(self.http_port), "RONGCUO_HEALTH_PORT_BASE": str(health)}
        super().__init__(folder, load_config(SETTINGS, environ), environ)
        self.by_name: dict[str, Node] = {service.name: service for service in self.services}
        self._together: Node | None = None
        self._posts = False

    def environment(self, service: str = "") -> Environment:
        """Without a mail server; with one, notify alone has a clock of its own."""
        told = dict(super().environment(service))
        if not self._posts:
            told["RONGCUO_SMTP_URL"] = ""
        if not self._posts or service != "notify":
            del told["RONGCUO_TIME_FILE"]
        return told

    def post(self) -> None:
        """From now on notify has a mail server, and there it is day: no mail waits for the morning."""
        now = TimeSource().now()
        quiet = Rules(None).pack(matter.ORGAN, on=now.date()).quiet_hours
        SettableTime(self.var / "time").set(quiet.over_at(now))
        self.mailbox.start()
        self._posts = True
        self.by_name["notify"].stop()
        self.by_name["notify"].start()

    def working(self) -> dict[str, Node]:
        """All whose work it is that something is filed: services, broker, database."""
        return {"RabbitMQ": self.rabbit, "PostgreSQL": self.postgres} | {
            name: service for name, service in self.by_name.items() if service.running}

    def start_nodes(self) -> None:
        """The broker, and the database with a time stamp at every commit."""
        self.rabbit.begin()
        self.postgres.start()
        self.execute("postgres", "ALTER SYSTEM SET track_commit_timestamp = on")
        self.postgres.stop()
        self.postgres.start()
        self.rabbit.start()
        for name in WITH_DATABASE:
            self.postgres.create_database(f"rongcuo_{name}")

    def serve(self, *names: str) -> None:
        """Let exactly these services run, each a process."""
        self._stop_together()
        for name, service in self.by_name.items():
            if name not in names:
                service.stop()
        for name in names:
            self.by_name[name].start()

    def serve_together(self, *names: str) -> None:
        """Let exactly these services run, all in one process, which uses the operator's account."""
        self.serve()
        ports = [health_port(names[0], self.config.health_port_base)]
        self._together = Service(
            "together", self.var / "services" / "together",
            [*ports, self.config.http_port] if "gateway" in names else ports,
            lambda: {**self.environment("together"), "RONGCUO_BUS_URL": self.rabbit.url}, names)
        self._together.start()

    def _stop_together(self) -> None:
        if self._together is not None:
            self._together.stop()
            self._together = None

    def running(self) -> list[Node]:
        """The processes in which services run."""
        together = [self._together] if self._together else []
        return [*together, *(service for service in self.services if service.running)]

    def stop(self) -> None:
        self._stop_together()
        super().stop()

    def dsn(self, name: str) -> str:
        """A database's address as psycopg2 itself takes it."""
        return self.postgres.url(name).replace("+psycopg2", "")

    @property
    def keys(self) -> str:
        """The folder of the keys that the services sign with."""
        return f"{self.environment()['RONGCUO_DATA_DIR']}/keys"

    @contextmanager
    def database(self, name: str) -> Iterator[Any]:
        """A connection in which every statement is a transaction."""
        connection = psycopg2.connect(self.dsn(name))
        connection.autocommit = True
        try:
            yield connection
        finally:
            connection.close()

    def execute(self, database: str, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Run one statement; its rows, if it has any."""
        with self.database(database) as connection, connection.cursor() as cursor:
            cursor.execute(statement, values or None)
            return list(cursor.fetchall()) if cursor.description else []

    def play(self, module: str, *, green: bool = True, **facts: Any) -> Any:
        """Run bench.<module> in a process of its own; what it printed last, read as JSON."""
        with self.beginning(module, green=green, **facts) as process:
            told, _ = process.communicate()
            if process.returncode:
                raise RuntimeError(f"bench.{module} ended with {process.returncode}")
            return json.loads(told.splitlines()[-1])

    @contextmanager
    def beginning(self, module: str, *, green: bool = True, **facts: Any) -> Iterator[subprocess.Popen[str]]:
        """The same, running beside the block; it ends with the block."""
        command = [sys.executable, "-Wignore", "-m", "bench.process", "green" if green else "plain", module,
                   json.dumps({**facts, "keys": self.keys})]
        process = subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(20)


@contextmanager
def stage(name: str) -> Iterator[Stage]:
    """Nodes that run for the length of the block and leave nothing behind."""
    folder = FOLDER / name
    shutil.rmtree(folder, ignore_errors=True)
    here = Stage(folder)
    try:
        here.start_nodes()
        yield here
    finally:
        here.stop()
        shutil.rmtree(folder, ignore_errors=True)


def pids(nodes: Mapping[str, Node], names: Sequence[str]) -> dict[str, list[int]]:
    """The processes of some services."""
    return {name: nodes[name].processes() for name in names}
