"""Which days are working days: the national arrangement of a year, overlaid by the holidays of a place."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from zoneinfo import ZoneInfo

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.provenance import Source
from rongcuo.policy.statutory import statutory_days

ZONE = ZoneInfo("Asia/Shanghai")
SATURDAY = 5


def midnight(at: datetime) -> datetime:
    """The beginning of the local day: with it lists compare due dates, and it stands for the day where the
    second is nobody's business."""
    return datetime.combine(at.astimezone(ZONE).date(), time(), ZONE)


def by_day(at: datetime | None, now: datetime) -> datetime | None:
    """The day, once it is over: whoever looks again and again would see the second at which it comes."""
    return midnight(at) if at is not None and at < midnight(now) else None


class DayKind(StrEnum):
    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    ADJUSTED_WORKDAY = "adjusted_workday"  # 调休上班日
    LOCAL_HOLIDAY = "local_holiday"        # a prefecture's own, such as 泼水节
    UNPUBLISHED = "unpublished"            # no arrangement for that year: taken by weekday, provisional
    STATUTORY = "statutory"                # of such a year, a day off by law whatever is arranged


@dataclass(frozen=True, slots=True)
class Day:
    """One day as the calendar sees it.

    `provisional`: nothing official stands behind the answer (the year is not published, or a local holiday is
    only illustrative), so a date resting on it may still move.
    """

    date: date
    kind: DayKind
    name: str
    is_workday: bool
    provisional: bool


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """What a notice says about one date. A festival with `off` false is named, but changes nothing."""

    name: str
    source: Source
    off: bool = True


@dataclass(frozen=True, slots=True)
class Year:
    """The arrangement of one year, national or (with a `division` code) of one place."""

    year: int
    division: str
    holidays: Mapping[date, SpecialDay]
    workdays: Mapping[date, SpecialDay]

    @property
    def digest(self) -> str:
        days = [_told(self.holidays), _told(self.workdays)]
        return sha256(repr((self.year, self.division, days)).encode()).hexdigest()


def _told(days: Mapping[date, SpecialDay]) -> list[tuple[str, str, bool, str]]:
    told = ((day.isoformat(), what.name, what.off, what.source.standing.value) for day, what in days.items())
    return sorted(told)


@dataclass(frozen=True)
class Calendar:
    """The national years, and the local ones that lie over them for one place. Answers never change."""

    national: Mapping[int, Year]
    local: tuple[Year, ...] = ()

    def __hash__(self) -> int:
        """By its edition: the years lie in mappings, which have no hash."""
        return hash(self.edition)

    @cached_property
    def edition(self) -> str:
        """A short name of exactly this data, such as `2025-2026.1f0c9a3b`; other data, other name."""
        parts = [self.national[year].digest for year in self.years()]
        parts += sorted(year.digest for year in self.local)
        span = f"{min(self.national)}-{max(self.national)}" if self.national else "none"
        return f"{span}.{sha256(''.join(parts).encode()).hexdigest()[:8]}"

    @cached_property
    def _holidays(self) -> Mapping[date, SpecialDay]:
        return {day: what for year in self.local for day, what in year.holidays.items()}

    @cached_property
    def _workdays(self) -> Mapping[date, SpecialDay]:
        return {day: what for year in self.local for day, what in year.workdays.items()}

    def day(self, on: date) -> Day:
        """The day with its kind and name. A national holiday outranks a local one of the same date."""
        plain = self._national(on)
        if plain.kind in (DayKind.HOLIDAY, DayKind.STATUTORY):
            return plain
        if on in self._workdays:
            return _local(plain, self._workdays[on], DayKind.ADJUSTED_WORKDAY, True)
        festival = self._holidays.get(on)
        if festival and festival.off:
            return _local(plain, festival, DayKind.LOCAL_HOLIDAY, False)
        return replace(plain, name=festival.name) if festival else plain

    def _national(self, day: date) -> Day:
        year, by_weekday = self.national.get(day.year), day.weekday() < SATURDAY
        if year is None:
            return _unpublished(day, by_weekday)
        if day in year.holidays:
            return Day(day, DayKind.HOLIDAY, year.holidays[day].name, False, False)
        if day in year.workdays:
            return Day(day, DayKind.ADJUSTED_WORKDAY, year.workdays[day].name, True, False)
        return Day(day, DayKind.WORKDAY if by_weekday else DayKind.WEEKEND, "", by_weekday, False)

    def is_workday(self, on: date) -> bool:
        """A year without an arrangement is answered by weekday and law; ask `day` to know."""
        return self.day(on).is_workday

    def require_year(self, year: int) -> None:
        """Raises `calendar.year_missing` with the years that are known."""
        if year not in self.national:
            raise CaseError("calendar.year_missing", details={"year": year, "known": list(self.years())})

    def years(self) -> tuple[int, ...]:
        return tuple(sorted(self.national))


def _unpublished(day: date, by_weekday: bool) -> Day:
    if name := statutory_days(day.year).get(day):
        return Day(day, DayKind.STATUTORY, name, False, True)
    return Day(day, DayKind.UNPUBLISHED, "", by_weekday, True)


def _local(plain: Day, what: SpecialDay, kind: DayKind, is_workday: bool) -> Day:
    return Day(plain.date, kind, what.name, is_workday, plain.provisional or what.source.illustrative)
