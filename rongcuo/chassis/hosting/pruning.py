"""What a service's database need not keep for ever goes, a small portion at a time (docs/adr/0048).

- outbox: events of matters that have ended, the last of which is older than `event_days`. A matter goes as a
  whole or stays as a whole, so that nobody who joins later waits for a version that is gone.
- inbox: what was heard longer than `heard_days` ago, but for what an operator discarded. The version of the
  subject that was heard last stays for ever, and keeps out whatever comes again later still.
- command log: what was answered longer than `command_days` ago.

A matter has ended where a table of the service says so: by the columns `id` and `ended`. What has none, such
as officers, is kept.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Column, ColumnElement, MetaData, Table, delete, exists, or_, select, tuple_
from sqlalchemy.orm import Session

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import Database
from rongcuo.chassis.database.statements import among
from rongcuo.chassis.database.tables import command_log, dead_letters, inbox, outbox
from rongcuo.chassis.time_source import TimeSource

PORTION = 1_000      # rows that are looked at in one transaction
_DISCARDED = exists().where(dead_letters.c.consumer == inbox.c.consumer,
                            dead_letters.c.event_id == inbox.c.event_id, dead_letters.c.state == "discarded")


class Pruning:
    """Of one database. What was looked at last is known while the process lives; then it begins anew."""

    def __init__(self, database: Database, declared: MetaData, config: Config, time: TimeSource) -> None:
        self._database = database
        self._time = time
        self._reached: dict[Table, Sequence[Any]] = {}
        self._events = timedelta(days=config.event_days)
        self._heard = timedelta(days=config.heard_days)
        self._commands = timedelta(days=config.command_days)
        self._ending = [table for table in declared.sorted_tables if {"id", "ended"} <= set(table.c.keys())]

    def prune(self) -> None:
        """Look at the next portion of each table. Raises CaseError while the database is away."""
        self._drop(inbox, inbox.c.at, self._heard, ~_DISCARDED)
        self._drop(command_log, command_log.c.at, self._commands)
        self._drop_events()

    def _drop(self, table: Table, when: Column[Any], kept_for: timedelta,
              *unless: ColumnElement[bool]) -> None:
        keys = tuple(table.primary_key)
        with self._database.writing() as session, session.begin():
            if old := self._old_ones(session, table, when, kept_for, keys):
                session.execute(delete(table).where(tuple_(*keys).in_(old), *unless))

    def _drop_events(self) -> None:
        stirs = or_(outbox.c.time >= self._time.now() - self._events, outbox.c.sent_at.is_(None),
                    ~outbox.c.settled)
        with self._database.writing() as session, session.begin():
            wanted = (outbox.c.seq, outbox.c.subject)
            old = self._old_ones(session, outbox, outbox.c.time, self._events, wanted)
            over = self._ended(session, {subject for _, subject in old})
            stirring = select(outbox.c.subject).where(among(session, outbox.c.subject, over), stirs)
            if quiet := over - set(session.scalars(stirring)):
                session.execute(delete(outbox).where(among(session, outbox.c.subject, quiet), ~stirs))

    def _old_ones(self, session: Session, table: Table, when: Column[Any], kept_for: timedelta,
                  wanted: tuple[Column[Any], ...]) -> list[tuple[Any, ...]]:
        """Of the next rows in the order of their keys those that are older."""
        keys = tuple(table.primary_key)
        portion = select(*wanted, when.label("at")).order_by(*keys).limit(PORTION)
        if reached := self._reached.get(table):
            portion = portion.where(tuple_(*keys) > tuple_(*reached))
        rows = session.execute(portion).all()
        self._reached[table] = tuple(rows[-1][:len(keys)]) if len(rows) == PORTION else ()
        before = self._time.now() - kept_for
        return [tuple(row[:-1]) for row in rows if row.at < before]

    def _ended(self, session: Session, subjects: set[str]) -> set[str]:
        """Those of these subjects that have."""
        return {one for table in self._ending for one in session.scalars(
            select(table.c.id).where(table.c.ended, among(session, table.c.id, subjects)))}
