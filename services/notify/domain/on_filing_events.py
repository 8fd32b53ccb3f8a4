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


def hear(matter: TrackedCase, event: Event, now: datetime) -> list[Notification]:
    """Take an event in. Answers who is to be told of it, and of what had waited for it."""
    if matter.facts is None and not isinstance(event, SAYS_OF_ITSELF):
        matter.early.append({"type": event.type_name(), "data": dump(event)})
        return []
    told = _hear(matter, event, now)
    waiting, matter.early = matter.early, []
    for early in waiting:
        told += _hear(matter, load_event(early["type"], early["data"]), now)
    return told


def _hear(matter: TrackedCase, event: Event, now: datetime) -> list[Notification]:
    """Once a filing has ended nobody is asked to do anything about it, however late review's word arrives."""
    over = matter.ended and event.source == ReviewOpened.source and not isinstance(event, ObjectionOpened)
    matter.heard[event.source] = matter.heard.get(event.source, 0) + 1
    if isinstance(event, CaseMoved):
        return list(follow(matter, event, now))
    told = list(HEARD[type(event)](matter, event, now))
    return [] if over else told


def _submitted(matter: TrackedCase, event: FilingSubmitted, now: datetime) -> Told:
    if matter.facts is not None:
        return
    facts = Facts(event.number, event.title, event.organ_id, event.division_code, event.filer_id, event.unit,
                  event.pack_id, event.parties)
    matter.submit(facts, FIRST_STAGE, event.review_due_at, event.review_due_provisional, now)
    due = event.review_due_at
    yield notification(matter, event, "filing_received", (event.filer_id,), due=due, cover=cover_of(event))
    yield notification(matter, event, "review_waiting", organ(matter), parties(matter), due=due)


def _supplemented(matter: TrackedCase, event: FilingSupplemented, now: datetime) -> Told:
    matter.supplement(event.title, event.parties, event.supplemented_at, now)
    yield notification(matter, event, "supplement_received", (matter.known.filer_id,))


def _withdrawn(matter: TrackedCase, event: FilingWithdrawn, now: datetime) -> Told:
    matter.end(now)
    to = (event.filer_id, *matter.reviewing.holders)
    yield notification(matter, event, "filing_withdrawn", to, others(matter))


def _filing_accepted(matter: TrackedCase, event: FilingAccepted, now: datetime) -> Told:
    matter.end(now)
    yield notification(matter, event, "filing_accepted", (event.filer_id,), valid_from=event.valid_from,
                    valid_until=event.valid_until, register_number=event.register_number)


def _filing_declined(matter: TrackedCase, event: FilingDeclined, now: datetime) -> Told:
    """Review may have told before of an objection to it."""
    if matter.reviewing.stage != objecting.OBJECTION:
        matter.end(now)
    name = "filing_declined" if event.objection_until else "filing_declined_again"
    yield notification(matter, event, name, (event.filer_id,), until=event.objection_until or "")


def _whitelisted(matter: TrackedCase, event: FilingWhitelisted, _now: datetime) -> Told:
    name = "whitelist_entered" if event.listed else "whitelist_left"
    yield notification(matter, event, name, (event.filer_id,))


def _voided(matter: TrackedCase, event: FilingVoided, _now: datetime) -> Told:
    name = "filing_voided" if event.voided else "filing_restored"
    to = (event.filer_id, lead_queue(event.organ_id))
    yield notification(matter, event, name, to, letter_number=event.determination)


def _expired(matter: TrackedCase, event: FilingExpired, _now: datetime) -> Told:
    yield notification(matter, event, "filing_expired", (event.filer_id,), valid_until=event.valid_until)


def _opened(matter: TrackedCase, event: ReviewOpened, now: datetime) -> Told:
    matter.stage(event.stage, event.due_at, event.provisional, now)
    yield from ()


def _assigned(matter: TrackedCase, event: ReviewAssigned, now: datetime) -> Told:
    matter.give((event.officer_id,), event.due_at, now)
    yield notification(matter, event, "review_assigned", (event.officer_id,), due=due(matter))


def _recused(matter: TrackedCase, event: ReviewerRecused, now: datetime) -> Told:
    matter.bar(event.officer_id)
    if event.unassigned:
        matter.give((), event.due_at, now)
        barred = (event.officer_id, *parties(matter))
        yield notification(matter, event, "review_given_back", organ(matter), barred, due=due(matter))
    else:
        matter.recuse(event.officer_id, event.due_at, now)
    yield notification(matter, event, "reviewer_recused", (event.officer_id,))


def _holder_left(matter: TrackedCase, event: ReviewHolderLeft, now: datetime) -> Told:
    """The leads find somebody else; of a team that goes on, they may."""
    matter.give(event.holders, event.due_at, now)
    name, to = ("member_left", organ(matter)[1:]) if event.holders else ("holder_left", organ(matter))
    yield notification(matter, event, name, to, (event.officer_id, *parties(matter)), due=due(matter))


def _handed_up(matter: TrackedCase, event: ReviewHandedUp, now: datetime) -> Told:
    matter.hand_up(event.organ_id, event.due_at, now)
    yield notification(matter, event, "review_handed_up", organ(matter), parties(matter), due=due(matter))
    yield notification(matter, event, "filing_handed_up", (matter.known.filer_id,))


def _supplement_requested(matter: TrackedCase, event: SupplementRequested, now: datetime) -> Told:
    due = event.supplement_due_at
    matter.request_supplement(due, event.requested_at, now)
    yield notification(matter, event, "supplement_requested", (matter.known.filer_id,), due=due)


def _suspended(matter: TrackedCase, event: ReviewSuspended, now: datetime) -> Told:
    matter.suspend(now)
    yield notification(matter, event, "review_suspended", (matter.known.filer_id, *matter.reviewing.holders),
                    others(matter))


def _resumed(matter: TrackedCase, event: ReviewResumed, now: datetime) -> Told:
    holders = (event.assignee_id,) if event.assignee_id else ()
    matter.resume(event.stage, holders, event.due_at, event.provisional, now)
    to = matter.reviewing.holders
    yield notification(matter, event, "review_resumed", to, parties(matter), due=event.due_at)


def _deadline_moved(matter: TrackedCase, event: DeadlineMoved, now: datetime) -> Told:
    matter.move(event.due_at, event.provisional, now)
    yield notification(matter, event, "deadline_moved", (matter.known.filer_id, *matter.reviewing.holders),
                    others(matter), due=event.due_at, former=event.former_due_at)


def _verification_started(matter: TrackedCase, event: VerificationStarted, now: datetime) -> Told:
    matter.stage("verification", event.due_at, event.provisional, now)
    yield notification(matter, event, "verification_started", (matter.known.filer_id,), due=event.due_at)
    yield notification(matter, event, "verification_waiting", organ(matter), parties(matter),
                       due=event.due_at)


def _team_formed(matter: TrackedCase, event: VerificationTeamFormed, now: datetime) -> Told:
    matter.give(event.officer_ids, event.due_at, now)
    yield notification(matter, event, "verification_assigned", event.officer_ids, due=due(matter))


def _review_ended(matter: TrackedCase, _event: Event, now: datetime) -> Told:
    """Filing tells the filer the outcome, once it stands in the register."""
    matter.end(now)
    yield from ()


def _letter_issued(matter: TrackedCase, event: LetterIssued, _now: datetime) -> Told:
    facts = about(matter.known.number, matter.known.title, letter=event.name, letter_number=event.number)
    yield Notification(f"letter/{event.letter_id}", "letter_issued", event.recipients, facts)


def _letter_delayed(matter: TrackedCase, event: LetterDelayed, _now: datetime) -> Told:
    facts = about(matter.known.number, matter.known.title, letter=event.name, letter_number=event.number,
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
