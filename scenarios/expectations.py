"""What must hold at the end, by the scenarios' own keys. A key without a check is `later`, never passed."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import httpx

from rongcuo.policy.rules import Rules
from scenarios import determined
from scenarios.facts import Scenario
from scenarios.platform import Refused
from scenarios.stage import Seen, Stage

Check = Callable[[Stage, Seen, Any], bool]
PASSED, FAILED, LATER = "passed", "failed", "later"
ANSWERS = {"accept", "verify", "decline", "request_supplement"}  # what ends a preliminary review
BEYOND_THE_REVIEW = {"evaluated"}  # outcomes of a filing that later issues bring
NOT_ACCEPTED = {"rejected": "declined", "not_accepted": "declined"}  # other words for an outcome
UNANSWERED = (Refused, TimeoutError, httpx.HTTPError, LookupError, TypeError, ValueError)


def _due(_: Stage, seen: Seen, expected: Any) -> bool:
    return bool(seen.receipt.get("review_due_on") == str(expected))


def _outcome(_: Stage, seen: Seen, expected: Any) -> bool:
    return bool((seen.filing.get("state") or seen.refused_with) == NOT_ACCEPTED.get(expected, expected))


def _whitelist(_: Stage, seen: Seen, expected: Any) -> bool:
    return seen.filing.get("whitelisted") is expected


def _households(stage: Stage, seen: Seen, expected: Any) -> bool:
    funnel = stage.people.supervisor.get("/filings/funnel", division_code=seen.scenario.place)
    return bool(funnel["households"] == expected)


def _funnel(stage: Stage, seen: Seen, expected: Any) -> bool:
    funnel = stage.people.supervisor.get("/filings/funnel", division_code=seen.scenario.place)
    return bool({key: funnel[key] for key in expected} == expected)


def _reviewed_in_time_or_flagged(stage: Stage, seen: Seen, expected: Any) -> bool:
    inside = [other for other in stage.filings if other.scenario.place[:4] == seen.scenario.place[:4]]
    return bool(all(_in_time_or_flagged(other) for other in inside) is expected)


def _in_time_or_flagged(seen: Seen) -> bool:
    """Counted anew from the calendar: the first answer comes by the first working day after the filing."""
    if not seen.receipt or seen.filing.get("state") == "withdrawn":
        return True
    answers = [entry["at"][:10] for entry in seen.case["history"] if entry["what"] in ANSWERS]
    return bool(answers) and bool(seen.case["late"] or min(answers) <= _next_workday(seen).isoformat())


def _next_workday(seen: Seen) -> date:
    calendar = Rules().calendar(seen.scenario.place)
    day = date.fromisoformat(seen.receipt["submitted_at"][:10]) + timedelta(days=1)
    while not calendar.is_workday(day):
        day += timedelta(days=1)
    return day


CHECKS: Mapping[str, Check] = {
    "preliminary_review_due": _due,
    "filing_outcome": _outcome,
    "whitelist": _whitelist,
    "dashboard_households": _households,
    "funnel": _funnel,
    "every_filing_reviewed_within_one_working_day_or_flagged_late": _reviewed_in_time_or_flagged,
    **determined.CHECKS,
}
# Keys of which a check knows only some values: whatever else they ask for comes with later issues.
KNOWN: Mapping[str, Callable[[Any], bool]] = {
    "filing_outcome": lambda expected: expected not in BEYOND_THE_REVIEW,
    **determined.KNOWN,
}


def judge(stage: Stage, scenario: Scenario) -> dict[str, str]:
    """passed, failed or later for every expectation of a scenario and of its cases. What could not be played
    has failed, whatever it expects."""
    seen = stage.seen.get(scenario.id, Seen(scenario))
    judged = {key: _judge_one(stage, seen, key, expected) for key, expected in scenario.expect.items()}
    for number, case in enumerate(seen.cases, 1):
        judged |= {f"case {number}: {key}": _judge_one(stage, case, key, expected)
                   for key, expected in case.scenario.expect.items()}
    if any(each.failures for each in seen.all):
        judged["played"] = FAILED
    return judged


def _judge_one(stage: Stage, seen: Seen, key: str, expected: Any) -> str:
    check = CHECKS.get(key) or determined.check_of(key)
    if check is None or not KNOWN.get(key, lambda _: True)(expected):
        return LATER
    try:
        return PASSED if check(stage, seen, expected) else FAILED
    except UNANSWERED as error:
        seen.failures.append(f"{key}: {error!r}")
        return FAILED


def overall(judged: Mapping[str, str]) -> str:
    """failed if anything failed, else later if anything is out of reach, else passed."""
    verdicts = set(judged.values())
    return FAILED if FAILED in verdicts else LATER if LATER in verdicts else PASSED
