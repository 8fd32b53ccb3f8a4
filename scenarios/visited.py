"""What must hold of return visits at the end."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from scenarios.moments import day_of
from scenarios.platform import Answer
from scenarios.stage import Seen, Stage

Check = Callable[[Stage, Seen, Any], bool]
KEPT = ("planned", "made")


def _formal(seen: Seen) -> list[Answer]:
    return [each for each in seen.programme.get("visits", ())
            if each["kind"] == "formal" and each["state"] in KEPT and not each["asked"]]


def _days(seen: Seen) -> list[str]:
    """By when the visits were due, as the platform laid them out at first."""
    return [each["due_on"] for each in seen.schedule if each["kind"] == "visit"]


def _made(seen: Seen) -> list[str]:
    return sorted(each["on"] for each in _formal(seen) if each["state"] == "made")


def _a_year(_: Stage, seen: Seen, expected: Any) -> bool:
    """No year has more, and one more was refused."""
    years = Counter(each["on"][:4] for each in _formal(seen))
    return bool(years) and max(years.values()) <= expected and (
        seen.third_refused_with == "followup.visits_enough")


def _visitors(_: Stage, seen: Seen, expected: Any) -> bool:
    """Each visit had as many, and one alone was refused."""
    many = [len({each["officer_id"] for each in visit["visitors"]}) for visit in _formal(seen)]
    return bool(many) and min(many) >= expected and seen.alone_refused_with == "followup.visitors_too_few"


def _first_by(_: Stage, seen: Seen, expected: Any) -> bool:
    """It was due on that day, and made by then."""
    due, days, made = day_of(expected), _days(seen), _made(seen)
    return due is not None and bool(days and made) and days[0] == due.isoformat() and made[0] <= days[0]


def _second_before(_: Stage, seen: Seen, expected: Any) -> bool:
    """It was due before that day, and made before it."""
    before, days, made = day_of(expected), _days(seen), _made(seen)
    return before is not None and len(days) > 1 and len(made) > 1 and (
        max(days[1], made[1]) < before.isoformat())


def _end(_: Stage, seen: Seen, expected: Any) -> bool:
    return bool(seen.programme.get("state") == expected)


def _card(_: Stage, seen: Seen, expected: Any) -> bool:
    """As a letter that the person has, and read: the moment is kept."""
    card = seen.programme.get("card")
    return bool(card and card["read_at"] and seen.card_letter) is expected


CHECKS: Mapping[str, Check] = {
    "visits_per_year_at_most": _a_year, "visitors_at_least": _visitors, "first_visit_due_by": _first_by,
    "second_visit_before": _second_before, "programme_end": _end,
    "care_card_delivered": _card}
