"""What happens to the later life of a filing without anybody's verb."""

from dataclasses import replace
from datetime import date
from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.filing import (
    Checkpoint,
    HistoryEntry,
    Lapse,
    LapseCause,
    MatterEvaluation,
    OversightClosing,
    Supervisor,
)
from rongcuo.contracts.filing import OversightState as State
from rongcuo.policy.limit import Limit
from services.filing.domain.matter import local_day
from services.filing.domain.oversight.facts import is_awaited
from services.filing.domain.oversight.transitions import OversightVerb as Verb


class Matter(Protocol):
    """What it happens to."""

    state: State
    valid_until: date
    officer: Supervisor | None
    apart: tuple[str, ...]
    checkpoints: tuple[Checkpoint, ...]
    evaluations: tuple[MatterEvaluation, ...]
    evaluate_by: date | None
    closing: OversightClosing | None
    history: tuple[HistoryEntry, ...]
    edits: int

    def can(self, verb: Verb) -> bool: ...
    def by_when(self, limit: Limit, occasion: Occasion) -> date: ...
    def looks_at(self, officer_id: str) -> tuple[Checkpoint, ...]: ...
    def moved(self, verb: Verb, occasion: Occasion, note: str = "", *concerns: str) -> None: ...


def stop(matter: Matter, occasion: Occasion) -> None:
    """The filing applies no more: what was to be looked at lapses."""
    if not matter.can(Verb.STOP):
        return
    cause = _lapsed(LapseCause.VOIDED, local_day(occasion.now))
    matter.checkpoints = tuple(replace(each, lapse=cause) if is_awaited(each) else each
                               for each in matter.checkpoints)
    matter.moved(Verb.STOP, occasion)


def resume(matter: Matter, occasion: Occasion) -> None:
    """The filing applies again, and what had lapsed with it is to be looked at; also where it was closed
    meanwhile."""
    if not matter.can(Verb.RESUME) or not _was_stopped(matter):
        return
    matter.closing = None
    matter.checkpoints = tuple(replace(each, lapse=None) if _is_void(each) else each
                               for each in matter.checkpoints)
    matter.moved(Verb.RESUME, occasion)
    if matter.evaluations:
        matter.state = State.EVALUATED


def lapse(matter: Matter, occasion: Occasion) -> None:
    """The last day is over: what was to be looked at after it is asked for no more; what should have been
    before it, still is; and the matter is to be evaluated."""
    gone = [each for each in matter.checkpoints if is_awaited(each) and each.due_on > matter.valid_until]
    unheard = matter.evaluate_by is None and not matter.evaluations
    if not (gone or unheard) or not matter.can(Verb.LAPSE):
        return
    if unheard:
        matter.evaluate_by = matter.by_when(occasion.pack.oversight.evaluate_within, occasion)
    cause = _lapsed(LapseCause.EXPIRED, local_day(occasion.now))
    matter.checkpoints = tuple(replace(each, lapse=cause) if each in gone else each
                               for each in matter.checkpoints)
    matter.moved(Verb.LAPSE, occasion, " ".join(each.code for each in gone))


def leave(matter: Matter, officer_id: str, occasion: Occasion) -> None:
    """Whoever left, or was recused, looks at nothing any more; the leads name others."""
    held = matter.looks_at(officer_id)
    theirs = matter.officer is not None and matter.officer.officer_id == officer_id
    if not (held or theirs) or not matter.can(Verb.LEAVE):
        return
    matter.officer = None if theirs else matter.officer
    matter.checkpoints = tuple(_without(each, officer_id) if each in held else each
                               for each in matter.checkpoints)
    matter.moved(Verb.LEAVE, occasion, "", officer_id)


def recuse(matter: Matter, officer_id: str, occasion: Occasion) -> None:
    """The organ has found that an officer has a part in the filing."""
    if officer_id not in matter.apart:
        matter.apart += (officer_id,)
        matter.edits += 1
    leave(matter, officer_id, occasion)


def _was_stopped(matter: Matter) -> bool:
    """Whether nothing has made it apply again since."""
    turns = [each.what for each in matter.history if each.what in (Verb.STOP, Verb.RESUME)]
    return turns[-1:] == [Verb.STOP]


def _lapsed(cause: LapseCause, on: date) -> Lapse:
    return Lapse(cause=cause, on=on)


def _is_void(checkpoint: Checkpoint) -> bool:
    return checkpoint.lapse is not None and checkpoint.lapse.cause is LapseCause.VOIDED


def _without(checkpoint: Checkpoint, officer_id: str) -> Checkpoint:
    left = tuple(each for each in checkpoint.supervisors if each.officer_id != officer_id)
    gone = tuple(each for each in checkpoint.supervisors if each.officer_id == officer_id)
    return replace(checkpoint, supervisors=left, gone=(*checkpoint.gone, *gone))
