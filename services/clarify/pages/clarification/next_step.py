"""The one thing to do next about a clearing, and everything else that the person may do now."""

from typing import Any

from flask_babel import gettext, lazy_gettext

from services.clarify.pages.clarification.acts import CLEARING
from services.clarify.pages.clarification.course import is_theirs
from services.clarify.pages.clarification.forms import modes_left
from services.clarify.pages.forms import assigning
from services.clarify.pages.kinds import offered
from services.gateway.console.case.actions import Act
from services.gateway.console.page.backend import Answer

INLINE = frozenset({"assign"})
OF_COMPLAINTS = {"direct": lazy_gettext("异议成立，抓紧办理"),
                 "uphold_refusal": lazy_gettext("维持原机关的办理"),
                 "return": lazy_gettext("影响没有消除，退回继续实施")}


def steps_of(case: Answer) -> dict[str, Any]:
    """The first step, with its form where it stands right here, and the others with where theirs are."""
    return offered(CLEARING, case, _wanted(case), _called, INLINE)


def _called(case: Answer, act: Act) -> str:
    if act.verb == "assign":
        return assigning(case, act)
    if act.verb == "assess" and case["allegations"]:
        return gettext("修改评估和表述")
    if act.verb == "plan" and case["plan"]:
        return gettext("修改方案")
    if act.verb == "give_opinion" and not is_theirs(case):
        return gettext("登记本人意见")
    if act.verb == "give_opinion" and case["opinion"] and not case["opinion_awaited"]:
        return gettext("改变意见")
    if act.verb == "ask_opinion" and case["opinion_until"]:
        return gettext("重新征求本人意见")
    if act.verb in OF_COMPLAINTS and case["state"] not in ("objected", "approval"):
        return str(OF_COMPLAINTS[act.verb])
    return str(act.word)


def _wanted(case: Answer) -> list[str]:
    """Verbs in the order in which the clearing needs them."""
    opinion = case["opinion"]
    resisted = opinion is not None and not opinion["agrees"] and case["plan"] and not case["plan"]["despite"]
    needed = (
        ("answer_visit", is_theirs(case)), ("assign", not case["assignee_id"]),
        ("link_report", not case["untrue"]), ("assess", not case["allegations"]),
        ("plan", case["plan"] is None or resisted),
        ("ask_opinion", not case["opinion_until"] and "opinion" not in case["unread"]),
        ("give_opinion", not case["opinion"] or case["opinion_awaited"]), ("read", True),
        ("serve", True), ("request_approval", True),
        ("refuse", case["proposed_refusal"] is not None), ("approve", True), ("object", True),
        ("direct", True), ("record_act", bool(modes_left(case))), ("finish", True), ("archive", True),
        ("visit", True), ("give_feedback", True))
    return [verb for verb, is_needed in needed if is_needed]
