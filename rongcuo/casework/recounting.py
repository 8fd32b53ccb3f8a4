"""At night every kept figure is counted anew, an organ at a time: a difference is told and set right."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any, Final, NamedTuple, Protocol

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.policy.calendar import ZONE

NIGHT: Final = (time(1), time(5))
ORGANS: Final = 5      # in one tick, each in a transaction of its own: 1,200 in a night, a tick a minute


class Recount(NamedTuple):
    """What was found of one organ. `lines`: in how many the figures said something else; `rows`: by how many
    rows, together."""

    of: str
    organ_id: str
    lines: int
    rows: int


class Recounts(Protocol):
    """The recount inside one transaction."""

    def step(self, night: date) -> Recount | None:
        """Count the next organ of this night, and set right what differs; None when all are counted."""

    def sweep(self) -> None:
        """Forget lines that count nothing."""


class Counting(Protocol):
    """A store whose figures are kept."""

    @property
    def recounts(self) -> Recounts: ...


def recount(context: ExecutionContext[Counting]) -> Iterator[Recount]:
    """The next organs of this night; those where something differed. By day nothing is asked."""
    local = context.now.astimezone(ZONE)
    if NIGHT[0] <= local.time() < NIGHT[1]:
        for _ in range(ORGANS):
            found = _next(context, local.date())
            if found is None:
                return
            if found.lines:
                yield found


def _next(context: ExecutionContext[Any], night: date) -> Recount | None:
    with context.unit() as unit:
        found: Recount | None = unit.store.recounts.step(night)
        if found is None:
            unit.store.recounts.sweep()
        elif found.lines:
            unit.audit("figures.differed", f"{found.of}/{found.organ_id}", lines=found.lines, rows=found.rows)
        unit.commit()
        return found
