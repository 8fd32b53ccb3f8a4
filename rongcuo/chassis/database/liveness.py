"""Whether something still works, known without asking it."""

import time
from collections.abc import Callable
from threading import Event, Thread

import structlog

from rongcuo.contracts.errors import CaseError

log = structlog.get_logger(__name__)
EVERY_S = 1.0
STALE_S = 10.0
TRY_EVERY = 5      # beats between two trials of writing


class LivenessProbe:
    """Asks in the background, so that a frozen database or disk never holds up a health check.

    `answers` is asked at every beat; `trial`, now and then, tells why nothing can be written: an empty text
    where it can, None where that was not learned.
    """

    def __init__(self, answers: Callable[[], bool], trial: Callable[[], str | None] = lambda: "") -> None:
        self._answers = answers
        self._trial = trial
        self._stopping = Event()
        self._thread: Thread | None = None
        self._felt_at: float | None = None
        self._beats = 0
        self.trouble = ""      # why nothing can be written

    @property
    def alive(self) -> bool:
        """Whether the last question was answered, and lately."""
        return self._felt_at is not None and time.monotonic() - self._felt_at < STALE_S

    def start(self) -> None:
        """Begin to ask; the first answer is awaited here."""
        self._feel()
        self._thread = Thread(target=self._watch, name="liveness", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End after the question on its way."""
        self._stopping.set()
        if self._thread is not None and self._thread.is_alive():    # a start may be given up in the middle
            self._thread.join(STALE_S)

    def _watch(self) -> None:
        while not self._stopping.wait(EVERY_S):
            self._feel()

    def _feel(self) -> None:
        try:
            self._felt_at = time.monotonic() if self._answers() else None
        except CaseError as error:
            log.warning("database_silent", code=error.code)
            self._felt_at = None
        if self._felt_at is not None and (self.trouble or self._beats % TRY_EVERY == 0):
            self._try_writing()
        self._beats += 1

    def _try_writing(self) -> None:
        found = self._trial()
        if found is not None and found != self.trouble:
            log.warning("writing", trouble=found or "none any more")
            self.trouble = found
