"""事中监督: the list of what is overseen, and the page of one filing's later life."""

from typing import Any

from flask import g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.filing.oversight import operations
from services.filing.pages import pages
from services.filing.pages.oversight import words
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

ORDER = ("check", "correct", "guide", "plan_checkpoints", "evaluate", "close_oversight", "report_progress",
         "report_deviation", "record_outcome", "hold_retrospective", "register_meddling")
TABLE = Table("oversights", (
    (lazy_gettext("编号"), lambda line: line["number"]), (lazy_gettext("事项"), lambda line: line["title"]),
    (lazy_gettext("单位"), lambda line: line["unit"]), (lazy_gettext("环节"), lambda line: stage_word(line)),
    (lazy_gettext("到期"), lambda line: line["due_on"] or "")))


@pages.get("/oversights")
@signed_in
def oversights() -> ResponseReturnValue:
    """What is overseen; for whoever files, their unit's."""
    own = bool(FILERS & set(g.person["roles"]))
    tab = request.args.get("tab", "own" if own else "organ")
    listed = Listed(page="console.oversight.oversights", tab=tab, sorts=(), filters={})
    return list_page(listed, operations.OVERSIGHTS, TABLE, "oversight/list.html", own=own,
                     heading=gettext("事中监督"), tabs=() if own else words.TABS.items(),
                     stage_word=stage_word, none_here=word(words.EMPTY, tab))


def stage_word(line: Answer) -> str:
    """What is to be done next about what stands in a list."""
    return word(words.STAGES, line["stage"]) if line["stage"] else word(words.STATES, line["state"])


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
    may = [verb for verb in ORDER if verb in found["allowed"]]
    first = next((verb for verb in may if _is_next(verb, found)), "")
    others = [{"word": OVERSIGHT.acts[verb].word, "address": OVERSIGHT.address(found, verb)}
              for verb in may if verb != first]
    rule, me = rule_of(found), g.person["officer_id"]
    return {"matter": found, "today": g.now.date().isoformat(), "kind": OVERSIGHT,
            "first": OVERSIGHT.acts.get(first), "others": others, "stage": stage_of(found),
            "holder": holder_of(found), "colours": colours_of(found), "entries": entries_of(found),
            "rule": rule, "words": words, "standards": rule.evaluation.standards,
            "checkpoint_name": lambda code: checkpoint_name(found, code),
            "mine": {each["code"] for each in found["checkpoints"] if not each["found"] and not each["lapse"]
                     and me in {one["officer_id"] for one in each["supervisors"]}}}


def _is_next(verb: str, found: Answer) -> bool:
    """Whether it is the one thing to do, for whoever may do it."""
    stage = found["due_stage"]
    wanted: dict[str, bool] = {
        "check": stage == "oversight_checkpoint", "correct": stage == "oversight_correction",
        "guide": stage == "oversight_guidance",
        "plan_checkpoints": stage == "oversight_plan", "close_oversight": stage == "",
        "evaluate": stage == "oversight_second_look" or (
            found["state"] == "running" and found["phase"] == "after"),
        "report_progress": found["state"] == "running"}
    return wanted.get(verb, False)
