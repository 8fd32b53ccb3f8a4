"""What the page draws: numbers, as far as they may be told, with how long their bars are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import LazyString, lazy_gettext

from rongcuo.casework.figures import parts_told
from rongcuo.contracts.insight import STAGES, Code, InsightFigure, InsightFigures
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.figure_words import CODES, MEASURES, PREFECTURES
from services.gateway.console.page.labels import Words, word

PROVINCE, OF_PREFECTURE = "53", 4     # how many digits say which


@dataclass(frozen=True, kw_only=True)
class Row:
    """A number with its name. `part`: how long its bar is, of 100."""

    name: str
    shown: str
    part: int = 0


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Rows that belong together, and the list in which the matters stand that the reader may open. `barred`:
    with bars, as they are of one measure."""

    heading: LazyString
    barred: bool
    rows: tuple[Row, ...]
    list_word: LazyString
    address: str
    note: LazyString | str = ""


@dataclass(frozen=True, kw_only=True)
class Month:
    """A column of the months' chart: how high its two parts are, of 100."""

    number: int
    on_time: str
    late: str
    on_time_part: int
    late_part: int


@dataclass(frozen=True, kw_only=True)
class Tile:
    """A place of the grid. `depth`: 0 to 4, the more the deeper its colour; `untold`: there is something, and
    it is too small to be told."""

    place: str
    name: str
    filed: str
    accepted: str
    depth: int
    untold: bool


LISTS = {
    "funnel": ("console.filings", "", lazy_gettext("逐件查看报备")),
    "outcomes": ("console.determinations", "", lazy_gettext("逐件查看认定")),
    "days": ("console.determinations", "closed", lazy_gettext("查看已办结的认定")),
    "appeals": ("console.appeals", "", lazy_gettext("逐件查看申诉")),
    "visits": ("console.followup.programmes", "", lazy_gettext("逐件查看回访教育")),
    "proposals": ("console.followup.proposals", "", lazy_gettext("逐件查看建议书")),
    "problems": ("console.followup.problems", "", lazy_gettext("逐件查看问题清单")),
    "brought": ("console.oversight.oversights", "", lazy_gettext("逐件查看事中监督"))}
GROUPS: tuple[tuple[str, LazyString, tuple[Code, ...], LazyString | str], ...] = (
    ("funnel", lazy_gettext("从报备到认定"), (Code.FILED, Code.ACCEPTED, Code.OPENED), ""),
    ("outcomes", lazy_gettext("认定结果"), (Code.EXEMPT, Code.MITIGATE, Code.LIGHTEN, Code.DENIED),
     lazy_gettext("按现行有效的决定统计；更正、复核变更的，算变更后的结果。")),
    ("appeals", lazy_gettext("申诉和联席会议"), (Code.APPEALS, Code.CHANGED, Code.MEETINGS), ""),
    ("visits", lazy_gettext("回访教育"), (Code.PROGRAMMES, Code.COMPLETED, Code.VISITS),
     lazy_gettext("件和人次是不同的量，不能相加。")),
    ("proposals", lazy_gettext("发给单位的建议书"), (Code.PROPOSALS, Code.ANSWERED), ""),
    ("problems", lazy_gettext("从问题到制度"), (Code.MENDED, Code.RULES),
     lazy_gettext("问题销号以后才计入，制度随问题一起计入。")),
    ("brought", lazy_gettext("容错纠错带来的成效"),
     (Code.HOUSEHOLDS, Code.WAGES, Code.INVESTMENT, Code.JOBS),
     lazy_gettext("来自已受理报备事项的成效登记；更正过的，算更正后的。")))


def measured(figure: InsightFigure) -> str:
    """Its number with thousands apart, and what it counts."""
    return f"{grouped(figure.shown)} {word(MEASURES, figure.measure)}"


def grouped(shown: str) -> str:
    """12345+ as 12,345+."""
    digits = shown.rstrip("+")
    return f"{int(digits):,}{shown[len(digits):]}" if digits.isdecimal() else shown


def charts(told: InsightFigures) -> list[Chart]:
    """Each with its bars, where its numbers are of one measure."""
    by_code = {each.code: each for each in told.figures}
    return [_chart(name, heading, [by_code[code] for code in codes], note)
            for name, heading, codes, note in GROUPS]


def _chart(name: str, heading: LazyString, figures: Sequence[InsightFigure], note: LazyString | str) -> Chart:
    page, tab, list_word = LISTS[name]
    whole = max((each.told for each in figures), default=0)
    return Chart(
        heading=heading, note=note, barred=len({each.measure for each in figures}) == 1,
        list_word=list_word, address=url_for(page, tab=tab or None),
        rows=tuple(Row(name=word(CODES, each.code), shown=measured(each),
                       part=_part(each.told, whole)) for each in figures))


def stages(told: InsightFigures) -> list[InsightFigure]:
    """How many went through each stage, and how long it took."""
    return [each for each in told.figures if each.code in STAGES]


def months(told: InsightFigures) -> list[Month]:
    """Twelve columns."""
    pairs = list(zip(*([each for each in told.figures if each.code is code]
                       for code in (Code.ON_TIME, Code.LATE)), strict=True))
    whole = max(on_time.told + late.told for on_time, late in pairs)
    return [Month(number=int(on_time.period[-2:]), on_time=on_time.shown, late=late.shown,
                  on_time_part=_part(on_time.told, whole), late_part=_part(late.told, whole))
            for on_time, late in pairs]


def tiles(told: InsightFigures, names: dict[str, str]) -> list[Tile]:
    """The 16 prefectures, also those without any figure; or the organs of one that have some."""
    known = {each.place: {figure.code: figure for figure in each.figures} for each in told.places}
    places: Iterable[str] = PREFECTURES if told.place == PROVINCE else sorted(known)
    whole = max((each[Code.FILED].told for each in known.values()), default=0)
    return [_tile(place, word(PREFECTURES, place) if place in PREFECTURES else names.get(place, place),
                  known.get(place, {}), whole) for place in places]


def _tile(place: str, name: str, figures: dict[Code, InsightFigure], whole: int) -> Tile:
    filed, accepted = figures.get(Code.FILED), figures.get(Code.ACCEPTED)
    return Tile(place=place, name=name, filed=filed.shown if filed else "0",
                accepted=accepted.shown if accepted else "0",
                untold=bool(filed and not filed.told and filed.shown != "0"),
                depth=-(-_part(filed.told if filed else 0, whole) // 25))


def clearings(figures: Iterable[Answer], words: Words) -> list[Row]:
    """One row for each of these words, in whatever it is measured. Of one measure each is part of those
    before it; here, too, nothing small is told."""
    by_measure: dict[str, dict[str, str]] = {}
    for each in figures:
        if each["code"] in words and each["shown"].isdecimal():
            by_measure.setdefault(each["measure"], {})[each["code"]] = each["shown"]
    told = {(code, measure): shown for measure, numbers in by_measure.items()
            for code, shown in zip(numbers, parts_told(map(int, numbers.values())), strict=True)}
    return [Row(name=word(words, code), shown=" · ".join(
                f"{shown} {word(MEASURES, measure)}" for (of, measure), shown in told.items() if of == code))
            for code in dict.fromkeys(of for of, _ in told)]


def _part(number: int, whole: int) -> int:
    return number * 100 // whole if whole else 0
