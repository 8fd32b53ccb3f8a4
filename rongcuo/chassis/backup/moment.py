"""One moment for all databases of a node.

An event that was heard and whose own row is not there would be wrong for good: the subject's next event would
have its number, and whoever heard the lost one would take that for old. So while the views are opened nobody
can commit what another service may go by. That is a matter of milliseconds; whoever is in the way makes us
try again.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager

from sqlalchemy import text
from sqlalchemy.orm import Session

from rongcuo.chassis.database import Database
from rongcuo.chassis.database.tables import command_log, inbox, ledger, outbox
from rongcuo.contracts.errors import CaseError

# Seconds in which all must be ours, or all are let go. An autovacuum that is in the way gives up after one.
HELD_FOR = {"sqlite": 0.5, "postgresql": 2.5}
ATTEMPTS = 60
PAUSE = 0.25         # seconds; those who waited for us come first
# In the order in which a unit of work comes to them, so that nobody waits crosswise.
LOCKED = ", ".join(table.name for table in (inbox, command_log, outbox, ledger))


@contextmanager
def one_moment(databases: Mapping[str, Database]) -> Iterator[dict[str, Session]]:
    """A view of each database, all of one moment. Raises CaseError `backup.no_quiet_moment`."""
    with ExitStack() as open_views:
        for _ in range(ATTEMPTS):
            views = _opened(databases)
            if views is not None:
                break
            time.sleep(PAUSE)
        else:
            raise CaseError("backup.no_quiet_moment")
        open_views.push(views[1])
        yield views[0]


def _opened(databases: Mapping[str, Database]) -> tuple[dict[str, Session], ExitStack] | None:
    """None where somebody was in the way."""
    with ExitStack() as views:
        try:
            with ExitStack() as held:
                since = time.monotonic()
                for database in databases.values():
                    held.enter_context(_held(database, since))
                sessions = {name: views.enter_context(database.reading())
                            for name, database in databases.items()}
                for session in sessions.values():
                    _look(session)
        except CaseError as refusal:
            if refusal.code != "busy":
                raise
            return None
        return sessions, views.pop_all()


@contextmanager
def _held(database: Database, since: float) -> Iterator[None]:
    """Nobody else commits here meanwhile. Raises CaseError `busy`."""
    with database.writing() as session:
        until = since + HELD_FOR[session.get_bind().dialect.name]
        if is_postgres(session):
            left = max(1, round((until - time.monotonic()) * 1000))
            session.execute(text(f"SET LOCAL lock_timeout = {left}"))
            session.execute(text(f"LOCK TABLE {LOCKED} IN SHARE MODE"))
        else:
            session.connection()     # which begins as a writer
        if time.monotonic() > until:
            raise CaseError("busy")
        yield


def _look(session: Session) -> None:
    """From the first look on a view stays what it is, for as long as the copying takes."""
    if is_postgres(session):
        session.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
        session.execute(text("SELECT 1"))
    else:
        session.execute(text("SELECT count(*) FROM sqlite_master"))


def is_postgres(session: Session) -> bool:
    """Whether the session is with PostgreSQL."""
    return session.get_bind().dialect.name == "postgresql"
