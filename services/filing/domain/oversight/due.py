"""What is to be done next in the later life of a filing, by whom and until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from rongcuo.contracts.actor import Role, queue
from rongcuo.contracts.filing import (
    Checkpoint,
    Deviation,
    MatterEvaluation,
    OversightState,
    Supervisor,
)
from services.filing.domain.oversight.facts import (
    LEAST_SUPERVISORS,
    is_awaited,
    is_disputed,
    is_open,
    open_guidance,
)

PLANNING, CHECKPOINT, GUIDANCE = "oversight_plan", "oversight_checkpoint", "oversight_guidance"
CORRECTION, SECOND_LOOK = "oversight_correction", "oversight_second_look"
DISPUTE, EVALUATION = "oversight_dispute", "oversight_evaluation"


class Facts(Protocol):
    """What it follows from."""

    @property
    def state(self) -> OversightState: ...

    @property
    def organ_id(self) -> str: ...

    @property
    def officer(self) -> Supervisor | None: ...

    @property
    def planned(self) -> bool: ...

    @property
    def plan_due_on(self) -> date | None: ...

    @property
    def evaluate_by(self) -> date | None: ...

    @property
    def evaluations(self) -> tuple[MatterEvaluation, ...]: ...

    @property
    def second_look_on(self) -> date | None: ...

    @property
    def checkpoints(self) -> tuple[Checkpoint, ...]: ...

    @property
    def deviations(self) -> tuple[Deviation, ...]: ...


@dataclass(frozen=True, slots=True)
class Due:
    """One thing. `holders`: officers, or the queue of the leads."""

    on: date
    stage: str
    holders: tuple[str, ...]


def next_due(matter: Facts) -> Due | None:
    """The first of all that is open; nothing of what is closed."""
    return min(_all(matter), key=lambda each: each.on, default=None)


def _all(matter: Facts) -> Iterator[Due]:
    if matter.state is not OversightState.CLOSED:
        yield from _of_deviations(matter)
        if matter.state is not OversightState.STOPPED:
            yield from _of_the_plan(matter)


def _of_deviations(matter: Facts) -> Iterator[Due]:
    """With whoever accepted the filing, while they are there."""
    theirs = (matter.officer.officer_id,) if matter.officer else _leads(matter)
    for deviation in matter.deviations:
        if is_disputed(deviation):
            yield Due(deviation.disputes[-1].answer_by, DISPUTE, _leads(matter))
        elif told := open_guidance(deviation):
            yield Due(told.due_on, CORRECTION, theirs)
        elif is_open(deviation):
            yield Due(deviation.guide_by, GUIDANCE, theirs)


def _of_the_plan(matter: Facts) -> Iterator[Due]:
    if matter.planned and not matter.checkpoints and matter.plan_due_on:
        yield Due(matter.plan_due_on, PLANNING, _leads(matter))
    for checkpoint in filter(is_awaited, matter.checkpoints):
        named = tuple(sorted(each.officer_id for each in checkpoint.supervisors))
        enough = len(named) >= LEAST_SUPERVISORS
        yield Due(checkpoint.due_on, CHECKPOINT, named if enough else _leads(matter))
    if matter.evaluate_by and not matter.evaluations:
        yield Due(matter.evaluate_by, EVALUATION, _leads(matter))
    if matter.second_look_on:
        yield Due(matter.second_look_on, SECOND_LOOK, _leads(matter))


def _leads(matter: Facts) -> tuple[str, ...]:
    return (queue(matter.organ_id, Role.LEAD),)
