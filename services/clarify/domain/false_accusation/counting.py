"""Figures of false accusations. There are about ten in a half-year in the whole province, so whatever is
below five is not told, by half-years alone: of two periods that a day sets apart, the difference would be
told."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from rongcuo.contracts.clarify import FalseAccusationFigures, FalseAccusationState, Measure
from services.clarify.domain.false_accusation.false_accusation import FalseAccusation
from services.clarify.domain.figures import Count, guarded

HALVES: Final = {1: ((1, 1), (6, 30)), 2: ((7, 1), (12, 31))}
FOUND: Final = frozenset({FalseAccusationState.EFFECTIVE, FalseAccusationState.CONCLUDED})


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What figures need of one. `concerned`: how many were accused falsely by it."""

    state: FalseAccusationState
    concerned: int


def counted(case: FalseAccusation) -> Counted:
    """Of one."""
    return Counted(state=case.state, concerned=len(case.concerned))


def half_year(year: int, half: int) -> tuple[date, date]:
    """Its first and its last day."""
    first, last = HALVES[half]
    return date(year, *first), date(year, *last)


def figures_of(cases: Iterable[Counted]) -> FalseAccusationFigures:
    """Of what ended, or took effect, in a half-year."""
    every = tuple(cases)
    found = [each for each in every if each.state in FOUND]
    others = Counter(each.state.value for each in every if each.state not in FOUND)
    return FalseAccusationFigures(figures=(
        guarded("found", Count(Measure.MATTERS, len(found))),
        guarded("accused_falsely", Count(Measure.PERSON_TIMES, sum(each.concerned for each in found))),
        guarded("ended_otherwise", Count(Measure.MATTERS, others.total()), others)))
