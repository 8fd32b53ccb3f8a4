"""What comes round in a service's database: its ledger is numbered and signed, dead letters that an operator
wants sent again go out, what waits is counted for the operators, and what need not be kept goes.

In every process; the one whose relay has the lock does it. Each duty has a thread of its own, so that none
waits for what another one needs: the ledger is kept while the broker is away.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Any

import eventlet
import structlog

from rongcuo.chassis.dead_letters.redelivery import Redelivery
from rongcuo.chassis.dead_letters.store import DeadLetters
from rongcuo.chassis.errors import where
from rongcuo.chassis.hosting.pruning import Pruning
from rongcuo.chassis.ledger.ledger import Ledger
from rongcuo.chassis.metrics import DEAD_LETTERS, OUTBOX_AGE, OUTBOX_WAITING
from rongcuo.chassis.outbox.store import Outbox
from rongcuo.contracts.errors import CaseError

log = structlog.get_logger(__name__)
KEEP_EVERY = 5.0     # seconds between two checkpoints, between two counts, and between two looks at letters
SELDOM = 15.0        # seconds, while nothing is committed here: what others wrote is numbered, too
PRUNE_EVERY = 30.0   # seconds between two portions of what need not be kept
LOOK_EVERY = 0.5     # seconds between two looks at who has the lock
TELL_EVERY = 60.0    # seconds between two log lines about the same duty
LEAVE_WITHIN = 1.0   # seconds; what is not done by then is rolled back, and done by the next one


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted last."""

    waiting: int = 0
    oldest_seconds: float = 0.0
    dead_letters: int = 0


class Maintenance:
    """Of one service. `leads` says whether this process is the one."""

    def __init__(self, service: str, ledger: Ledger, outbox: Outbox, letters: DeadLetters,
                 redelivery: Redelivery, pruning: Pruning, leads: Callable[[], bool]) -> None:
        self.figures = Figures()
        self._service = service
        self._ledger = ledger
        self._outbox = outbox
        self._letters = letters
        self._leads = leads
        self._duties: tuple[tuple[Callable[[], None], float], ...] = (
            (self._keep_ledger, KEEP_EVERY), (self._count, KEEP_EVERY), (redelivery.redeliver, KEEP_EVERY),
            (pruning.prune, PRUNE_EVERY))
        self._commits = 0
        self._kept, self._kept_at = -1, float("-inf")    # how many there were when the ledger was kept last
        self._stopping = Event()
        self._threads: list[Any] = []

    def start(self) -> None:
        """Begin."""
        self._threads = [eventlet.spawn(self._come_round, duty, seconds) for duty, seconds in self._duties]

    def stop(self) -> None:
        """End, after what is being done if that is soon."""
        self._stopping.set()
        with eventlet.Timeout(LEAVE_WITHIN, exception=False):
            for thread in self._threads:
                thread.wait()
        self.kill()

    def kill(self) -> None:
        """End now."""
        self._stopping.set()
        for thread in self._threads:
            thread.kill()

    def hear(self) -> None:
        """Something was committed."""
        self._commits += 1

    def _come_round(self, duty: Callable[[], None], seconds: float) -> None:
        told_at = float("-inf")
        while not self._stopping.is_set():
            leads = self._leads()
            try:
                if leads:
                    duty()
            except Exception as error:  # noqa: BLE001  (whatever it was: the next time it may work)
                if time.monotonic() - told_at > TELL_EVERY:
                    told_at = time.monotonic()
                    self._tell(duty, error)
            self._stopping.wait(seconds if leads else LOOK_EVERY)

    def _tell(self, duty: Callable[[], None], error: Exception) -> None:
        reason = error.code if isinstance(error, CaseError) else type(error).__name__
        log.warning("maintenance", service=self._service, duty=duty.__name__, reason=reason,
                    at=where(error.__traceback__))

    def _keep_ledger(self) -> None:
        commits, now = self._commits, time.monotonic()
        if commits != self._kept or now - self._kept_at > SELDOM:
            self._ledger.keep()
            self._kept, self._kept_at = commits, now

    def _count(self) -> None:
        self.figures = Figures(self._outbox.backlog(), self._outbox.age(), self._letters.count_open())
        OUTBOX_WAITING.labels(self._service).set(self.figures.waiting)
        OUTBOX_AGE.labels(self._service).set(self.figures.oldest_seconds)
        DEAD_LETTERS.labels(self._service).set(self.figures.dead_letters)
