"""Runs every test: `python -m deploy.run_tests`.

Several pytest processes side by side, because much of what they do is wait for nodes, and because eventlet's
monkey patch can't be undone: the integration tests run with green threads, as the services do (deploy.green
patches before anything else is imported); all others run in plain Python, which shows that what they test
needs no green threads. The longest begin first, and a short one follows where one has ended, so that no core
is idle beside a last long one. The first is shown while it runs, each other one in its turn; then the slowest
tests, every closing line, and what failed.
"""

import os
import re
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

LOGS = Path("var/tests")
PORTS_FROM, PORTS_EACH = 20_000, 1_700   # below those that the system gives out
LOOK_EVERY = 0.2  # seconds
AT_ONCE = 3       # parts; more of them only wait for each other on two cores
SLOWEST = 20
SEED = ("--hypothesis-seed=0",) if os.environ.get("CI") else ()      # where nobody watches, always the same
CLOSING = re.compile(r"^=.* in \d+\.\d\ds .*=$", re.MULTILINE)       # a dying node's words may come after it
FAILED = re.compile(r"^(?:FAILED|ERROR) \S+", re.MULTILINE)
DURATION = re.compile(r"^(\d+\.\d\d)s (?:call|setup|teardown) .+$", re.MULTILINE)   # as pytest writes them


@dataclass(frozen=True)
class Part:
    """What one process runs."""

    name: str
    title: str
    folders: tuple[str, ...]
    options: tuple[str, ...] = ()

    @property
    def log(self) -> Path:
        """Where its output is kept."""
        return LOGS / f"{self.name}.log"


PARTS = (       # the longest first
    Part("faults", "小规模故障试验 · faults at the small size", ("chaos",)),
    Part("starts", "各自启动的整个平台 · whole platforms, started by a test for itself",
         ("e2e",), ("--platforms=own",)),
    Part("platform", "共用的整个平台，和单看的页面 · the platform that tests share, and pages alone",
         ("e2e",), ("--platforms=shared",)),
    Part("services", "服务与真实节点 · the services on real nodes",
         ("integration",), ("-p", "deploy.green", "--ignore=tests/integration/chassis")),
    Part("bus", "消息总线与真实节点 · the bus on real nodes",
         ("integration/chassis",), ("-p", "deploy.green", "--ignore-glob=*/test_[!b]*")),
    Part("plain", "普通线程 · plain threads", ("unit", "policy", "contract", "architecture")),
    Part("chassis", "底座与真实节点 · the chassis on real nodes",
         ("integration/chassis",), ("-p", "deploy.green", "--ignore-glob=*/test_bus_*")),
)


@contextmanager
def running(part: Part, ports_from: int) -> Iterator[subprocess.Popen[bytes]]:
    """The process of a part. The private nodes of two parts never look for the same port."""
    present = [f"tests/{name}" for name in part.folders if Path("tests", name).is_dir()]
    command = [sys.executable, "-m", "pytest", f"--durations={SLOWEST}", *SEED, *part.options, *present]
    ports = f"{ports_from}-{ports_from + PORTS_EACH - 1}"
    environ = {**os.environ, "PYTHONUNBUFFERED": "1", "LOCAL_PORTS": ports}
    with part.log.open("wb") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                                   env=environ)
    try:
        yield process
    finally:
        process.terminate()  # does nothing to one that has ended
        process.wait()


class Queue:
    """Parts that begin in their order, no more than `AT_ONCE` running at a time."""

    def __init__(self, parts: Sequence[Part], stack: ExitStack) -> None:
        self.begun: dict[str, subprocess.Popen[bytes]] = {}
        self._waiting, self._stack = deque(enumerate(parts)), stack

    def move_up(self) -> None:
        """Begin what there is room for."""
        while self._waiting and sum(each.poll() is None for each in self.begun.values()) < AT_ONCE:
            number, part = self._waiting.popleft()
            self.begun[part.name] = self._stack.enter_context(
                running(part, PORTS_FROM + number * PORTS_EACH))

    def await_begun(self, part: Part) -> subprocess.Popen[bytes]:
        """Its process, once it has begun."""
        self.move_up()
        while part.name not in self.begun:
            time.sleep(LOOK_EVERY)
            self.move_up()
        return self.begun[part.name]


def shown(part: Part, queue: Queue) -> str:
    """Shows a part's output to its end, as it comes; answers the closing line."""
    process = queue.await_begun(part)
    with part.log.open(encoding="utf-8", errors="replace") as log:
        while process.poll() is None:
            print(log.read(), end="", flush=True)
            time.sleep(LOOK_EVERY)
            queue.move_up()
        print(log.read(), end="", flush=True)
    closings = CLOSING.findall(part.log.read_text("utf-8", errors="replace"))
    return f"{part.name}: {closings[-1] if closings else 'ended early'}"


def slowest(parts: Sequence[Part]) -> list[str]:
    """The lines of what took longest in any of the parts, longest first."""
    lines = [found for part in parts
             for found in DURATION.finditer(part.log.read_text("utf-8", errors="replace"))]
    return [line[0] for line in sorted(lines, key=lambda line: float(line[1]), reverse=True)[:SLOWEST]]


def failed(part: Part) -> list[str]:
    """The names of its tests that failed, the first few: what fails alike fails in hundreds."""
    return FAILED.findall(part.log.read_text("utf-8", errors="replace"))[:SLOWEST]


def main() -> int:
    LOGS.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        queue, closings = Queue(PARTS, stack), []
        for number, part in enumerate(PARTS, 1):
            print(f"测试 {number}/{len(PARTS)} · Tests: {part.title}", flush=True)
            closings.append(shown(part, queue))
    print(f"最慢的 {SLOWEST} 项 · The slowest {SLOWEST}:", *slowest(PARTS), sep="\n")
    print(*closings, *(name for part in PARTS for name in failed(part)), sep="\n", flush=True)
    return next((process.returncode for process in queue.begun.values() if process.returncode), 0)


if __name__ == "__main__":
    sys.exit(main())
