"""What a problem tells."""

from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.followup import (
    Measure,
    MeasureState,
    ProblemClosed,
    ProblemRaised,
    ProblemSource,
    RuleChange,
    RuleEntered,
    WeakPoint,
)


class Told(Protocol):
    """A `Problem`."""

    situation: str
    sources: tuple[ProblemSource, ...]
    measures: tuple[Measure, ...]
    rules: tuple[RuleChange, ...]

    @property
    def weak_point(self) -> WeakPoint | None: ...

    def standing(self) -> Standing: ...


def raised(problem: Told, occasion: Occasion) -> ProblemRaised:
    """From what it was seen first."""
    source = problem.sources[0]
    return ProblemRaised(standing=problem.standing(), seen_from=source.kind, source_id=source.source_id,
                         at=occasion.now)


def rule_entered(problem: Told, rule: RuleChange, occasion: Occasion) -> RuleEntered:
    """Which weak point it mends."""
    return RuleEntered(standing=problem.standing(), rule=rule.place, weak_point=problem.weak_point,
                       situation=problem.situation, at=occasion.now)


def closed(problem: Told, occasion: Occasion) -> ProblemClosed:
    """With what was done about it."""
    return ProblemClosed(
        standing=problem.standing(), weak_point=problem.weak_point, at=occasion.now,
        measures=sum(each.state is MeasureState.CLOSED for each in problem.measures),
        rules=sum(each.repealed_on is None for each in problem.rules))

