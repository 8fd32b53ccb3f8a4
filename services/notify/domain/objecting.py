"""An objection to the refusal of a filing: what had ended is open again."""

from datetime import datetime

from rongcuo.contracts.filing import FilingObjected, FilingObjectionDecided
from rongcuo.contracts.review import ObjectionDecided, ObjectionOpened
from services.notify.domain.matter import Matter
from services.notify.domain.occasions import Told, occasion, organ, parties

OBJECTION = "objected"


def objected(matter: Matter, event: FilingObjected, _now: datetime) -> Told:
    yield occasion(matter, event, "objection_received", (event.filer_id,))


def answered(matter: Matter, event: FilingObjectionDecided, _now: datetime) -> Told:
    if event.taken_up and event.review_due_at:
        yield occasion(matter, event, "objection_taken_up", (event.filer_id,), due=event.review_due_at)
    else:
        yield occasion(matter, event, "objection_refused", (event.filer_id,))


def opened(matter: Matter, event: ObjectionOpened, now: datetime) -> Told:
    matter.reopen(OBJECTION, event.due_at, event.provisional, now)
    yield occasion(matter, event, "objection_waiting", organ(matter), parties(matter), due=event.due_at)


def decided(matter: Matter, event: ObjectionDecided, now: datetime) -> Told:
    """Filing tells the filer of it."""
    if not event.taken_up or event.due_at is None:
        matter.end(now)
        return
    matter.stage(event.stage, event.due_at, event.provisional, now)
    yield occasion(matter, event, "review_waiting", organ(matter), parties(matter), due=event.due_at)
