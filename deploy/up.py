"""The local deployment: `python -m deploy.up start|stop|status`, with all state below var/.

A private RabbitMQ, a private PostgreSQL with one database per service, an SMTP server that keeps every mail,
and one process per service. `start` starts what does not run; `stop` leaves no process and keeps the data.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import click

from deploy.accounts import broker_rights
from deploy.local import Node, NodeFailed, PostgresNode, RabbitNode
from deploy.local.background import NOT_FOR_OTHERS
from deploy.mailbox import ROOT, Mailbox
from rongcuo.chassis.config import Config, ConfigError, StartRefused, load_config
from rongcuo.chassis.hosting.trial import FULL_ERRORS
from rongcuo.chassis.starting import Wanted, require_closed, require_free
from services import EVERY, health_port, present, with_database
from services.identity import demonstration

SETTINGS = ROOT / "deploy" / "local.yaml"
ROOM = 64 * 2**20    # bytes; below 50 MB RabbitMQ takes nothing
Environment = Mapping[str, str]


class Service(Node):
    """One of our services, or several (`serves`), as a process. Its ports: that of its health page, and
    others it must answer on."""

    def __init__(self, name: str, folder: Path, ports: Sequence[int], env: Callable[[], Environment],
                 serves: Sequence[str] = ()) -> None:
        super().__init__(folder, ports[0])
        self.name = name
        self._ports = ports
        self._env = env
        self._serves = serves or [name]

    def _claim_port(self) -> None:
        """The deployment has looked at all of them together."""

    def _launch(self) -> None:
        command = [sys.executable, "-m", "rongcuo", "serve", *self._serves, "--config", str(SETTINGS)]
        self._server.launch(command, self._env(), cwd=ROOT)

    def answers(self) -> bool:
        """Whether it can work, by its own word, and listens on every port."""
        return _is_well(self._ports[0]) and all(map(_accepts, self._ports[1:]))


class Deployment:
    """The nodes and services, in the order in which they are started."""

    def __init__(self, var: Path, config: Config, environ: Environment) -> None:
        self.var = var
        self.config = config
        self.environ = environ
        self.names = present(config.uplink_url, is_hub=config.is_hub)
        self.rabbit = RabbitNode(var / "rabbitmq", services=broker_rights(self.names))
        self.postgres = PostgresNode(var / "postgres")
        self.mailbox = Mailbox(var / "mail")
        self.nodes: tuple[Node, ...] = (self.rabbit, self.postgres, self.mailbox)
        ports = {name: [health_port(name, config.health_port_base)] for name in self.names}
        ports["gateway"].append(config.http_port)
        self.services: tuple[Node, ...] = tuple(
            Service(name, var / "services" / name, ports[name], partial(self.environment, name))
            for name in self.names
        )

    def start(self) -> None:
        """Starts what does not run and waits until all of it answers. Raises NodeFailed or StartRefused."""
        self._require_start()
        _start_together(self.nodes)
        for name in with_database(self.names):
            self.postgres.create_database(f"rongcuo_{name}")
        _with_progress("升级 migrating", "PostgreSQL", self._migrate)
        _start_together(self.services)

    def _migrate(self) -> None:
        """Lead what an earlier edition left to this one's tables, before its services start."""
        command = [sys.executable, "-m", "rongcuo", "migrate", "--config", str(SETTINGS)]
        done = subprocess.run(command, env=self.environment(), cwd=ROOT, capture_output=True, text=True,
                              check=False)
        if done.returncode:
            raise NodeFailed(f"rongcuo migrate: {done.stderr}")

    def _require_start(self) -> None:
        """There is room, nobody else may get at what is kept, and the ports of what is started are free."""
        _require_room(self.var)
        require_closed([self.var / "data", *(node.folder for node in (*self.nodes, *self.services))])
        if not any(service.running for service in self.services):
            host, base = self.config.health_host, self.config.health_port_base
            require_free([Wanted("RONGCUO_HTTP_PORT", self.config.http_host, self.config.http_port),
                          Wanted("RONGCUO_HEALTH_PORT_BASE", host, base, len(EVERY))], "make up")

    def stop(self) -> None:
        """Ends the services first, so that each can finish what it has in hand."""
        for node in (*reversed(self.services), *reversed(self.nodes)):
            if node.running:
                _with_progress("停止 stopping", node.name, node.stop)
            node.stop()

    def environment(self, service: str = "") -> Environment:
        """What depends on the machine: for a service, or for the command line, which has no account there.

        A service keeps its log itself: it writes the most, and begins a fresh file before one grows large.
        """
        log = {"RONGCUO_LOG_FILE": str(self.var / "services" / service / "log")} if service else {}
        bus = self.rabbit.url_of(service) if service else f"amqp://127.0.0.1:{self.rabbit.port}"
        return {
            **self.environ, **log,
            "RONGCUO_BUS_URL": bus,
            "RONGCUO_DATABASE_URL": self.postgres.url_of_owners(with_database(self.names)),
            "RONGCUO_SMTP_URL": self.mailbox.url,
            "RONGCUO_DATA_DIR": str(self.var / "data"),
            "RONGCUO_TIME_FILE": str(self.var / "time"),
        }


def _is_well(health_port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", health_port, timeout=2)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _require_room(var: Path) -> None:
    var.mkdir(mode=0o700, parents=True, exist_ok=True)
    free = shutil.disk_usage(var).free
    if free < ROOM:
        raise StartRefused(
            f"没有启动：{var} 所在的磁盘只剩 {free >> 20} MiB，至少要 {ROOM >> 20} MiB："
            f"请腾出空间，或用 --var 换一处 · Not started: the disk of {var} has {free >> 20} MiB left "
            f"of {ROOM >> 20}: make room, or name another place with --var")


def _accepts(port: int) -> bool:
    with socket.socket() as client:
        client.settimeout(2)
        return client.connect_ex(("127.0.0.1", port)) == 0


def _start_together(nodes: Sequence[Node]) -> None:
    for node in nodes:
        node.begin()
    for node in nodes:
        _with_progress("启动 starting", node.name, node.start)


def _with_progress(verb: str, name: str, act: Callable[[], object]) -> None:
    print(f"  {verb} {name} … ", end="", flush=True)
    begun = time.monotonic()
    act()
    print(f"{time.monotonic() - begun:.1f} s", flush=True)


def _welcome(config: Config, deployment: Deployment) -> None:
    print(f"\n平台已启动 · The platform runs at http://127.0.0.1:{config.http_port}")
    print(f"演示账号 · Demonstration accounts (密码 password: {demonstration.password()})")
    for account in demonstration.accounts():
        print(f"  {account.username:22} {account.name} {account.unit}（{'、'.join(account.roles)}）")
    print(f"收到的邮件 · Mails received: {deployment.mailbox.folder / 'mails'}")
    print("停止并保留数据 · To stop and keep the data: make down")


@click.command()
@click.argument("what", type=click.Choice(["start", "stop", "status"]))
@click.option("--var", type=click.Path(path_type=Path), default=ROOT / "var" / "up", help="all state is here")
def main(what: str, var: Path) -> None:
    """Starts, stops or shows the local deployment."""
    os.umask(NOT_FOR_OTHERS)
    try:
        config = load_config(SETTINGS, os.environ)
        deployment = Deployment(var.absolute(), config, os.environ)
        if what == "start":
            deployment.start()
            _welcome(config, deployment)
        elif what == "stop":
            deployment.stop()
        else:
            for node in (*deployment.nodes, *deployment.services):
                print(f"  {node.name:14} {'运行 running' if node.running else '停止 stopped'}")
    except (ConfigError, NodeFailed, StartRefused) as error:
        print(file=sys.stderr)
        sys.exit(str(error))
    except OSError as error:
        if error.errno not in FULL_ERRORS:
            raise
        print(file=sys.stderr)
        sys.exit(f"磁盘已满，{var} 写不进去：请腾出空间后再执行一次，或用 --var 换一处；已经写下的都在 · "
                 f"The disk is full, {var} takes nothing: make room and run this again, or name another "
                 f"place with --var; all that was written is there")


if __name__ == "__main__":
    main()
