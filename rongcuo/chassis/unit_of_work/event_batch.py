"""Several events take effect in one transaction.

While one unit of work runs, the events that come meanwhile wait; then they are a batch: one after another has
its turn in the same transaction, and one commit ends it for all. So the busier a service is, the fewer
transactions it needs for an event. Where one of them fails nothing of that batch stays, and each is tried
again alone: a failure never touches another event.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Generic, Protocol, runtime_checkable

import eventlet
from eventlet.event import Event
from sqlalchemy.orm import Session

from rongcuo.chassis.database import Database
from rongcuo.chassis.triggers import Invocation, ReceivedEvent
from rongcuo.chassis.unit_of_work import inbox
from rongcuo.chassis.unit_of_work.transaction import SqlUnitOfWork, Store, alone

AT_MOST = 50    # events in one batch


@runtime_checkable
class Expecting(Protocol):
    """A repository that can be told beforehand for whom it will be asked."""

    def expect(self, events: Sequence[ReceivedEvent]) -> None:
        """Fetch in few statements what these are going to ask for."""


class BatchAborted(Exception):
    """The batch was aborted without an effect; this event is to be tried again alone."""


class _Member(Generic[Store]):
    """One event's place. `called` brings its unit of work, or None where it is alone."""

    def __init__(self, invocation: Invocation, event: ReceivedEvent, together: bool) -> None:
        self.invocation = invocation
        self.event = event
        self.together = together
        self.alone = False
        self.called: Event = Event()
        self._done = Event()
        self._over = Event()

    def has_its_turn(self, session: Session, store: Store) -> None:
        """Let the event take effect. Raises BatchAborted where it did not."""
        self.called.send(SqlUnitOfWork(session, store, self.invocation, self._finish))
        if not self._done.wait():
            raise BatchAborted

    def _finish(self) -> None:
        self._done.send(True)
        if not self._over.wait():
            raise BatchAborted

    def leave(self) -> None:
        """Its block has ended; without a commit it failed."""
        if not self._done.ready():
            self._done.send(False)

    def end(self, committed: bool) -> None:
        """The batch is over."""
        self._over.send(committed)
        if not self.called.ready():
            self.called.send_exception(BatchAborted())


class EventBatcher(Generic[Store]):
    """Those of one service in this process, one after another.

    `linger`: seconds that events may wait for others to be batched with.
    """

    def __init__(self, database: Database, build_store: Callable[[Session], Store],
                 linger: float = 0.0) -> None:
        self._database = database
        self._linger = linger
        self._build_store = build_store
        self._waiting: list[_Member[Store]] = []
        self._busy = False

    @contextmanager
    def unit(self, invocation: Invocation, event: ReceivedEvent,
             together: bool) -> Iterator[SqlUnitOfWork[Store]]:
        """The unit of work of an event, in its turn. Raises BatchAborted, or what `unit.alone` raises."""
        member: _Member[Store] = _Member(invocation, event, together)
        self._waiting.append(member)
        if not self._busy:
            self._begin_soon()
        try:
            with self._member_unit(member) as unit:
                yield unit
        finally:
            self._leave(member)

    @contextmanager
    def _member_unit(self, member: _Member[Store]) -> Iterator[SqlUnitOfWork[Store]]:
        unit = member.called.wait()
        if unit is None:
            with alone(self._database, self._build_store, member.invocation) as unit:
                yield unit
            return
        try:
            yield unit
        except Exception as error:
            raise BatchAborted from error   # what failed will fail alone too, and is told then

    def _leave(self, member: _Member[Store]) -> None:
        """Whoever leaves, also before their turn, keeps nobody waiting."""
        if member in self._waiting:
            self._waiting.remove(member)
        elif member.alone:
            self._begin_soon()
        else:
            member.leave()

    def _begin_soon(self) -> None:
        """Call who waits, soon; at once who is to be alone, of whom an aborted batch leaves many."""
        self._busy = bool(self._waiting)
        if self._linger and self._busy and self._waiting[0].together:
            eventlet.spawn_after(self._linger, self._begin)
        else:
            self._begin()

    def _begin(self) -> None:
        """One at once, several by a thread that holds their transaction."""
        members = self._taken()
        self._busy = bool(members)
        if len(members) == 1:
            members[0].alone = True
            members[0].called.send(None)
        elif members:
            eventlet.spawn(self._run, members)

    def _taken(self) -> list[_Member[Store]]:
        """In the order of subjects, so that two processes do not lock the same rows crosswise."""
        if not self._waiting or not self._waiting[0].together:
            taken = self._waiting[:1]
        else:
            taken = [member for member in self._waiting if member.together][:AT_MOST]
        self._waiting = [member for member in self._waiting if member not in taken]
        return sorted(taken, key=lambda member: member.event.subject)

    def _store_for(self, session: Session, members: list[_Member[Store]]) -> Store:
        store = self._build_store(session)
        if isinstance(store, Expecting):
            store.expect([member.event for member in members])
        return store

    def _run(self, members: list[_Member[Store]]) -> None:
        committed = False
        try:
            with self._database.writing() as session:
                inbox.enter(session, [member.event for member in members], members[0].invocation.now)
                store = self._store_for(session, members)
                for member in members:
                    member.has_its_turn(session, store)
                session.commit()
                committed = True
        except Exception:  # noqa: BLE001  (whatever it was: each of them meets it again, alone)
            committed = False
        finally:
            for member in members:
                member.end(committed)
            self._begin_soon()
