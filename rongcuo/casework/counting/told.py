"""The figures of a place, as far as they may be told: sums over a few rows, however many matters there
are."""

from collections.abc import Iterable, Mapping
from operator import itemgetter

from rongcuo.casework.counting.places import division_of, is_area, parts_of
from rongcuo.casework.counting.rows import Cell, Figures, Key
from rongcuo.casework.figures import Part, of_one, of_organs, together
from rongcuo.contracts.insight import (
    MEASURES,
    MONTHLY,
    STAGES,
    Code,
    InsightFigure,
    InsightFigures,
    InsightPlace,
)

OF_PLACES = (Code.FILED, Code.ACCEPTED)      # what is told of each part of an area


def figures_of(figures: Figures, place: str, of_year: int) -> InsightFigures:
    """Of a year, and of each of its months."""
    year, parts = str(of_year), parts_of(place)
    months = [f"{year}-{month:02}" for month in range(1, 13)]
    cells = figures.of(parts, (year, *months))
    one_area = len(parts) == 1 and is_area(place)
    beside = figures.within(place, (year,), OF_PLACES) if one_area else cells
    return InsightFigures(
        place=place, division_code=division_of(place), year=of_year,
        figures=tuple(
            _figure(code, period, [cells.get((part, period, code), Cell()) for part in parts], place)
            for code in Code for period in (months if code in MONTHLY else (year,))),
        places=tuple(_places(beside, year)) if is_area(place) else ())


def _figure(code: Code, period: str, cells: list[Cell], place: str) -> InsightFigure:
    """Of a stage only how long it took: how many ended it is the sum of how they ended."""
    part = together([_told(cell, place) for cell in cells])
    if code in STAGES:
        took = f"{sum(cell.days for cell in cells) / part.told:.0f}" if part.exact and part.told else ""
        return InsightFigure(code=code, measure=MEASURES[code], period=period, shown="", told=0, days=took)
    return InsightFigure(code=code, measure=MEASURES[code], period=period, shown=part.shown, told=part.told)


def _told(cell: Cell, place: str) -> Part:
    return of_organs(cell.number, cell.small_ones, cell.in_them) if is_area(place) else of_one(cell.number)


def _places(cells: Mapping[Key, Cell], year: str) -> Iterable[InsightPlace]:
    """Those of which anything was counted."""
    for place in sorted(set(map(itemgetter(0), cells))):
        yield InsightPlace(place=place, division_code=division_of(place), figures=tuple(
            _figure(code, year, [cells.get((place, year, code), Cell())], place) for code in OF_PLACES))
