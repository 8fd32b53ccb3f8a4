"""The list of reports: those that the person sees, a tab at a time."""

from flask import g, render_template
from flask.typing import ResponseReturnValue

from rongcuo.contracts.clarify import operations
from services.clarify.pages import pages
from services.clarify.pages.course import held
from services.clarify.pages.words import CHANNELS, STATES, TABS
from services.gateway.console.listing.lists import ROWS, Listed
from services.gateway.console.page.backend import ask
from services.gateway.console.page.layout import CASEWORK, signed_in


@pages.get("/clarify/reports")
@signed_in
def reports() -> ResponseReturnValue:
    """With the way to enter one, for whoever works on them."""
    listed = Listed(page="console.clarify.reports", tab=Listed(page="").of("tab") or "organ")
    page = ask(operations.REPORTS, tab=listed.tab, search=listed.of("search"), cursor=listed.of("cursor"),
               limit=ROWS)
    return render_template("reports.html", page=page, listed=listed, tabs=TABS.items(), states=STATES,
                           channels=CHANNELS, held=held, may_enter=bool(CASEWORK & set(g.person["roles"])))
