"""The history of a database's tables, run by alembic: the chassis' own line and the service's beside it.

Each line is a folder `migrations` of revisions. A service names its folder where it declares its tables:

    METADATA = MetaData(info={"migrations": Path(__file__).parents[1] / "migrations"})

and each later change is a file in it, say `r0002_colour.py`:

    revision, down_revision = "filing_0002", "filing_0001"

    def upgrade() -> None:
        op.add_column("filing", Column("colour", String(20), nullable=False, server_default=""))
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, cast

from alembic import op
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import (
    Connection,
    MetaData,
    column,
    create_engine,
    exists,
    func,
    insert,
    inspect,
    literal,
    select,
    table,
)

OF_CHASSIS = Path(__file__).with_name("migrations")
TO_HEADS = ("heads",)
HEARD = table("heard", column("consumer"), column("subject"), column("sequence"))     # since v0.3.0
DEAD_LETTERS = table("dead_letters", *map(column, (
    "consumer", "event_id", "type_name", "subject", "sequence", "reason_code", "reason", "attempts", "digest",
    "first_at", "body", "headers", "state", "decided_by", "decided_reason", "decided_at")))
INBOX = table("inbox", column("consumer"), column("event_id"), column("at"))
Columns = dict[str, set[str]]      # by table

_turn = Lock()     # alembic's `op` is one for the whole process; embedded, all services start at once


@dataclass(frozen=True, slots=True)
class SplitFrom:
    """Which service kept the data before; see chassis.hosting.split. `tables`: their names there, and here;
    those that others refer to come first. `events`: their types there, and here."""

    service: str
    tables: Mapping[str, str]
    events: Mapping[str, str]


class History:
    """The revisions that lead to the tables of a service, and to the chassis' in its database."""

    def __init__(self, folder: Path | None) -> None:
        lines = [OF_CHASSIS, folder] if folder else [OF_CHASSIS]
        self._script = ScriptDirectory(OF_CHASSIS, version_locations=lines)
        self._known = frozenset(each.revision for each in self._script.walk_revisions())
        self.heads = frozenset(self._script.get_heads())
        self.first = tuple(self._script.get_bases())

    def applied(self, connection: Connection) -> frozenset[str]:
        """The last revision of each line that a database has; none where nothing was noted in it."""
        return frozenset(MigrationContext.configure(connection).get_current_heads())

    def unknown(self, applied: frozenset[str]) -> list[str]:
        """Those that are not of this edition."""
        return sorted(applied - self._known)

    def first_tables(self) -> Columns:
        """What the first revision of each line makes."""
        engine = create_engine("sqlite://")
        with engine.connect() as scratch:
            self.upgrade(scratch, self.first)
            found = columns_of(scratch)
        engine.dispose()
        return found

    def upgrade(self, connection: Connection, to: tuple[str, ...] = TO_HEADS) -> list[str]:
        """Run what is missing, within the connection's transaction; which revisions."""
        done: list[str] = []

        def missing(heads: Any, _context: MigrationContext) -> list[Any]:
            steps = cast(Any, self._script)._upgrade_revs(to, heads)
            done.extend(step.revision.revision for step in steps)
            return cast(list[Any], steps)

        context = MigrationContext.configure(connection, opts={"fn": missing, "script": self._script})
        with _turn, Operations.context(context):
            context.run_migrations()
        return done


@lru_cache
def history_of(declared: MetaData) -> History:
    """The history of a service's tables; the chassis' alone for tables without one, as tests have them."""
    return History(declared.info.get("migrations"))


def columns_of(connection: Connection) -> Columns:
    """Those of all tables in a database."""
    found = inspect(connection).get_multi_columns()
    return {table: {column["name"] for column in columns} for (_, table), columns in found.items()}


def run_sql(revision: Path) -> None:
    """For a revision: run the SQL beside it that is for this kind of database."""
    connection = op.get_bind()
    file = revision.with_suffix(f".{connection.dialect.name}.sql")
    for statement in file.read_text("utf-8").removesuffix(";\n").split(";\n\n"):
        connection.exec_driver_sql(statement)


def go_on_hearing(former: str, now: str) -> None:
    """For a revision: what came through the queue `former` comes through another now, goes on with its
    numbers, and stays discarded. A database whose tables are only being made has heard nothing yet."""
    connection = op.get_bind()
    if not inspect(connection).has_table(HEARD.name):
        return
    there = HEARD.alias()
    known = exists().where(there.c.consumer == now, there.c.subject == HEARD.c.subject)
    heard = select(literal(now), HEARD.c.subject, HEARD.c.sequence).where(HEARD.c.consumer == former, ~known)
    connection.execute(insert(HEARD).from_select(["consumer", "subject", "sequence"], heard))
    letters = list(DEAD_LETTERS.columns)
    discarded = select(*(literal(now) if each.name == "consumer" else each for each in letters)).where(
        DEAD_LETTERS.c.consumer == former, DEAD_LETTERS.c.state == "discarded")
    connection.execute(insert(DEAD_LETTERS).from_select([each.name for each in letters], discarded))
    count_discarded_as_heard(connection)


def count_discarded_as_heard(connection: Connection) -> None:
    """For a revision: what was discarded stays without effect when its source sends everything again."""
    letter = DEAD_LETTERS.c
    known = exists().where(INBOX.c.consumer == letter.consumer, INBOX.c.event_id == letter.event_id)
    since = func.min(func.coalesce(letter.decided_at, letter.first_at))
    discarded = select(letter.consumer, letter.event_id, since).where(
        letter.state == "discarded", ~known,
        func.length(letter.event_id).between(1, 64),        # for more there is no room
    ).group_by(letter.consumer, letter.event_id)
    connection.execute(insert(INBOX).from_select(["consumer", "event_id", "at"], discarded))
