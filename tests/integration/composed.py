"""A broker and a database with the settings that the containers of a node have."""

import json
from collections.abc import Mapping
from pathlib import Path

from kombu.exceptions import OperationalError

from deploy.compose.prepare import WITHIN
from deploy.definitions import user
from deploy.local import RabbitNode
from deploy.mailbox import ROOT
from rongcuo.chassis.messaging import bus_connection
from tests.integration.tls_postgres import TlsPostgres

COMPOSE = ROOT / "deploy" / "compose"
EVERYTHING = {"vhost": "/", "configure": ".*", "write": ".*", "read": ".*"}


class ComposedRabbit(RabbitNode):
    """The broker of a node, with the settings and definitions that its container has, and an account more."""

    def __init__(self, folder: Path, part: Path) -> None:
        super().__init__(folder)
        self._part = part

    def _keep(self, name: str, content: str) -> Path:
        if name == "rabbitmq.conf":
            content = (COMPOSE / name).read_text("utf-8").replace(WITHIN, str(self._part)).replace(
                "listeners.ssl.default = 5671", f"listeners.ssl.local = 127.0.0.1:{self.port}").replace(
                f"{self._part}/definitions.json", f"{self.folder}/definitions.json").replace("1GB", "50MB")
        elif name == "definitions.json":
            told = json.loads((self._part / name).read_text("utf-8"))
            told["users"].append(user("rongcuo", self.password, "administrator"))
            told["permissions"].append({"user": "rongcuo", **EVERYTHING})
            content = json.dumps(told)
        return super()._keep(name, content)

    def _environment(self, mapper_port: int) -> Mapping[str, str]:
        """A port in it would be a plain one."""
        told = super()._environment(mapper_port)
        return {name: value for name, value in told.items() if name != "RABBITMQ_NODE_PORT"}

    def answers(self) -> bool:
        try:
            with bus_connection(self.address("rongcuo", self.password, "operator")) as connection:
                connection.ensure_connection(max_retries=1, timeout=2)
        except OperationalError:
            return False
        return True

    def address(self, account: str, password: str, papers: str) -> str:
        """With the papers of one part of the node."""
        part = self._part.parent / papers
        return (f"amqps://{account}:{password}@127.0.0.1:{self.port}//?cacertfile={part}/ca.pem"
                f"&certfile={part}/cert.pem&keyfile={part}/key.pem")


class ComposedPostgres(TlsPostgres):
    """The database of a node, by the rules that its container has, and the superuser's way in."""

    def _settings(self, home: Path) -> Mapping[str, object]:
        rules = home / "pg_hba.conf"
        rules.write_text((COMPOSE / "pg_hba.conf").read_text("utf-8")
                         + "host all rongcuo 127.0.0.1/32 scram-sha-256\n")
        return {**super()._settings(home), "hba_file": rules}
