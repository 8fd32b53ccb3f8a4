"""What happens next: acts from all scenarios in the order of their dates; an act may put further ones."""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count


@dataclass(order=True)
class Act:
    """One thing somebody does at a moment. Acts of the same moment keep the order in which they were put."""

    at: datetime
    order: int
    scenario: str = field(compare=False)
    what: str = field(compare=False)
    do: Callable[[], str] = field(compare=False)  # answers a short remark for the timeline


class Agenda:
    """The acts still to come."""

    def __init__(self) -> None:
        self._acts: list[Act] = []
        self._order = count()
        self.played = 0

    def put(self, at: datetime, scenario: str, what: str, do: Callable[[], str]) -> None:
        """Plan an act."""
        heapq.heappush(self._acts, Act(at, next(self._order), scenario, what, do))

    def __iter__(self) -> Iterator[Act]:
        while self._acts:
            self.played += 1
            yield heapq.heappop(self._acts)

    @property
    def known(self) -> int:
        """How many acts were played or are planned by now."""
        return self.played + len(self._acts)
