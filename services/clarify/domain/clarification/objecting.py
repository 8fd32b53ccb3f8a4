"""异议: what somebody says against not being cleared: that it was refused, that nothing comes of it, or that
a mode was dropped. The next level answers it."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.clarify import (
    ClarificationMoved,
    ClarificationObjected,
    ClarificationObjectionAnswered,
    ClarificationState,
)
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.readers import Reader
from services.clarify.domain.apart import Officers, first_free
from services.clarify.domain.clarification.facts import Facts
from services.clarify.domain.clarification.refusal import Objection, answered, next_level, require_lodged
from services.clarify.domain.clarification.transitions import AFTER_APPROVAL
from services.clarify.domain.clarification.transitions import ClarificationVerb as Verb

TO_CLEAR: Final = "应当澄清，由原机关办理"
REFUSED: Final = "维持不予澄清"
TO_GO_ON: Final = "异议成立，由原机关抓紧办理"
AS_IT_IS: Final = "维持原机关的办理"
NOBODY: Final[Officers] = MappingProxyType({})


def object_to(case: Facts, words: str, attachments: tuple[AttachmentRef, ...], occasion: Occasion,
              lodged_on: date | None = None, of_whom: str = "", officers: Officers = NOBODY) -> None:
    """It goes to the next level, where nobody had a hand in it, or to the first above that has somebody free
    of the `officers` in post to answer it. `lodged_on`: the day on which their paper was
    handed in; entered later, it is in time."""
    own = occasion.actor.officer_id == case.concerned.officer_id
    case.require(Verb.OBJECT, require_lodged(None if own else lodged_on, case.decided_at, occasion))
    said = given(words, Reader.ORGAN_ABOVE)
    entered_by = case.entering(attachments, occasion, of_whom)
    organ_id = first_free(case, next_level(case.organ_id), officers, case.engaged | case.refusers)
    made = Objection(organ_id=organ_id, words=said, objected_at=occasion.now,
                     attachments=attachments, stage=case.stage, entered_by=entered_by)
    if case.state is ClarificationState.REFUSED:
        case.objection = made
        case.go_on(Verb.OBJECT, occasion)
        case.record(ClarificationObjected(standing=case.standing(), at=occasion.now))
    else:
        case.complaint = made
        case.turn(Verb.OBJECT, occasion)
        case.record(ClarificationMoved(standing=case.standing(), what=Verb.OBJECT.value,
                                       actor_id=occasion.actor.officer_id, at=occasion.now))


def move_on(case: Facts, officers: Officers, occasion: Occasion) -> None:
    """While it waits there: where nobody is left who may answer it, the next organ does."""
    here = case.asked_organ_id
    if here not in officers:
        return
    free = first_free(case, here, officers, case.engaged | case.refusers)
    if free == here:
        return
    if case.state is ClarificationState.OBJECTED:
        case.objection = case.objection and replace(case.objection, organ_id=free)
    else:
        case.complaint = case.complaint and replace(case.complaint, organ_id=free)
    case.step(Verb.MOVE_ON, occasion)


def answer(case: Facts, clear: bool, reasons: str, occasion: Occasion) -> None:
    """`clear`: assessed anew, to be cleared by the organ; or to go on, with the modes that were dropped.
    Otherwise what was done stands. Whoever answers it does not approve the clearing."""
    verb = Verb.DIRECT if clear else Verb.UPHOLD_REFUSAL
    case.require(verb, occasion)
    why = given(reasons, Reader.SUBJECT)
    case.judges |= {Holder.of(occasion.actor)}
    if case.state is ClarificationState.OBJECTED:
        result, organ_id = _of_a_refusal(case, verb, why, occasion)
    else:
        result, organ_id = _of_what_is_done(case, verb, why, occasion)
    case.record(ClarificationObjectionAnswered(
        standing=case.standing(), whom=case.concerned.name, cleared=clear, reasons=why, result=result,
        at=occasion.now, answered_by_organ_id=organ_id))


def taken_over(case: Facts, occasion: Occasion) -> Objection | None:
    """The next level does itself what was not done; what was dropped is still to be answered, there."""
    said = case.complaint
    if said is None or said.cleared is not None:
        return said
    return (replace(said, organ_id=case.organ_id) if case.dropped
            else answered(said, True, "由上级机关办理", occasion))


def of_before(complaint: Objection) -> Objection:
    """What was answered was something else than what happens now: they may object to this."""
    return replace(complaint, stage="")


def _of_a_refusal(case: Facts, verb: Verb, why: str, occasion: Occasion) -> tuple[str, str]:
    clear = verb is Verb.DIRECT
    case.objection = answered(case.objection, clear, why, occasion)
    case.go_on(verb, occasion, why, occasion.now)
    case.directed = clear
    if clear:
        case.refusal, case.reasons, case.proposed_refusal, case.decided_at = "", "", "", None
    return TO_CLEAR if clear else REFUSED, case.objection.organ_id


def _of_what_is_done(case: Facts, verb: Verb, why: str, occasion: Occasion) -> tuple[str, str]:
    clear = verb is Verb.DIRECT
    case.complaint = answered(case.complaint, clear, why, occasion)
    if clear and case.state in AFTER_APPROVAL:
        case.restored |= case.dropped.keys()
        case.dropped = {}
    if case.transitions.after(case.state, verb) is case.state:
        case.turn(verb, occasion, why)
    else:
        case.go_on(verb, occasion, why, occasion.now)
    case.complaint = replace(case.complaint, stage=case.stage)
    return TO_GO_ON if clear else AS_IT_IS, case.complaint.organ_id
