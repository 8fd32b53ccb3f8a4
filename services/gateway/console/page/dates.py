"""Dates are never bare: `剩 3 小时 · 2月14日 18:00（周六，调休上班）`."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from babel.dates import format_date
from flask import g
from flask_babel import lazy_gettext

from rongcuo.policy.calendar import ZONE, Calendar, DayKind
from rongcuo.policy.pack import OfficeHours
from services.gateway.console.page.backend import rules
from services.gateway.console.page.language import gettext, in_english

HOLIDAYS = {
    "元旦": lazy_gettext("元旦"), "春节": lazy_gettext("春节"), "清明节": lazy_gettext("清明节"),
    "劳动节": lazy_gettext("劳动节"), "端午节": lazy_gettext("端午节"), "中秋节": lazy_gettext("中秋节"),
    "国庆节": lazy_gettext("国庆节"), "火把节": lazy_gettext("火把节"), "泼水节": lazy_gettext("泼水节"),
    "三月街民族节": lazy_gettext("三月街民族节"), "自治州成立纪念日": lazy_gettext("自治州成立纪念日")}
NEAR = timedelta(hours=24)
NATION = "530000"
Line = dict[str, Any]


@dataclass(frozen=True)
class Standing:
    """How much of a limit has run: a sentence, a tone, and how many percent of its working hours."""

    words: str
    tone: str
    elapsed: int


def day(written: str, whole: bool = False) -> str:
    """`2月14日（周六，调休上班）`; the year where it isn't this one, and in a `whole` date, for papers."""
    on = date.fromisoformat(written[:10])
    return gettext("%(day)s（%(weekday)s）", day=_date(on, whole), weekday=_weekday(on))


def moment(told: str | datetime, whole: bool = False) -> str:
    """`2月14日 18:00（周六，调休上班）`, in the platform's time zone; of what is told as a day, the day."""
    if isinstance(told, str) and len(told) == len("2026-02-14"):
        return day(told, whole)
    at = told if isinstance(told, datetime) else datetime.fromisoformat(told)
    at = at.astimezone(ZONE) if at.tzinfo else at       # as typed in a form: the platform's own
    return gettext("%(day)s（%(weekday)s）", day=f"{_date(at.date(), whole)} {at:%H:%M}",
                   weekday=_weekday(at.date()))


def standing(due_at: str, opened_at: str, late: bool = False) -> Standing:
    """How a running limit stands now."""
    due, opened = (datetime.fromisoformat(written).astimezone(ZONE) for written in (due_at, opened_at))
    left = due - g.now
    if late or left < timedelta(0):
        tone = "late" if late or due.date() < g.now.date() else "near"
        return Standing(gettext("已过 %(span)s", span=_span(-left)), tone, 100)
    tone = "near" if left < NEAR else ""
    # The hours that nobody works do not count; of a limit that has none, all hours do.
    worked, whole = _worked(opened, g.now), _worked(opened, due)
    share = worked / whole if whole else (g.now - opened) / max(due - opened, timedelta(seconds=1))
    return Standing(gettext("剩 %(span)s", span=_span(left)), tone, min(max(round(100 * share), 2), 100))


def _worked(since: datetime, until: datetime) -> timedelta:
    """The office hours between, where the person is."""
    calendar, hours = _place()
    days = (since.date() + timedelta(days=n) for n in range((until.date() - since.date()).days + 1))
    spans = (min(until, datetime.combine(on, hours.close, ZONE))
             - max(since, datetime.combine(on, hours.open, ZONE))
             for on in days if _is_workday(calendar, on))
    return sum((max(span, timedelta(0)) for span in spans), timedelta(0))


@lru_cache(maxsize=10_000)
def _is_workday(calendar: Calendar, on: date) -> bool:
    return calendar.is_workday(on)


def _place() -> tuple[Calendar, OfficeHours]:
    """When people work where the person is, or in the nation; looked up once for a page of many days."""
    where = str(g.person["division_code"]) if g.get("person") else NATION
    known: dict[str, tuple[Calendar, OfficeHours]] = g.setdefault("places", {})
    if where not in known:
        known[where] = rules().calendar(where), rules().pack(where, g.now.date()).office_hours
    return known[where]


def due_days(lines: list[Line], by_day: bool, cursor: str, next_cursor: str) -> list[
        tuple[str, int, list[Line]]]:
    """A page of a list, `by_day` on which its lines are due: what is said of the day, how many they are (0
    where the day may go on over the edge of the page), and the lines. Otherwise all stand under no day; lines
    whose clock stands still come behind the day among whose lines they are."""
    if not by_day:
        return [("", 0, lines)]
    placed, on = [], ""
    for line in lines:
        on = on if _stands_still(line) else _due_on(line)
        placed.append((on, line))
    days = [on for on, line in placed if not _stands_still(line)]
    cut = {*(days[:1] if cursor else ()), *(days[-1:] if next_cursor else ())}
    groups = []
    for on, found in groupby(placed, itemgetter(0)):
        there = [line for _, line in found]
        if running := [line for line in there if not _stands_still(line)]:
            groups.append((_due_day(on) if on else "", 0 if on in cut else len(running), running))
        if still := [line for line in there if _stands_still(line)]:
            groups.append((gettext("计时已暂停"), 0, still))
    return groups


def _stands_still(line: Line) -> bool:
    return bool(line.get("suspended")) and not line.get("decided_at")


def _due_on(line: Line) -> str:
    return str(datetime.fromisoformat(line["due_at"]).astimezone(ZONE).date()) if line["due_at"] else ""


def _due_day(written: str) -> str:
    on = date.fromisoformat(written)
    near = {0: gettext("今天"), 1: gettext("明天")}.get((on - g.now.date()).days)
    return gettext("%(day)s到期", day=f"{near} · {day(written)}" if near else day(written))


def end_of(written: str) -> str:
    """The last moment of a day until which something may be done, the day included."""
    return datetime.combine(date.fromisoformat(written[:10]), time.max, ZONE).isoformat()


def _span(span: timedelta) -> str:
    minutes = max(int(span.total_seconds() // 60), 1)
    if minutes < 60:
        return gettext("%(n)s 分钟", n=minutes)
    hours = minutes // 60
    return gettext("%(n)s 小时", n=hours) if hours < 48 else gettext("%(n)s 天", n=hours // 24)


def _date(on: date, whole: bool) -> str:
    with_year = whole or on.year != g.now.year
    if in_english():
        return f"{on.day} {on:%b} {on.year}" if with_year else f"{on.day} {on:%b}"
    return f"{on.year}年{on.month}月{on.day}日" if with_year else f"{on.month}月{on.day}日"


def _weekday(on: date) -> str:
    """Told once for a page, however often the day stands on it."""
    known: dict[date, str] = g.setdefault("weekdays", {})
    if on not in known:
        kind, weekday = _place()[0].day(on), format_date(on, "EEE", "en" if in_english() else "zh")
        if kind.kind is DayKind.ADJUSTED_WORKDAY:
            weekday = gettext("%(weekday)s，调休上班", weekday=weekday)
        elif holiday := HOLIDAYS.get(kind.name, kind.name):
            weekday = gettext("%(weekday)s，%(name)s", weekday=weekday, name=holiday)
        known[on] = weekday
    return known[on]
