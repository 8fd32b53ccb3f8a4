"""One matter, as far as it is counted: each once, however often is told of it."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from rongcuo.casework.counting.measures import TELLINGS
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.events import Event
from rongcuo.contracts.insight import MONTHLY, Code
from rongcuo.policy.calendar import ZONE


@dataclass(frozen=True, kw_only=True)
class Count:
    """That it counts in a figure of an organ and a period, with so many; `days`: how long a stage took."""

    code: Code
    organ_id: str
    period: str
    number: int = 1
    days: int = 0


@dataclass(kw_only=True)
class Matter:
    """`told`: whether it may be counted yet. What is kept from somebody who might read figures is counted
    once it is over. `counts`: in what, by the figure, or the figure and which of several; `begun`: the stages
    that run, each with its first day."""

    id: str
    told: bool = False
    counts: dict[str, Count] = field(default_factory=dict)
    begun: dict[str, date] = field(default_factory=dict)

    @property
    def counted(self) -> tuple[Count, ...]:
        """In what it counts for everybody."""
        return tuple(self.counts.values()) if self.told else ()

    def take(self, event: Event) -> None:
        """What an event of the table changes."""
        telling = TELLINGS[type(event)]
        day, organ_id = _day(getattr(event, telling.at)), organ_of(event)
        again = () if _over(event) else telling.reopened
        self.told = (self.told and not again) or not _kept_back(event)
        for code in (*telling.drops, *again):
            self.counts.pop(code, None)
        for code in telling.implies:
            self.counts.setdefault(code, _count(code, organ_id, day))
        if counted := telling.counts(event):
            which = f"{counted}.{telling.each(event)}" if telling.each else str(counted)
            self.counts[which] = _count(counted, organ_id, day)
        for code in telling.ends:
            if begun := self.begun.pop(code, None):
                self.counts[code] = replace(_count(code, organ_id, day), days=(day - begun).days)
        for code in telling.begins:
            if code not in self.counts:
                self.begun.setdefault(code, day)

    def amounts(self, organ_id: str, amounts: dict[Code, int], day: date) -> None:
        """What it brought about, as it stands now; each in the year in which it was entered first."""
        self.told = True
        was, self.counts = self.counts, {}
        for code, amount in amounts.items():
            fresh = replace(_count(code, organ_id, day), number=amount)
            self.counts[code] = replace(was.get(code, fresh), number=amount)


def subject_of(event: Any) -> str:
    """Which matter it is about: ids are the same in two services, such as filing and review."""
    subject = (event.standing.matter_id if isinstance(event, CaseMoved)
               else event.filing_id if hasattr(event, "filing_id") else event.case_id)
    return f"{event.source}:{subject}"


def organ_of(event: Any) -> str:
    """Which organ has it."""
    return str(event.standing.organ_id if isinstance(event, CaseMoved) else event.organ_id)


def _kept_back(event: Event) -> bool:
    return (isinstance(event, CaseMoved) and TELLINGS[type(event)].kept_back
            and bool(event.standing.keys_apart) and not _over(event))


def _over(event: Event) -> bool:
    return isinstance(event, CaseMoved) and event.standing.ended


def _count(code: Code, organ_id: str, day: date) -> Count:
    return Count(code=code, organ_id=organ_id, period=f"{day:%Y-%m}" if code in MONTHLY else f"{day:%Y}")


def _day(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()
