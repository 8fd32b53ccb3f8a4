"""What a private RabbitMQ and a private PostgreSQL have in common: folder, port, beginning and end."""

import os
import secrets
import signal
import socket
from abc import ABC, abstractmethod
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

from deploy.local.background import Background, wait_until

_given: set[int] = set()


class NodeFailed(RuntimeError):
    """A node that did not come up; the message ends with the tail of its log."""


def free_port() -> int:
    """A port nobody listens on, below the range that outgoing connections take theirs from.

    In that range a client that keeps calling a dead node may take the node's own port, and keep it from
    coming back. `LOCAL_PORTS=20000-23999` keeps programs that run side by side out of each other's way.
    """
    return free_ports(1)


def free_ports(count: int) -> int:
    """The first of so many free ports in a row. What was given lately is not given again: whoever got it may
    not listen yet."""
    first, last = map(int, os.environ.get("LOCAL_PORTS", "20000-31999").split("-"))
    if len(_given) > (last - first) // 2:
        _given.clear()
    while True:
        begin = first + secrets.randbelow(last - first + 1)
        row = range(begin, begin + count)
        if _given.isdisjoint(row) and all(map(port_is_free, row)):
            _given.update(row)
            return begin


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


class Node(ABC):
    """A server with all its files in `folder`, listening on 127.0.0.1 only.

    Without a port it takes the one it had last time in this folder, or any free one.
    """

    name: str
    # A broker begins for more than a minute where many want the processor; one that ends is seen at once.
    ready_within_s: ClassVar[float] = 300
    stop_signal: ClassVar[signal.Signals] = signal.SIGTERM

    def __init__(self, folder: Path, port: int | None = None) -> None:
        self.folder = folder.absolute()
        self._given_port = port
        self._server = Background(self.folder / "pid", self.folder / "log")

    @property
    def port(self) -> int:
        """The port it listens on, or will listen on when started."""
        if self._given_port:
            return self._given_port
        remembered = self.folder / "port"
        if not remembered.exists():
            self._make_folder()
            self._keep("port", f"{free_port()}\n")
        return int(remembered.read_text())

    @property
    def password(self) -> str:
        """The password of its one account; made at first use and kept in the folder."""
        file = self.folder / "password"
        if not file.exists():
            self._make_folder()
            self._keep("password", secrets.token_hex(16))
        return file.read_text()

    @property
    def running(self) -> bool:
        return self._server.running

    @property
    def exit_status(self) -> int | None:
        """How the server ended that we started; None while it runs. A negative one is a signal."""
        return self._server.exit_status

    def begin(self) -> None:
        """Starts it unless it runs, without waiting. Raises NodeFailed."""
        if not self.running:
            self._make_folder()
            self._claim_port()
            self._launch()

    def start(self) -> Self:
        """Starts it unless it runs, and waits until it answers. Raises NodeFailed."""
        self.begin()
        self._await_ready()
        return self

    def processes(self) -> list[int]:
        """The pids of the whole node."""
        return self._server.tree()

    def stop(self) -> None:
        """An orderly end; by force if it takes more than 30 s."""
        self._server.stop(self.stop_signal)

    def kill(self) -> None:
        """`kill -9` of the whole node."""
        self._server.kill()

    def freeze(self) -> None:
        """Stops all its processes where they are (SIGSTOP): connections stay open and nobody answers."""
        self._server.freeze()

    def thaw(self) -> None:
        self._server.thaw()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @abstractmethod
    def _launch(self) -> None:
        """Starts the server's processes."""

    @abstractmethod
    def answers(self) -> bool:
        """Whether it serves a client now; False after 2 s of silence."""

    def _make_folder(self) -> None:
        """For our own user only, also where it was made by somebody more generous."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder.chmod(0o700)

    def _keep(self, name: str, text: str) -> Path:
        """A file of the folder, whole or not at all, and never readable by others for a moment."""
        file = self.folder / name
        fresh = file.with_name(f".{name}.{os.getpid()}")
        fresh.unlink(missing_ok=True)
        fresh.touch(mode=0o600)
        fresh.write_text(text)
        return fresh.replace(file)

    def _claim_port(self) -> None:
        if port_is_free(self.port):
            return
        if self._given_port:
            raise NodeFailed(f"{self.name}: port {self.port} is taken by another program")
        (self.folder / "port").unlink()

    def _await_ready(self) -> None:
        answered = wait_until(lambda: not self.running or self.answers(), self.ready_within_s)
        if not (answered and self.running):
            tail = self._server.tail()
            self.kill()
            raise NodeFailed(f"{self.name} in {self.folder} does not answer; its log ends:\n{tail}")
