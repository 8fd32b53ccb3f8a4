"""Figures: each says what it counts, and what is too small to be told is not.

件, 人, 人次, 件次 are different measures: one person may stand in two matters, and in one twice. They are
never added together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Self

from rongcuo.casework.figures import LEAST_TOLD, TOO_SMALL
from rongcuo.contracts.clarify import Figure, FiguresQuery, Measure
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import ZONE

LONGEST: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of one measure."""

    measure: Measure
    number: int

    def __add__(self, other: Self) -> Self:
        """Of the same measure; anything else is a TypeError."""
        if other.measure is not self.measure:
            raise TypeError(f"{self.measure} and {other.measure} are different measures")
        return type(self)(self.measure, self.number + other.number)


def figure(code: str, count: Count, of: Mapping[str, int] | None = None, *, overlap: bool = False) -> Figure:
    """A figure that may be told as it is, to whoever may open each that is counted; `of`: its parts by
    code."""
    return Figure(code=code, measure=count.measure, shown=str(count.number), overlap=overlap,
                  of={part: str(number) for part, number in (of or {}).items()})


def guarded(code: str, count: Count) -> Figure:
    """A figure by which somebody could be made out: below five it is not told, not even that there is none;
    nor are its parts, of which one would follow from the others."""
    shown = TOO_SMALL if count.number < LEAST_TOLD else str(count.number)
    return Figure(code=code, measure=count.measure, shown=shown)


def period(query: FiguresQuery) -> tuple[datetime, datetime]:
    """From the beginning of its first local day to the end of its last; a year at most, so that what is
    counted does not grow with the years: `clarify.period`."""
    if not query.since <= query.until < query.since + LONGEST:
        raise CaseError("clarify.period")
    return beginning(query.since), beginning(query.until + timedelta(days=1))


def beginning(day: date) -> datetime:
    """Of a local day."""
    return datetime.combine(day, time(), ZONE)
