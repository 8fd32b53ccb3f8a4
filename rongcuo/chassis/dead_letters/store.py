"""Messages that could not be worked on, kept until an operator sends them again or discards them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Row, func, select, update
from sqlalchemy.orm import Session

from rongcuo.chassis import ledger
from rongcuo.chassis.database import Database
from rongcuo.chassis.database.pagination import Page, page
from rongcuo.chassis.database.statements import affected_rows, insert_if_absent
from rongcuo.chassis.database.tables import dead_letters, inbox
from rongcuo.chassis.errors import OUT_OF_ORDER
from rongcuo.chassis.messaging.cloudevents import LONGEST_ID
from rongcuo.chassis.time_source import TimeSource
from rongcuo.chassis.triggers import Invocation, Tick
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.texts.signs import is_seen

_IS_OPEN = dead_letters.c.state == "open"
NO_QUEUE = "no_queue"
Decided = tuple[int, datetime | None]     # a letter's id, and when an operator decided about it last


class DeadLetterState(StrEnum):
    """Where a dead letter stands."""

    OPEN = "open"              # waits for an operator
    RESEND = "resend"          # an operator wants it sent again
    RESENT = "resent"          # it was
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A message as it came. The event's fields are empty or 0 where it could not be read."""

    letter_id: int
    consumer: str
    event_id: str
    type_name: str
    subject: str
    sequence: int
    reason_code: str
    reason: str
    attempts: int
    digest: str
    first_at: datetime
    body: bytes
    headers: Mapping[str, Any]
    state: DeadLetterState
    decided_by: str | None
    decided_reason: str | None
    decided_at: datetime | None

    @property
    def decided(self) -> Decided:
        """This decision about this letter."""
        return self.letter_id, self.decided_at


class DeadLetters:
    """The dead letters of one service. Every method is a transaction of its own."""

    def __init__(self, database: Database, service: str, time: TimeSource) -> None:
        self._database = database
        self._service = service
        self._time = time

    def keep(self, *, consumer: str, body: bytes, headers: Mapping[str, Any], reason_code: str, reason: str,
             attempts: int, event_id: str = "", type_name: str = "", subject: str = "",
             sequence: int = 0) -> None:
        """Keep a message. One kept before is opened again, unless it was discarded."""
        digest = sha256(body).hexdigest()
        row = {"consumer": consumer, "event_id": event_id[:255], "type_name": type_name[:255],
               "subject": subject[:255], "sequence": sequence, "reason_code": reason_code, "reason": reason,
               "attempts": attempts, "digest": digest, "first_at": self._time.now(), "body": body,
               "headers": dict(headers), "state": DeadLetterState.OPEN}
        with self._database.writing() as session, session.begin():
            if not insert_if_absent(session, dead_letters, row):
                _open_again(session, row)

    def list(self, state: DeadLetterState | None = DeadLetterState.OPEN, cursor: str | None = None,
             limit: int = 50) -> Page[DeadLetter]:
        """A page of letters, oldest first; of all states where `state` is None."""
        wanted = select(dead_letters)
        if state is not None:
            wanted = wanted.where(dead_letters.c.state == state)
        with self._database.reading() as session:
            found = page(session, wanted, [dead_letters.c.letter_id], cursor, limit)
        return Page([_letter(row) for row in found.rows], found.cursor)

    def show(self, letter_id: int) -> DeadLetter:
        """One letter. Raises CaseError `not_found`."""
        with self._database.reading() as session:
            return _found(session, letter_id)

    def count_open(self) -> int:
        """How many wait for an operator."""
        with self._database.glancing() as session:
            return session.scalar(select(func.count()).select_from(dead_letters).where(_IS_OPEN)) or 0

    def ask_resend(self, letter_id: int, by: Actor) -> DeadLetter:
        """Send it again, and those that only waited for it. Raises CaseError `dead_letter.settled`."""
        return self._decide(letter_id, by, DeadLetterState.RESEND, "")

    def discard(self, letter_id: int, by: Actor, reason: str) -> DeadLetter:
        """Give it up for good, and send again those that only waited for it.

        Raises CaseError `dead_letter.reason_missing` or `dead_letter.settled`.
        """
        if not is_seen(reason):
            raise CaseError("dead_letter.reason_missing")
        return self._decide(letter_id, by, DeadLetterState.DISCARDED, reason)

    def take_resends(self, limit: int = 100) -> Sequence[DeadLetter]:
        """What an operator wants sent again, each subject's in order. `mark_resent` follows."""
        wanted = select(dead_letters).where(dead_letters.c.state == DeadLetterState.RESEND).order_by(
            dead_letters.c.subject, dead_letters.c.sequence, dead_letters.c.letter_id).limit(limit)
        with self._database.glancing() as session:
            return [_letter(row) for row in session.execute(wanted)]

    def mark_resent(self, decided: Collection[Decided]) -> None:
        """They are in a durable queue, or done. One that failed again meanwhile stays open, and one asked for
        again since is still to be sent."""
        with self._database.writing() as session, session.begin():
            for letter_id, at in decided:
                session.execute(update(dead_letters).where(
                    dead_letters.c.letter_id == letter_id, dead_letters.c.decided_at == at,
                    dead_letters.c.state == DeadLetterState.RESEND).values(state=DeadLetterState.RESENT))

    def give_back(self, letter_id: int) -> None:
        """It could not be sent again: the queue it died in is no more."""
        with self._database.writing() as session, session.begin():
            session.execute(update(dead_letters).where(
                dead_letters.c.letter_id == letter_id, dead_letters.c.state == DeadLetterState.RESEND,
            ).values(state=DeadLetterState.OPEN, reason_code=NO_QUEUE))

    def _decide(self, letter_id: int, by: Actor, state: DeadLetterState, reason: str) -> DeadLetter:
        with self._database.writing() as session, session.begin():
            letter = _found(session, letter_id)
            decision = update(dead_letters).values(
                state=state, decided_by=by.officer_id, decided_reason=reason, decided_at=self._time.now())
            if not affected_rows(session, decision.where(dead_letters.c.letter_id == letter_id, _IS_OPEN)):
                raise CaseError("dead_letter.settled", str(letter_id))
            session.execute(decision.where(*_waits_for(letter)).values(state=DeadLetterState.RESEND))
            if state is DeadLetterState.DISCARDED and 0 < len(letter.event_id) <= LONGEST_ID:
                # Its source may send everything again: then it counts as heard, too.
                insert_if_absent(session, inbox, {
                    "consumer": letter.consumer, "event_id": letter.event_id, "at": self._time.now()})
            self._write_down(session, letter, by, f"dead_letter.{state}")
            return _found(session, letter_id)

    def _write_down(self, session: Session, letter: DeadLetter, by: Actor, what: str) -> None:
        about = Invocation(self._service, Tick(), by, self._time.now(), uuid4().hex)
        ledger.write_audit(session, about, what, f"dead_letter:{letter.letter_id}",
                           {"consumer": letter.consumer, "event_id": letter.event_id})


def _waits_for(letter: DeadLetter) -> tuple[ColumnElement[bool], ...]:
    """Open letters of the same subject that failed only because an earlier version was missing."""
    return (_IS_OPEN, dead_letters.c.consumer == letter.consumer, dead_letters.c.subject == letter.subject,
            dead_letters.c.reason_code == OUT_OF_ORDER, dead_letters.c.subject != "")


def _open_again(session: Session, row: Mapping[str, Any]) -> None:
    same = [dead_letters.c[name] == row[name] for name in ("consumer", "event_id", "digest")]
    session.execute(update(dead_letters).where(*same,
                                               dead_letters.c.state != DeadLetterState.DISCARDED).values(
        state=DeadLetterState.OPEN, reason_code=row["reason_code"], reason=row["reason"],
        attempts=dead_letters.c.attempts + row["attempts"]))


def _found(session: Session, letter_id: int) -> DeadLetter:
    row = session.execute(select(dead_letters).where(dead_letters.c.letter_id == letter_id)).one_or_none()
    if row is None:
        raise CaseError("not_found", f"dead letter {letter_id}")
    return _letter(row)


def _letter(row: Row[Any]) -> DeadLetter:
    return DeadLetter(**{**row._mapping, "state": DeadLetterState(row.state)})
