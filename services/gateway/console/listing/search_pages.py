"""查找: whatever has that number or is about that matter, as far as the person may see it."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

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
    found = {
        "filings": _lines(PAGE, words),
        "determinations": _open_and_closed(DETERMINATIONS, words),
        "meetings": _lines(MEETINGS, words),
        "appeals": _open_and_closed(APPEALS, words),
        "letters": unless_away(lambda: _lines(FOUND, words)) or []}     # the rest is found all the same
    return render_template("console/search.html", words=words, most=MOST, **found)


def _open_and_closed(query: Query[Any, Any], words: str) -> list[Answer]:
    return [line for tab in TABS for line in _lines(query, words, tab=tab)][:MOST]


def _lines(query: Query[Any, Any], words: str, **asked: Any) -> list[Answer]:
    found = ask_if_visible(query, search=words, limit=MOST, **asked)
    return list(found["lines"]) if found else []
