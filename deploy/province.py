"""A province on one machine: a hub with a RabbitMQ of its own, and nodes below it.

Each node is a whole platform in one process with a bus, databases and keys of its own; its only way to the
hub is its account on that RabbitMQ.
"""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import click
import httpx
import yaml

from deploy.accounts import heard
from deploy.local import Node, RabbitNode, free_port
from deploy.mailbox import ROOT
from rongcuo.chassis.config import PREFIX
from rongcuo.chassis.messaging.rights import Rights, rights_of_node, rights_together
from rongcuo.commands import node
from rongcuo.contracts.operation import NODE
from rongcuo.contracts.province.operations import OF_NODES
from rongcuo.policy.divisions import PROVINCE, division
from services import present

HUB = "hub"
AT_ONCE = 3      # platforms that are started together: more only wait for the processor


class Platform(Node):
    """`rongcuo run` with settings of its own."""

    def __init__(self, folder: Path, settings: dict[str, str], clock: Path) -> None:
        super().__init__(folder)
        self.name = division(settings["node"]).name
        self._settings, self._clock = settings, clock

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def file(self) -> Path:
        """Of its settings."""
        return self.folder / "config.yaml"

    def prepare(self) -> None:
        """Its settings are written down, so that commands work on them."""
        self._make_folder()
        self._keep(self.file.name, yaml.safe_dump({
            "mode": "demonstration", "data_dir": str(self.folder / "data"), "http_port": self.port,
            "health_port_base": free_port(), "time_file": str(self._clock), "log_level": "WARNING",
            "log_file": str(self.folder / "platform.log"), "demonstration_data": False, **self._settings}))

    def command(self, group: click.Group, *words: str) -> str:
        """What a command of the command line says here."""
        with redirect_stdout(StringIO()) as said:
            group.main([words[0], "--config", str(self.file), "--", *words[1:]], standalone_mode=False)
        return said.getvalue()

    def _launch(self) -> None:
        environ = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
        self._server.launch([sys.executable, "-W", "ignore", "-m", "rongcuo", "run", "--config", self.file],
                            environ, cwd=ROOT)

    def answers(self) -> bool:
        try:
            return httpx.get(f"{self.address}/health", timeout=2).is_success
        except httpx.TransportError:
            return False


class Province:
    """The hub and the nodes below it, with all files in one folder. `clock`: by which all of them go."""

    def __init__(self, folder: Path, counties: Sequence[str]) -> None:
        self.folder, self.clock = folder.absolute(), folder.absolute() / "time.json"
        self._rabbit = RabbitNode(self.folder / "rabbitmq", services=_accounts(counties))
        self.hub = Platform(self.folder / "hub", {
            "node": PROVINCE, "bus_url": self._rabbit.url_of(HUB)}, self.clock)
        self.counties = {code: Platform(self.folder / code, {
            "node": code, "uplink_url": self._rabbit.url_of(f"{NODE}{code}")}, self.clock)
            for code in counties}

    def start(self, say: Callable[[str], None]) -> None:
        """Raises NodeFailed."""
        say("RabbitMQ")
        self._rabbit.start()
        self._introduce()
        self.hub.start()
        say(f"{self.hub.name} {self.hub.address}")
        codes = list(self.counties)
        for begin in range(0, len(codes), AT_ONCE):
            together = [self.counties[code] for code in codes[begin:begin + AT_ONCE]]
            for each in together:
                each.begin()
            for number, each in enumerate(together, begin + 1):
                each.start()
                say(f"[{number}/{len(codes)}] {each.name} {each.address}")

    def stop(self) -> None:
        """The nodes below first."""
        for each in (*self.counties.values(), self.hub, self._rabbit):
            each.stop()

    def _introduce(self) -> None:
        """Each side is told the other's key, as two operators do it."""
        self.hub.prepare()
        key_of_hub = self.hub.command(node.command, "key").strip()
        for code, county in self.counties.items():
            county.prepare()
            county.command(node.command, "trust", key_of_hub)
            key = county.command(node.command, "key").strip()
            self.hub.command(node.command, "register", code, key)


def _accounts(counties: Iterable[str]) -> dict[str, Rights]:
    """The hub's own, for all of its services; and of each node one with the least rights."""
    names = present("", is_hub=True)
    callable_by_nodes = [each.name for each in OF_NODES]
    return {HUB: rights_together(names, heard(names))} | {
        name: rights_of_node(name, callable_by_nodes) for name in (f"{NODE}{code}" for code in counties)}
