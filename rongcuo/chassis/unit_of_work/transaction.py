"""One transaction: rows, events, ledger lines and the command's answer, together or not at all."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import is_dataclass
from typing import Any, Generic, Protocol, TypeVar, cast, runtime_checkable

from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.orm import Session

from rongcuo.chassis import failpoints, ledger
from rongcuo.chassis.database import Database
from rongcuo.chassis.database.statements import insert
from rongcuo.chassis.database.tables import outbox
from rongcuo.chassis.database.types import canonical
from rongcuo.chassis.ledger.record import Record, record_of
from rongcuo.chassis.outbox.store import OutboxRow
from rongcuo.chassis.triggers import Answer, Command, Invocation, ReceivedEvent
from rongcuo.chassis.unit_of_work import idempotency, inbox
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate, Envelope, envelope
from rongcuo.contracts.serialisation import dump

Store = TypeVar("Store", bound="Repository")
AWAY = (OperationalError, InterfaceError)    # the database itself: it is asked nothing more


class Repository(Protocol):
    """What the unit needs of a repository."""

    def put(self, aggregate: Any) -> None:
        """Insert or update; CaseError `changed_meanwhile` where somebody else changed it first."""


@runtime_checkable
class Explaining(Protocol):
    """A repository that can tell why the database refused what it wrote."""

    def refusal(self) -> CaseError | None:
        """Nothing of it stayed. None where it is a key like any other (`changed_meanwhile`)."""


def enter(session: Session, invocation: Invocation) -> None:
    """Claim the trigger. What had its effect before fails here, or on PostgreSQL with the next statement."""
    match invocation.trigger:
        case Command() as command:
            idempotency.enter(session, command, invocation)
        case ReceivedEvent() as event:
            inbox.enter(session, [event], invocation.now)


@contextmanager
def alone(database: Database, build_store: Callable[[Session], Store],
          invocation: Invocation) -> Iterator["SqlUnitOfWork[Store]"]:
    """A unit of work in a transaction of its own.

    Raises AlreadyAnswered or AlreadyReceived for a trigger that had its effect before, whatever it fails
    of now.
    """
    with database.writing() as session:
        store = build_store(session)
        try:
            enter(session, invocation)
            yield SqlUnitOfWork(session, store, invocation, session.commit)
        except (CaseError, DBAPIError) as failure:
            if not isinstance(failure, AWAY):
                session.rollback()
                _tell_if_known(session, invocation)
            if isinstance(failure, IntegrityError) and isinstance(store, Explaining):
                raise store.refusal() or failure from failure
            raise


def _tell_if_known(session: Session, invocation: Invocation) -> None:
    match invocation.trigger:
        case Command() as command:
            idempotency.answer_again(session, command, invocation)
        case ReceivedEvent() as event:
            inbox.require_new(session, event)


class SqlUnitOfWork(Generic[Store]):
    """The unit of work (chassis.ports.UnitOfWork) on an open session, which `end` commits."""

    def __init__(self, session: Session, store: Store, invocation: Invocation,
                 end: Callable[[], None]) -> None:
        self._session = session
        self._store = store
        self._invocation = invocation
        self._end = end
        self.committed = False
        self.published: list[OutboxRow] = []     # what was put into the outbox

    @property
    def store(self) -> Store:
        """The service's repository, inside this transaction."""
        self._still_open()
        return self._store

    def audit(self, what: str, subject: str, **facts: str | int) -> None:
        """A ledger line of its own."""
        self._still_open()
        ledger.write_audit(self._session, self._invocation, what, subject, facts)

    def record(self, subject: str) -> Record:
        """All lines about a subject, oldest first."""
        self._still_open()
        return record_of(self._session, subject)

    def commit(self, *aggregates: Aggregate, answer: Any = None) -> Any:
        """Save all, commit, and hand the answer back."""
        self._still_open()
        self._expect(aggregates)
        for aggregate in aggregates:
            self._save(aggregate)
        if isinstance(self._invocation.trigger, Command):
            self._answer(self._invocation.trigger, answer)
        self._finish()
        return answer

    def _expect(self, aggregates: Sequence[Aggregate]) -> None:
        """What the caller has read must be what was read here."""
        expected = self._invocation.expected
        if expected and not any(aggregate.was_read_as(expected) for aggregate in aggregates):
            raise CaseError("changed_meanwhile", expected)

    def _answer(self, command: Command, answer: Any) -> None:
        text = canonical(dump(answer) if is_dataclass(answer) else answer)
        idempotency.remember(self._session, command, text)
        command.given = Answer(answer, text)

    def _save(self, aggregate: Aggregate) -> None:
        self._store.put(aggregate)
        about = self._invocation
        for sequence, happening in aggregate.take_events():
            subject = cast(Any, aggregate).id
            self._send(envelope(subject, sequence, happening, about.now, about.correlation_id))

    def _send(self, event: Envelope) -> None:
        body = canonical(event.data)
        row: dict[str, Any] = {
            "event_id": event.event_id, "subject": event.subject, "sequence": event.sequence,
            "source": event.source, "type_name": event.type_name, "time": event.time, "body": body,
            "correlation_id": event.correlation_id}
        insert(self._session, outbox, row)
        self.published.append(OutboxRow(**row))
        ledger.write_event(self._session, self._invocation, event, body)

    def _finish(self) -> None:
        failpoints.point("before_commit", self._invocation.service)
        self._end()
        self.committed = True
        if isinstance(self._invocation.trigger, ReceivedEvent):
            self._invocation.trigger.noted = True
        failpoints.point("after_commit", self._invocation.service)

    def _still_open(self) -> None:
        if self.committed:
            raise RuntimeError("this unit of work is committed; nothing more can be done in it")
