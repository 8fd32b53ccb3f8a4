"""How a report goes, in words: who has it, its step line, what came of it, and what happened so far."""

from flask import g
from flask_babel import gettext, lazy_gettext

from rongcuo.policy.pack import Pack
from rongcuo.policy.pack.terms import Stage
from services.clarify.pages.kinds import day_of_each, told_in
from services.clarify.pages.words import OUTCOMES, REQUESTS, STATES, VERBS
from services.gateway.console.case.holders import PLACES, holder_of
from services.gateway.console.case.holders import held as held_elsewhere
from services.gateway.console.case.parts import step_line
from services.gateway.console.page.backend import Answer, rules
from services.gateway.console.page.labels import Words, word
from services.gateway.console.page.language import in_english, in_sentence

HOLDERS: Words = {
    "team_forming": lazy_gettext("负责人（待组成核实组）"), "decision": lazy_gettext("负责人（待审核办结）")}
ENDED = frozenset({"closed", "not_accepted", "passed_up"})
NO_WAY_ON = frozenset({"not_accepted", "passed_up"})
AT = {"received": 0, "accepted": 1, "handling": 2, "held": 2, "concluding": 3, "feedback": 4}
ENDS = (("accept",), ("inquire", "verify", "hold", "settle"), ("find", "settle"),
        ("close", "await_feedback"), ("tell_result",))


def pack_of_report(report: Answer) -> Pack:
    """The rules under which it was registered."""
    return rules().pack_by_id(report["pack_id"])


def held(line: Answer) -> str:
    """Who has what stands in a list."""
    return str(HOLDERS.get(line["held_by"]) or held_elsewhere(line))


def holder_of_report(report: Answer) -> str:
    """Who has one that is shown by itself; a team by how many they are."""
    if report["state"] in ENDED:
        return str(PLACES["nobody"])
    if report["held_by"] in HOLDERS:
        return in_sentence(held(report))
    if report["held_by"] == "handler" and len(report["team"]) > 1:
        return gettext("%(name)s 等 %(n)s 人", name=report["assignee_name"], n=len(report["team"]))
    return holder_of(report)


def is_with_us(report: Answer) -> bool:
    """Whether the person's own organ has it."""
    return bool(report["organ_id"] == g.person["organ_id"])


def named(stage: Stage) -> str:
    """A stage as its pack calls it."""
    return stage.name_en if in_english() else stage.name


def steps_of_way(report: Answer) -> list[dict[str, str]]:
    """Its stages, with the day on which each ended; what ended before its way did has none."""
    if report["state"] in NO_WAY_ON:
        return []
    stages = pack_of_report(report).reports
    handled = next((each for each in ("inquiry", "verification", "hold") if each == report["stage"]), "")
    names = [named(stages.stage("remit")), named(stages.stage("disposal")),
             named(stages.stage(handled)) if handled else gettext("核查"),
             named(stages.stage("conclusion"))]
    if report["kind"] == "real_name":
        names.append(named(stages.stage("feedback")))
    return step_line(names, day_of_each(report, ENDS[:len(names)]), AT.get(report["state"], len(names)))


def awaited(report: Answer) -> list[tuple[str, str, str]]:
    """What else has its day: a word for it, the day, and since when it runs."""
    since, owed = report["received_at"], report["acceptance_due_on"]
    days = ((gettext("告知举报人受理"), owed), (gettext("交办件办结"), report["assigned_due_on"]))
    return [(said, on, since) for said, on in days if on]


def outcome_of(report: Answer) -> str:
    """What came of it, in one calm sentence; nothing before it is over."""
    if report["state"] in NO_WAY_ON:
        return word(STATES, report["state"])
    if report["decided_at"] and report["outcome"]:
        return gettext("核查结论：%(outcome)s", outcome=word(OUTCOMES, report["outcome"]))
    return ""


def worded(report: Answer) -> list[Answer]:
    """What happened, in a report's own words where the console has none for it."""
    return told_in(report, VERBS, {"take_request": REQUESTS})
