"""The one thing to do next on a case, and everything else that can be done."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import g, url_for
from flask_babel import LazyString, gettext, lazy_gettext

from services.gateway.console.case.actions import Act
from services.gateway.console.determination import rules
from services.gateway.console.determination.actions import CASE, INLINE
from services.gateway.console.page.backend import Answer

ASSESS, CHECK_LIST = lazy_gettext("评估"), lazy_gettext("核对负面清单")
CONVENE = lazy_gettext("召集联席会议")


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step by its word: a form to fill in here (`act`), or a page to go to."""

    verb: str
    word: LazyString | str
    address: str
    act: Act | None = None


def steps_of(case: Answer, waiting: list[Answer]) -> tuple[Step | None, list[Step]]:
    """The primary step and the others. `waiting`: meetings that have this case before them."""
    steps = {verb: _step(case, verb) for verb in case["allowed"]
             if verb in CASE.acts and verb != "record_finding"}
    steps |= _on_other_pages(case, waiting)
    first = next((verb for verb in _wanted(case) if verb in steps), None)
    return steps.pop(first) if first else None, list(steps.values())


def _step(case: Answer, verb: str) -> Step:
    act = CASE.acts[verb]
    word: LazyString | str = act.word
    if verb == "assign" and case["assignee_id"]:
        word = gettext("改派")
    if verb == "assign" and "lead" not in g.person["roles"]:    # who may only take a case assigns none
        word = gettext("由我承办")
    return Step(verb=verb, word=word, address=CASE.address(case, verb), act=act if verb in INLINE else None)


def _on_other_pages(case: Answer, waiting: list[Answer]) -> dict[str, Step]:
    here: dict[str, Any] = {"case_id": case["case_id"]}
    steps = {}
    if "assess" in case["allowed"] and (mine := rules.unanswered_by_me(case)):
        address = url_for("console.assessment", criteria_set=mine[0], **here)
        steps["assess"] = Step(verb="assess", word=ASSESS, address=address)
    if "answer_negative_item" in case["allowed"]:
        address = url_for("console.negative_list", **here)
        steps["answer_negative_item"] = Step(verb="answer_negative_item", word=CHECK_LIST, address=address)
    if case["state"] == "meeting" and not case["resolved"] and not waiting and "lead" in g.person["roles"]:
        address = url_for("console.convene", **here)
        steps["convene"] = Step(verb="convene", word=CONVENE, address=address)
    return steps


def _wanted(case: Answer) -> Iterator[str]:
    """Verbs in the order in which the case needs them."""
    if not case["assignee_id"]:
        yield "assign"
    yield from ("resume", "accept")   # a clock that stands still is set going first
    if not case["team"]:
        yield "form_team"
    if not case["heard"] and not rules.is_insider(case):
        yield "record_statement"
    yield "convene"
    at_work = {case["assignee_id"], *(each["officer_id"] for each in case["team"])}
    # A lead who only looks on is not asked for the team's work.
    if g.person["officer_id"] in at_work or "member" in g.person["roles"]:
        if not case["evidence"]:
            yield "add_evidence"
        if rules.unanswered_items(case):
            yield "answer_negative_item"
        yield from ("assess", "report")
    yield "answer_recusal"            # nothing is decided before
    if case["resolved"]:
        yield "make"
    yield from ("give_feedback", "file_for_record")
