"""尺度是否一致 and 月报: places beside each other."""

from datetime import date, timedelta

from flask import abort, g, render_template, request
from flask.typing import ResponseReturnValue

from rongcuo.casework.counting.measures import OUTCOMES
from rongcuo.contracts.province import operations
from rongcuo.policy.divisions import division
from services.gateway.console.page.backend import organ_name, view
from services.gateway.console.page.figure_words import CODES
from services.gateway.console.page.labels import word
from services.gateway.console.page.layout import signed_in
from services.province.pages import pages
from services.province.pages.words import SOURCES, situation_word, tabs

YEARS = 5     # that can be chosen


@pages.get("/province/consistency")
@signed_in
def consistency() -> ResponseReturnValue:
    """By situation: how determinations ended in each place, and which lie apart."""
    year = _year()
    return render_template(
        "province_consistency.html", told=view(operations.CONSISTENCY, year=year), year=year, tabs=tabs(),
        here="consistency", years=range(g.now.year, g.now.year - YEARS, -1), codes=CODES, outcomes=OUTCOMES,
        word=word, place=organ_name, situation=situation_word)


@pages.get("/province/outliers")
@signed_in
def outliers() -> ResponseReturnValue:
    """The matters of one place that ended so."""
    asked = {name: request.args.get(name, "") for name in ("situation", "organ_id", "outcome")}
    if asked["outcome"] not in {*map(str, OUTCOMES)}:
        abort(404)
    told = view(operations.OUTLIERS, year=_year(), **asked)
    return render_template("province_outliers.html", told=told, tabs=tabs(), here="consistency", asked=asked,
                           year=_year(), codes=CODES, word=word, place=organ_name,
                           situation=situation_word)


@pages.get("/province/matter")
@signed_in
def matter() -> ResponseReturnValue:
    """What the hub knows of one matter."""
    asked = {name: request.args.get(name, "") for name in ("node", "source", "matter_id")}
    return render_template("province_matter.html", told=view(operations.MATTER, **asked), tabs=tabs(),
                           here="consistency", codes=CODES, sources=SOURCES, word=word, place=organ_name,
                           node=lambda code: division(code).name, situation=situation_word)


@pages.get("/province/returns")
@signed_in
def returns() -> ResponseReturnValue:
    """Of one month; unasked, of the last."""
    last = (g.now.date().replace(day=1) - timedelta(days=1)).strftime("%Y-%m")
    period = request.args.get("period", "")
    try:
        date.fromisoformat(f"{period}-01")
    except ValueError:
        period = last
    return render_template("province_returns.html", told=view(operations.RETURNS, period=period),
                           period=period, tabs=tabs(), here="returns", codes=CODES, word=word,
                           place=organ_name)


def _year() -> int:
    year = request.args.get("year", "")
    known = year.isdecimal() and len(year) == 4 and 2000 < int(year) <= 2100
    return int(year) if known else int(g.now.year)
