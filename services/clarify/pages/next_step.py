"""The one thing to do next about a report, and everything else that the person may do now."""

from typing import Any

from flask import url_for
from flask_babel import gettext

from services.clarify.pages.acts import REPORT
from services.clarify.pages.forms import assigning
from services.clarify.pages.kinds import offered
from services.gateway.console.case.actions import Act
from services.gateway.console.page.backend import Answer

INLINE = frozenset({"assign", "accept", "form_team", "resume"})
ELSEWHERE = frozenset({"judge_match", "classify"})      # beside what they are about

OPENS = "open_determination"        # has a page of its own, with the determinations


def steps_of(report: Answer) -> dict[str, Any]:
    """The first step, with its form where it stands right here, and the others with where theirs are."""
    steps = offered(REPORT, report, _wanted(report), _word, INLINE, ELSEWHERE)
    opens = [{"word": gettext("启动容错认定"), "address": url_for(
        "console.new_determination", report=report["report_id"])}] if OPENS in report["allowed"] else []
    return {**steps, "others": [*opens, *steps["others"]], "opens": opens}


def _word(report: Answer, act: Act) -> str:
    if act.verb == "assign":
        return assigning(report, act)
    if act.verb == "dispose" and report["dispositions"]:
        return gettext("改变处置方式")
    if act.verb == "find" and report["findings"]:
        return gettext("修改核查结论")
    if act.verb == "give_feedback":
        return gettext("反馈结果") if report["state"] == "feedback" else gettext("告知受理")
    return str(act.word)


def _wanted(report: Answer) -> list[str]:
    """Verbs in the order in which the report needs them."""
    state, unfound = report["state"], len(report["findings"]) < len(report["allegations"])
    needed = (
        ("assign", not report["assignee_id"]), ("resume", True), ("accept", True),
        ("give_feedback", report["acceptance_due_on"] or state == "feedback"),
        ("dispose", state == "accepted"), ("form_team", report["held_by"] == "team_forming"),
        ("find", state == "handling" or unfound), ("answer_clearing", report["clearing"] is None),
        ("close", True), ("retrospect", report["retrospective"] is None))
    return [verb for verb, is_needed in needed if is_needed]
