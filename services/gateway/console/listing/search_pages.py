"""查找: whatever has that number or is about that matter, as far as the person may see it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.chassis.threads import begin
from rongcuo.contracts.determination.operations import APPEALS, DETERMINATIONS, MEETINGS
from rongcuo.contracts.documents.operations import FOUND
from rongcuo.contracts.filing.operations import PAGE
from rongcuo.contracts.operation import Query
from services.gateway.console import blueprint
from services.gateway.console.page.backend import Answer, ask_if_visible, unless_away
from services.gateway.console.page.layout import signed_in

MOST, LONGEST = 20, 100
TABS = ("organ", "closed")


@blueprint.get("/search")
@signed_in
def search() -> ResponseReturnValue:
    """Filings, determinations, meetings, appeals and letters."""
    words = request.args.get("search", "").strip()[:LONGEST]
    if not words:
        return redirect(url_for("console.home"))
    asked = {
        "filings": [begin(partial(_lines, PAGE, words))],
        "determinations": _open_and_closed(DETERMINATIONS, words),
        "meetings": [begin(partial(_lines, MEETINGS, words))],
        "appeals": _open_and_closed(APPEALS, words),
        "letters": [begin(partial(_letters, words))]}
    found = {kind: [line for lines in told for line in lines()][:MOST] for kind, told in asked.items()}
    return render_template("console/search.html", words=words, most=MOST, **found)


def _open_and_closed(query: Query[Any, Any], words: str) -> list[Callable[[], list[Answer]]]:
    return [begin(partial(_lines, query, words, tab=tab)) for tab in TABS]


def _letters(words: str) -> list[Answer]:
    """None while documents is away: the rest is found all the same."""
    return unless_away(lambda: _lines(FOUND, words)) or []


def _lines(query: Query[Any, Any], words: str, **asked: Any) -> list[Answer]:
    found = ask_if_visible(query, search=words, limit=MOST, **asked)
    return list(found["lines"]) if found else []
