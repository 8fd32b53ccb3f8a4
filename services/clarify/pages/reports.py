"""The list of reports: those that the person sees, a tab at a time."""

from flask import g, request
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext

from rongcuo.contracts.clarify import operations
from rongcuo.contracts.sorting import CaseSort
from services.clarify.pages import pages
from services.clarify.pages.course import held
from services.clarify.pages.words import CHANNELS, EMPTY, STATES
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.listing.tables import DUE, HELD, NUMBER, Table
from services.gateway.console.page.labels import WORK_TABS, word
from services.gateway.console.page.layout import CASEWORK, signed_in

REGISTRARS, FOLLOWING = CASEWORK | {"intake"}, CASEWORK | {"supervisor"}
ABOUT, CAME_BY, STAGE = lazy_gettext("反映对象"), lazy_gettext("渠道"), lazy_gettext("环节")
TABLE = Table("reports", (
    DUE, NUMBER, (ABOUT, lambda line: line["about"]),
    (CAME_BY, lambda line: word(CHANNELS, line["channel"] or "")),
    (STAGE, lambda line: word(STATES, line["state"])), (HELD, held)))


@pages.get("/clarify/reports")
@signed_in
def reports() -> ResponseReturnValue:
    """With the way to enter one, for whoever works on them."""
    tab = request.args.get("tab", "organ")
    listed = Listed(page="console.clarify.reports", tab=tab, sorts=tuple(CaseSort))
    return list_page(listed, operations.REPORTS, TABLE, "reports.html", tabs=WORK_TABS.items(), states=STATES,
                     channels=CHANNELS, held=held, none_here=word(EMPTY, tab),
                     may_enter=bool(REGISTRARS & set(g.person["roles"])),
                     may_follow=bool(FOLLOWING & set(g.person["roles"])))
