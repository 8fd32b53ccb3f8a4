"""待办: the tasks of the person and their organ; and the way from a matter's id to its page."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.determination.operations import APPEAL, DETERMINATION, MEETING
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing.operations import FILING
from rongcuo.contracts.notify.operations import TASKS
from services.gateway.console import blueprint
from services.gateway.console.backend import ask, ask_if_visible
from services.gateway.console.frame import signed_in

KINDS = (("filing", FILING, "filing_id"), ("determination", DETERMINATION, "case_id"),
         ("meeting", MEETING, "meeting_id"), ("appeal", APPEAL, "appeal_id"))


@blueprint.get("/tasks")
@signed_in
def tasks() -> ResponseReturnValue:
    """What is to be done, soonest first."""
    page = ask(TASKS, cursor=request.args.get("cursor", ""), limit=30)
    return render_template("console/tasks.html", page=page)


@blueprint.get("/matters/<matter_id>")
@signed_in
def matter(matter_id: str) -> ResponseReturnValue:
    """The page of whatever has this id."""
    for page, query, key in KINDS:
        named: dict[str, Any] = {key: matter_id}
        if ask_if_visible(query, **named):
            return redirect(url_for(f"console.{page}", **named))
    raise CaseError("not_found")
