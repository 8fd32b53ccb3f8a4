"""Two editions of the platform side by side: the last one, out of the repository's history, and today's."""

import io
import os
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from deploy.accounts import heard
from deploy.local import PostgresNode, RabbitNode, free_port, free_ports
from deploy.mailbox import ROOT
from deploy.up import Service
from rongcuo.chassis.messaging.rights import Rights, rights_together
from services import NAMES, WITH_DATABASE, health_port
from tests.patience import ENVIRON

# The first state of the code beside which every later one must be able to stand. Earlier editions (v0.3.0)
# can't: what follows them took tables and columns away.
SINCE = "dc359286c47a0bf6665fd902efe83badce507a53"
SOURCES = ("rongcuo", "services", "scenarios", "deploy")
OF_A_PAIR = ("filing", "review")
REST = "rest"     # the account and process of all the others


def last_edition() -> str:
    """The newest tag behind us that promises to stand beside what follows, or where the promise begins.

    Skips where there is no history to take it from.
    """
    if not (ROOT / ".git").exists() or _git("cat-file", "-e", f"{SINCE}^{{commit}}").returncode:
        pytest.skip("这份代码没有带历史，取不出上一版本 · no history here to take the last edition from")
    named = _git("tag", "--contains", SINCE, "--no-contains", "HEAD", "--merged", "HEAD",
                 "--sort=-creatordate")
    return next(iter(named.stdout.decode().split()), SINCE)


def lay_out(edition: str, folder: Path) -> Path:
    """Its code, as it was."""
    there = _git("ls-tree", "--name-only", edition).stdout.decode().split()
    packed = _git("archive", edition, *(name for name in SOURCES if name in there))
    assert packed.returncode == 0, packed.stderr
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def _git(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, check=False)


def accounts() -> Mapping[str, Rights]:
    """On the broker: each of the two services by itself, and the others together."""
    groups = {**{name: (name,) for name in OF_A_PAIR}, REST: others()}
    return {account: rights_together(names, heard(NAMES)) for account, names in groups.items()}


def others() -> tuple[str, ...]:
    """All but the two."""
    return tuple(name for name in NAMES if name not in OF_A_PAIR)


class Part(Service):
    """A process of one edition's code."""

    def __init__(self, edition: "Edition", name: str, serves: tuple[str, ...]) -> None:
        ports = [health_port(serves[0], edition.health_port_base)]
        if name == REST:
            ports.append(edition.http_port)
        super().__init__(name, edition.folder / name, ports, lambda: edition.environment(name), serves)
        self._edition = edition

    def _launch(self) -> None:
        command = [sys.executable, "-m", "rongcuo", "serve", *self._serves]
        self._server.launch(command, self._env(), cwd=self._edition.code)


class Edition:
    """One edition's processes on the broker and the databases that it shares with another."""

    def __init__(self, code: Path, folder: Path, rabbit: RabbitNode, postgres: PostgresNode) -> None:
        self.code, self.folder = code, folder
        self._rabbit, self._postgres, self._shared = rabbit, postgres, folder.parent
        self.http_port, self.health_port_base = free_port(), free_ports(len(NAMES))
        known = self._names_known()
        self.parts = {name: Part(self, name, (name,)) for name in OF_A_PAIR}
        self.parts[REST] = Part(self, REST, tuple(name for name in others() if name in known))

    def _names_known(self) -> list[str]:
        """A service that is new today, the last edition has not."""
        done = subprocess.run([sys.executable, "-c", "import services; print(*services.NAMES)"],
                              cwd=self.code, capture_output=True, text=True, check=True)
        return done.stdout.split()

    def environment(self, account: str = "") -> dict[str, str]:
        """Of a process, or of the command line."""
        bus = self._rabbit.url_of(account) if account else "embedded://"
        return {
            "PATH": os.environ["PATH"], **ENVIRON, "RONGCUO_MODE": "test", "RONGCUO_BUS_URL": bus,
            "RONGCUO_DATABASE_URL": self._postgres.url_of_owners(WITH_DATABASE),
            "RONGCUO_DATA_DIR": str(self._shared / "data"),
            "RONGCUO_TIME_FILE": str(self._shared / "time"),
            "RONGCUO_HTTP_PORT": str(self.http_port),
            "RONGCUO_HEALTH_PORT_BASE": str(self.health_port_base)}

    def migrate(self) -> None:
        """Lead the databases to this edition's tables."""
        done = subprocess.run([sys.executable, "-m", "rongcuo", "migrate"], env=self.environment(),
                              cwd=self.code, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def stop(self) -> None:
        """Whatever of it still runs."""
        for part in self.parts.values():
            part.stop()
