"""What leaves the bounds of a filing by its dates alone, held against what was filed on those days."""

from dataclasses import replace
from datetime import date, datetime
from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.filing import Bound, Deviation, FiledPeriod, FiledVersion, ProgressReport
from services.filing.domain.matter import local_day
from services.filing.domain.oversight.facts import is_open, is_withdrawn
from services.filing.domain.oversight.transitions import OversightVerb as Verb

BY_RULE = "进度报告的日期在报备的期限以外"


class Periods(Protocol):
    """The days that were filed, now and before they were changed."""

    @property
    def opened_at(self) -> datetime: ...

    @property
    def act_from(self) -> date | None: ...

    @property
    def act_until(self) -> date | None: ...

    @property
    def valid_until(self) -> date: ...

    @property
    def periods(self) -> tuple[FiledPeriod, ...]: ...

    @property
    def progress(self) -> tuple[ProgressReport, ...]: ...

    @property
    def deviations(self) -> tuple[Deviation, ...]: ...


class Matter(Protocol):
    """What is changed."""

    act_from: date | None
    act_until: date | None
    valid_until: date
    periods: tuple[FiledPeriod, ...]

    def can(self, verb: Verb) -> bool: ...
    def moved(self, verb: Verb, occasion: Occasion, note: str = "", *concerns: str) -> None: ...


def period_on(matter: Periods, on: date) -> FiledPeriod:
    """As it was filed on a day."""
    now = FiledPeriod(since=on, act_from=matter.act_from, act_until=matter.act_until,
                      valid_until=matter.valid_until)
    earlier = [each for each in matter.periods if each.since <= on]
    return earlier[-1] if earlier else next(iter(matter.periods), now)


def is_outside(matter: Periods, on: date) -> bool:
    """Whether an act of that day lies outside of the days that were filed then, or after its last. What was
    done before the acceptance deviates from nothing."""
    filed = period_on(matter, on)
    ends = [day for day in (filed.act_until, filed.valid_until) if day]
    early = filed.act_from is not None and local_day(matter.opened_at) <= on < filed.act_from
    return early or on > min(ends)


def outside_by_dates(matter: Periods, on: date, said: tuple[Bound, ...]) -> tuple[Bound, ...]:
    """With the period, where the day lies outside of it, whatever was said."""
    return tuple(dict.fromkeys((*said, *((Bound.PERIOD,) if is_outside(matter, on) else ()))))


def works_outside(matter: Periods, on: date, done: int) -> bool:
    """Whether a report of that day says that work went on outside of the period: more is done than was within
    it. Said once, while that is not put right; what was reported before one was withdrawn is said no more."""
    heard = [each.answers[-1].at for each in matter.deviations if each.by_rule and is_withdrawn(each)]
    within = max((each.done for each in matter.progress if not is_outside(matter, each.on)
                  or any(each.at < answered for answered in heard)), default=0)
    known = any(each.by_rule and is_open(each) for each in matter.deviations)
    return done > within and is_outside(matter, on) and not known


def follow_change(matter: Matter, version: FiledVersion, occasion: Occasion) -> None:
    """Other days are filed from now on; of earlier days, what was filed then holds."""
    terms = version.terms
    if not matter.can(Verb.FOLLOW_CHANGE) or terms.valid_until is None:
        return
    before = FiledPeriod(since=date.min, act_from=matter.act_from, act_until=matter.act_until,
                         valid_until=matter.valid_until)
    now = replace(before, since=local_day(occasion.now), act_from=terms.act_from, act_until=terms.act_until,
                  valid_until=terms.valid_until)
    matter.periods = (*(matter.periods or (before,)), now)
    matter.act_from, matter.act_until = now.act_from, now.act_until
    matter.valid_until = now.valid_until
    matter.moved(Verb.FOLLOW_CHANGE, occasion, version.change_number)
