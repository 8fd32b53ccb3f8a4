"""How a clearing goes, in words: who has it, its step line, what came of it, and what happened so far."""

from flask import g
from flask_babel import gettext

from rongcuo.policy.pack.procedures import ClarificationRule
from services.clarify.pages.clarification.words import MODES, VERBS
from services.clarify.pages.course import named, pack_of_report
from services.clarify.pages.kinds import day_of_each, told_in
from services.gateway.console.case.holders import PLACES, holder_of
from services.gateway.console.case.parts import step_line
from services.gateway.console.page.backend import Answer, organ_name
from services.gateway.console.page.language import in_english

ENDED = frozenset({"closed", "refused", "withdrawn"})
STAGES = ("approval", "carrying_out", "archive", "visit", "feedback")     # after it was proposed and assessed
AT = {"assessment": 1, "approval": 2, "carrying_out": 3, "archive": 4, "visit": 5, "feedback": 6, "closed": 7}
ENDS = (("open",), ("request_approval", "propose_refusal"), ("approve",), ("finish",), ("archive",),
        ("visit",), ("give_feedback",))


def rule_of(case: Answer) -> ClarificationRule:
    """The rules under which it was proposed."""
    return pack_of_report(case).clarification


def worded(case: Answer) -> list[Answer]:
    """What happened, in a clearing's own words where the console has none for it."""
    if not case.get("pack_id"):
        return []
    rule = rule_of(case)
    names = {code: item.name_en if in_english() else item.name
             for code, item in {**rule.grounds, **rule.refusals}.items()}
    coded = dict.fromkeys(("assess", "propose_refusal", "refuse"), names)
    return told_in(case, VERBS, {**coded, "record_act": MODES, "drop_mode": MODES})


def is_theirs(case: Answer) -> bool:
    """Whether it clears the person, or the unit for which they answer."""
    return bool(case["concerned"]["officer_id"] == g.person["officer_id"])


def held(line: Answer) -> str:
    """Who has what stands in a list."""
    if line["state"] in ENDED:
        return str(PLACES["nobody"])
    if line["state"] == "approval":
        return gettext("负责人（待审批）")
    if line["state"] == "objected":
        return gettext("上级机关（待答复异议）")
    return line["assignee_name"] or str(PLACES["assignment"])


def holder_of_clearing(case: Answer) -> str:
    """Who has one that is shown by itself."""
    if case["held_by"] == "appeal":
        return organ_name(case["objection"]["organ_id"])
    if case["held_by"] == "assignment":
        return holder_of(case)
    return held(case)


def steps_of_way(case: Answer) -> list[dict[str, str]]:
    """Its seven steps, with the day on which each ended; what is refused or taken back has no way on."""
    if case["state"] in ("refused", "objected", "withdrawn"):
        return []
    rule = rule_of(case)
    names = [gettext("提出澄清"), gettext("评估"), *(named(rule.stage(code)) for code in STAGES)]
    return step_line(names, day_of_each(case, ENDS), AT[case["state"]])


def awaited(case: Answer) -> list[tuple[str, str, str]]:
    """What else has its day: a word for it, the day, and since when it runs."""
    asked, objectable = case["opinion_until"], case["object_until"]
    answers = case["state"] == "assessment" and asked and case["opinion_awaited"]
    theirs = is_theirs(case)
    said, objected = (gettext("请您提出意见"), gettext("您可以提出异议")) if theirs else (
        gettext("等本人意见"), gettext("本人可以提出异议"))
    reviewed = gettext("您可以更正回访记录") if theirs else gettext("本人可以更正回访记录")
    days = ((reviewed, case["state"] == "feedback" and not case["visit_answer"] and case["visit_until"]),
            (said, answers and asked), (objected, case["state"] == "refused" and objectable))
    return [(each, str(on), case["opened_at"]) for each, on in days if on]
