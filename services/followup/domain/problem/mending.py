"""整改措施: planned with an owner and a day, reported with evidence, closed on it by somebody else (销账)."""

from dataclasses import replace
from datetime import date

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.followup import Measure, MeasureEvidence, MeasureState, NewMeasure
from rongcuo.contracts.identity import OfficerView
from rongcuo.policy.clock import DeadlineClock
from services.followup.domain.problem.facts import Facts
from services.followup.domain.problem.guards import PENDING, is_own, today
from services.followup.domain.problem.transitions import ProblemVerb as Verb


def plan(problem: Facts, wanted: NewMeasure, owner: OfficerView, occasion: Occasion) -> None:
    """Its owner is one of the organ's, and free; its day has not passed."""
    problem.require(Verb.PLAN_MEASURE, occasion)
    problem.require_able(owner)
    _require_ahead(wanted.due_on, occasion)
    words = problem.said(wanted.words, occasion)
    measure = Measure(number=len(problem.measures) + 1, words=words, unit=wanted.unit.strip(),
                      owner_id=owner.officer_id, owner_name=owner.name, due_on=wanted.due_on)
    problem.measures += (measure,)
    problem.step(Verb.PLAN_MEASURE, occasion, str(measure.number), None, owner.officer_id)


def move(problem: Facts, number: int, owner: OfficerView, due_on: date, reason: str,
         occasion: Occasion) -> None:
    """A lead's: also where its owner is gone. What was reported stays reported."""
    problem.require(Verb.MOVE_MEASURE, occasion)
    measure = _one(problem, number, PENDING)
    problem.require_able(owner)
    if due_on != measure.due_on:
        _require_ahead(due_on, occasion)
    why = problem.said(reason, occasion, "reason")
    _keep(problem, replace(measure, owner_id=owner.officer_id, owner_name=owner.name, due_on=due_on))
    problem.step(Verb.MOVE_MEASURE, occasion, f"{number}：{why}", None, owner.officer_id)


def report(problem: Facts, number: int, words: str, attachments: tuple[AttachmentRef, ...],
           occasion: Occasion) -> None:
    """With papers that show it; words alone are none."""
    problem.require(Verb.REPORT_MEASURE, occasion)
    measure = _one(problem, number, frozenset({MeasureState.OPEN}))
    if not attachments:
        raise CaseError("followup.evidence_missing", details={"field": "attachments"})
    brought = MeasureEvidence(words=problem.said(words, occasion), by_id=occasion.actor.officer_id,
                       by_name=occasion.actor.name, attachments=attachments, at=occasion.now)
    _keep(problem, replace(measure, state=MeasureState.REPORTED, evidence=(*measure.evidence, brought)))
    problem.step(Verb.REPORT_MEASURE, occasion, str(number))


def give_back(problem: Facts, number: int, reason: str, occasion: Occasion) -> None:
    """What was brought does not show it: it stays on record, and the measure is open again."""
    problem.require(Verb.RETURN_MEASURE, occasion)
    measure = _reported(problem, number, occasion)
    why = problem.said(reason, occasion, "reason")
    _keep(problem, replace(measure, state=MeasureState.OPEN))
    problem.step(Verb.RETURN_MEASURE, occasion, f"{number}：{why}")


def close(problem: Facts, number: int, words: str, occasion: Occasion) -> None:
    """销账."""
    problem.require(Verb.CLOSE_MEASURE, occasion)
    measure = _reported(problem, number, occasion)
    _settle(problem, measure, MeasureState.CLOSED, problem.said(words, occasion), occasion)
    problem.step(Verb.CLOSE_MEASURE, occasion, str(number), _afterwards(problem, occasion))


def drop(problem: Facts, number: int, reason: str, occasion: Occasion) -> None:
    """A lead's. It stays in the list, with the reason."""
    problem.require(Verb.DROP_MEASURE, occasion)
    measure, why = _one(problem, number, PENDING), problem.said(reason, occasion, "reason")
    _settle(problem, measure, MeasureState.DROPPED, why, occasion)
    problem.step(Verb.DROP_MEASURE, occasion, f"{number}：{why}", _afterwards(problem, occasion))


def _settle(problem: Facts, measure: Measure, state: MeasureState, words: str, occasion: Occasion) -> None:
    _keep(problem, replace(measure, state=state, settled_by=occasion.actor.name, settled_words=words,
                           settled_on=today(occasion)))


def _afterwards(problem: Facts, occasion: Occasion) -> DeadlineClock | None:
    """With nothing pending, it waits to be closed, or for another measure."""
    pending = any(each.state in PENDING for each in problem.measures)
    return None if pending else problem.waits_anew(occasion)


def _reported(problem: Facts, number: int, occasion: Occasion) -> Measure:
    """To be looked at by somebody who neither has it nor brought the evidence."""
    measure = _one(problem, number, PENDING)
    if measure.state is not MeasureState.REPORTED:
        raise CaseError("followup.evidence_missing", details={"measure": number})
    if is_own(measure, occasion):
        raise CaseError("followup.own_measure", details={"measure": number})
    return measure


def _one(problem: Facts, number: int, states: frozenset[MeasureState]) -> Measure:
    found = next((each for each in problem.measures if each.number == number), None)
    if found is None or found.state not in states:
        raise CaseError("followup.no_such_measure", details={"measure": number})
    return found


def _keep(problem: Facts, measure: Measure) -> None:
    problem.measures = tuple(measure if each.number == measure.number else each for each in problem.measures)


def _require_ahead(day: date, occasion: Occasion) -> None:
    if day < today(occasion):
        raise CaseError("followup.measure_day_past", details={"day": day.isoformat()})
