"""How an inquiry goes, in words: who has it, its step line, what came of it, and what happened so far."""

from itertools import product

from flask_babel import gettext

from rongcuo.policy.pack.procedures import FalseAccusationRule
from services.clarify.pages.course import named, pack_of_report
from services.clarify.pages.false_accusation.words import (
    ELEMENTS,
    ENTERED,
    FACTORS,
    HANDLINGS,
    UNHEARD,
    VERBS,
)
from services.clarify.pages.kinds import day_of_each, told_in
from services.gateway.console.case.holders import PLACES, holder_of
from services.gateway.console.case.parts import step_line
from services.gateway.console.page.backend import Answer, organ_name

ENDED = frozenset({"concluded", "not_begun", "mistaken", "unproven", "set_aside"})
ASKED_ABOVE = frozenset({"begin_approval", "finding_approval"})
STAGES = ("preparation", "begin_approval", "inquiry", "draft", "finding_approval", "found", "effective")
AT = {**{stage: number for number, stage in enumerate(STAGES)}, "complaint": 5, "upheld": 5, "concluded": 7}
ENDS = (("request_beginning",), ("approve_beginning",), ("serve_draft",), ("request_finding",),
        ("approve_finding",), ("take_effect",), ("conclude",))


def rule_of(case: Answer) -> FalseAccusationRule:
    """The rules under which it was opened."""
    return pack_of_report(case).false_accusation


def weighed_words() -> dict[str, str]:
    """Each factor of each element, by the code of both."""
    return {f"{element}.{factor}": f"{element_said} · {factor_said}"
            for (element, element_said), (factor, factor_said) in product(ELEMENTS.items(), FACTORS.items())}


def worded(case: Answer) -> list[Answer]:
    """What happened, in an inquiry's own words where the console has none for it."""
    notes = {"confirm_entry": ENTERED, "weigh": weighed_words(),
             "record_unheard": UNHEARD, "record_handling": HANDLINGS}
    return told_in(case, VERBS, notes)


def held(line: Answer) -> str:
    """Who has what stands in a list."""
    if line["state"] in ENDED:
        return str(PLACES["nobody"])
    if line["state"] in ASKED_ABOVE:
        return organ_name(line["approver_organ_id"])
    if line["state"] == "complaint":
        return gettext("申诉复查机关")
    return line["assignee_name"] or str(PLACES["assignment"])


def holder_of_inquiry(case: Answer) -> str:
    """Who has one that is shown by itself."""
    return holder_of(case) if case["held_by"] == "assignment" else held(case)


def steps_of_way(case: Answer) -> list[dict[str, str]]:
    """Its stages through both gates, with the day on which each ended. What ended otherwise has none."""
    if case["state"] not in AT:
        return []
    rule = rule_of(case)
    names = [named(rule.stage(code)) for code in STAGES]
    if case["complaint"]:
        names[5] = named(rule.stage("complaint"))
    return step_line(names, day_of_each(case, ENDS), AT[case["state"]])
