"""Counting a limit day by day. Due date and explanation are the same walk, so they cannot disagree."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from rongcuo.policy.calendar import Calendar, Day, DayKind
from rongcuo.policy.deadline import ExplainedDay, Why
from rongcuo.policy.limit import Limit, LimitUnit

Pause = tuple[date, date]  # first and last day that do not count, both included
_OFF = {DayKind.HOLIDAY: Why.HOLIDAY, DayKind.LOCAL_HOLIDAY: Why.LOCAL_HOLIDAY,
        DayKind.STATUTORY: Why.STATUTORY}


@dataclass(frozen=True)
class Count:
    """What is counted: from `start`, the limit and what it was extended by, without the days of `pauses`."""

    start: date
    limit: Limit
    extended: int
    pauses: tuple[Pause, ...]

    def days(self, calendar: Calendar) -> tuple[ExplainedDay, ...]:
        """Every day from the start to the due date, which is the last."""
        return _walked(self, calendar)

    def walk(self, calendar: Calendar) -> Iterator[ExplainedDay]:
        """The days one by one."""
        of, count, at = self.limit.days_to_count(self.start, self.extended), 0, self.start
        while True:
            day = calendar.day(at)
            why = self._why(day, finished=count == of)
            counted = why in (Why.WORKDAY, Why.ADJUSTED_WORKDAY, Why.CALENDAR_DAY)
            count += counted
            yield ExplainedDay(at, at.isoweekday(), day.kind, day.name, counted, why, count, of,
                               day.provisional)
            if count == of and self._may_end(day, why):
                return
            at += timedelta(days=1)

    def _why(self, day: Day, finished: bool) -> Why:
        if day.date == self.start and not self.limit.counts_start:
            return Why.START_DAY
        if any(first <= day.date <= last for first, last in self.pauses):
            return Why.SUSPENDED
        if finished:
            return Why.MOVED if day.is_workday else _why_off(day)
        if self.limit.unit is not LimitUnit.WORKDAYS:
            return Why.CALENDAR_DAY
        if not day.is_workday:
            return _why_off(day)
        return Why.ADJUSTED_WORKDAY if day.kind is DayKind.ADJUSTED_WORKDAY else Why.WORKDAY

    def _may_end(self, day: Day, why: Why) -> bool:
        if self.limit.unit is LimitUnit.WORKDAYS or not self.limit.rolls:
            return True
        return day.is_workday and why is not Why.SUSPENDED

    def rests_on(self, day: ExplainedDay) -> bool:
        """Whether the due date would be another if this day were of another kind."""
        if day.why in (Why.START_DAY, Why.SUSPENDED):
            return False
        return self.limit.unit is LimitUnit.WORKDAYS or (self.limit.rolls and day.count == day.of)


@lru_cache(maxsize=128)
def _walked(count: Count, calendar: Calendar) -> tuple[ExplainedDay, ...]:
    """Walked once: a single look at a case asks for its due date, its lateness and the explanation."""
    return tuple(count.walk(calendar))


def _why_off(day: Day) -> Why:
    return _OFF.get(day.kind, Why.WEEKEND)
