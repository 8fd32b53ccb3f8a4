"""What must hold before a verb of a false accusation's finding. A guard raises CaseError and changes nothing.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import (
    AccusationHandling,
    Address,
    Addressed,
    Answer,
    Approval,
    DraftFinding,
    Entered,
    Entry,
    Gain,
    Gate,
    Hearing,
    ReportOutcome,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.clock import DeadlineClock
from services.clarify.domain.apart import is_one_of
from services.clarify.domain.false_accusation import entering
from services.clarify.domain.false_accusation.hearing import answer_clock, is_closed
from services.clarify.domain.false_accusation.proof import Proof
from services.clarify.domain.stages import is_over, latest


class Asked(Protocol):
    """A `FalseAccusation`, which knows them itself."""

    outcome: ReportOutcome
    settled: bool
    spoken_in_earnest: bool
    proof: Proof
    hearings: tuple[Hearing, ...]
    addressed: tuple[Addressed, ...]
    entries: tuple[Entry, ...]
    draft: DraftFinding | None
    unread_since: datetime | None
    approvals: tuple[Approval, ...]
    handlings: tuple[AccusationHandling, ...]
    gains: tuple[Gain, ...]
    draft_clock: DeadlineClock | None
    complaint_clock: DeadlineClock | None
    engaged: frozenset[Holder]

    def was_read(self, about: Address) -> bool: ...

    @property
    def approver_id(self) -> str: ...

    @property
    def beginning_organs(self) -> tuple[str, ...]: ...

    @property
    def complaint_organ_id(self) -> str: ...


def is_suspected(case: Asked, _: Occasion) -> None:
    """What is neither proved nor excluded, unproven or mistaken never gets here."""
    if case.outcome is not ReportOutcome.SUSPECTED_MALICIOUS:
        raise CaseError("clarify.not_suspected", details={"outcome": case.outcome.value})


def report_is_settled(case: Asked, _: Occasion) -> None:
    """Every allegation is found, and none is looked into again."""
    if not case.settled:
        raise CaseError("clarify.suspicion_open")


def was_never_open(case: Asked, _: Occasion) -> None:
    """Nor was a report to which it is linked, nor is one true, or a mistake: told a second time, it is no
    more false."""
    if case.spoken_in_earnest:
        raise CaseError("clarify.not_resolved_is_not_false")


def actor_approves(case: Asked, occasion: Occasion) -> None:
    """A lead of the prefecture, or of the province, who had no hand in the inquiry."""
    _require_lead_of(case.approver_id, occasion.actor, case.engaged)


def approves_once(case: Asked, occasion: Occasion) -> None:
    """Nobody passes both gates: two approvals are two people's."""
    begun = {Holder(each.by, each.by_name) for each in case.approvals
             if (each.gate, each.answer) == (Gate.BEGIN, Answer.APPROVED)}
    if is_one_of(occasion.actor, begun):
        raise CaseError("clarify.approved_the_beginning", details={"officer_id": occasion.actor.officer_id})


def actor_answers_the_complaint(case: Asked, occasion: Occasion) -> None:
    """A lead of the organ above, who neither inquired nor approved."""
    approved = {Holder(each.by, each.by_name) for each in case.approvals}
    _require_lead_of(case.complaint_organ_id, occasion.actor, case.engaged | approved)


def begun_with_approval(case: Asked, _: Occasion) -> None:
    """The first gate was passed, by the organ that approves, before the inquiry went up to it itself, or one
    above it; or by one below whose finding was brought before the one that approves now, which looks at the
    whole."""
    passed = {each.gate: each.organ_id for each in case.approvals if each.answer is Answer.APPROVED}
    if Gate.BEGIN not in passed or not (
            Gate.FIND in passed or passed[Gate.BEGIN] in case.beginning_organs):
        raise CaseError("clarify.not_begun")


def both_are_proven(case: Asked, _: Occasion) -> None:
    """Fabrication AND intent, each along the five factors, with every item of evidence weighed."""
    if lacking := case.proof.lacking:
        raise CaseError("clarify.not_proven", details={"lacking": list(lacking)})


def reporter_was_asked(case: Asked, _: Occasion) -> None:
    """Nobody answers who was not asked."""
    if not case.hearings:
        raise CaseError("clarify.reporter_not_asked")


def hearing_is_open(case: Asked, _: Occasion) -> None:
    """Nobody is said to be silent who was not asked."""
    if not case.hearings or is_closed(case.hearings[-1]):
        raise CaseError("clarify.reporter_not_asked")


def nothing_is_unread(case: Asked, _: Occasion) -> None:
    """What the reporter wrote is taken down before anything goes on against them: it never passes as
    silence."""
    if case.unread_since is not None:
        raise CaseError("clarify.reporter_has_written")


def reporter_was_heard(case: Asked, _: Occasion) -> None:
    """Asked for source and basis, and heard; or it is written down why that was impossible. One that is
    still open keeps what follows waiting."""
    if not case.hearings or not is_closed(case.hearings[-1]):
        raise CaseError("clarify.reporter_not_heard")


def hearing_was_open(case: Asked, occasion: Occasion) -> None:
    """Whoever was heard early has their whole time to add to it, and to put right what was written down of
    it, unless a second person has confirmed that they said so."""
    asked, last = entering.last_place(case, Address.ASKED), case.hearings[-1]
    said = [each for each in case.entries if each.what is Entered.HEARING and each.place > asked]
    if last.unheard or (said and all(each.confirmed_at for each in said)):
        return
    if not is_over(occasion, answer_clock(last, occasion), entering.told_day(case, Address.ASKED)):
        raise CaseError("clarify.hearing_open")


def what_was_entered_holds(case: Asked, _: Occasion) -> None:
    """What somebody else entered for the reporter, they have read, or another officer has confirmed it."""
    if open_ones := entering.pending(case):
        raise CaseError("clarify.entry_unconfirmed", details={"entries": [each.number for each in open_ones]})


def somebody_else_entered(case: Asked, occasion: Occasion) -> None:
    """There is something to confirm, and not by whoever entered it."""
    open_ones = [each for each in case.entries if not each.confirmed_at]
    if not open_ones:
        raise CaseError("clarify.entry_unknown")
    if all(is_one_of(occasion.actor, (Holder(each.entered_by, each.entered_by_name),)) for each in open_ones):
        raise CaseError("clarify.confirms_own_entry")


def draft_was_open_to_answer(case: Asked, occasion: Occasion) -> None:
    """The reporter had the whole time to answer since the draft reached them, and until the day that they
    were told, whatever they have said by then: a first word is not their last."""
    if case.draft_clock is None:
        raise CaseError("clarify.draft_open")
    if not case.was_read(Address.DRAFT):
        raise CaseError("clarify.not_served")
    told = entering.told_day(case, Address.DRAFT)
    if not is_over(occasion, case.draft_clock, told):
        due = latest(occasion, case.draft_clock, told)
        raise CaseError("clarify.draft_open", details={"due_on": due.isoformat() if due else ""})


def something_is_to_be_served(case: Asked, _: Occasion) -> None:
    """The reporter has not read the last that was put to them."""
    if not case.addressed or case.addressed[-1].read_at is not None:
        raise CaseError("clarify.read_already")


def complaint_time_is_over(case: Asked, occasion: Occasion) -> None:
    """Nothing takes effect before it has reached the reporter, nor while they can still complain, answered
    or not: also by the day that they were told."""
    if not case.was_read(Address.FOUND):
        raise CaseError("clarify.not_served")
    if case.complaint_clock is None or not is_over(
            occasion, case.complaint_clock, entering.told_day(case, Address.FOUND)):
        raise CaseError("clarify.complaint_time_runs")


def handled_and_undone(case: Asked, _: Occasion) -> None:
    """Something was decided about whoever did it, and every gain is undone."""
    if not case.handlings:
        raise CaseError("clarify.not_handled")
    if left := [each.gain_id for each in case.gains if each.undone_on is None]:
        raise CaseError("clarify.gains_left", details={"gains": left})


def _require_lead_of(organ_id: str, actor: Actor, with_a_hand: Collection[Holder]) -> None:
    if not actor.has(Role.LEAD) or actor.organ_id != organ_id:
        raise CaseError("clarify.approver_wanted", details={"organ_id": organ_id})
    if is_one_of(actor, with_a_hand):
        raise CaseError("clarify.had_a_hand", details={"officer_id": actor.officer_id})
