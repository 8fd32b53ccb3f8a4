"""看板: the figures of a year, of one's own organ or of an area; and the same to take away."""

from datetime import date

from flask import abort, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts import insight
from rongcuo.contracts.clarify.clarification.operations import CLARIFICATION_FIGURES
from rongcuo.contracts.insight import InsightFigures, InsightQuery
from rongcuo.contracts.operation import Query
from rongcuo.contracts.province import operations as province
from rongcuo.policy.divisions import DIGITS, PROVINCE, Level, division, is_at_or_below
from services.gateway.console import require_here
from services.gateway.console.page.backend import Answer, ask_if_visible, organ_name, unless_away, view
from services.gateway.console.page.figure_words import CODES, PREFECTURES
from services.gateway.console.page.labels import Words, word
from services.gateway.console.page.layout import lists_beside, signed_in
from services.insight.pages import charts, pages, tables

YEARS = 5     # that can be chosen
OF_PROVINCE = PROVINCE[:charts.OF_PREFECTURE]
CLEARING: Words = {
    "unfounded": lazy_gettext("查明不属实、错告"), "to_clear": lazy_gettext("应当澄清"),
    "cleared": lazy_gettext("已经澄清"), "refused": lazy_gettext("不予澄清"),
    "visited": lazy_gettext("已回访")}


@pages.get("/insight")
@signed_in
def dashboard() -> ResponseReturnValue:
    """Of the widest place that the reader may see, or the one in the address."""
    return _page(insight.FIGURES, "console.insight.dashboard")


@pages.get("/insight/nodes")
@signed_in
def of_nodes() -> ResponseReturnValue:
    """The same at the hub, of what all nodes have told."""
    require_here(province.FIGURES.service)
    return _page(province.FIGURES, "console.insight.of_nodes")


def _page(figures: Query[InsightQuery, InsightFigures], here: str) -> ResponseReturnValue:
    told = _told(figures)
    names = _names(told)
    where = _called(told.place)
    if wanted := request.args.get("as"):
        table, name = tables.lines(told, where, names), f"insight-{told.place}-{told.year}"
        return {"csv": tables.as_csv, "xlsx": tables.as_workbook}.get(wanted, _nothing)(table, name)
    return render_template(
        "insight.html", told=told, where=where, here=here, words=CODES, area=_is_area(told.place),
        charts=charts.charts(told), stages=charts.stages(told), months=charts.months(told),
        grouped=charts.grouped, tiles=charts.tiles(told, names), province=told.place == charts.PROVINCE,
        above=_above(told.place), years=range(g.now.year, g.now.year - YEARS, -1),
        beside=lists_beside({"supervisor"} & set(g.person["roles"])),     # who have no page of tasks
        clearings=_clearings(told) if figures is insight.FIGURES else [])


def _nothing(*_: object) -> ResponseReturnValue:
    abort(404)


def _told(figures: Query[InsightQuery, InsightFigures]) -> InsightFigures:
    year = request.args.get("year", "")
    known = year.isdecimal() and len(year) == 4 and int(year) > 2000
    return view(figures, place=request.args.get("place", "")[:64],
                year=int(year) if known else g.now.year)


def _is_area(place: str) -> bool:
    return len(place) < DIGITS[Level.COUNTY]


def _called(place: str) -> str:
    """The place by its name; 5300 are the organs of the province itself."""
    if place == OF_PROVINCE:
        return gettext("省级机关")
    return division(place.ljust(DIGITS[Level.COUNTY], "0")).name if _is_area(place) else organ_name(place)


def _names(told: InsightFigures) -> dict[str, str]:
    """Of its parts."""
    return {each.place: word(PREFECTURES, each.place) if each.place in PREFECTURES else _called(each.place)
            for each in told.places}


def _above(place: str) -> str:
    """The area above, where the reader has one; empty otherwise."""
    above = place[:charts.OF_PREFECTURE] if len(place) > charts.OF_PREFECTURE else charts.PROVINCE
    reads = is_at_or_below(above.ljust(DIGITS[Level.COUNTY], "0"), g.person["division_code"])
    return above if "supervisor" in g.person["roles"] and reads and above != place else ""


def _clearings(told: InsightFigures) -> list[charts.Row]:
    """What clarify itself answers this reader of one organ, as far as it is told on this page; of an area
    nobody adds them up."""
    if _is_area(told.place):
        return []
    asked = {"organ_id": told.place, "since": date(told.year, 1, 1).isoformat(),
             "until": date(told.year, 12, 31).isoformat()}
    answer: Answer | None = unless_away(lambda: ask_if_visible(CLARIFICATION_FIGURES, **asked))
    return charts.clearings((answer or {}).get("figures", ()), CLEARING)
