"""Programs that run on after we exit, and the signals that reach all of their processes."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

POLL_S = 0.02
LARGEST_LOG = 10_000_000  # bytes
NOT_FOR_OTHERS = 0o077    # what the program makes is for its own user only


def wait_until(reached: Callable[[], bool], seconds: float) -> bool:
    """Whether the condition was reached before the time was over."""
    deadline = time.monotonic() + seconds
    while not reached():
        if time.monotonic() > deadline:
            return False
        time.sleep(POLL_S)
    return True


class Background:
    """A program known by a file with its pid and start time, so that another process can find and stop it.

    The start time (in clock ticks since boot) keeps us from signalling a stranger who got the pid later.
    """

    def __init__(self, pid_file: Path, log: Path) -> None:
        self.pid_file = pid_file
        self.log = log
        self._child: subprocess.Popen[bytes] | None = None

    def launch(self, command: Sequence[str | Path], env: Mapping[str, str], cwd: Path | None = None) -> None:
        """Starts the program in a session of its own; its output is added to the log."""
        for file in (self.pid_file, self.log):
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._set_aside()
        with os.fdopen(os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as log:
            self._child = subprocess.Popen(
                command, env=env, cwd=cwd, start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, umask=NOT_FOR_OTHERS,
            )  # fmt: skip
        try:
            self.pid_file.touch(mode=0o600)
            self.pid_file.write_text(f"{self._child.pid} {_started(self._child.pid)}\n")
        except OSError:      # a full disk: what nobody could find again must not run on
            os.killpg(self._child.pid, signal.SIGKILL)
            raise

    @property
    def pid(self) -> int | None:
        """The pid of the program while it runs."""
        if self._child:
            self._child.poll()
        try:
            pid, started = self.pid_file.read_text().split()
        except (FileNotFoundError, ValueError):
            return None
        return int(pid) if _started(int(pid)) == started else None

    @property
    def running(self) -> bool:
        return self.pid is not None

    @property
    def exit_status(self) -> int | None:
        """How the program ended that we launched last; None while it runs. A negative one is a signal."""
        return self._child.poll() if self._child else None

    def tree(self) -> list[int]:
        """The program's processes, parents first."""
        first = self.pid     # asked once: it may end meanwhile
        return [first, *_descendants(first)] if first else []

    def stop(self, first: signal.Signals = signal.SIGTERM, grace_s: float = 30) -> None:
        """Asks the program to end, and ends by force what is left of it after the grace."""
        tree = self.tree()
        if tree:
            self.thaw()
            _send(first, tree[:1])
            wait_until(lambda: not self._left(tree), grace_s)
        self._end(tree)

    def kill(self) -> None:
        """`kill -9` of all its processes; frozen first, so that none can start another."""
        self._end(self.freeze())

    def freeze(self) -> list[int]:
        """SIGSTOP to all its processes; returns their pids."""
        frozen: list[int] = []
        while fresh := [pid for pid in self.tree() if pid not in frozen]:
            _send(signal.SIGSTOP, fresh)
            frozen += fresh
        return frozen

    def thaw(self) -> None:
        """SIGCONT to all its processes."""
        _send(signal.SIGCONT, self.tree())

    def tail(self, lines: int = 20) -> str:
        """The end of its log."""
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        return "\n".join(text.splitlines()[-lines:])

    def _set_aside(self) -> None:
        """A log that has grown large makes room for a fresh one; the last of those is kept beside it."""
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
            self.log.replace(self.log.with_name(f"{self.log.name}.1"))

    def _end(self, tree: list[int]) -> None:
        _send(signal.SIGKILL, self._left(tree))
        if not wait_until(lambda: not self._left(tree), 60):
            raise TimeoutError(f"processes {self._left(tree)} do not end")
        if self._child and self._child.pid in tree:
            self._child.wait(60)  # its last threads may end a moment after it
        self.pid_file.unlink(missing_ok=True)

    def _left(self, tree: list[int]) -> list[int]:
        if self._child:
            self._child.poll()
        return [pid for pid in tree if _started(pid)]


def _send(what: signal.Signals, pids: Sequence[int]) -> None:
    for pid in pids:
        try:
            os.kill(pid, what)
        except ProcessLookupError:
            continue


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat from the state on: state, parent, …; empty without such a process."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def _started(pid: int) -> str | None:
    """When the process was started; None when it is gone or only waits to be reaped."""
    stat = _stat(pid)
    return stat[19] if stat and stat[0] not in "ZX" else None


def _descendants(pid: int) -> list[int]:
    everyone = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    children = [other for other in everyone if _stat(other)[1:2] == [str(pid)]]
    return children + [below for child in children for below in _descendants(child)]
