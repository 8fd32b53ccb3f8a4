"""Who acts on a case, when, and by which rules."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol, Self

from rongcuo.contracts.actor import Actor
from rongcuo.policy.calendar import Calendar
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.deadline import Deadline
from rongcuo.policy.pack import Pack
from rongcuo.policy.rules import Rules


class Place(Protocol):
    """Where somebody acts: an execution context."""

    @property
    def actor(self) -> Actor: ...

    @property
    def now(self) -> datetime: ...

    @property
    def rules(self) -> Rules: ...


@dataclass(frozen=True)
class Occasion:
    """`now` is aware. `pack` is the case's own for life; `calendar` is what is known of working days now.
    `acknowledged`: the actor has said that they know what is missing before their step."""

    actor: Actor
    now: datetime
    pack: Pack
    calendar: Calendar
    acknowledged: bool = False

    @classmethod
    def at(cls, place: Place, pack_id: str, division_code: str) -> Self:
        """With the case's own pack and the newest calendar of its division."""
        rules = place.rules
        return cls(place.actor, place.now, rules.pack_by_id(pack_id), rules.calendar(division_code))

    def knowing(self, acknowledged: bool = True) -> Self:
        """The same, of somebody who knows what is missing."""
        return replace(self, acknowledged=acknowledged)

    def due(self, clock: DeadlineClock) -> Deadline:
        """By when, at the closing of the office."""
        return clock.due(self.calendar, self.pack.office_hours.close)

    def is_late(self, clock: DeadlineClock) -> bool:
        """Whether today, in local time, is after the due date."""
        return self.due(clock).late(self.now)
