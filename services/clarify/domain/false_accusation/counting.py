"""Figures of false accusations. There are about ten in a half-year in the whole province, so whatever is
below five is not told, and nothing by which it could be found: of two periods that a day sets apart, or two
places of which one lies in the other, the difference would be told. So they are of the whole province, of
half-years that are over, and by the day on which something happened, which nothing changes afterwards."""

from datetime import date
from typing import Final

from rongcuo.casework.figures import LEAST_TOLD
from rongcuo.contracts.clarify import FalseAccusationFigures, FalseAccusationState, Measure
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.figures import Count, guarded

HALVES: Final = {1: ((1, 1), (6, 30)), 2: ((7, 1), (12, 31))}
ENDED_OTHERWISE: Final = frozenset({
    FalseAccusationState.NOT_BEGUN, FalseAccusationState.MISTAKEN, FalseAccusationState.UNPROVEN,
    FalseAccusationState.SET_ASIDE})


def half_year(year: int, half: int, today: date) -> tuple[date, date]:
    """Its first and its last day; of one that is not over, `clarify.half_year_not_over`."""
    first, last = (date(year, *day) for day in HALVES[half])
    if last >= today:
        raise CaseError("clarify.half_year_not_over")
    return first, last


def figures_of(found: int, accused_falsely: int, ended_otherwise: int) -> FalseAccusationFigures:
    """What took effect, how many it had accused, and what ended in any other way. Of findings too few to be
    told, nobody hears how many they accused."""
    told = accused_falsely if found >= LEAST_TOLD else 0
    return FalseAccusationFigures(figures=(
        guarded("found", Count(Measure.MATTERS, found)),
        guarded("accused_falsely", Count(Measure.PERSON_TIMES, told)),
        guarded("ended_otherwise", Count(Measure.MATTERS, ended_otherwise))))
