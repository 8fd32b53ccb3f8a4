"""What must hold at the end of what was learned from a mistake."""

from collections.abc import Callable, Mapping
from typing import Any

from scenarios.platform import Answer
from scenarios.stage import Seen, Stage

Check = Callable[[Stage, Seen, Any], bool]


def _problems(_: Stage, seen: Seen, expected: Any) -> bool:
    """Raised by the decision itself, and put in words."""
    told = [source for source in seen.problem.get("sources", ()) if source["kind"] == "determination"]
    return bool(seen.problem.get("description")) and len(told) >= expected


def _measures(_: Stage, seen: Seen, expected: Any) -> bool:
    """Closed on evidence by somebody else; without evidence, or by the owner, it was refused."""
    closed = [each for each in seen.problem.get("measures", ()) if _was_shown(each)]
    return len(closed) >= expected and (seen.bare_refused_with, seen.owner_refused_with) == (
        "followup.evidence_missing", "followup.own_measure")


def _was_shown(measure: Answer) -> bool:
    papers = [paper for brought in measure["evidence"] for paper in brought["attachments"]]
    return measure["state"] == "closed" and bool(papers) and measure["settled_by"] != measure["owner_name"]


def _rules(_: Stage, seen: Seen, expected: Any) -> bool:
    """In force, with its text; the problem is closed."""
    held = [each for each in seen.problem.get("rules", ()) if each["text"] and not each["repealed_on"]]
    return len(held) >= expected and seen.problem.get("state") == "closed"


def _risk_point(_: Stage, seen: Seen, expected: Any) -> bool:
    """The very one, with the rule that came of it."""
    written = seen.problem.get("risk_point") or {}
    shown = any(each["words"] == written.get("words") and each["rules"] for each in seen.risk_points)
    return shown is expected


CHECKS: Mapping[str, Check] = {
    "problems_at_least": _problems, "measures_at_least": _measures, "rule_changes_at_least": _rules,
    "risk_point_shown_to_later_filer": _risk_point}
