"""What must hold before a verb of a problem. A guard raises CaseError and changes nothing."""

from datetime import date
from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    Measure,
    MeasureState,
    ProblemDescription,
    RiskPoint,
    RuleChange,
    WeakPoint,
)
from rongcuo.policy.calendar import ZONE

PENDING = frozenset({MeasureState.OPEN, MeasureState.REPORTED})


class Asked(Protocol):
    """A `Problem`, which knows them itself."""

    organ_id: str
    situation: str
    description: ProblemDescription | None
    measures: tuple[Measure, ...]
    rules: tuple[RuleChange, ...]
    risk_point: RiskPoint | None


def actor_leads(problem: Asked, occasion: Occasion) -> None:
    """A lead of the organ."""
    actor = occasion.actor
    if not actor.has(Role.LEAD) or actor.organ_id != problem.organ_id:
        raise CaseError("followup.lead_wanted", details={"organ_id": problem.organ_id})


def nothing_was_done(problem: Asked, _: Occasion) -> None:
    """What has measures or rules is no mistake of the list."""
    if problem.measures or problem.rules:
        raise CaseError("followup.problem_has_measures")


def a_measure_is_open(problem: Asked, _: Occasion) -> None:
    """One that is to be reported on."""
    if not any(each.state is MeasureState.OPEN for each in problem.measures):
        raise CaseError("followup.no_such_measure")


def a_measure_is_pending(problem: Asked, _: Occasion) -> None:
    """One that is neither closed nor dropped."""
    if not any(each.state in PENDING for each in problem.measures):
        raise CaseError("followup.no_such_measure")


def evidence_was_brought(problem: Asked, occasion: Occasion) -> None:
    """销账 goes by evidence, which somebody else looks at."""
    reported = [each for each in problem.measures if each.state is MeasureState.REPORTED]
    if not reported:
        raise CaseError("followup.evidence_missing")
    if all(is_own(each, occasion) for each in reported):
        raise CaseError("followup.own_measure")


def is_own(measure: Measure, occasion: Occasion) -> bool:
    """Whether the actor has it, or brought what shows it."""
    return occasion.actor.officer_id in {measure.owner_id, measure.evidence[-1].by_id}


def situation_is_known(problem: Asked, _: Occasion) -> None:
    """Whom a risk point is shown to goes by the situation."""
    if not problem.situation:
        raise CaseError("followup.situation_missing")


def risk_point_is_there(problem: Asked, _: Occasion) -> None:
    """Something to withdraw."""
    if problem.risk_point is None:
        raise CaseError("followup.no_risk_point")


def a_rule_holds(problem: Asked, _: Occasion) -> None:
    """Something to repeal."""
    if all(each.repealed_on for each in problem.rules):
        raise CaseError("followup.no_such_rule")


def measures_are_settled(problem: Asked, _: Occasion) -> None:
    """At least one was carried out, and none is open."""
    if not any(each.state is MeasureState.CLOSED for each in problem.measures):
        raise CaseError("followup.measure_missing")
    if still := [each.number for each in problem.measures if each.state in PENDING]:
        raise CaseError("followup.measures_open", details={"measures": still})


def rule_is_there(problem: Asked, _: Occasion) -> None:
    """Where a rule was missing, there is one now that holds."""
    missing = problem.description and problem.description.weak_point is WeakPoint.RULE_MISSING
    if missing and all(each.repealed_on for each in problem.rules):
        raise CaseError("followup.rule_missing")


def has_come(day: date, occasion: Occasion) -> None:
    """A local day of which something is told as done."""
    if day > today(occasion):
        raise CaseError("followup.day_ahead", details={"day": day.isoformat()})


def today(occasion: Occasion) -> date:
    """The local day."""
    return occasion.now.astimezone(ZONE).date()
