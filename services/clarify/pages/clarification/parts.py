"""What a clearing consists of: what is done, what is open, what is still to come, what is not asked."""

from flask_babel import gettext

from services.clarify.pages.clarification.course import AT, ENDS, holder_of_clearing, rule_of
from services.clarify.pages.course import named
from services.gateway.console.case.parts import CasePart, after, by_whom, last, whose
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.dates import day

OVER = ("refused", "withdrawn")


def parts_of(case: Answer) -> list[CasePart]:
    """In order; of what is refused nothing is awaited any more."""
    rule = rule_of(case)
    later = [_stage(case, named(rule.stage(code)), number) for number, code in enumerate(
        ("approval", "carrying_out", "archive", "visit", "feedback"), start=2)]
    parts = [_proposed(case), _stage(case, gettext("评估"), 1), _opinion(case), *later, *_objection(case)]
    return [part for part in parts if part.standing != "not_asked"] if case["state"] in OVER else parts


def _proposed(case: Answer) -> CasePart:
    said = gettext("本人或者单位申请") if case["start"] == "application" else gettext("承办部门提出")
    return CasePart(word=gettext("提出澄清"), standing="done",
                    said=f"{said} · {by_whom(last({'history': case['steps']}, 'open'))}")


def _opinion(case: Answer) -> CasePart:
    """Asked before the head decides."""
    name, given = gettext("本人意见"), case["opinion"]
    if given:
        said = gettext("同意") if given["agrees"] else gettext("不同意")
        return CasePart(word=name, standing="done", said=f"{said} · {day(given['given_on'])}")
    if case["opinion_awaited"] and case["state"] == "assessment":
        last = case["opinion_until"]
        until = gettext("%(day)s前（含当日）", day=day(last)) if last else gettext("还没有送达")
        return CasePart(word=name, standing="open", said=f"{case['concerned']['name']} · {until}")
    if case["opinion_until"] and AT.get(case["state"], 0) > 1:
        return CasePart(word=name, standing="done", said=gettext("征求过，到期没有答复"))
    if case["state"] in (*OVER, "objected") or case["proposed_refusal"]:
        return CasePart(word=name, standing="not_asked")
    return CasePart(word=name, standing="later", said=after(gettext("评估")))


def _stage(case: Answer, name: str, number: int) -> CasePart:
    """One of the steps, by its number among them."""
    done, at = last({"history": case["steps"]}, *ENDS[number]), AT.get(case["state"], 2)
    if case["state"] in (*OVER, "objected"):
        return _of_a_refused(case, name, number)
    if number < at:
        return CasePart(word=name, standing="done", said=by_whom(done))
    if number == at:
        return CasePart(word=name, standing="open",
                        said=whose(holder_of_clearing(case), case["deadline"]))
    return CasePart(word=name, standing="later")


def _of_a_refused(case: Answer, name: str, number: int) -> CasePart:
    ends = ENDS[1] if number == 1 else ("refuse",) if number == 2 else ()
    done = last({"history": case["steps"]}, *ends)
    if done:
        return CasePart(word=name, standing="done", said=by_whom(done))
    return CasePart(word=name, standing="not_asked")


def _objection(case: Answer) -> list[CasePart]:
    """Only where there was one, or may still be one."""
    name, said = gettext("异议审查"), case["objection"]
    if said and said["clear"] is not None:
        answer = gettext("应当澄清") if said["clear"] else gettext("维持不予澄清")
        return [CasePart(word=name, standing="done", said=answer)]
    if said:
        return [CasePart(word=name, standing="open", said=whose(holder_of_clearing(case), case["deadline"]))]
    return []
