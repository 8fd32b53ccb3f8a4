"""So many at once; the others wait in two lanes, and the second has its turn when nobody is in the first."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from eventlet.event import Event

from rongcuo.contracts.errors import CaseError

Lane = deque[Any]   # of Events: eventlet has no types


class Lanes:
    """`most` wait in each lane, for `patience` seconds; others are told to come again in `later` seconds, so
    that no crowd in the second keeps anybody out of the first."""

    def __init__(self, at_once: int, most: int, patience: float, later: int,
                 refusal: str = "busy_signing_in") -> None:
        self._free, self._most, self._patience, self._later = at_once, most, patience, later
        self._refusal = refusal
        self._first: Lane = deque()
        self._second: Lane = deque()

    @contextmanager
    def turn(self, is_first: Callable[[], bool]) -> Iterator[None]:
        """`is_first` is asked only where one has to wait. Raises the refusal."""
        self._take(is_first)
        try:
            yield
        finally:
            self._pass_on()

    def _take(self, is_first: Callable[[], bool]) -> None:
        if not self._free:
            lane = self._first if is_first() else self._second
            if not self._free:      # still, after that was asked
                self._wait(lane)
                return
        self._free -= 1

    def _wait(self, lane: Lane) -> None:
        """Whoever ends their turn gives it to us."""
        if len(lane) >= self._most:
            raise self.busy()
        ours = Event()
        lane.append(ours)
        try:
            ours.wait(self._patience)
        except BaseException:
            if ours in lane:
                lane.remove(ours)
            else:
                self._pass_on()
            raise
        if ours in lane:
            lane.remove(ours)
            raise self.busy()

    def _pass_on(self) -> None:
        lane = self._first or self._second
        if lane:
            lane.popleft().send()
        else:
            self._free += 1

    def busy(self) -> CaseError:
        """Come again."""
        return CaseError(self._refusal, details={"seconds": self._later})
