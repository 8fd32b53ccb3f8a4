"""Events on their way out: committed with their cause, sent by the relay, kept until nobody can need them."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Update, exists, func, select, update
from sqlalchemy.orm import Session

from rongcuo.chassis.database import Database, RelayLock
from rongcuo.chassis.database.statements import affected_rows, among, insert_if_absent
from rongcuo.chassis.database.tables import hearers, outbox
from rongcuo.chassis.time_source import TimeSource
from rongcuo.contracts.events import Event, load_event


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """An event to send. `body` is its payload as JSON text.

    `seq`: the row's number in this outbox; 0 in an event that was just committed and not read back.
    """

    event_id: str
    type_name: str
    source: str
    subject: str
    sequence: int
    time: datetime
    correlation_id: str
    body: str
    seq: int = 0


COLUMNS = tuple(outbox.c[name] for name in OutboxRow.__dataclass_fields__)
PORTION = 5_000     # rows changed in one transaction
SENT_UNSETTLED = (outbox.c.sent_at.is_not(None), ~outbox.c.settled)


def event_published(session: Session, event_id: str) -> Event | None:
    """The event of this id, as the newest version of its type; None where it was never told."""
    wanted = select(outbox.c.type_name, outbox.c.body).where(outbox.c.event_id == event_id)
    row = session.execute(wanted).first()
    return load_event(row.type_name, json.loads(row.body)) if row else None


class Outbox:
    """The outbox of one database. Every method is a transaction of its own."""

    def __init__(self, database: Database, time: TimeSource) -> None:
        self._database = database
        self._time = time

    def relay_lock(self) -> RelayLock:
        """A handle on the lock that keeps this database to one relay."""
        return self._database.relay_lock()

    def take_batch(self, limit: int = 200, *, but: Collection[str] = (),
                   moment: timedelta = timedelta()) -> Sequence[OutboxRow]:
        """The next events to send, without those of the event ids in `but`.

        All unsent ones, never only those beyond the last seen: numbers are not given in the order of commits.
        With a `moment`, what happened so lately is left to the process that committed it.
        """
        with self._database.glancing() as session:
            unsent = select(*COLUMNS).where(outbox.c.sent_at.is_(None))
            if but:
                unsent = unsent.where(~among(session, outbox.c.event_id, but))
            if moment:
                now = self._time.now()      # a clock that was put back makes no event wait for it
                unsent = unsent.where(~outbox.c.time.between(now - moment, now + moment))
            return [OutboxRow(*row) for row in session.execute(unsent.order_by(outbox.c.seq).limit(limit))]

    def mark_sent(self, event_ids: Collection[str], settled: bool = True) -> None:
        """The bus has them. `settled=False` where the bus lives in this process and would forget them."""
        sent = update(outbox).values(sent_at=self._time.now(), settled=settled)
        with self._database.at_once() as session:
            session.execute(sent.where(among(session, outbox.c.event_id, event_ids)))

    def settle_through(self, seq: int) -> None:
        """Every consumer is done with all that was sent up to this number."""
        self._change(update(outbox).where(outbox.c.seq <= seq, *SENT_UNSETTLED).values(settled=True))

    def unsettle(self) -> int:
        """At the start of a bus that forgot everything: what was sent and not settled is sent again."""
        return self._change(update(outbox).where(*SENT_UNSETTLED).values(sent_at=None))

    def send_all_again(self) -> int:
        """After a broker forgot what it had: how many are sent again. In portions, however many there are."""
        with self._database.glancing() as session:
            last = session.scalar(select(func.max(outbox.c.seq))) or 0
        sent = update(outbox).where(outbox.c.sent_at.is_not(None)).values(sent_at=None, settled=False)
        return sum(self._change(sent.where(outbox.c.seq.between(first + 1, first + PORTION)))
                   for first in range(0, last, PORTION))

    def knows(self, queues: Collection[str]) -> bool:
        """Whether all these have been told what is in here."""
        with self._database.glancing() as session:
            return set(queues) <= set(session.scalars(select(hearers.c.queue)))

    def get_to_know(self, queues: Collection[str]) -> None:
        """They have been told."""
        with self._database.writing() as session, session.begin():
            for queue in queues:
                insert_if_absent(session, hearers, {"queue": queue})

    def backlog(self) -> int:
        """How many events wait to be sent."""
        with self._database.glancing() as session:
            return session.scalar(select(func.count()).where(outbox.c.sent_at.is_(None))) or 0

    def age(self) -> float:
        """For how many seconds the first of those has waited."""
        first = select(outbox.c.time).where(outbox.c.sent_at.is_(None)).order_by(outbox.c.seq).limit(1)
        with self._database.glancing() as session:
            since = session.scalar(first)
        return max((self._time.now() - since).total_seconds(), 0.0) if since else 0.0

    def is_behind(self, count: int) -> bool:
        """Whether more than so many events wait to be sent."""
        beyond = select(outbox.c.seq).where(outbox.c.sent_at.is_(None)).order_by(outbox.c.seq).offset(count)
        with self._database.glancing() as session:
            return bool(session.scalar(select(exists(beyond))))

    def _change(self, statement: Update) -> int:
        with self._database.at_once() as session:
            return affected_rows(session, statement)
