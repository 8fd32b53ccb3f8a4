"""Figures: each says what it counts, and what is too small to be told is not.

件, 人, 人次, 件次 are different measures: one person may stand in two matters, and in one twice. They are
never added together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from rongcuo.contracts.clarify import Figure, Measure

LEAST_TOLD: Final = 5
TOO_SMALL: Final = f"<{LEAST_TOLD}"


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


def suppressed(number: int) -> str:
    """What may be told of a number by which somebody could be made out: below five nothing, not even that
    there is none."""
    return TOO_SMALL if number < LEAST_TOLD else str(number)


def figure(code: str, count: Count, of: Mapping[str, int] | None = None) -> Figure:
    """A figure that may be told as it is; `of`: its parts by code."""
    return Figure(code=code, measure=count.measure, shown=str(count.number),
                  of={part: str(number) for part, number in (of or {}).items()})


def guarded(code: str, count: Count, of: Mapping[str, int] | None = None) -> Figure:
    """A figure of which what is too small is not told. Of its parts all are told or none: what one of them
    holds would follow from the others and the whole."""
    parts = {part: suppressed(number) for part, number in (of or {}).items()}
    return Figure(code=code, measure=count.measure, shown=suppressed(count.number),
                  of={} if TOO_SMALL in parts.values() else parts)
