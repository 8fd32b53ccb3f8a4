"""From what the others tell to tasks, and to who has to be told: one entry for each kind of event.

What is heard before the matter itself is known waits in it and is heard right after it, in its order.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.documents import LetterDelayed, LetterIssued
from rongcuo.contracts.events import Event, load_event
from rongcuo.contracts.filing import (
    FilingAccepted,
    FilingDeclined,
    FilingExpired,
    FilingObjected,
    FilingObjectionDecided,
    FilingSubmitted,
    FilingSupplemented,
    FilingVoided,
    FilingWhitelisted,
    FilingWithdrawn,
)
from rongcuo.contracts.message import dump
from rongcuo.contracts.review import (
    DeadlineMoved,
    ObjectionDecided,
    ObjectionOpened,
    ReviewAccepted,
    ReviewAssigned,
    ReviewClosed,
    ReviewDeclined,
    ReviewerRecused,
    ReviewHandedUp,
    ReviewHolderLeft,
    ReviewOpened,
    ReviewResumed,
    ReviewSuspended,
    SupplementRequested,
    VerificationStarted,
    VerificationTeamFormed,
)
from services.notify.domain import objecting
from services.notify.domain.directory import lead_queue
from services.notify.domain.message import Notification, about, cover_of
from services.notify.domain.notifications import Told, due, notification, organ, others, parties
from services.notify.domain.on_case_events import follow
from services.notify.domain.tracked_case import Facts, TrackedCase

FIRST_STAGE = "preliminary_review"


def hear(case: TrackedCase, event: Event, now: datetime) -> list[Notification]:
    """Take an event in. Answers who is to be told of it, and of what had waited for it."""
    if case.facts is None and not isinstance(event, SAYS_OF_ITSELF):
        case.early.append({"type": event.type_name(), "data": dump(event)})
        return []
    told = _hear(case, event, now)
    waiting, case.early = case.early, []
    for early in waiting:
        told += _hear(case, load_event(early["type"], early["data"]), now)
    return told


def _hear(case: TrackedCase, event: Event, now: datetime) -> list[Notification]:
    """Once a filing has ended nobody is asked to do anything about it, however late review's word arrives."""
    over = case.ended and event.source == ReviewOpened.source and not isinstance(event, ObjectionOpened)
    case.heard[event.source] = case.heard.get(event.source, 0) + 1
    if isinstance(event, CaseMoved):
        return list(follow(case, event, now))
    told = list(HEARD[type(event)](case, event, now))
    return [] if over else told


def _submitted(case: TrackedCase, event: FilingSubmitted, now: datetime) -> Told:
    if case.facts is not None:
        return
    facts = Facts(event.number, event.title, event.organ_id, event.division_code, event.filer_id, event.unit,
                  event.pack_id, event.parties)
    case.submit(facts, FIRST_STAGE, event.review_due_at, event.review_due_provisional, now)
    due = event.review_due_at
    yield notification(case, event, "filing_received", (event.filer_id,), due=due, cover=cover_of(event))
    yield notification(case, event, "review_waiting", organ(case), parties(case), due=due)


def _supplemented(case: TrackedCase, event: FilingSupplemented, now: datetime) -> Told:
    case.supplement(event.title, event.parties, event.supplemented_at, now)
    yield notification(case, event, "supplement_received", (case.known.filer_id,))


def _withdrawn(case: TrackedCase, event: FilingWithdrawn, now: datetime) -> Told:
    case.end(now)
    to = (event.filer_id, *case.reviewing.holders)
    yield notification(case, event, "filing_withdrawn", to, others(case))


def _filing_accepted(case: TrackedCase, event: FilingAccepted, now: datetime) -> Told:
    case.end(now)
    yield notification(case, event, "filing_accepted", (event.filer_id,), valid_from=event.valid_from,
                    valid_until=event.valid_until, register_number=event.register_number)


def _filing_declined(case: TrackedCase, event: FilingDeclined, now: datetime) -> Told:
    """Review may have told before of an objection to it."""
    if case.reviewing.stage != objecting.OBJECTION:
        case.end(now)
    name = "filing_declined" if event.objection_until else "filing_declined_again"
    yield notification(case, event, name, (event.filer_id,), until=event.objection_until or "")


def _whitelisted(case: TrackedCase, event: FilingWhitelisted, _now: datetime) -> Told:
    name = "whitelist_entered" if event.listed else "whitelist_left"
    yield notification(case, event, name, (event.filer_id,))


def _voided(case: TrackedCase, event: FilingVoided, _now: datetime) -> Told:
    name = "filing_voided" if event.voided else "filing_restored"
    to = (event.filer_id, lead_queue(event.organ_id))
    yield notification(case, event, name, to, letter_number=event.determination)


def _expired(case: TrackedCase, event: FilingExpired, _now: datetime) -> Told:
    yield notification(case, event, "filing_expired", (event.filer_id,), valid_until=event.valid_until)


def _opened(case: TrackedCase, event: ReviewOpened, now: datetime) -> Told:
    case.stage(event.stage, event.due_at, event.provisional, now)
    yield from ()


def _assigned(case: TrackedCase, event: ReviewAssigned, now: datetime) -> Told:
    case.give((event.officer_id,), event.due_at, now)
    yield notification(case, event, "review_assigned", (event.officer_id,), due=due(case))


def _recused(case: TrackedCase, event: ReviewerRecused, now: datetime) -> Told:
    case.bar(event.officer_id)
    if event.unassigned:
        case.give((), event.due_at, now)
        barred = (event.officer_id, *parties(case))
        yield notification(case, event, "review_given_back", organ(case), barred, due=due(case))
    else:
        case.recuse(event.officer_id, event.due_at, now)
    yield notification(case, event, "reviewer_recused", (event.officer_id,))


def _holder_left(case: TrackedCase, event: ReviewHolderLeft, now: datetime) -> Told:
    """The leads find somebody else; of a team that goes on, they may."""
    case.give(event.holders, event.due_at, now)
    name, to = ("member_left", organ(case)[1:]) if event.holders else ("holder_left", organ(case))
    yield notification(case, event, name, to, (event.officer_id, *parties(case)), due=due(case))


def _handed_up(case: TrackedCase, event: ReviewHandedUp, now: datetime) -> Told:
    case.hand_up(event.organ_id, event.due_at, now)
    yield notification(case, event, "review_handed_up", organ(case), parties(case), due=due(case))
    yield notification(case, event, "filing_handed_up", (case.known.filer_id,))


def _supplement_requested(case: TrackedCase, event: SupplementRequested, now: datetime) -> Told:
    due = event.supplement_due_at
    case.request_supplement(due, event.requested_at, now)
    yield notification(case, event, "supplement_requested", (case.known.filer_id,), due=due)


def _suspended(case: TrackedCase, event: ReviewSuspended, now: datetime) -> Told:
    case.suspend(now)
    yield notification(case, event, "review_suspended", (case.known.filer_id, *case.reviewing.holders),
                    others(case))


def _resumed(case: TrackedCase, event: ReviewResumed, now: datetime) -> Told:
    holders = (event.assignee_id,) if event.assignee_id else ()
    case.resume(event.stage, holders, event.due_at, event.provisional, now)
    to = case.reviewing.holders
    yield notification(case, event, "review_resumed", to, parties(case), due=event.due_at)


def _deadline_moved(case: TrackedCase, event: DeadlineMoved, now: datetime) -> Told:
    case.move(event.due_at, event.provisional, now)
    yield notification(case, event, "deadline_moved", (case.known.filer_id, *case.reviewing.holders),
                    others(case), due=event.due_at, former=event.former_due_at)


def _verification_started(case: TrackedCase, event: VerificationStarted, now: datetime) -> Told:
    case.stage("verification", event.due_at, event.provisional, now)
    yield notification(case, event, "verification_started", (case.known.filer_id,), due=event.due_at)
    yield notification(case, event, "verification_waiting", organ(case), parties(case),
                       due=event.due_at)


def _team_formed(case: TrackedCase, event: VerificationTeamFormed, now: datetime) -> Told:
    case.give(event.officer_ids, event.due_at, now)
    yield notification(case, event, "verification_assigned", event.officer_ids, due=due(case))


def _review_ended(case: TrackedCase, _event: Event, now: datetime) -> Told:
    """Filing tells the filer the outcome, once it stands in the register."""
    case.end(now)
    yield from ()


def _letter_issued(case: TrackedCase, event: LetterIssued, _now: datetime) -> Told:
    facts = about(case.known.number, case.known.title, letter=event.name, letter_number=event.number)
    yield Notification(f"letter/{event.letter_id}", "letter_issued", event.recipients, facts)


def _letter_delayed(case: TrackedCase, event: LetterDelayed, _now: datetime) -> Told:
    facts = about(case.known.number, case.known.title, letter=event.name, letter_number=event.number,
                  signs=event.signs)
    notification = "letter_not_drawn" if event.signs else "letter_delayed"
    leads = (lead_queue(event.organ_id),)
    yield Notification(f"letter/{event.letter_id}/{event.trouble}", notification, leads, facts)


HEARD: dict[type[Event], Callable[[TrackedCase, Any, datetime], Told]] = {
    FilingSubmitted: _submitted,
    FilingSupplemented: _supplemented,
    FilingWithdrawn: _withdrawn,
    FilingAccepted: _filing_accepted,
    FilingDeclined: _filing_declined,
    FilingObjected: objecting.objected,
    FilingObjectionDecided: objecting.answered,
    FilingWhitelisted: _whitelisted,
    FilingExpired: _expired,
    FilingVoided: _voided,
    ReviewOpened: _opened,
    ObjectionOpened: objecting.opened,
    ObjectionDecided: objecting.decided,
    ReviewAssigned: _assigned,
    ReviewerRecused: _recused,
    ReviewHandedUp: _handed_up,
    ReviewHolderLeft: _holder_left,
    SupplementRequested: _supplement_requested,
    ReviewSuspended: _suspended,
    ReviewResumed: _resumed,
    DeadlineMoved: _deadline_moved,
    VerificationStarted: _verification_started,
    VerificationTeamFormed: _team_formed,
    ReviewAccepted: _review_ended,
    ReviewDeclined: _review_ended,
    ReviewClosed: _review_ended,
    LetterDelayed: _letter_delayed,
    LetterIssued: _letter_issued,
}
SAYS_OF_ITSELF = (FilingSubmitted, CaseMoved)     # which matter it is about
