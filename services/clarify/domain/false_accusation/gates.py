"""What the organs above decide of an inquiry: whether it begins, whether it is found, and what a complaint
comes to."""

from datetime import date, datetime
from typing import Protocol

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.clarify import Address, Answer, Approval, FalseAccusationFound, FindingFile, Gate
from rongcuo.contracts.events import Event
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import DeadlineClock
from services.clarify.domain.false_accusation.suspicion import ANSWERS
from services.clarify.domain.false_accusation.transitions import FalseAccusationVerb as Verb
from services.clarify.domain.stages import require_not_ahead


class Inquiry(Protocol):
    """A `FalseAccusation`, whose verbs these are."""

    report_id: str
    grounds: str
    file: FindingFile | None
    approvals: tuple[Approval, ...]
    clock: DeadlineClock
    found_at: datetime | None
    decided_at: datetime | None
    complaint_clock: DeadlineClock | None
    complaint_answer: str

    def require(self, verb: str, occasion: Occasion) -> None: ...

    def require_answered_by(self, day: date, occasion: Occasion) -> None: ...

    def lead_on(self, verb: Verb, occasion: Occasion, note: str = "",
                started: datetime | None = None) -> None: ...

    def tell(self, what: str, occasion: Occasion) -> None: ...

    def address(self, about: Address, words: str, until: date | None, occasion: Occasion) -> None: ...

    def record(self, happening: Event) -> None: ...

    def standing(self) -> Standing: ...

    def forget_draft(self) -> None: ...

    def end_with(self, reasons: str, occasion: Occasion, heard: bool = False) -> None: ...


def request_beginning(case: Inquiry, grounds: str, occasion: Occasion) -> None:
    """The first gate: nothing is inquired before it is passed."""
    case.require(Verb.REQUEST_BEGINNING, occasion)
    case.grounds = given(grounds, Reader.ORGAN_ABOVE)
    case.lead_on(Verb.REQUEST_BEGINNING, occasion)
    case.tell(Verb.REQUEST_BEGINNING, occasion)


def answer_beginning(case: Inquiry, answer: Answer, reasons: str, occasion: Occasion) -> None:
    """The organ above approves, returns or refuses."""
    verb = _answer(case, Gate.BEGIN, answer, given(reasons, Reader.INSIDE), occasion)
    if answer is Answer.REFUSED:
        case.end_with(reasons.strip(), occasion)
    else:
        case.tell(verb, occasion)


def request_finding(case: Inquiry, file: FindingFile, occasion: Occasion) -> None:
    """The second gate, with the whole file."""
    case.require(Verb.REQUEST_FINDING, occasion)
    given(file.review_opinion, Reader.ORGAN_ABOVE)
    require_not_ahead(file.committee_on, occasion)
    case.require_answered_by(file.committee_on, occasion)
    case.file = file
    case.lead_on(Verb.REQUEST_FINDING, occasion)
    case.tell(Verb.REQUEST_FINDING, occasion)


def answer_finding(case: Inquiry, answer: Answer, reasons: str, occasion: Occasion) -> None:
    """The organ above approves, which finds it; returns the file; or refuses, which ends it."""
    why = given(reasons, Reader.ADDRESSEE)
    verb = _answer(case, Gate.FIND, answer, why, occasion)
    if answer is Answer.REFUSED:
        return case.end_with(why, occasion)
    if answer is Answer.RETURNED:
        case.forget_draft()
        return case.tell(verb, occasion)
    case.found_at, case.complaint_clock, case.decided_at = occasion.now, case.clock, occasion.now
    until = occasion.due(case.clock).date
    case.record(FalseAccusationFound(
        standing=case.standing(), report_id=case.report_id, found_by_organ_id=case.approvals[-1].organ_id,
        complain_until=until, found_at=occasion.now))
    return case.address(Address.FOUND, why, until, occasion)


def answer_complaint(case: Inquiry, upheld: bool, reasons: str, occasion: Occasion) -> None:
    """By people of the organ above, none of whom had a hand in it."""
    verb = Verb.UPHOLD if upheld else Verb.SET_ASIDE
    case.require(verb, occasion)
    case.complaint_answer = given(reasons, Reader.ADDRESSEE)
    case.lead_on(verb, occasion, case.complaint_answer)
    case.address(Address.COMPLAINT_ANSWERED, case.complaint_answer, None, occasion)
    if upheld:
        case.tell(verb, occasion)
    else:
        case.end_with(case.complaint_answer, occasion, heard=True)


def _answer(case: Inquiry, gate: Gate, answer: Answer, reasons: str, occasion: Occasion) -> Verb:
    verb = ANSWERS[gate, answer]
    case.require(verb, occasion)
    anew = occasion.now if verb is Verb.APPROVE_FINDING else None     # also where one below had found it
    case.lead_on(verb, occasion, reasons, anew)
    actor = occasion.actor
    case.approvals += (Approval(
        organ_id=actor.organ_id, by=actor.officer_id, by_name=actor.name, reasons=reasons, gate=gate,
        answer=answer, at=occasion.now),)
    return verb
