"""审批: what is proposed to the organ's head, and what the head decides."""

from typing import Protocol

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.clarify import ClarificationState
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import DeadlineClock
from services.clarify.domain import grounds
from services.clarify.domain.clarification import letters, reaching
from services.clarify.domain.clarification.facts import Facts
from services.clarify.domain.clarification.plan import is_own
from services.clarify.domain.clarification.refusal import refusal_of
from services.clarify.domain.clarification.transitions import ClarificationVerb as Verb


class Decided(Facts, letters.Written, reaching.Put, Protocol):
    """A `Clarification`."""


def request_approval(case: Decided, recommendation: str, review_opinion: str, with_false_accusation: bool,
                     occasion: Occasion) -> None:
    """报审: the plan, with the opinion of those who review cases."""
    case.require(Verb.REQUEST_APPROVAL, occasion)
    wanted, reviewed = (given(each, Reader.INSIDE) for each in (recommendation, review_opinion))
    case.go_on(Verb.REQUEST_APPROVAL, occasion)
    case.recommendation, case.review_opinion = wanted, reviewed
    case.with_false_accusation, case.proposed_refusal = with_false_accusation, ""
    case.tell(Verb.REQUEST_APPROVAL, occasion)


def propose_refusal(case: Decided, ground: str, reasons: str, occasion: Occasion) -> None:
    """建议不予澄清: the head decides."""
    case.require(Verb.PROPOSE_REFUSAL, occasion)
    _require_ground(case, ground, occasion)
    wanted = given(reasons, Reader.INSIDE)
    case.go_on(Verb.PROPOSE_REFUSAL, occasion, ground)
    case.recommendation, case.review_opinion, case.proposed_refusal = wanted, "", ground
    case.tell(Verb.PROPOSE_REFUSAL, occasion)


def approve(case: Decided, note: str, occasion: Occasion) -> None:
    """The organ's head: 澄清审批表."""
    case.require(Verb.APPROVE, occasion)
    case.go_on(Verb.APPROVE, occasion, note.strip())
    case.approved_at, case.decided_at = occasion.now, occasion.now
    case.record(letters.approved(case, note.strip(), occasion))


def send_back(case: Decided, reasons: str, occasion: Occasion) -> None:
    """The head wants it assessed further."""
    case.require(Verb.RETURN, occasion)
    anew = occasion.now if case.state is ClarificationState.FEEDBACK else None
    case.go_on(Verb.RETURN, occasion, given(reasons, Reader.INSIDE), anew)
    case.tell(Verb.RETURN, occasion)


def refuse(case: Decided, ground: str, reasons: str, occasion: Occasion) -> None:
    """不予澄清, for a coded reason; the person is told, and can object once."""
    case.require(Verb.REFUSE, occasion)
    _require_ground(case, ground, occasion)
    refuse_with(case, Verb.REFUSE, ground, reasons, occasion)


def bears_out(case: Decided, ground: str, occasion: Occasion) -> bool:
    """Whether the matter does."""
    known = grounds.OF_THE_REPORT if case.of_report is None else case.of_report
    return grounds.borne_out(
        ground, untrue=bool(case.untrue), of_report=known, declined=_declines(case, occasion),
        harmed=bool(case.grounds))


def refuse_with(case: Decided, verb: Verb, ground: str, reasons: str, occasion: Occasion) -> None:
    """What every refusal is, whatever it comes from."""
    item, why = refusal_of(ground, occasion), given(reasons, Reader.SUBJECT)
    case.go_on(verb, occasion, ground)
    case.refusal, case.reasons, case.decided_at = ground, why, occasion.now
    case.refusers |= {Holder.of(occasion.actor)}
    case.object_clock = DeadlineClock(occasion.now, occasion.pack.clarification.object_within)
    case.object_told = occasion.due(case.object_clock).date
    case.record(letters.refused(case, item, occasion))


def _require_ground(case: Decided, ground: str, occasion: Occasion) -> None:
    """One of the pack's, which the matter bears out."""
    refusal_of(ground, occasion)
    grounds.require_borne_out(ground, bears_out(case, ground, occasion))


def _declines(case: Decided, occasion: Occasion) -> bool:
    """They said so themselves; what somebody entered for them, they had the time to put right."""
    said = case.opinion
    if said is None or not said.declines:
        return False
    return is_own(said) or reaching.is_over(case, reaching.OPINION, occasion)
