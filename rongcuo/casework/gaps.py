"""What is missing before a step, found by a table of checks, and what the pack does about it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.gaps import Force, Gap

Check = Callable[[Any, Occasion], bool]
Checks = Mapping[str, Mapping[Gap, Check]]   # step -> what may be missing -> whether it is


def found(checks: Checks, step: str, case: object, occasion: Occasion) -> tuple[Gap, ...]:
    """What is missing before a step now."""
    return tuple(gap for gap, missing in checks.get(step, {}).items() if missing(case, occasion))


def require_none(gaps: Iterable[Gap], occasion: Occasion) -> None:
    """Raises `review.gaps` for what keeps the step, `review.gaps_unacknowledged` for what whoever takes the
    step has not said that they know."""
    forces = {gap: occasion.pack.gaps.force(gap) for gap in gaps}
    for force, code in ((Force.REFUSE, "review.gaps"), (Force.ACKNOWLEDGE, "review.gaps_unacknowledged")):
        stopping = [gap.value for gap, said in forces.items() if said is force]
        if stopping and not (force is Force.ACKNOWLEDGE and occasion.acknowledged):
            raise CaseError(code, details={"gaps": stopping})
