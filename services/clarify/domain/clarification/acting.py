"""Carrying a plan out, mode by mode (实施记录)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import ClarificationMode, ClearingAct, Plan, Said
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from services.clarify.domain.clarification import letters, objecting
from services.clarify.domain.clarification.facts import Facts
from services.clarify.domain.clarification.plan import digest_of, modes_of
from services.clarify.domain.clarification.transitions import ClarificationVerb as Verb

BEFORE_OTHERS = frozenset({ClarificationMode.MEETING, ClarificationMode.CIRCULAR})
Dropped = dict[ClarificationMode, str]


class Carried(Facts, letters.Written, Protocol):
    """A `Clarification`."""

    acts: tuple[ClearingAct, ...]
    approved_at: datetime | None
    since: datetime

    @property
    def preview(self) -> tuple[Said, ...]: ...


def record_act(case: Carried, act: ClearingAct, occasion: Occasion) -> None:
    """One mode, in the words that were previewed for it; the written one is 澄清函."""
    case.require(Verb.RECORD_ACT, occasion)
    again = case.visit is not None
    case.acts += (performed(act, case.preview, case.acts, case.dropped,
                            case.since if again else case.approved_at, occasion, again=again),)
    case.turn(Verb.RECORD_ACT, occasion, act.mode.value)
    if act.mode is ClarificationMode.WRITTEN:
        case.record(letters.written(case, occasion))
    else:
        case.tell(Verb.RECORD_ACT, occasion)


def drop_mode(case: Carried, mode: ClarificationMode, reasons: str, occasion: Occasion) -> None:
    """Never the written one, none that was carried out, and none that the next level wants carried out. What
    the head approved, the head drops."""
    case.require(Verb.DROP_MODE, occasion)
    if mode in case.restored:
        raise CaseError("clarify.mode_restored", details={"mode": mode.value})
    case.dropped = dropping(mode, reasons, case.plan, case.acts, case.dropped)
    case.complaint = case.complaint and objecting.of_before(case.complaint)
    case.step(Verb.DROP_MODE, occasion, mode.value)


def finish(case: Carried, occasion: Occasion) -> None:
    """Every mode was carried out or dropped: 实施记录. The person is cleared."""
    case.require(Verb.FINISH, occasion)
    case.go_on(Verb.FINISH, occasion)
    case.carried_out_at = occasion.now
    case.record(letters.carried_out(case, occasion))


def performed(act: ClearingAct, previewed: Sequence[Said], acts: Sequence[ClearingAct],
              dropped: Mapping[ClarificationMode, str], since: datetime | None,
              occasion: Occasion, *, again: bool = False) -> ClearingAct:
    """As it is kept, with the digest of the words that were previewed. Each mode of the plan once, `since`
    the approval; `again`: where it was without effect, since that was sent back. Somebody was there, and of
    what was said before others there is a trace. Raises `clarify.mode_not_planned`, `clarify.reach_missing`,
    `clarify.act_paper_missing`, `clarify.not_then`."""
    said = next((each for each in previewed if each.mode is act.mode), None)
    over = act.mode in dropped or (not again and act.mode in {each.mode for each in acts})
    if said is None or over:
        raise CaseError("clarify.mode_not_planned", details={"mode": act.mode.value})
    if act.reach < 1:
        raise CaseError("clarify.reach_missing")
    if act.mode in BEFORE_OTHERS and not act.attachments:
        raise CaseError("clarify.act_paper_missing")
    if since is None or not since <= act.at <= occasion.now:
        raise CaseError("clarify.not_then")
    return replace(act, digest=digest_of(said), recorded_by=occasion.actor.officer_id)


def dropping(mode: ClarificationMode, reasons: str, plan: Plan | None, acts: Sequence[ClearingAct],
             dropped: Dropped) -> Dropped:
    """With one mode more that will not be carried out. Raises `clarify.written_always`,
    `clarify.mode_not_planned`."""
    if mode is ClarificationMode.WRITTEN:
        raise CaseError("clarify.written_always")
    if plan is None or mode not in modes_of(plan) or mode in {each.mode for each in acts}:
        raise CaseError("clarify.mode_not_planned", details={"mode": mode.value})
    return dropped | {mode: given(reasons, Reader.SUBJECT)}
