"""A private RabbitMQ node."""

import json
import os
import secrets
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import amqp

from deploy.local.background import Background
from deploy.local.node import Node, NodeFailed, free_port

if TYPE_CHECKING:
    from rongcuo.chassis.messaging.rights import Rights

# The script of the same name in /usr/sbin changes the user first; this one does not.
SERVER = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")

# Whoever knows it runs code within the node. Erlang would make one itself, of a clock that others can guess.
COOKIE = ".erlang.cookie"

SETTINGS = """\
listeners.tcp.local = 127.0.0.1:{port}
distribution.listener.interface = 127.0.0.1
load_definitions = {definitions}
num_acceptors.tcp = 2
disk_free_limit.absolute = 50MB
raft.wal_max_size_bytes = 33554432
log.file = false
log.console = true
log.console.level = warning
"""


class RabbitNode(Node):
    """One broker with a port mapper (epmd) of its own, so that nothing outlives it.

    `rongcuo` is the account of the operator. Each service has one too, with the rights given here only. and
    messages are in the folder and survive stop, kill and start.
    """

    name = "RabbitMQ"

    def __init__(self, folder: Path, port: int | None = None, *,
                 services: "Mapping[str, Rights] | None" = None) -> None:
        super().__init__(folder, port)
        self._services = services or {}
        self._mapper = Background(self.folder / "epmd.pid", self.folder / "epmd.log")

    @property
    def url(self) -> str:
        """`amqp://…` of the default virtual host."""
        return f"amqp://rongcuo:{self.password}@127.0.0.1:{self.port}//"

    def url_of(self, service: str) -> str:
        """The same with the account of a service."""
        return f"amqp://{service}:{self._password_of(service)}@127.0.0.1:{self.port}//"

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
        self._keep("definitions.json", json.dumps(self._definitions(), indent=1))
        settings = SETTINGS.format(port=self.port, definitions=self.folder / "definitions.json")
        self._keep("rabbitmq.conf", settings)
        self._keep("enabled_plugins", "[].\n")
        if not (self.folder / COOKIE).exists():
            self._keep(COOKIE, secrets.token_hex(32))
        env = self._environment(mapper_port=free_port())
        self._mapper.launch(["epmd", "-port", env["ERL_EPMD_PORT"], "-address", "127.0.0.1"], env)
        self._server.launch([SERVER], env, cwd=self.folder)

    def _password_of(self, service: str) -> str:
        """Made at first use and kept in the folder, as the operator's is."""
        file = self.folder / f"password.{service}"
        if not file.exists():
            self._make_folder()
            self._keep(file.name, secrets.token_hex(16))
        return file.read_text()

    def _definitions(self) -> Mapping[str, Any]:
        """The accounts, which RabbitMQ reads at every start. It is told their passwords' hashes only."""
        everything = {"configure": ".*", "write": ".*", "read": ".*"}
        users = [_user("rongcuo", self.password, "administrator"),
                 *(_user(service, self._password_of(service), "") for service in self._services)]
        permissions = [{"user": "rongcuo", "vhost": "/", **everything}]
        topics = []
        for service, rights in self._services.items():
            permissions.append({"user": service, "vhost": "/", "configure": rights.configure,
                                "write": rights.write, "read": rights.read})
            topics.append({"user": service, "vhost": "/", "exchange": rights.calls, "write": rights.sent_keys,
                           "read": rights.call_keys})
        return {"vhosts": [{"name": "/"}], "users": users, "permissions": permissions,
                "topic_permissions": topics}

    def _environment(self, mapper_port: int) -> Mapping[str, str]:
        """Nothing of the caller's environment but PATH: a stray RABBITMQ_… would lead the node elsewhere."""
        return {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(self.folder),  # where Erlang looks for its cookie
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


def _user(name: str, password: str, tags: str) -> Mapping[str, str]:
    salt = secrets.token_bytes(4)
    hashed = b64encode(salt + sha256(salt + password.encode()).digest()).decode()
    return {"name": name, "password_hash": hashed, "tags": tags,
            "hashing_algorithm": "rabbit_password_hashing_sha256"}
