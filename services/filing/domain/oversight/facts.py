"""What is noted, held against what was noted before: what cannot be so is refused by a code."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import (
    Checkpoint,
    Deviation,
    Guidance,
    Mark,
    Marked,
    MatterEvaluation,
    NewOutcome,
    OutcomeKind,
    OutcomeRecord,
    OutcomeUnit,
    ProgressReport,
    Supervisor,
    Track,
)
from rongcuo.contracts.identity import OfficerView
from rongcuo.policy.pack.overseeing import EvaluationRule
from rongcuo.texts.signs import is_seen
from services.filing.domain.matter import local_day

LEAST_SUPERVISORS = 2
WHOLE = 100     # percent
UNITS: Mapping[OutcomeKind, OutcomeUnit] = MappingProxyType({
    OutcomeKind.HOUSEHOLDS: OutcomeUnit.HOUSEHOLDS, OutcomeKind.WAGES: OutcomeUnit.CNY,
    OutcomeKind.INVESTMENT: OutcomeUnit.CNY, OutcomeKind.JOBS: OutcomeUnit.JOBS})


def require_past(on: date, field: str, occasion: Occasion) -> None:
    """Nothing that happened is still to come."""
    if on > local_day(occasion.now):
        raise CaseError("filing.day_to_come", details={"fields": {field: [on.isoformat()]}})


def require_to_come(on: date, field: str, occasion: Occasion) -> None:
    """Whoever has to do something by a day, has that day."""
    if on < local_day(occasion.now):
        raise CaseError("filing.day_over", details={"fields": {field: [on.isoformat()]}})


def supervisors_of(code: str, officers: Iterable[OfficerView]) -> tuple[Supervisor, ...]:
    """Two at least, each once."""
    named = {each.officer_id: Supervisor(officer_id=each.officer_id, name=each.name) for each in officers}
    if len(named) < LEAST_SUPERVISORS:
        raise CaseError("filing.too_few_supervisors", details={
            "checkpoint": code, "needed": LEAST_SUPERVISORS})
    return tuple(named.values())


def is_awaited(checkpoint: Checkpoint) -> bool:
    """Whether somebody is still to look at it."""
    return checkpoint.found is None and checkpoint.lapse is None


def open_guidance(deviation: Deviation) -> Guidance | None:
    """The last that was given, while no correction has come since, and it was not withdrawn."""
    if is_withdrawn(deviation):
        return None
    last = deviation.guidance[-1] if deviation.guidance else None
    corrected = deviation.corrections[-1].at if deviation.corrections else None
    return last if last and (corrected is None or corrected < last.at) else None


def is_open(deviation: Deviation) -> bool:
    """Whether it waits for a correction: none has come, or guidance was given since."""
    waits = not deviation.corrections or open_guidance(deviation) is not None
    return waits and not is_withdrawn(deviation)


def is_disputed(deviation: Deviation) -> bool:
    """Whether the filer has said something against it that waits for its answer."""
    return len(deviation.disputes) > len(deviation.answers)


def is_withdrawn(deviation: Deviation) -> bool:
    """Whether it was answered that it is none."""
    return any(not each.stands for each in deviation.answers)


def last_progress(reports: tuple[ProgressReport, ...]) -> ProgressReport | None:
    """Of the latest day; of one day, the latest told."""
    return max(reversed(reports), key=lambda each: each.on, default=None)


class Lasting(Protocol):
    """What has an end."""

    act_until: date | None
    valid_until: date
    progress: tuple[ProgressReport, ...]
    evaluations: tuple[MatterEvaluation, ...]


def require_over(matter: Lasting, occasion: Occasion) -> None:
    """Its last day is past, all of it is done, or it was evaluated before."""
    ends, last = matter.act_until or matter.valid_until, last_progress(matter.progress)
    done = last is not None and last.done == WHOLE
    if not (done or matter.evaluations) and local_day(occasion.now) <= ends:
        raise CaseError("filing.not_over_yet", details={"until": ends.isoformat()})


def noted(occasion: Occasion) -> dict[str, Any]:
    """By whom, and when."""
    return {"by_id": occasion.actor.officer_id, "by_name": occasion.actor.name, "at": occasion.now}


def standing(outcomes: tuple[OutcomeRecord, ...]) -> tuple[OutcomeRecord, ...]:
    """Those in whose place no other stands."""
    replaced = {each.corrects for each in outcomes}
    return tuple(each for each in outcomes if each.number not in replaced)


def require_outcome(new: NewOutcome, known: tuple[OutcomeRecord, ...], occasion: Occasion) -> None:
    """In the unit of its kind; not what stands already; in the place of something only with a reason."""
    require_past(new.on, "on", occasion)
    if new.unit is not UNITS[new.kind]:
        raise CaseError("filing.outcome_unit", details={
            "kind": new.kind.value, "unit": new.unit.value, "wanted": UNITS[new.kind].value})
    stands = standing(known)
    if new.corrects and new.corrects not in {each.number for each in stands if each.kind is new.kind}:
        raise CaseError("filing.outcome_unknown", details={"number": new.corrects})
    if new.corrects and not is_seen(new.reason):
        raise CaseError("filing.correction_reason_missing")
    if not new.corrects and new.amount == 0:
        raise CaseError("filing.outcome_nothing")
    same = (each.number for each in stands if each.number != new.corrects and (
        each.kind, each.on, each.source.strip()) == (new.kind, new.on, new.source.strip()))
    if (twice := next(same, 0)):
        raise CaseError("filing.outcome_twice", details={"number": twice})


def require_marks(marks: tuple[Marked, ...], rule: EvaluationRule) -> None:
    """Each standard of the pack once; what is not wholly met, with the reason."""
    given = [each.standard for each in marks]
    if sorted(given) != sorted(rule.standards):
        missing = sorted(set(rule.standards) - set(given))
        raise CaseError("filing.standards_incomplete", details={"missing": missing})
    if bare := [each.standard for each in marks if each.mark is not Mark.MET and not is_seen(each.reason)]:
        raise CaseError("filing.mark_reason_missing", details={"standards": bare})


def track_of(marks: Iterable[Marked], rule: EvaluationRule) -> Track:
    """What follows, by the pack's rule; of the matter, and of nobody."""
    found = [each.mark for each in marks]
    if found.count(Mark.NOT_MET) >= rule.second_look_from:
        return Track.SECOND_LOOK
    short = len(found) - found.count(Mark.MET)
    return Track.IMPROVEMENT if short >= rule.improvement_from else Track.REGULAR
