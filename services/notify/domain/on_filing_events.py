"""From what the others tell to tasks, and to who has to be told: one entry for each kind of event.

What is heard before the matter itself is known waits in it and is heard right after it, in its order.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from rongcuo.contracts import documents, filing, review
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.events import Event, load_event
from rongcuo.contracts.serialisation import dump
from services.notify.domain.directory import lead_queue
from services.notify.domain.notifications import Fact, Notification, Told, counted, cover_of, notification
from services.notify.domain.on_case_events import follow
from services.notify.domain.tracked_case import Facts, TrackedCase

FIRST_STAGE, OBJECTION = "preliminary_review", "objected"


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
    reopens = isinstance(event, review.ObjectionOpened)
    over = case.ended and event.source == review.ReviewOpened.source and not reopens
    told = follow(case, event, now) if isinstance(event, CaseMoved) else HEARD[type(event)](case, event, now)
    numbered = counted(case, event, told)
    return [] if over else numbered


def heard_of(source: str) -> list[type[Event]]:
    """The kinds of events of a service that are heard, but for those of the shape `CaseMoved`."""
    return [kind for kind in HEARD if kind.source == source]


def _to_the_organ(case: TrackedCase, name: str, *but: str) -> Notification:
    """Something waits there, for whoever has no part in it."""
    return notification(case, name, (case.queue, case.leads), (*but, *case.known.concerned))


def _to_the_filer(case: TrackedCase, name: str, **facts: Fact) -> Notification:
    return notification(case, name, (case.known.filer_id,), **facts)


def _submitted(case: TrackedCase, event: filing.FilingSubmitted, now: datetime) -> Told:
    if case.facts is not None:
        return
    facts = Facts(event.number, event.title, event.organ_id, event.division_code, event.filer_id, event.unit,
                  event.pack_id, event.parties)
    case.submit(facts, FIRST_STAGE, event.review_due_at, event.review_due_provisional, now)
    yield _to_the_filer(case, "filing_received", cover=cover_of(event))
    yield _to_the_organ(case, "review_waiting")


def _supplemented(case: TrackedCase, event: filing.FilingSupplemented, now: datetime) -> Told:
    case.supplement(event.title, event.parties, event.supplemented_at, now)
    yield _to_the_filer(case, "supplement_received")


def _withdrawn(case: TrackedCase, event: filing.FilingWithdrawn, now: datetime) -> Told:
    case.end(now)
    yield notification(case, "filing_withdrawn", (event.filer_id, *case.reviewing.holders), case.known.others)


def _filing_accepted(case: TrackedCase, event: filing.FilingAccepted, now: datetime) -> Told:
    case.end(now)
    yield _to_the_filer(case, "filing_accepted", valid_from=event.valid_from, valid_until=event.valid_until,
                        register_number=event.register_number)


def _filing_declined(case: TrackedCase, event: filing.FilingDeclined, now: datetime) -> Told:
    """Review may have told before of an objection to it."""
    if case.reviewing.stage != OBJECTION:
        case.end(now)
    name = "filing_declined" if event.objection_until else "filing_declined_again"
    yield _to_the_filer(case, name, until=event.objection_until or "")


def _objected(case: TrackedCase, _event: filing.FilingObjected, _now: datetime) -> Told:
    yield _to_the_filer(case, "objection_received")


def _objection_answered(case: TrackedCase, event: filing.FilingObjectionDecided, _now: datetime) -> Told:
    if event.taken_up and event.review_due_at:
        yield _to_the_filer(case, "objection_taken_up", due=event.review_due_at)
    else:
        yield _to_the_filer(case, "objection_refused")


def _whitelisted(case: TrackedCase, event: filing.FilingWhitelisted, _now: datetime) -> Told:
    yield _to_the_filer(case, "whitelist_entered" if event.listed else "whitelist_left")


def _voided(case: TrackedCase, event: filing.FilingVoided, _now: datetime) -> Told:
    name = "filing_voided" if event.voided else "filing_restored"
    to = (event.filer_id, lead_queue(event.organ_id))
    yield notification(case, name, to)      # without the determination's number: not everybody may know it


def _expired(case: TrackedCase, event: filing.FilingExpired, _now: datetime) -> Told:
    yield _to_the_filer(case, "filing_expired", valid_until=event.valid_until)


def _opened(case: TrackedCase, event: review.ReviewOpened, now: datetime) -> Told:
    case.stage(event.stage, event.due_at, event.provisional, now)
    yield from ()


def _objection_opened(case: TrackedCase, event: review.ObjectionOpened, now: datetime) -> Told:
    """What had ended is open again."""
    case.reopen(OBJECTION, event.due_at, event.provisional, now)
    yield _to_the_organ(case, "objection_waiting")


def _objection_decided(case: TrackedCase, event: review.ObjectionDecided, now: datetime) -> Told:
    """Filing tells the filer of it."""
    if not event.taken_up or event.due_at is None:
        case.end(now)
        return
    case.stage(event.stage, event.due_at, event.provisional, now)
    yield _to_the_organ(case, "review_waiting")


def _assigned(case: TrackedCase, event: review.ReviewAssigned, now: datetime) -> Told:
    case.give((event.officer_id,), event.due_at, now)
    yield notification(case, "review_assigned", (event.officer_id,))


def _recused(case: TrackedCase, event: review.ReviewerRecused, now: datetime) -> Told:
    case.bar(event.officer_id)
    if event.unassigned:
        case.give((), event.due_at, now)
        yield _to_the_organ(case, "review_given_back", event.officer_id)
    else:
        case.recuse(event.officer_id, event.due_at, now)
    yield notification(case, "reviewer_recused", (event.officer_id,))


def _holder_left(case: TrackedCase, event: review.ReviewHolderLeft, now: datetime) -> Told:
    """The leads find somebody else; of a team that goes on, they may."""
    case.give(event.holders, event.due_at, now)
    name, to = ("member_left", (case.leads,)) if event.holders else ("holder_left", (case.queue, case.leads))
    yield notification(case, name, to, (event.officer_id, *case.known.concerned))


def _handed_up(case: TrackedCase, event: review.ReviewHandedUp, now: datetime) -> Told:
    case.hand_up(event.organ_id, event.due_at, now)
    yield _to_the_organ(case, "review_handed_up")
    yield _to_the_filer(case, "filing_handed_up")


def _supplement_requested(case: TrackedCase, event: review.SupplementRequested, now: datetime) -> Told:
    case.request_supplement(event.supplement_due_at, event.requested_at, now)
    yield _to_the_filer(case, "supplement_requested", due=event.supplement_due_at)


def _suspended(case: TrackedCase, event: review.ReviewSuspended, now: datetime) -> Told:
    """The leads hear of what somebody else has stopped."""
    case.suspend(now)
    holders = case.reviewing.holders
    yield notification(case, "review_suspended", (case.known.filer_id, *holders), case.known.others)
    yield notification(case, "clock_stopped", (case.leads,),
                       (event.suspended_by, *holders, *case.known.concerned))


def _resumed(case: TrackedCase, event: review.ReviewResumed, now: datetime) -> Told:
    holders = (event.assignee_id,) if event.assignee_id else ()
    case.resume(event.stage, holders, event.due_at, event.provisional, now)
    yield notification(case, "review_resumed", case.reviewing.holders, case.known.concerned)


def _deadline_moved(case: TrackedCase, event: review.DeadlineMoved, now: datetime) -> Told:
    case.move(event.due_at, event.provisional, now)
    to = (case.known.filer_id, *case.reviewing.holders)
    yield notification(case, "deadline_moved", to, case.known.others, due=event.due_at,
                       former=event.former_due_at)


def _verification_started(case: TrackedCase, event: review.VerificationStarted, now: datetime) -> Told:
    case.stage("verification", event.due_at, event.provisional, now)
    yield _to_the_filer(case, "verification_started")
    yield _to_the_organ(case, "verification_waiting")


def _team_formed(case: TrackedCase, event: review.VerificationTeamFormed, now: datetime) -> Told:
    case.give(event.officer_ids, event.due_at, now)
    yield notification(case, "verification_assigned", event.officer_ids)


def _review_ended(case: TrackedCase, _event: Event, now: datetime) -> Told:
    """Filing tells the filer the outcome, once it stands in the register."""
    case.end(now)
    yield from ()


def _letter_issued(case: TrackedCase, event: documents.LetterIssued, _now: datetime) -> Told:
    yield notification(case, "letter_issued", event.recipients, (), f"letter/{event.letter_id}",
                       letter=event.name, letter_number=event.number)


def _letter_delayed(case: TrackedCase, event: documents.LetterDelayed, _now: datetime) -> Told:
    name = "letter_not_drawn" if event.signs else "letter_delayed"
    yield notification(case, name, (lead_queue(event.organ_id),), (),
                       f"letter/{event.letter_id}/{event.trouble}", letter=event.name,
                       letter_number=event.number, signs=event.signs)


HEARD: dict[type[Event], Callable[[TrackedCase, Any, datetime], Told]] = {
    filing.FilingSubmitted: _submitted,
    filing.FilingSupplemented: _supplemented,
    filing.FilingWithdrawn: _withdrawn,
    filing.FilingAccepted: _filing_accepted,
    filing.FilingDeclined: _filing_declined,
    filing.FilingObjected: _objected,
    filing.FilingObjectionDecided: _objection_answered,
    filing.FilingWhitelisted: _whitelisted,
    filing.FilingExpired: _expired,
    filing.FilingVoided: _voided,
    review.ReviewOpened: _opened,
    review.ObjectionOpened: _objection_opened,
    review.ObjectionDecided: _objection_decided,
    review.ReviewAssigned: _assigned,
    review.ReviewerRecused: _recused,
    review.ReviewHandedUp: _handed_up,
    review.ReviewHolderLeft: _holder_left,
    review.SupplementRequested: _supplement_requested,
    review.ReviewSuspended: _suspended,
    review.ReviewResumed: _resumed,
    review.DeadlineMoved: _deadline_moved,
    review.VerificationStarted: _verification_started,
    review.VerificationTeamFormed: _team_formed,
    review.ReviewAccepted: _review_ended,
    review.ReviewDeclined: _review_ended,
    review.ReviewClosed: _review_ended,
    documents.LetterDelayed: _letter_delayed,
    documents.LetterIssued: _letter_issued,
}
SAYS_OF_ITSELF = (filing.FilingSubmitted, CaseMoved)     # which matter it is about
