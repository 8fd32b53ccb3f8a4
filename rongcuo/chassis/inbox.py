"""An event takes effect once and in the order of its subject's versions, in the effect's own transaction."""

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from rongcuo.chassis.occasions import Circumstance, Heard, HeardBefore
from rongcuo.chassis.storing import changed, insert_new
from rongcuo.chassis.tables import dead_letters, heard, inbox
from rongcuo.contracts.errors import CaseError

_ADVANCE = update(heard).where(
    heard.c.consumer == bindparam("this"), heard.c.subject == bindparam("one"),
    heard.c.sequence == bindparam("known")).values(sequence=bindparam("new"))


def enter(session: Session, event: Heard, circumstance: Circumstance) -> None:
    """Claim the event and advance its subject's version.

    Raises HeardBefore for a duplicate or a lower version, CaseError `events.out_of_order` for a gap.
    """
    row = {"consumer": event.consumer, "event_id": event.event_id, "at": circumstance.now}
    if not insert_new(session, inbox, row):
        raise HeardBefore
    if not _advance(session, event, event.sequence - 1):
        _advance_over_discarded(session, event)


def _advance(session: Session, event: Heard, known: int) -> bool:
    """Move on from the version known to the event's; whether that was the version known."""
    if known == 0:
        return insert_new(session, heard, {"consumer": event.consumer, "subject": event.subject,
                                           "sequence": event.sequence})
    return changed(session, _ADVANCE, {"this": event.consumer, "one": event.subject, "known": known,
                                       "new": event.sequence}) == 1


def _advance_over_discarded(session: Session, event: Heard) -> None:
    """What an operator discarded will not come; it counts as heard."""
    known = session.scalar(select(heard.c.sequence).where(
        heard.c.consumer == event.consumer, heard.c.subject == event.subject)) or 0
    if known >= event.sequence:
        raise HeardBefore
    skipped = event.sequence - known - 1
    if _discarded_since(session, event, known) != skipped or not _advance(session, event, known):
        raise CaseError("events.out_of_order", f"{event.subject} is at version {known}, not yet at "
                        f"{event.sequence - 1}")


def _discarded_since(session: Session, event: Heard, known: int) -> int:
    """How many versions between the one known and the event's were discarded."""
    return session.scalar(select(func.count(dead_letters.c.sequence.distinct())).where(
        dead_letters.c.consumer == event.consumer, dead_letters.c.subject == event.subject,
        dead_letters.c.state == "discarded",
        dead_letters.c.sequence > known, dead_letters.c.sequence < event.sequence)) or 0
