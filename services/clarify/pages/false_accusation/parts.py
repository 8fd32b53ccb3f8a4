"""What an inquiry consists of: what is done, what is open, what is still to come, what is not asked."""

from flask_babel import gettext

from services.clarify.pages.course import named
from services.clarify.pages.false_accusation.course import (
    AT,
    ENDED,
    ENDS,
    STAGES,
    holder_of_inquiry,
    rule_of,
)
from services.clarify.pages.false_accusation.words import ADDRESSES, UNHEARD
from services.gateway.console.case.parts import CasePart, after, by_whom, last, settled, whose
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.labels import word


def parts_of(case: Answer) -> list[CasePart]:
    """In order; where it ended otherwise, what was done."""
    rule = rule_of(case)
    stages = [_stage(case, named(rule.stage(code)), number) for number, code in enumerate(STAGES)]
    inside = [_proven(case), _heard(case)]
    parts = [*stages[:3], *inside, *stages[3:6], *_complaint(case), stages[6]]
    return settled(parts) if case["state"] in ENDED else parts


def _stage(case: Answer, name: str, number: int) -> CasePart:
    done, at = last({"history": case["steps"]}, *ENDS[number]), AT.get(case["state"])
    if at is None:      # it ended before its way did
        return CasePart(word=name, standing="done" if done else "not_asked", said=by_whom(done))
    if number < at:
        return CasePart(word=name, standing="done", said=by_whom(done))
    if number == at and case["state"] not in ("complaint", "upheld"):
        return CasePart(word=name, standing="open", said=whose(holder_of_inquiry(case), case["deadline"]))
    return CasePart(word=name, standing="later")


def _proven(case: Answer) -> CasePart:
    """Both elements along the five factors."""
    name = gettext("捏造和故意，各从五个方面评判")
    if AT.get(case["state"], 0) < 2 and not case["weighings"]:
        return CasePart(word=name, standing="later", said=after(gettext("批准启动")))
    if case["lacking"]:
        return CasePart(word=name, standing="open", said=gettext("还缺 %(n)s 项", n=len(case["lacking"])))
    return CasePart(word=name, standing="done", said=gettext("都已评判，证据都已引用"))


def _heard(case: Answer) -> CasePart:
    """Source and basis, asked of the reporter; or why that was impossible."""
    name, last_one = gettext("听取举报人说明"), case["hearings"][-1] if case["hearings"] else None
    if last_one is None:
        return CasePart(word=name, standing="later", said=after(gettext("批准启动")))
    if last_one["heard_at"]:
        return CasePart(word=name, standing="done", said=gettext("已听取"))
    if last_one["unheard"]:
        return CasePart(word=name, standing="done", said=word(UNHEARD, last_one["unheard"]))
    return CasePart(word=name, standing="open", said=word(ADDRESSES, "asked"))


def _complaint(case: Answer) -> list[CasePart]:
    """Only where there was one."""
    name, done = gettext("申诉复查"), last({"history": case["steps"]}, "uphold", "set_aside")
    if done:
        return [CasePart(word=name, standing="done", said=by_whom(done))]
    if case["state"] == "complaint":
        return [CasePart(word=name, standing="open", said=whose(holder_of_inquiry(case), case["deadline"]))]
    return []
