"""A private RabbitMQ node."""

import os
from collections.abc import Mapping
from pathlib import Path

import amqp

from deploy.local.background import Background
from deploy.local.node import Node, NodeFailed, free_port

# The script of the same name in /usr/sbin changes the user first; this one does not.
SERVER = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")

SETTINGS = """\
listeners.tcp.local = 127.0.0.1:{port}
distribution.listener.interface = 127.0.0.1
default_user = rongcuo
default_pass = {password}
num_acceptors.tcp = 2
disk_free_limit.absolute = 50MB
raft.wal_max_size_bytes = 33554432
log.file = false
log.console = true
log.console.level = warning
"""


class RabbitNode(Node):
    """One broker with an account of its own and a port mapper (epmd) of its own, so that nothing outlives it.

    Queues and messages are in the folder and survive stop, kill and start.
    """

    name = "RabbitMQ"

    def __init__(self, folder: Path, port: int | None = None) -> None:
        super().__init__(folder, port)
        self._mapper = Background(self.folder / "epmd.pid", self.folder / "epmd.log")

    @property
    def url(self) -> str:
        """`amqp://…` of the default virtual host."""
        return f"amqp://rongcuo:{self.password}@127.0.0.1:{self.port}//"

    def processes(self) -> list[int]:
        return [*self._mapper.tree(), *super().processes()]

    def stop(self) -> None:
        super().stop()
        self._mapper.stop()

    def kill(self) -> None:
        super().kill()
        self._mapper.kill()

    def freeze(self) -> None:
        super().freeze()
        self._mapper.freeze()

    def thaw(self) -> None:
        self._mapper.thaw()
        super().thaw()

    def _launch(self) -> None:
        if not SERVER.exists():
            raise NodeFailed("RabbitMQ is not installed; run: deploy/system-packages rabbitmq-server")
        self._mapper.kill()
        settings = SETTINGS.format(port=self.port, password=self.password)
        self._keep("rabbitmq.conf", settings)
        self._keep("enabled_plugins", "[].\n")
        env = self._environment(mapper_port=free_port())
        self._mapper.launch(["epmd", "-port", env["ERL_EPMD_PORT"], "-address", "127.0.0.1"], env)
        self._server.launch([SERVER], env, cwd=self.folder)

    def _environment(self, mapper_port: int) -> Mapping[str, str]:
        """Nothing of the caller's environment but PATH: a stray RABBITMQ_… would lead the node elsewhere."""
        return {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(self.folder),  # the Erlang cookie is kept there
            "LANG": "C.UTF-8",
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            "ERL_EPMD_PORT": str(mapper_port),
            "RABBITMQ_NODENAME": "rongcuo@localhost",
            "RABBITMQ_NODE_PORT": str(self.port),
            "RABBITMQ_DIST_PORT": str(free_port()),
            "RABBITMQ_CONF_ENV_FILE": str(self.folder / "no-rabbitmq-env.conf"),
            "RABBITMQ_CONFIG_FILE": str(self.folder / "rabbitmq.conf"),
            "RABBITMQ_ADVANCED_CONFIG_FILE": str(self.folder / "no-advanced.config"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(self.folder / "enabled_plugins"),
            "RABBITMQ_MNESIA_BASE": str(self.folder / "data"),
            "RABBITMQ_LOG_BASE": str(self.folder),
            "RABBITMQ_LOGS": "-",
            "RABBITMQ_PID_FILE": str(self.folder / "erlang.pid"),
            "RUNNING_UNDER_SYSTEMD": "true",  # no shell that waits around the server
        }

    def answers(self) -> bool:
        try:
            with amqp.Connection(f"127.0.0.1:{self.port}", "rongcuo", self.password, connect_timeout=2):
                pass
        except (OSError, amqp.AMQPError):
            return False
        return True
