"""What a use case sees of the chassis: pure protocols, no database and no broker.

A use case fetches, tells, commits:

    def withdraw(context: ExecutionContext[Filings], command: WithdrawFiling) -> FilingView:
        with context.unit() as unit:
            filing = unit.store.get(command.filing_id)
            access.require(context.actor, Verb.WITHDRAW, filing)
            filing.withdraw(command.reason, context.actor, context.now)
            return unit.commit(filing, answer=view_of(filing))
"""


from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol, TypeVar

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.confirmation import ConfirmEvent, EventConfirmed
from rongcuo.contracts.events import Aggregate, Event
from rongcuo.contracts.ledger import LedgerCheckpoint, LedgerProof, LineWritten
from rongcuo.contracts.operation import Given, Operation, Taken
from rongcuo.policy.rules import Rules

T = TypeVar("T")
Store = TypeVar("Store", covariant=True)


class Record(Protocol):
    """What the ledger says of a subject, oldest first."""

    def audits(self, what: str) -> Iterator[dict[str, Any]]:
        """The facts of all lines of their own of this kind."""

    def count(self, event: str) -> int:
        """How many events of this kind (`source.kind`) were told."""

    def after(self, what: str, **facts: str | int) -> "Record":
        """What was written after the last such line; all, where there is none."""

    def is_whole(self, published: int, signed: Callable[[str], bool]) -> bool:
        """Whether no line is missing or another than it was. `published`: how many events so far."""


class UnitOfWork(Protocol[Store]):
    """One transaction. What the aggregates recorded becomes events and ledger lines of the same commit."""

    @property
    def store(self) -> Store:
        """The service's repository, inside this transaction."""

    def commit(self, *aggregates: Aggregate, answer: T = ...) -> T:
        """Save the aggregates (`store.put`), their events and the answer of this command, then commit.

        Raises CaseError `changed_meanwhile` where somebody else changed an aggregate first.
        """

    def audit(self, what: str, subject: str, **facts: str | int) -> None:
        """A ledger line of its own, for a write or protected read without an event. No personal data."""

    def record(self, subject: str) -> Record:
        """All that the ledger says of a subject.

        Raises CaseError `ledger.inconsistent` where a line is not what was written.
        """


class ExecutionContext(Protocol[Store]):
    """Where one call, event or timer tick is worked on. All about its trigger is fixed at its start."""

    @property
    def actor(self) -> Actor:
        """Who acts; the platform itself for events and timers."""

    @property
    def caller(self) -> str:
        """The service that called, which has signed it; empty where nobody did."""

    @property
    def now(self) -> datetime:
        """The moment the work began, aware, in Asia/Shanghai. It does not advance."""

    @property
    def rules(self) -> Rules:
        """Policy packs and calendars."""

    def unit(self) -> AbstractContextManager[UnitOfWork[Store]]:
        """Open the transaction of this trigger. One already worked on has no second effect: its block is
        not entered, or ends at its first statement.

        At most one per trigger, except for timers. Leaving without `commit` rolls back.
        """

    def reading(self) -> AbstractContextManager[Store]:
        """The repository for reading only."""

    def audit_read(self, what: str, subject: str, **facts: str | int) -> None:
        """A ledger line about a protected read, before its answer is given: who, what, when, in which roles.

        Raises CaseError `busy`, `service_unavailable` or `storage_unavailable` where it can't be written:
        then there is no answer.
        """

    def proof(self, subject: str, event: type[Event]) -> LedgerProof | None:
        """What proves the newest such event of a subject in the ledger; None until a checkpoint covers it."""

    def proof_of_audit(self, what: str, subject: str, **facts: str | int) -> LedgerProof | None:
        """What proves the oldest line of its own with these facts; None until a checkpoint covers it."""

    def audited(self, what: str, subject: str) -> tuple[LineWritten, ...]:
        """By whom lines of their own of this kind were written about a subject, newest first.

        Raises CaseError `ledger.inconsistent` where a line about it is not what was written.
        """

    def checkpoint(self, size: int) -> LedgerCheckpoint:
        """What a witness keeps of this service's ledger, and the root over its first lines."""

    def signed(self, note: str) -> bool:
        """Whether this service's ledger signed a checkpoint."""

    @property
    def event_id(self) -> str:
        """The id of the event that is heard; empty on any other trigger."""

    def confirms(self, question: ConfirmEvent) -> EventConfirmed:
        """Whether this service told such an event itself, by its outbox."""

    def ask(self, operation: Operation[Taken, Given], question: Taken) -> Given:
        """Ask another service by RPC, such as `ask(OFFICER, OfficerQuery(…))`; refused inside an open unit of
        work.

        Raises the other's CaseError, or `service_unavailable`, `answer_late`, `busy`.
        """

    def ask_itself(self, operation: Operation[Taken, Given], question: Taken) -> Given:
        """The same as the platform itself, whoever acts: for what the actor may not see, and is not told."""

    def new_id(self) -> str:
        """A fresh identifier; the same again where the same command is tried again."""


