"""The relay: takes committed events out of the outbox to the bus. One per database.

It wakes at every commit of this process and polls for the rest. An event counts as sent when the broker has
confirmed it. An event that no queue takes is not sent: it stays in the outbox, is tried again, and the
operator sees the state `unrouted`. (An alternate queue would only move the pile to where nobody looks.)

The embedded bus forgets everything with its process: what went there is settled only when the bus has come to
rest, and what was not settled is sent again at the next start.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event
from typing import Any

import eventlet
import structlog
from sqlalchemy import func, select

from rongcuo.chassis import crash
from rongcuo.chassis.acquaintance import Acquaintance
from rongcuo.chassis.bus import BusUnavailable, Outgoing, Publisher, Unroutable, is_embedded
from rongcuo.chassis.cloud_event import message_of
from rongcuo.chassis.database import RelayLock
from rongcuo.chassis.dead_letters import DeadLetter, LetterState
from rongcuo.chassis.embedded import broker_at
from rongcuo.chassis.failure import where
from rongcuo.chassis.letters import OURS
from rongcuo.chassis.metrics import DEAD_LETTERS, OUTBOX_AGE, OUTBOX_WAITING, RELAY_STATE
from rongcuo.chassis.outbox import Outgoing as OutboxRow
from rongcuo.chassis.tables import dead_letters
from rongcuo.chassis.workshop import Workshop
from rongcuo.contracts.errors import CaseError

log = structlog.get_logger(__name__)
BATCH = 1000
LONGEST_PAUSE = 5.0     # seconds, while the bus or the database is away
UNROUTED_PAUSE = 1.0    # seconds until events without a queue are tried again
COUNT_EVERY = 5.0       # seconds between two looks at the figures
LOOK_EVERY = 0.5        # seconds between two looks at the lock and at the letters to be sent again
TELL_EVERY = 60.0       # seconds between two log lines about the same trouble
STATES = ("starting", "running", "standby", "unrouted", "bus_away", "database_away", "stopped")


@dataclass
class Figures:
    """What the relay saw last."""

    waiting: int = 0
    oldest_seconds: float = 0.0
    dead_letters: int = 0


class Relay:
    """`publisher` is asked for when needed: it comes into being with the container."""

    def __init__(self, workshop: Workshop[Any], publisher: Callable[[], Publisher]) -> None:
        self.state = "starting"
        self.figures = Figures()
        self._workshop = workshop
        self._publisher = publisher
        self._acquaintance = Acquaintance(workshop)
        self._embedded = is_embedded(workshop.config.bus_url)
        self._woken = Event()
        self._stopping = Event()
        self._thread: Any = None
        self._replayed = not self._embedded
        self._unsettled = 0
        self._resent: list[int] = []
        self._pause = 0.0
        self._ours = self._letters_due = False
        self._counted_at = self._told_at = self._looked_at = float("-inf")

    def start(self) -> None:
        """Begin."""
        self._thread = eventlet.spawn(self._run)

    def stop(self) -> None:
        """End after the batch on its way."""
        self._stopping.set()
        self._woken.set()
        if self._thread is not None:
            with eventlet.Timeout(5, exception=False):
                self._thread.wait()
        self.kill()

    def kill(self) -> None:
        """End now; what was not marked is sent again by the next relay."""
        if self._thread is not None:
            self._thread.kill()
        self._enter("stopped")

    def wake(self, _committed: Sequence[OutboxRow] = ()) -> None:
        """Something was committed."""
        self._woken.set()

    def _run(self) -> None:
        lock = self._workshop.outbox.relay_lock()
        try:
            while not self._stopping.is_set():
                self._woken.clear()
                more = self._round(self._holds(lock))
                if not more:
                    self._rest()
        finally:
            lock.release()

    def _holds(self, lock: RelayLock) -> bool:
        """Whether the lock was ours lately. Two relays for a moment would only send some events twice."""
        if not self._ours or self._looked_at + LOOK_EVERY < time.monotonic():
            self._ours, self._looked_at, self._letters_due = lock.take(), time.monotonic(), True
        return self._ours

    def _round(self, ours: bool) -> bool:
        """One look at the outbox; whether to look again at once."""
        try:
            if not ours:
                self._enter("standby")
                return False
            return self._work()
        except BusUnavailable as error:
            self._trouble("bus_away", str(error))
        except CaseError as error:
            self._trouble("database_away", error.code)
        except Exception as error:  # noqa: BLE001  (the relay must outlive whatever happens)
            self._trouble("database_away", type(error).__name__, at=where(error.__traceback__))
        return False

    def _rest(self) -> None:
        if self._pause:
            self._stopping.wait(self._pause)
        else:
            self._woken.wait(self._workshop.config.outbox_poll)

    def _work(self) -> bool:
        self._replay_once()
        self._acquaintance.renew(self._publisher())
        rows = self._workshop.outbox.take_batch(BATCH)
        taken = self._send_events(rows)
        if self._letters_due:
            self._send_letters([letter for letter in self._workshop.dead_letters.take_resends()
                                if letter.letter_id not in self._resent])
            self._letters_due = False
        self._settle()
        self._count(rows)
        if taken:
            self._pause = 0.0
            self._enter("running")
        return taken and len(rows) == BATCH

    def _replay_once(self) -> None:
        if not self._replayed:
            self._workshop.outbox.unsettle()
            self._replayed = True

    def _send_events(self, rows: Sequence[OutboxRow]) -> bool:
        """Whether all were taken. Raises BusUnavailable."""
        outcomes = self._publish([message_of(row) for row in rows])
        sent = [row.seq for row, outcome in zip(rows, outcomes, strict=True) if outcome is None]
        if sent:
            self._workshop.outbox.mark_sent(sent, settled=not self._embedded)
            self._unsettled = max(self._unsettled, *sent) if self._embedded else 0
        return self._all_taken(outcomes)

    def _send_letters(self, letters: Sequence[DeadLetter]) -> None:
        """Each to the queue it died in, as it first came there."""
        outcomes = self._publish([_again(letter) for letter in letters])
        self._resent += [letter.letter_id for letter, outcome in zip(letters, outcomes, strict=True)
                         if outcome is None]
        if self._resent and not self._embedded:
            self._mark_resent()
        self._all_taken(outcomes)

    def _publish(self, messages: Sequence[Outgoing]) -> list[Exception | None]:
        if not messages:
            return []
        publisher = self._publisher()
        sendings = publisher.send_all(messages)
        crash.point("after_publish", self._workshop.service_name)
        outcomes = publisher.outcomes(sendings)
        crash.point("after_confirm", self._workshop.service_name)
        return outcomes

    def _all_taken(self, outcomes: Sequence[Exception | None]) -> bool:
        """Raises BusUnavailable where the broker left one unconfirmed."""
        for outcome in outcomes:
            if isinstance(outcome, BusUnavailable):
                raise outcome
        unrouted = sum(isinstance(outcome, Unroutable) for outcome in outcomes)
        if unrouted:
            self._trouble("unrouted", f"{unrouted} messages that no queue takes", pause=UNROUTED_PAUSE)
        return not unrouted

    def _settle(self) -> None:
        if not self._embedded or not (self._unsettled or self._resent):
            return
        if broker_at(_name(self._workshop.config.bus_url)).idle():
            self._workshop.outbox.settle_through(self._unsettled)
            self._unsettled = 0
            self._mark_resent()

    def _mark_resent(self) -> None:
        resent, self._resent = self._resent, []
        if resent:
            self._workshop.dead_letters.mark_resent(resent)

    def _count(self, rows: Sequence[OutboxRow]) -> None:
        """Figures for the operators; numbers and a checkpoint for the ledger."""
        if time.monotonic() - self._counted_at < COUNT_EVERY:
            return
        self._counted_at = time.monotonic()
        self._workshop.ledger.keep()
        age = (self._workshop.time.now() - rows[0].time).total_seconds() if rows else 0.0
        self.figures = Figures(self._workshop.outbox.backlog(), max(age, 0.0), self._open_letters())
        service = self._workshop.service_name
        OUTBOX_WAITING.labels(service).set(self.figures.waiting)
        OUTBOX_AGE.labels(service).set(self.figures.oldest_seconds)
        DEAD_LETTERS.labels(service).set(self.figures.dead_letters)

    def _open_letters(self) -> int:
        is_open = dead_letters.c.state == LetterState.OPEN
        with self._workshop.database.reading() as session:
            return session.scalar(select(func.count()).select_from(dead_letters).where(is_open)) or 0

    def _trouble(self, state: str, reason: str, pause: float | None = None, **facts: Any) -> None:
        self._pause = pause or min(max(self._pause * 2, 0.2), LONGEST_PAUSE)
        if self.state != state or time.monotonic() - self._told_at > TELL_EVERY:
            self._told_at = time.monotonic()
            log.warning("relay", service=self._workshop.service_name, state=state, reason=reason, **facts)
        self._enter(state)

    def _enter(self, state: str) -> None:
        self.state = state
        for known in STATES:
            RELAY_STATE.labels(self._workshop.service_name, known).set(known == state)


def _again(letter: DeadLetter) -> Outgoing:
    headers = {name: value for name, value in letter.headers.items() if name not in OURS}
    return Outgoing(letter.body, "", letter.consumer, headers)


def _name(bus_url: str) -> str:
    return bus_url.partition("://")[2].rstrip("/")
