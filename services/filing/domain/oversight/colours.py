"""三色清单: a colour follows from facts by the rule of its preset, and says which fact. None is kept."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from rongcuo.contracts.filing import (
    Checkpoint,
    ColourCause,
    ColourPreset,
    Deviation,
    ListColour,
    MatterPhase,
    OversightState,
    ProgressReport,
    ShownColour,
)
from rongcuo.policy.pack.overseeing import ProgressRule
from services.filing.domain.oversight.facts import is_disputed, is_open, last_progress, open_guidance

GREEN, YELLOW, RED = ListColour.GREEN, ListColour.YELLOW, ListColour.RED
OF_PHASE = {MatterPhase.BEFORE: (GREEN, ColourCause.NOT_BEGUN),
            MatterPhase.DURING: (YELLOW, ColourCause.UNDER_WAY), MatterPhase.AFTER: (RED, ColourCause.OVER)}


class Facts(Protocol):
    """What a colour follows from."""

    @property
    def state(self) -> OversightState: ...

    @property
    def planned(self) -> bool: ...

    @property
    def act_from(self) -> date | None: ...

    @property
    def act_until(self) -> date | None: ...

    @property
    def valid_until(self) -> date: ...

    @property
    def checkpoints(self) -> tuple[Checkpoint, ...]: ...

    @property
    def progress(self) -> tuple[ProgressReport, ...]: ...

    @property
    def deviations(self) -> tuple[Deviation, ...]: ...


def phase_of(matter: Facts, today: date) -> MatterPhase:
    """After: it was evaluated or closed, or neither act nor filing lasts. Before: nothing was done yet, and
    the act is still to come."""
    ended = matter.act_until or matter.valid_until
    if matter.state in (OversightState.EVALUATED, OversightState.CLOSED) or today > max(
            ended, matter.valid_until):
        return MatterPhase.AFTER
    begun = any(each.done for each in matter.progress) or matter.deviations or any(
        each.found for each in matter.checkpoints)
    if not begun and matter.act_from and today < matter.act_from:
        return MatterPhase.BEFORE
    return MatterPhase.DURING


def colours(matter: Facts, rule: ProgressRule, today: date) -> tuple[ShownColour, ...]:
    """One for each preset."""
    colour, cause = OF_PHASE[phase_of(matter, today)]
    by_phase = ShownColour(preset=ColourPreset.BY_PHASE, colour=colour, cause=cause)
    return (by_phase, next(_by_risk(matter, today)), _by_progress(matter, rule, today))


def _by_risk(matter: Facts, today: date) -> Iterator[ShownColour]:
    """The gravest fact first. What the filer has said something against weighs no more than any other, and
    that supervisors are late is nothing of the matter's."""
    open_ones = [each for each in matter.deviations if is_open(each)]
    still = [each for each in open_ones if not is_disputed(each)]
    yield from (_risk(RED, ColourCause.OUT_OF_BOUNDS, each) for each in still if each.outside)
    yield from (_risk(RED, ColourCause.CORRECTION_LATE, each) for each in still if _is_overdue(each, today))
    yield from (_risk(YELLOW, ColourCause.DEVIATION_OPEN, each) for each in open_ones)
    running = matter.state is OversightState.RUNNING
    if running and matter.planned:
        yield _risk(YELLOW, ColourCause.WATCHED)
    yield _risk(GREEN, ColourCause.NOTHING_OPEN)


def _risk(colour: ListColour, cause: ColourCause, of: Deviation | None = None) -> ShownColour:
    return ShownColour(preset=ColourPreset.BY_RISK, colour=colour, cause=cause,
                       deviation=of.number if of else 0)


def _is_overdue(deviation: Deviation, today: date) -> bool:
    told = open_guidance(deviation)
    return told is not None and told.due_on < today


def _by_progress(matter: Facts, rule: ProgressRule, today: date) -> ShownColour:
    """By the last report; before anything is done, by the months since the act was to begin."""
    preset, last = ColourPreset.BY_PROGRESS, last_progress(matter.progress)
    if (last is None or last.done == 0) and matter.act_from and matter.state is OversightState.RUNNING:
        months = (today.year - matter.act_from.year) * 12 + today.month - matter.act_from.month
        if months >= rule.red_months:
            return ShownColour(preset=preset, colour=RED, cause=ColourCause.LONG_NOT_STARTED, months=months)
        if months > 0:
            return ShownColour(preset=preset, colour=YELLOW, cause=ColourCause.NOT_STARTED, months=months)
    if last is None:
        return ShownColour(preset=preset, cause=ColourCause.NOT_REPORTED)
    behind = max(last.planned - last.done, 0)
    if behind > rule.red_points:
        return ShownColour(preset=preset, colour=RED, cause=ColourCause.FAR_BEHIND, points=behind)
    if behind >= rule.yellow_points:
        return ShownColour(preset=preset, colour=YELLOW, cause=ColourCause.BEHIND, points=behind)
    return ShownColour(preset=preset, colour=GREEN, cause=ColourCause.ON_PLAN, points=behind)
