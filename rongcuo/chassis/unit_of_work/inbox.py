"""An event takes effect once and in the order of its subject's versions, in the effect's own transaction.

A selective consumer is not sent all versions: it takes whichever is higher than the last, and waits for none.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, exists, func, select, tuple_, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from rongcuo.chassis.database.statements import affected_rows, insert, insert_if_absent, upsert_if_higher
from rongcuo.chassis.database.tables import dead_letters, inbox, subject_versions
from rongcuo.chassis.errors import OUT_OF_ORDER
from rongcuo.chassis.triggers import AlreadyReceived, ReceivedEvent
from rongcuo.contracts.errors import CaseError

_HEARD = subject_versions.c
_ADVANCE = update(subject_versions).values(sequence=_HEARD.sequence + 1).where(
    tuple_(_HEARD.consumer, _HEARD.subject, _HEARD.sequence).in_(bindparam("known", expanding=True)))
_PASS_OVER = update(subject_versions).values(sequence=bindparam("new")).where(
    _HEARD.consumer == bindparam("this"), _HEARD.subject == bindparam("one"),
    _HEARD.sequence == bindparam("known"))


def enter(session: Session, events: Sequence[ReceivedEvent], now: datetime) -> None:
    """Claim events of different subjects, and advance their subjects' versions. Call it first.

    Raises AlreadyReceived for a duplicate or a lower version, CaseError `events.out_of_order` for a gap.
    Where all begin a subject nobody waits: on PostgreSQL a duplicate fails with the next statement, and
    `require_new` then tells.
    """
    try:
        insert(session, inbox, *({"consumer": event.consumer, "event_id": event.event_id, "at": now}
                                 for event in events))
        if all(event.sequence == 1 for event in events):
            insert(session, subject_versions, *map(_version, events))
            return
        advanced = _advance(session, events)
    except IntegrityError:
        raise AlreadyReceived from None
    if advanced < len(events):
        for event in events:
            _advance_over_discarded(session, event)


def require_new(session: Session, event: ReceivedEvent) -> None:
    """Raises AlreadyReceived for an event that has taken effect, or a later one of its subject."""
    here = (inbox.c.consumer == event.consumer) & (inbox.c.event_id == event.event_id)
    if _known(session, event) >= event.sequence or session.scalar(select(exists().where(here))):
        raise AlreadyReceived


def _known(session: Session, event: ReceivedEvent) -> int:
    """The version of the subject that was heard last."""
    return session.scalar(select(_HEARD.sequence).where(
        _HEARD.consumer == event.consumer, _HEARD.subject == event.subject)) or 0


def _advance(session: Session, events: Sequence[ReceivedEvent]) -> int:
    """Move on from the version before the event's where that is the one known, for a selective consumer from
    any lower one; how many did."""
    any_lower = [_version(event) for event in events if event.selective]
    new = [_version(event) for event in events if not event.selective and event.sequence == 1]
    known = [(event.consumer, event.subject, event.sequence - 1)
             for event in events if not event.selective and event.sequence > 1]
    return ((upsert_if_higher(session, subject_versions, "sequence", *any_lower) if any_lower else 0)
            + (insert_if_absent(session, subject_versions, *new) if new else 0)
            + (affected_rows(session, _ADVANCE, {"known": known}) if known else 0))


def _version(event: ReceivedEvent) -> dict[str, Any]:
    """The event's version as the last one heard of its subject."""
    return {"consumer": event.consumer, "subject": event.subject, "sequence": event.sequence}


def _advance_over_discarded(session: Session, event: ReceivedEvent) -> None:
    """What an operator discarded will not come; it counts as heard."""
    known = _known(session, event)
    if known >= event.sequence:
        raise AlreadyReceived
    skipped = event.sequence - known - 1
    if _discarded_since(session, event, known) != skipped or not _pass_over(session, event, known):
        raise CaseError(OUT_OF_ORDER, f"{event.subject} is at version {known}, not yet at "
                        f"{event.sequence - 1}")


def _pass_over(session: Session, event: ReceivedEvent, known: int) -> bool:
    """Whether that was still the version known."""
    if known == 0:
        return insert_if_absent(session, subject_versions, _version(event)) == 1
    return affected_rows(session, _PASS_OVER, {
        "this": event.consumer, "one": event.subject, "known": known, "new": event.sequence}) == 1


def _discarded_since(session: Session, event: ReceivedEvent, known: int) -> int:
    """How many versions between the one known and the event's were discarded."""
    return session.scalar(select(func.count(dead_letters.c.sequence.distinct())).where(
        dead_letters.c.consumer == event.consumer, dead_letters.c.subject == event.subject,
        dead_letters.c.state == "discarded",
        dead_letters.c.sequence > known, dead_letters.c.sequence < event.sequence)) or 0
