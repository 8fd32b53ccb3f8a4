"""Why a day is that day, in Chinese and English: one wording, wherever a deadline is explained."""

from collections.abc import Mapping
from datetime import time

from rongcuo.contracts.review import ExplainedDayView
from rongcuo.policy.calendar import Calendar
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.deadline import ExplainedDay, Why
from rongcuo.policy.limit import LimitUnit

WORDS: Mapping[Why, tuple[str, str]] = {
    Why.WORKDAY: ("工作日，计第 {count} 天，共 {of} 天", "working day {count} of {of}"),
    Why.ADJUSTED_WORKDAY: ("调休上班日，计第 {count} 天，共 {of} 天", "make-up working day, {count} of {of}"),
    Why.CALENDAR_DAY: ("计第 {count} 天，共 {of} 天", "day {count} of {of}"),
    Why.START_DAY: ("起算当日不计入", "the first day is not counted"),
    Why.WEEKEND: ("周末，不计入", "weekend, not counted"),
    Why.HOLIDAY: ("法定节假日，不计入", "public holiday, not counted"),
    Why.LOCAL_HOLIDAY: ("当地节日放假，不计入", "local holiday, not counted"),
    Why.STATUTORY: ("法定节日放假，不计入（当年安排尚未发布，暂定）",
                    "statutory festival, not counted (provisional: that year is not published yet)"),
    Why.SUSPENDED: ("时限暂停，不计入", "the clock stood still, not counted"),
    Why.MOVED: ("期满日不是工作日，顺延到这一天", "ended on a day off; due the next working day"),
}

UNITS: Mapping[LimitUnit, tuple[str, str]] = {
    LimitUnit.WORKDAYS: ("个工作日", "working day(s)"), LimitUnit.DAYS: ("天", "day(s)"),
    LimitUnit.MONTHS: ("个月", "month(s)"),
}


def explained(clock: DeadlineClock, calendar: Calendar, office_close: time) -> tuple[ExplainedDayView, ...]:
    """Every day from the start to the due date, which is the last."""
    return tuple(map(_explained, clock.explain(calendar, office_close)))


def limit_words(clock: DeadlineClock) -> tuple[str, str]:
    """The limit and by how much it was extended."""
    unit, unit_en = UNITS[clock.limit.unit]
    extended = f"，延长 {clock.extended} {unit}" if clock.extended else ""
    extended_en = f", extended by {clock.extended}" if clock.extended else ""
    return f"{clock.limit.amount} {unit}{extended}", f"{clock.limit.amount} {unit_en}{extended_en}"


def _explained(day: ExplainedDay) -> ExplainedDayView:
    why, why_en = (words.format(count=day.count, of=day.of) for words in WORDS[day.why])
    return ExplainedDayView(
        date=day.date, weekday=day.weekday, kind=day.kind.value, name=day.name, counted=day.counted,
        count=day.count, why=why, why_en=why_en, provisional=day.provisional)
