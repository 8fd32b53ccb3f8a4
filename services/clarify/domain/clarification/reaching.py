"""送达: whatever is put to the person counts from when it has reached them, never from when it was sent: they
have read it, or it was served on paper. Whoever can read it here and does not, has read it after the pack's
longest time; on whoever can't, it is served, which two enter with
one paper."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Final, Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import ClarificationState as State
from rongcuo.contracts.clarify import ClearingNotice, ClearingReceipt, Concerned
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.policy.clock import DeadlineClock
from services.clarify.domain import stages

OPINION, REFUSAL, VISIT = ClearingNotice.OPINION, ClearingNotice.REFUSAL, ClearingNotice.VISIT
TO_BE_READ: Final[Mapping[ClearingNotice, frozenset[State]]] = {
    OPINION: frozenset({State.ASSESSMENT, State.APPROVAL}), REFUSAL: frozenset({State.REFUSED}),
    VISIT: frozenset({State.FEEDBACK})}


class Put(Protocol):
    """A `Clarification`, which knows them itself. The clocks run from the sending; each day is as they were
    told it."""

    concerned: Concerned
    state: State
    signs_in: bool
    opinion_clock: DeadlineClock | None
    opinion_told: date | None
    object_clock: DeadlineClock | None
    object_told: date | None
    visit_clock: DeadlineClock | None
    visit_told: date | None
    receipts: tuple[ClearingReceipt, ...]


def reads_here(case: Put) -> bool:
    """They have an account with which they can sign in."""
    return bool(case.concerned.officer_id) and case.signs_in


def unread(case: Put) -> tuple[ClearingNotice, ...]:
    """What was put to them, and has not reached them."""
    return tuple(each for each, states in TO_BE_READ.items()
                 if case.state in states and _sent(case, each) and _reached_at(case, each) is None)


def last_day(case: Put, notice: ClearingNotice, occasion: Occasion) -> date | None:
    """Of their time to answer; None where nothing was put to them, or it has not reached them."""
    return stages.latest(occasion, _runs(case, notice, occasion), _told(case, notice))


def is_over(case: Put, notice: ClearingNotice, occasion: Occasion) -> bool:
    """Whether that day has passed."""
    clock = _runs(case, notice, occasion)
    return clock is not None and stages.is_over(occasion, clock, _told(case, notice))


def received(case: Put, occasion: Occasion, how: str = "",
             attachments: tuple[AttachmentRef, ...] = ()) -> tuple[ClearingReceipt, ...]:
    """With the receipts of all that was unread: `how` it was served by whoever acts, or read."""
    by = occasion.actor.officer_id if how else ""
    kept = tuple(each for each in case.receipts if not _pending(each))
    return kept + tuple(ClearingReceipt(
        notice=each, entered_by=by, how=how, attachments=attachments, at=occasion.now)
        for each in unread(case))


def unconfirmed(case: Put, attachments: tuple[AttachmentRef, ...]) -> tuple[ClearingReceipt, ...]:
    """What one has entered with this very paper, of what is still unread."""
    papers, awaited = {each.sha256 for each in attachments}, unread(case)
    return tuple(each for each in case.receipts if _pending(each) and each.notice in awaited
                 and {paper.sha256 for paper in each.attachments} == papers)


def confirmed(case: Put, entered: tuple[ClearingReceipt, ...],
              occasion: Occasion) -> tuple[ClearingReceipt, ...]:
    """By somebody else, from whose word on it counts: `clarify.confirms_own_entry`."""
    by = occasion.actor.officer_id
    if any(each.entered_by == by for each in entered):
        raise CaseError("clarify.confirms_own_entry")
    return tuple(replace(each, confirmed_by=by, at=occasion.now) if each in entered else each
                 for each in case.receipts)


def something_is_unread(case: Put, _: Occasion) -> None:
    """There is something that has not reached them."""
    if not unread(case):
        raise CaseError("clarify.nothing_unread")


def served_on_paper(case: Put, _: Occasion) -> None:
    """Nobody enters that somebody has read what they read themselves."""
    if reads_here(case):
        raise CaseError("clarify.reads_here")


def _sent(case: Put, notice: ClearingNotice) -> DeadlineClock | None:
    return {OPINION: case.opinion_clock, REFUSAL: case.object_clock, VISIT: case.visit_clock}[notice]


def _told(case: Put, notice: ClearingNotice) -> date | None:
    return {OPINION: case.opinion_told, REFUSAL: case.object_told, VISIT: case.visit_told}[notice]


def _reached_at(case: Put, notice: ClearingNotice) -> datetime | None:
    sent = _sent(case, notice)
    return next((each.at for each in case.receipts
                 if each.notice is notice and sent and each.at >= sent.started and not _pending(each)), None)


def _pending(receipt: ClearingReceipt) -> bool:
    """Entered by one only."""
    return bool(receipt.entered_by) and not receipt.confirmed_by


def _runs(case: Put, notice: ClearingNotice, occasion: Occasion) -> DeadlineClock | None:
    sent, at = _sent(case, notice), _reached_at(case, notice)
    if sent is None:
        return None
    if reads_here(case):
        longest = occasion.due(DeadlineClock(sent.started, occasion.pack.clarification.read_within)).at
        at = min(at or longest, longest)
    return DeadlineClock(at, sent.limit) if at else None
