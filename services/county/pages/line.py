"""专线: how the line is, what waits and since when, what is wrong and what to do; the sheets that came."""

from flask import render_template
from flask.typing import ResponseReturnValue

from rongcuo.contracts.county import operations
from services.county.pages import pages, words
from services.gateway.console.listing.lists import Listed
from services.gateway.console.page.backend import ask
from services.gateway.console.page.layout import signed_in


@pages.get("/county")
@signed_in
def line() -> ResponseReturnValue:
    """As it is now."""
    return render_template("county_line.html", line=ask(operations.LINE_STATE), words=words)


@pages.get("/county/sheets")
@signed_in
def sheets() -> ResponseReturnValue:
    """Which the hub has published, and whether they are in force here."""
    listed = Listed(page="console.county.sheets")
    return render_template("county_sheets.html", listed=listed,
                           page=ask(operations.SHEETS, cursor=listed.of("cursor")))
