"""待办: the tasks of the person and their organ; and the way from a matter's id to its page."""

from typing import Any

from flask import g, redirect, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.determination.operations import APPEAL, DETERMINATION, MEETING
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing.operations import FILING
from rongcuo.contracts.notify import operations as of_notify
from rongcuo.contracts.operation import Query
from rongcuo.contracts.sorting import CaseSort
from services.gateway.console import blueprint
from services.gateway.console.listing import tables
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.page.backend import ask_if_visible
from services.gateway.console.page.layout import brought_here, lists_beside, signed_in

KINDS = (("console.filing", FILING, "filing_id"), ("console.determination", DETERMINATION, "case_id"),
         ("console.meeting", MEETING, "meeting_id"), ("console.appeal", APPEAL, "appeal_id"))


@blueprint.get("/tasks")
@signed_in
def tasks() -> ResponseReturnValue:
    """What is to be done, with the lists beside it."""
    listed = Listed(page="console.tasks", sorts=tuple(CaseSort))
    return list_page(listed, of_notify.TASKS, tables.TASKS, "console/tasks.html",
                     beside=lists_beside(set(g.person["roles"])))


@blueprint.get("/matters/<matter_id>")
@signed_in
def matter(matter_id: str) -> ResponseReturnValue:
    """The page of whatever has this id; a service that tells of matters brings `MATTERS` with its pages."""
    if address := address_of(matter_id):
        return redirect(address)
    raise CaseError("not_found")


def address_of(matter_id: str, *among: Query[Any, Any]) -> str:
    """The page of what has this id, of any kind or of those that these ask for; empty where the person may
    not see it."""
    for page, query, key in (*KINDS, *brought_here("MATTERS")):
        named: dict[str, Any] = {key: matter_id}
        if (query in among or not among) and ask_if_visible(query, **named):
            return url_for(page, **named)
    return ""
