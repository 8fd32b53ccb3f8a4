"""What must hold of a proposal at the end."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from scenarios.moments import local_day
from scenarios.stage import Seen, Stage

Check = Callable[[Stage, Seen, Any], bool]
MOST_ROLLED = timedelta(days=10)     # over a long holiday


def _proposal(_: Stage, seen: Seen, expected: Mapping[str, Any]) -> bool:
    """Each of what is expected of it; none of something that nobody knows."""
    return bool(seen.proposal) and all(
        key in _OF_IT and _OF_IT[key](seen, wanted) for key, wanted in expected.items())


def _days(seen: Seen, wanted: int) -> bool:
    """As the letter says, from its delivery on: no earlier, and later only for days off."""
    delivered = date.fromisoformat(local_day(seen.proposal["delivered_at"]))
    least, until = delivered + timedelta(days=wanted), date.fromisoformat(seen.proposal["reply_by"])
    return bool(seen.proposal["content"]["reply_days"] == wanted) and least <= until <= least + MOST_ROLLED


def _reminded(seen: Seen, wanted: bool) -> bool:
    """By the platform, after the day of the answer, which it showed as late."""
    told = seen.reminded
    after = bool(told) and told["late"] and local_day(told["reminded_at"]) > told["reply_by"]
    return after is wanted


def _rule(seen: Seen, wanted: bool) -> bool:
    """With its title, what it says and its day; and what was put right was found to be."""
    rules = [rule for reply in seen.proposal["replies"] for rule in reply["rules"]]
    whole = bool(rules) and all(each["title"] and each["text"] and each["on"] for each in rules)
    return (whole and seen.proposal["state"] == "closed") is wanted


_OF_IT: Mapping[str, Callable[[Seen, Any], bool]] = {
    "reply_due_days": _days, "overdue_reminded": _reminded, "rule_changed": _rule}
CHECKS: Mapping[str, Check] = {"proposal": _proposal}
