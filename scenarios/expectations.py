"""What must hold at the end, by the scenarios' own keys. A key without a check is `later`, never passed."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from rongcuo.policy.rules import Rules
from scenarios import casebook_play, determined, learned, overseen, proposed, reported, visited
from scenarios.facts import Scenario, is_said
from scenarios.found import COUNTED, difference
from scenarios.moments import day_of, local_day
from scenarios.reasons import CANNOT_GO_ON, why
from scenarios.stage import Seen, Stage
from scenarios.translation import below
from scenarios.wording import filing_outcome_of, number_of

Check = Callable[[Stage, Seen, Any], bool]
PASSED, FAILED, LATER = "passed", "failed", "later"
UNJUDGED = "unjudged"  # nothing is expected, and so nothing can hold
REGISTERED = {"accepted", "expired"}
ANSWERS = {"accept", "verify", "decline", "request_supplement"}  # what ends a preliminary review


def _due(_: Stage, seen: Seen, expected: Any) -> bool:
    due = day_of(expected)
    return due is not None and seen.receipt.get("review_due_on") == due.isoformat()


def _outcome(_: Stage, seen: Seen, expected: Any) -> bool:
    outcome = filing_outcome_of(expected)
    if outcome == overseen.EVALUATED:
        return overseen.is_evaluated(seen)
    return bool((seen.filing.get("state") or seen.refused_with) == outcome)


def _late(_: Stage, seen: Seen, expected: Any) -> bool:
    """Whether the platform has flagged something of the matter as late."""
    told = [each for one in seen.all for each in (one.case, one.determination) if "late" in each]
    return bool(told) and any(each["late"] for each in told) is expected


def _whitelist(_: Stage, seen: Seen, expected: Any) -> bool:
    return seen.filing.get("whitelisted") is expected


def _provisional(_: Stage, seen: Seen, expected: Any) -> bool:
    """Whether a deadline rests on days that nobody has published yet."""
    told = [each for each in seen.all if each.receipt or each.determination]
    return bool(told) and any(each.provisional for each in told) is expected


def _households(stage: Stage, seen: Seen, expected: Any) -> bool:
    """Of the place; or of the scenario's own filing, where others of the play make up the rest. What was
    entered as an outcome of the filing must be as many."""
    place, wanted = seen.scenario.place, number_of("dashboard_households", expected)
    counted = stage.people.supervisor.get("/filings/funnel", division_code=place)["households"]
    played = [each for each in stage.filings if each.organ_id.startswith(below(place))]
    whole = sum(each.households for each in played if each.filing.get("state") in REGISTERED)
    entered = [overseen.counted(each, "households") for each in seen.all if each.filing.get("oversight_id")]
    return bool(counted == wanted or (counted == whole and _of_its_own(seen) == wanted)) and (
        not entered or sum(each or 0 for each in entered) == wanted)


def _of_its_own(seen: Seen) -> int:
    return sum(each.households for each in seen.all if each.filing.get("state") in REGISTERED)


def _funnel(stage: Stage, seen: Seen, expected: Any) -> bool:
    funnel = stage.people.supervisor.get("/filings/funnel", division_code=seen.scenario.place)
    return all(funnel[key] == number_of(key, told) for key, told in expected.items() if key in COUNTED)


def _reviewed_in_time_or_flagged(stage: Stage, seen: Seen, expected: Any) -> bool:
    within = below(seen.scenario.place)
    inside = [other for other in stage.filings if (other.organ_id or other.scenario.place).startswith(within)]
    return bool(inside) and all(_in_time_or_flagged(other) for other in inside) is expected


def _in_time_or_flagged(seen: Seen) -> bool:
    """Counted anew from the calendar: the first answer comes by the first working day after the filing."""
    if not seen.receipt or seen.filing.get("state") == "withdrawn":
        return True
    answers = [local_day(entry["at"]) for entry in seen.case["history"] if entry["what"] in ANSWERS]
    return bool(answers) and bool(seen.case["late"] or min(answers) <= _next_workday(seen).isoformat())


def _next_workday(seen: Seen) -> date:
    calendar = Rules().calendar(seen.scenario.place)
    day = date.fromisoformat(local_day(seen.receipt["submitted_at"])) + timedelta(days=1)
    while not calendar.is_workday(day):
        day += timedelta(days=1)
    return day


CHECKS: Mapping[str, Check] = {
    "preliminary_review_due": _due,
    "filing_outcome": _outcome,
    "whitelist": _whitelist,
    "provisional": _provisional,
    "dashboard_households": _households,
    "funnel": _funnel,
    **dict.fromkeys(("late", "overdue", "flagged_late"), _late),
    "every_filing_reviewed_within_one_working_day_or_flagged_late": _reviewed_in_time_or_flagged,
    **determined.CHECKS,
    **learned.CHECKS,
    **overseen.CHECKS,
    **proposed.CHECKS,
    **reported.CHECKS,
    **visited.CHECKS,
    **casebook_play.CHECKS,
}
# Keys that may ask for more than is built: whether what is asked for is wholly within reach.
WHOLE: Mapping[str, Callable[[Any], bool]] = {
    "funnel": lambda expected: set(expected) <= set(COUNTED),
    **determined.WHOLE,
    **reported.WHOLE,
}


def judge(stage: Stage, scenario: Scenario) -> dict[str, str]:
    """passed, failed or later for every expectation of a scenario and of its cases. What could not be played
    has failed, whatever it expects."""
    seen = stage.seen.get(scenario.id, Seen(scenario))
    stopped = any(each.failures for each in seen.all)
    judged = {key: _judge_one(stage, seen, key, expected) for key, expected in scenario.expect.items()}
    for number, case in enumerate(seen.cases, 1):
        judged |= {f"case {number}: {key}": _judge_one(stage, case, key, expected)
                   for key, expected in case.scenario.expect.items()}
    if stopped:
        judged["played"] = FAILED
    return judged


def _judge_one(stage: Stage, seen: Seen, key: str, expected: Any) -> str:
    check = CHECKS.get(key) or determined.check_of(key)
    if not check:
        return LATER
    try:
        return _held(check, stage, seen, key, expected) if is_said(key, expected) else UNJUDGED
    except CANNOT_GO_ON as error:
        seen.failures += [told for told in [_of_key(key, why(error))] if told not in seen.failures]
    return FAILED


def _held(check: Check, stage: Stage, seen: Seen, key: str, expected: Any) -> str:
    if check(stage, seen, expected):
        return PASSED if WHOLE.get(key, lambda _: True)(expected) else LATER
    seen.instead[key] = difference(stage, seen, key, expected)
    return FAILED


def _of_key(key: str, told: str) -> str:
    return told if told.startswith(f"{key}: ") else f"{key}: {told}"


def unread_of(scenario: Scenario) -> tuple[str, ...]:
    """What a scenario says that nothing is made of, with the expectations that nobody knows."""
    each = (("", scenario), *((f"cases[{number}].", case) for number, case in enumerate(scenario.cases(), 1)))
    strange = (f"{where}expect.{key}" for where, one in each for key in one.expect
               if not (key in CHECKS or determined.check_of(key)))
    return (*scenario.unread, *strange)


def overall(judged: Mapping[str, str]) -> str:
    """failed if anything failed, else later if anything is out of reach, else passed if anything was."""
    verdicts = set(judged.values())
    return next((each for each in (FAILED, LATER, PASSED) if each in verdicts), UNJUDGED)
