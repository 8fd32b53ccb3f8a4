"""The security log: who signed in or failed to, was held off or refused, and whose access changed.

One JSON line each to `security.log` in the data folder, beside the process's own log and longer kept than it;
a figure counts them. Never a secret, nor a name that was typed: it may be a password. What anybody can cause
as often as they like is told in bounded room: the first of each hour each, then whenever the count doubles.
"""

import fcntl
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from logging.handlers import WatchedFileHandler
from pathlib import Path
from time import monotonic

import structlog

from rongcuo.chassis.metrics import SECURITY

NAME = "security"
FILE = "security.log"
LOUD = frozenset({"spraying"})
REPEATED = frozenset({"held_off", "not_signed_in", "forbidden", "forged_form", "password_forgotten"})
EACH, MOST_TOLD, MOST_COUNTED = 20, 1_000, 10_000  # of one kind, address and officer; of all; within the hour
HOUR_S = 3_600.0
LARGEST, KEPT = 20_000_000, 20    # bytes of a file; how many of those before it are kept


class NowAndThen:
    """Whether what happens again is told once more."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._begin()

    def count(self, *about: str | int) -> int:
        """How often it has happened within the hour, where that is to be told now; otherwise 0."""
        if self._clock() - self._since > HOUR_S:
            self._begin()
        key = about if about in self._counts or len(self._counts) < MOST_COUNTED else about[:1]
        times = self._counts[key] = self._counts.get(key, 0) + 1
        if times > EACH and not _doubled(times):
            return 0
        self._told += 1
        return times if self._told <= MOST_TOLD or _doubled(self._told) else 0

    def _begin(self) -> None:
        self._since, self._told = self._clock(), 0
        self._counts: dict[tuple[str | int, ...], int] = {}


class SecurityLog:
    """The lines of one service."""

    def __init__(self, service: str, clock: Callable[[], float] = monotonic) -> None:
        self._service = service
        self._log = structlog.get_logger(NAME)
        self._again = NowAndThen(clock)

    def write(self, what: str, **facts: str | int) -> None:
        """One line, now. Facts that say nothing are left out; `count` is told once not every line is."""
        SECURITY.labels(self._service, what).inc()
        if what in REPEATED:
            times = self._again.count(what, facts.get("address", ""), facts.get("officer", ""))
            if not times:
                return
            facts |= {"count": times} if times > EACH else {}
        tell = self._log.warning if what in LOUD else self._log.info
        tell(what, service=self._service, **{name: fact for name, fact in facts.items() if fact != ""})


class Bounded(WatchedFileHandler):
    """Begins a fresh file before it grows large, and where somebody has moved it away. Several processes
    write to it: whoever holds the folder moves it, and the others notice."""

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError):
            if _large(Path(self.baseFilename)):
                _move_away(Path(self.baseFilename))
        super().emit(record)


def open_file(folder: Path, formatter: logging.Formatter) -> None:
    """Write to the file in this folder, for the platform's user alone."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / FILE
    file.touch(mode=0o600)
    handler = Bounded(file, encoding="utf-8")
    handler.setFormatter(formatter)
    logger = logging.getLogger(NAME)
    for former in logger.handlers:
        former.close()
    logger.handlers = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False


def _doubled(count: int) -> bool:
    return count & (count - 1) == 0


def _large(file: Path) -> bool:
    return file.stat().st_size >= LARGEST


def _move_away(file: Path) -> None:
    """`security.log.1` is the latest of those before."""
    with _held(file.parent):
        if not _large(file):      # another process was first
            return
        for number in range(KEPT, 1, -1):
            with suppress(FileNotFoundError):
                file.with_name(f"{FILE}.{number - 1}").replace(file.with_name(f"{FILE}.{number}"))
        file.replace(file.with_name(f"{FILE}.1"))
        file.touch(mode=0o600)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
