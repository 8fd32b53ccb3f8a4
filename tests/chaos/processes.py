"""The platform's processes as the kit sees them: started with or without a planned death, killed, frozen."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from queue import Queue
from threading import Lock, Thread

ROOT = Path(__file__).resolve().parents[2]


def until(reached: Callable[[], object], seconds: float, what: str, every: float = 0.05) -> None:
    """Wait for a condition. Raises TimeoutError naming it."""
    deadline = time.monotonic() + seconds
    while not reached():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what}: not within {seconds:.0f} s")
        time.sleep(every)


def await_count(count: Callable[[], int], wanted: int, seconds: float = 120) -> None:
    """Wait until there are so many. Given up after so long without one more, and then whoever counts says
    what is missing: how long all of it takes is the machine's affair."""
    deadline, before = time.monotonic() + seconds, -1
    while (there := count()) < wanted and time.monotonic() < deadline:
        if there != before:
            deadline, before = time.monotonic() + seconds, there
        time.sleep(0.3)


class Nursery:
    """The process that all others are forked from."""

    def __init__(self) -> None:
        env = {name: value for name, value in os.environ.items() if not name.startswith("RONGCUO_")}
        self._process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "tests.chaos.nursery"], cwd=ROOT, env=env, text=True,
            bufsize=1, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
        self._born: Queue[int] = Queue()
        self._asking = Lock()
        self.ended: dict[int, int] = {}
        self._listening = Thread(target=self._listen, daemon=True)
        self._listening.start()

    def bear(self, command: list[str], env: Mapping[str, str], log: Path) -> int:
        """The pid of a new process that runs `rongcuo <command>`."""
        log.parent.mkdir(parents=True, exist_ok=True)
        order = {"command": command, "env": dict(env), "log": str(log)}
        with self._asking:
            assert self._process.stdin
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
            return self._born.get(timeout=60)

    def close(self) -> None:
        """End it. What it bore has been ended by its homes."""
        with self._process:       # closes what we speak and hear through, and waits
            assert self._process.stdin
            self._process.stdin.close()
            self._listening.join(20)

    def _listen(self) -> None:
        for line in self._process.stdout or ():
            match line.split():
                case ["born", pid]:
                    self.ended.pop(int(pid), None)      # a number that was another's before
                    self._born.put(int(pid))
                case ["ended", pid, status]:
                    self.ended[int(pid)] = int(status)


class Service:
    """A process of the platform that is started, dies and is started again."""

    def __init__(self, nursery: Nursery, name: str, command: list[str], env: Mapping[str, str], log: Path,
                 health_port: int) -> None:
        self.name, self.log, self.health_port = name, log, health_port
        self._nursery, self._command, self._env = nursery, command, env
        self._pid = 0

    def start(self, crash: str = "") -> None:
        """`crash` is a planned death, `point:service:n`."""
        env = {**self._env, "RONGCUO_CRASH": crash}
        self._pid = self._nursery.bear(self._command, env, self.log)

    @property
    def running(self) -> bool:
        return bool(self._pid) and self._pid not in self._nursery.ended

    @property
    def killed(self) -> bool:
        """Whether it ended by SIGKILL, by whoever's hand."""
        return self._nursery.ended.get(self._pid) == -signal.SIGKILL

    def kill(self) -> None:
        """`kill -9`."""
        self.signal(signal.SIGKILL)
        until(lambda: not self.running, 10, f"the death of {self.name}", 0.005)

    def stop(self) -> None:
        """An orderly end."""
        self.signal(signal.SIGTERM)
        until(lambda: not self.running, 15, f"the end of {self.name}")

    def signal(self, number: signal.Signals) -> None:
        if self.running:
            with suppress(ProcessLookupError):
                os.kill(self._pid, number)

    def well(self, timeout: float = 2) -> bool:
        """Whether it can work, by its own word."""
        return self.running and status_of(self.health_port, timeout) == 200

    def await_well(self, seconds: float = 120) -> None:
        until(lambda: self.well() or not self.running, seconds, f"{self.name} being well")
        assert self.running, f"{self.name} ended by itself; see {self.log}"


def status_of(port: int, timeout: float) -> int:
    """The status with which a health page answers; 0 for none."""
    connection = HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        connection.close()
