"""事中监督: the list of what is overseen, and the page of one filing's later life."""

from typing import Any

from flask import g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.filing.oversight import operations
from services.filing.pages import pages
from services.filing.pages.oversight import words as said
from services.filing.pages.oversight.acts import OVERSIGHT
from services.filing.pages.oversight.course import (
    checkpoint_name,
    colours_of,
    entries_of,
    holder_of,
    rule_of,
    stage_of,
)
from services.gateway.console.case.actions import act_page
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.listing.tables import Table
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.labels import word
from services.gateway.console.page.layout import FILERS, signed_in

# What one would do first, in this order.
FIRST = ("check", "correct", "plan_checkpoints", "guide", "close_oversight", "evaluate", "report_progress",
         "report_deviation", "record_outcome", "hold_retrospective", "register_meddling")
TABLE = Table("oversights", (
    (lazy_gettext("编号"), lambda line: line["number"]), (lazy_gettext("事项"), lambda line: line["title"]),
    (lazy_gettext("单位"), lambda line: line["unit"]), (lazy_gettext("环节"), lambda line: stage_word(line)),
    (lazy_gettext("期限"), lambda line: line["due_on"] or "")))


@pages.get("/oversights")
@signed_in
def oversights() -> ResponseReturnValue:
    """What is overseen; for whoever files, their unit's."""
    own = bool(FILERS & set(g.person["roles"]))
    tab = request.args.get("tab", "own" if own else "organ")
    listed = Listed(page="console.oversight.oversights", tab=tab, sorts=(), filters={})
    return list_page(listed, operations.OVERSIGHTS, TABLE, "oversight/list.html", own=own,
                     heading=gettext("事中监督"), tabs=() if own else said.TABS.items(),
                     stage_word=stage_word, none_here=word(said.EMPTY, tab))


def stage_word(line: Answer) -> str:
    """What is to be done next about what stands in a list."""
    return word(said.STAGES, line["stage"]) if line["stage"] else word(said.STATES, line["state"])


@pages.get("/oversights/<oversight_id>")
@signed_in
def oversight(oversight_id: str) -> ResponseReturnValue:
    """One: where it stands, its colours and why, and everything that was noted."""
    found = OVERSIGHT.found(oversight_id)
    return render_template("oversight/page.html", **_page_of(found))


@pages.route("/oversights/<oversight_id>/act/<verb>", methods=["GET", "POST"])
@signed_in
def oversight_act(oversight_id: str, verb: str) -> ResponseReturnValue:
    """Do one thing."""
    return act_page(OVERSIGHT, oversight_id, verb)


def _page_of(found: Answer) -> dict[str, Any]:
    may = [verb for verb in FIRST if verb in found["allowed"]]
    if not any(not each["corrections"] for each in found["deviations"]):
        may = [verb for verb in may if verb not in ("correct", "guide")] + [
            verb for verb in may if verb in ("correct", "guide")]
    needed = found["due_stage"] == "oversight_plan" or not found["planned"]
    if "plan_checkpoints" in may and not (needed and found["due_stage"]):
        may.append(may.pop(may.index("plan_checkpoints")))
    first = OVERSIGHT.acts[may[0]] if may else None
    others = [{"word": OVERSIGHT.acts[verb].word, "address": OVERSIGHT.address(found, verb)}
              for verb in may[1:]]
    return {"matter": found, "today": g.now.date().isoformat(), "kind": OVERSIGHT, "first": first,
            "others": others,
            "stage": stage_of(found), "holder": holder_of(found), "colours": colours_of(found),
            "entries": entries_of(found), "rule": rule_of(found),
            "said": said, "checkpoint_name": lambda code: checkpoint_name(found, code),
            "standards": rule_of(found).evaluation.standards,
            "mine": {each["code"] for each in found["checkpoints"] if not each["found"] and not each["lapse"]
                     and g.person["officer_id"] in {one["officer_id"] for one in each["supervisors"]}}}
