"""What the pages of the dashboard are answered: figures of the province, of a prefecture, of an organ."""

from typing import Any

from rongcuo.casework.figures import Part, of_one
from rongcuo.contracts.clarify import operations as of_clarify
from rongcuo.contracts.insight import (
    FIGURES,
    MEASURES,
    MONTHLY,
    STAGES,
    Code,
    InsightFigure,
    InsightFigures,
    InsightPlace,
)
from rongcuo.contracts.serialisation import dump

PREFECTURES = ("5301", "5303", "5304", "5306", "5323", "5325", "5329", "5334")
PAGE = "/insight"
MONTHS = tuple(f"2026-{month:02}" for month in range(1, 13))


def figure(code: Code, number: int, period: str = "2026", part: Part | None = None) -> InsightFigure:
    told = part or of_one(number)
    if code in STAGES:
        return InsightFigure(code=code, measure=MEASURES[code], period=period, shown="", told=0,
                             days=str(number % 40))
    return InsightFigure(code=code, measure=MEASURES[code], period=period, shown=told.shown, told=told.told)


def figures(place: str = "53", many: int = 213, parts: tuple[str, ...] = PREFECTURES) -> dict[str, Any]:
    """Of each code other numbers, one of them too small, one with something missing."""
    told = [figure(code, many * (len(Code) - number) // (90 if code is Code.LATE else 9), period)
            for number, code in enumerate(Code) for period in (MONTHS if code in MONTHLY else ("2026",))]
    told = [figure(Code.DENIED, 3) if each.code is Code.DENIED else each for each in told]
    told = [figure(Code.APPEALS, 0, part=Part(17, 2, 1, 4)) if each.code is Code.APPEALS else each
            for each in told]
    return dump(InsightFigures(
        place=place, division_code=place.ljust(6, "0")[:6], year=2026, figures=tuple(told),
        places=tuple(InsightPlace(
            place=each, division_code=each.ljust(6, "0")[:6],
            figures=(figure(Code.FILED, 3 + 20 * number), figure(Code.ACCEPTED, 2 + 13 * number)))
            for number, each in enumerate(parts))))


def said(**changes: Any) -> dict[str, Any]:
    return {FIGURES.name: figures(**changes), of_clarify.REPORT_FIGURES.name: {}}


OF_PREFECTURE = said(place="5301", parts=("530100", "530127", "530128"))
OF_ORGAN = said(place="530127", parts=())
LOOKS = [("supervisor", "insight-province", PAGE, said()),
         ("supervisor", "insight-prefecture", f"{PAGE}?place=5301", OF_PREFECTURE),
         ("lead", "insight-organ", PAGE, OF_ORGAN)]
