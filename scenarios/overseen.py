"""What must hold of the later life of a filing at the end."""

from collections.abc import Callable, Mapping
from typing import Any

from scenarios.stage import Seen, Stage

EVALUATED = "evaluated"


def phases(_: Stage, seen: Seen, expected: Any) -> bool:
    """Those it was in, in their order."""
    return list(seen.oversight.get("phases", ())) == list(expected)


def retrospective(_: Stage, seen: Seen, expected: Any) -> bool:
    """Whether one-case-one-review was held."""
    return bool(seen.oversight) and bool(seen.oversight["retrospectives"]) is expected


def is_evaluated(seen: Seen) -> bool:
    """Whether the matter was, by every standard."""
    return bool(seen.oversight.get("evaluations"))


def counted(seen: Seen, kind: str) -> int | None:
    """What stands of a kind of outcome, in its unit; None where nothing was entered."""
    return next((each["amount"] for each in seen.oversight.get("totals", ()) if each["kind"] == kind), None)


CHECKS: Mapping[str, Callable[[Stage, Seen, Any], bool]] = {
    "phases": phases, "retrospective_held": retrospective}
