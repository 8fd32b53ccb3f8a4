"""The day by which something is due, and how that day was found."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from rongcuo.policy.calendar import ZONE, DayKind


class Why(StrEnum):
    """Why a day was counted, or not."""

    WORKDAY = "workday"                    # counted
    ADJUSTED_WORKDAY = "adjusted_workday"  # counted: a weekend day worked in exchange for a holiday
    CALENDAR_DAY = "calendar_day"          # counted: the limit is in days or months
    START_DAY = "start_day"                # not counted: the day of the triggering event
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    LOCAL_HOLIDAY = "local_holiday"
    STATUTORY = "statutory"                # a festival by law, in a year whose arrangement is not published
    SUSPENDED = "suspended"
    MOVED = "moved"                        # the limit had run out on a day off; due on the next working day


@dataclass(frozen=True, slots=True)
class ExplainedDay:
    """`weekday`: 1 is Monday, 7 Sunday. `count` of `of`: days counted up to and including this one."""

    date: date
    weekday: int
    kind: DayKind
    name: str
    counted: bool
    why: Why
    count: int
    of: int
    provisional: bool


@dataclass(frozen=True, slots=True)
class Deadline:
    """`at` is the closing of the office on `date`, Asia/Shanghai.

    `provisional`: a day on the way has no published arrangement, so the date may move.
    `suspended`: the clock stands still before its date was reached; `date` is then the earliest possible.
    `edition`: the calendar it was found with.
    """

    date: date
    at: datetime
    provisional: bool
    suspended: bool
    edition: str

    def late(self, when: datetime) -> bool:
        """True only once the day in Asia/Shanghai is after `date`: what is done on the last day, also after
        the office closed, is in time. Never true while suspended."""
        return not self.suspended and when.astimezone(ZONE).date() > self.date

    def remaining(self, when: datetime) -> timedelta:
        """Until the office closes on the last day; negative after that."""
        return self.at - when
