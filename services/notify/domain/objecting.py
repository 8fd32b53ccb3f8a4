"""An objection to the refusal of a filing: what had ended is open again."""

from datetime import datetime

from rongcuo.contracts.filing import FilingObjected, FilingObjectionDecided
from rongcuo.contracts.review import ObjectionDecided, ObjectionOpened
from services.notify.domain.notifications import Told, notification, organ, parties
from services.notify.domain.tracked_case import TrackedCase

OBJECTION = "objected"


def objected(case: TrackedCase, event: FilingObjected, _now: datetime) -> Told:
    yield notification(case, event, "objection_received", (event.filer_id,))


def answered(case: TrackedCase, event: FilingObjectionDecided, _now: datetime) -> Told:
    if event.taken_up and event.review_due_at:
        yield notification(case, event, "objection_taken_up", (event.filer_id,), due=event.review_due_at)
    else:
        yield notification(case, event, "objection_refused", (event.filer_id,))


def opened(case: TrackedCase, event: ObjectionOpened, now: datetime) -> Told:
    case.reopen(OBJECTION, event.due_at, event.provisional, now)
    yield notification(case, event, "objection_waiting", organ(case), parties(case), due=event.due_at)


def decided(case: TrackedCase, event: ObjectionDecided, now: datetime) -> Told:
    """Filing tells the filer of it."""
    if not event.taken_up or event.due_at is None:
        case.end(now)
        return
    case.stage(event.stage, event.due_at, event.provisional, now)
    yield notification(case, event, "review_waiting", organ(case), parties(case), due=event.due_at)
