"""The relay: takes committed events to the bus. In every process; one per database looks into the outbox.

What this process has just committed goes out at once, from memory (outbox.fast_path), or wakes the relay. A
poll, every few seconds, finds the rest: what a crash left, or somebody else committed.
An event counts as sent when the broker has confirmed it. An event that no queue takes is not sent: it stays
in the outbox, is tried again, and the operator sees the state `unrouted`. (An alternate queue would only move
the pile to where nobody looks.)

The embedded bus forgets everything with its process: what went there is settled only when the bus has come to
rest, and what was not settled is sent again at the next start.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Event
from typing import Any

import eventlet
import structlog

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import RelayLock
from rongcuo.chassis.errors import where
from rongcuo.chassis.messaging import BusUnavailable, Publisher, Unroutable, is_embedded, is_settled
from rongcuo.chassis.metrics import RELAY_STATE
from rongcuo.chassis.outbox.fast_path import FastPath
from rongcuo.chassis.outbox.republish import BrokerStateCheck
from rongcuo.chassis.outbox.store import Outbox, OutboxRow
from rongcuo.chassis.signing import Seals
from rongcuo.contracts.errors import CaseError

log = structlog.get_logger(__name__)
BATCH = 1000
LONGEST_PAUSE = 5.0     # seconds, while the bus or the database is away
UNROUTED_PAUSE = 1.0    # seconds until events without a queue are tried again
GATHER = 1.0            # seconds in which confirmations are gathered, to be marked together
LOOK_EVERY = 0.5        # seconds between two looks at the lock
TELL_EVERY = 60.0       # seconds between two log lines about the same trouble
STATES = ("starting", "running", "standby", "unrouted", "bus_away", "database_away", "stopped")


class Relay:
    """Of the service for which `seals` sign. `publisher` is asked for when needed: it comes into being with
    the container. `leads`: whether this one has the lock, as it saw last."""

    def __init__(self, outbox: Outbox, seals: Seals, config: Config,
                 publisher: Callable[[], Publisher]) -> None:
        self.state = "starting"
        self.leads = False
        self._service = seals.service
        self._outbox = outbox
        self._config = config
        self._publisher = publisher
        self._broker_state_check = BrokerStateCheck(seals.service, outbox, config.bus_url)
        self._embedded = is_embedded(config.bus_url)
        self._woken = Event()
        self._fast_path = FastPath(outbox, seals, config, publisher, self._woken.set)
        self._stopping = Event()
        self._thread: Any = None
        self._replayed = not self._embedded
        self._unsettled = 0
        self._pause = 0.0
        self._told_at = self._looked_at = float("-inf")

    def start(self) -> None:
        """Begin."""
        self._fast_path.start()
        self._thread = eventlet.spawn(self._run)

    def stop(self) -> None:
        """End after what is on its way."""
        self._stopping.set()
        self._woken.set()
        if self._thread is not None:
            with eventlet.Timeout(5, exception=False):
                self._thread.wait()
        self.kill()

    def kill(self) -> None:
        """End now; what was not marked is sent again by the next relay."""
        self._fast_path.kill()
        if self._thread is not None:
            self._thread.kill()
        self._enter("stopped")

    def hear(self, committed: Sequence[OutboxRow]) -> None:
        """These events were committed."""
        if committed:
            self._fast_path.hand_over(committed)

    def _run(self) -> None:
        lock = self._outbox.relay_lock()
        try:
            while not self._stopping.is_set():
                self._woken.clear()
                if not self._round(lock):
                    self._rest()
            self._leave()
        finally:
            lock.release()

    def _leave(self) -> None:
        """Mark what is still confirmed, so that the next relay need not send it again."""
        self._fast_path.from_memory = False
        with suppress(CaseError):
            self._fast_path.wait(seconds=1)
            self._fast_path.mark()

    def _holds(self, lock: RelayLock) -> bool:
        """Whether the lock was ours lately. Two relays for a moment would only send some events twice."""
        if not self.leads or self._looked_at + LOOK_EVERY < time.monotonic():
            self.leads, self._looked_at = lock.take(), time.monotonic()
        return self.leads

    def _round(self, lock: RelayLock) -> bool:
        """One look at the outbox; whether to look again at once."""
        try:
            return self._work() if self._holds(lock) else self._stand_by()
        except BusUnavailable as error:
            self._trouble("bus_away", str(error))
        except CaseError as error:
            self._trouble("database_away", error.code)
        except Exception as error:  # noqa: BLE001  (the relay must outlive whatever happens)
            self._trouble("database_away", type(error).__name__, at=where(error.__traceback__))
        return False

    def _rest(self) -> None:
        """Until somebody wakes us, or a poll is due. What only waits to be marked waits for more of it. The
        embedded bus does not tell that it came to rest."""
        poll, sending = self._config.outbox_poll, self._fast_path
        if self._pause:
            self._stopping.wait(self._pause)
        elif self._unsettled:
            self._woken.wait(min(GATHER, poll))
        elif (sending.unmarked or self._woken.wait(poll)) and sending.from_memory \
                and not self._stopping.is_set():
            self._woken.clear()
            self._woken.wait(min(GATHER, poll))

    def _work(self) -> bool:
        if not self._replayed:
            self._outbox.unsettle()
            self._replayed = True
        self._broker_state_check.renew(self._publisher())
        rows = self._fast_path.take(BATCH)
        self._send(rows)
        if self._unsettled and is_settled(self._config.bus_url):
            self._outbox.settle_through(self._unsettled)
            self._unsettled = 0
        if not self._well("running"):
            return False
        caught_up = len(rows) < BATCH and not self._fast_path.left
        self._fast_path.from_memory = caught_up and not self._embedded
        return not caught_up

    def _send(self, rows: Sequence[OutboxRow]) -> None:
        """A full batch stays on its way while the next one is read; the last is waited for, but while what is
        committed goes out from memory there is no last: its outcome shows in a later round."""
        self._fast_path.send(rows)
        if not self._fast_path.from_memory:
            self._fast_path.wait(BATCH if len(rows) == BATCH else 0)
        self._fast_path.mark()
        self._unsettled = max([self._unsettled, *(row.seq for row in rows)]) if self._embedded else 0

    def _stand_by(self) -> bool:
        """Another process has the lock; what this one commits it sends itself."""
        self._publisher().open()
        self._fast_path.mark()
        if self._well("standby"):
            self._fast_path.from_memory = not self._embedded and not self._outbox.is_behind(BATCH)
        return False

    def _well(self, state: str) -> bool:
        """Whether everything was taken since the last look. Raises BusUnavailable where the broker left a
        message unconfirmed."""
        failures, self._fast_path.failures = self._fast_path.failures, []
        for failure in failures:
            if not isinstance(failure, Unroutable):
                raise failure
        if failures:
            self._trouble("unrouted", f"{len(failures)} messages that no queue takes", pause=UNROUTED_PAUSE)
            return False
        self._pause = 0.0
        self._enter(state)
        return True

    def _trouble(self, state: str, reason: str, pause: float | None = None, **facts: Any) -> None:
        self._fast_path.failures = []      # of the same trouble
        self._pause = pause or min(max(self._pause * 2, 0.2), LONGEST_PAUSE)
        if self.state != state or time.monotonic() - self._told_at > TELL_EVERY:
            self._told_at = time.monotonic()
            log.warning("relay", service=self._service, state=state, reason=reason, **facts)
        self._enter(state)

    def _enter(self, state: str) -> None:
        self.state = state
        for known in STATES:
            RELAY_STATE.labels(self._service, known).set(known == state)
