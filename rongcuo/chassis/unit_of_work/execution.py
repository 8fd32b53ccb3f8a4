"""The context (chassis.ports.ExecutionContext) in which one command, event, tick or question is worked on."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from copy import copy
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from math import inf
from typing import Any, Generic
from uuid import uuid4

from sqlalchemy.orm import Session

from rongcuo.chassis import ledger
from rongcuo.chassis.database import Database
from rongcuo.chassis.ledger.ledger import Ledger
from rongcuo.chassis.ledger.record import record_of
from rongcuo.chassis.outbox.store import OutboxRow, event_published
from rongcuo.chassis.triggers import Command, Invocation, Numbered, Query, ReceivedEvent, Tick
from rongcuo.chassis.unit_of_work import idempotency
from rongcuo.chassis.unit_of_work.event_batch import EventBatcher
from rongcuo.chassis.unit_of_work.transaction import SqlUnitOfWork, Store, alone
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.confirmation import ConfirmEvent, EventConfirmed
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event, load_event
from rongcuo.contracts.ledger import LedgerCheckpoint, LedgerProof, LineWritten
from rongcuo.contracts.operation import Given, Operation, Taken
from rongcuo.policy.rules import Rules

Ask = Callable[[Operation[Any, Any], Any], Any]
_UNITS = {Query: 0, Command: 1, Numbered: 1, ReceivedEvent: 1, Tick: inf}


class SqlExecutionContext(Generic[Store]):
    """One trigger's context. `deadline` is in seconds since 1970, by the system's clock; None: no hurry."""

    def __init__(self, invocation: Invocation, database: Database, rules: Rules,
                 build_store: Callable[[Session], Store], own_ledger: Ledger, ask: Ask | None,
                 ask_itself: Ask | None, deadline: float | None,
                 committed: Callable[[Sequence[OutboxRow]], None], time_now: Callable[[], datetime],
                 batches: EventBatcher[Store] | None = None, together: bool = False) -> None:
        self._invocation = invocation
        self._database = database
        self._batches = batches
        self._together = together
        self._build_store = build_store
        self._rules = rules
        self._ledger = own_ledger
        self._ask = ask
        self._ask_itself = ask_itself
        self._committed = committed
        self._time_now = time_now
        self._ids = 0
        self._opened = 0
        self._open = False
        self.deadline = deadline

    @property
    def actor(self) -> Actor:
        return self._invocation.actor

    @property
    def caller(self) -> str:
        return self._invocation.caller

    @property
    def now(self) -> datetime:
        return self._invocation.now

    @property
    def rules(self) -> Rules:
        return self._rules

    @property
    def correlation_id(self) -> str:
        return self._invocation.correlation_id

    def afresh(self) -> "SqlExecutionContext[Store] | None":
        """For a timer whose work goes on and on: the same context as of now; None once the service stops."""
        tick = self._invocation.trigger
        if isinstance(tick, Tick) and tick.ending():
            return None
        again = copy(self)
        again._invocation = replace(self._invocation, now=self._time_now())
        return again

    @contextmanager
    def unit(self) -> Iterator[SqlUnitOfWork[Store]]:
        """Open the transaction of this trigger.

        Raises AlreadyAnswered, AlreadyReceived or BatchAborted (for the entrypoint), CaseError
        `command_reused`, `events.out_of_order`, `deadline_passed`, `busy`, `service_unavailable` or
        `storage_unavailable`.
        """
        self._may_open()
        self._open, unit = True, None
        try:
            with self._transaction() as unit:
                yield unit
        finally:
            self._open = False
            if unit is not None and unit.committed:
                self._committed(unit.published)

    def _transaction(self) -> AbstractContextManager[SqlUnitOfWork[Store]]:
        event = self._invocation.trigger
        if self._batches is None or not isinstance(event, ReceivedEvent):
            return alone(self._database, self._build_store, self._invocation)
        return self._batches.unit(self._invocation, event, self._together)

    def answer_again(self) -> None:
        """Raises AlreadyAnswered where this command was done before, for what it did itself may be what it
        fails of now. Raises CaseError `command_reused`."""
        if isinstance(self._invocation.trigger, Command):
            with self._database.reading() as session:
                idempotency.answer_again(session, self._invocation.trigger, self._invocation)

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """The repository for reading only."""
        with self._database.reading() as session:
            yield self._build_store(session)

    def audit_read(self, what: str, subject: str, **facts: str | int) -> None:
        """A ledger line about a protected read, in a transaction of its own."""
        if self._open:
            raise RuntimeError("inside a unit of work, unit.audit belongs to its transaction")
        with self._database.writing() as session, session.begin():
            ledger.write_audit(session, self._invocation, what, subject, facts)

    def proof(self, subject: str, event: type[Event]) -> LedgerProof | None:
        """The proof of the newest line about such an event."""
        return self._ledger.proof(subject, f"{event.source}.{event.kind}.v")

    def proof_of_audit(self, what: str, subject: str, **facts: str | int) -> LedgerProof | None:
        """The proof of the oldest line of its own with these facts."""
        return self._ledger.proof_of_audit(subject, what, facts)

    def audited(self, what: str, subject: str) -> tuple[LineWritten, ...]:
        """By whom such lines of their own were written about a subject, newest first."""
        with self._database.reading() as session:
            return record_of(session, subject).written(what)

    def checkpoint(self, size: int) -> LedgerCheckpoint:
        """What a witness keeps of this service's ledger."""
        return self._ledger.checkpoint(size)

    def signed(self, note: str) -> bool:
        """Whether this service's ledger signed a checkpoint."""
        return self._ledger.signed(note)

    @property
    def event_id(self) -> str:
        event = self._invocation.trigger
        return event.event_id if isinstance(event, ReceivedEvent) else ""

    def confirms(self, question: ConfirmEvent) -> EventConfirmed:
        """An event that can't be read, or of a type that this service never tells, is not its own."""
        with self._database.reading() as session:
            published = event_published(session, question.event_id)
        try:
            same = published is not None and published == load_event(question.type_name, question.data)
        except CaseError:
            same = False
        return EventConfirmed(confirmed=same)

    def hear(self) -> None:
        """Take note of an event that means nothing to this service: only its version advances."""
        with self.unit() as unit:
            unit.commit()

    def ask(self, operation: Operation[Taken, Given], question: Taken) -> Given:
        """Ask another service by RPC."""
        return self._asked(self._ask, operation, question)

    def ask_itself(self, operation: Operation[Taken, Given], question: Taken) -> Given:
        """As the platform itself."""
        return self._asked(self._ask_itself, operation, question)

    def _asked(self, ask: Ask | None, operation: Operation[Taken, Given], question: Taken) -> Given:
        if self._open:
            raise RuntimeError(f"{operation.name} asked inside an open unit of work: ask before it")
        if ask is None:
            raise RuntimeError("nobody can be asked from this context")
        given: Given = ask(operation, question)
        return given

    def new_id(self) -> str:
        """A fresh identifier; the same again where the same command or event is tried again."""
        self._ids += 1
        match self._invocation.trigger:
            case Command(command_id=origin) | ReceivedEvent(event_id=origin):
                return sha256(f"{self._invocation.service}:{origin}:{self._ids}".encode()).hexdigest()[:32]
        return uuid4().hex

    def _may_open(self) -> None:
        at_most = _UNITS[type(self._invocation.trigger)]
        if self._open or self._opened >= at_most:
            raise RuntimeError("a query opens no unit of work" if at_most == 0
                               else "one command or event has one unit of work")
        if self.deadline is not None and time.time() > self.deadline:
            raise CaseError("deadline_passed")
        self._opened += 1
