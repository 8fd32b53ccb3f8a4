"""The databases that a released edition left, put where this one finds them."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Connection, MetaData, Table, create_engine, func, insert, select, text

from rongcuo.chassis.database.history import history_of
from services import metadata

V0_3_0 = Path(__file__).with_name("v0_3_0")
SERVICES = tuple(file.stem for file in sorted(V0_3_0.glob("*.sql")))     # those that had a database


def lay_down_file(file: Path, service: str) -> None:
    """As the SQLite file that it was."""
    file.touch(0o600)
    with closing(sqlite3.connect(file)) as database:
        database.executescript((V0_3_0 / f"{service}.sql").read_text("utf-8"))


def lay_down_rows(url: str, service: str) -> None:
    """The same rows in PostgreSQL, in the tables that the edition made there, without a word of revisions."""
    engine = create_engine(url)
    with engine.begin() as connection, closing(sqlite3.connect(":memory:")) as kept:
        kept.row_factory = sqlite3.Row
        kept.executescript((V0_3_0 / f"{service}.sql").read_text("utf-8"))
        history = history_of(metadata(service))
        history.upgrade(connection, history.first)
        connection.execute(text("DROP TABLE alembic_version"))
        made = MetaData()
        made.reflect(connection)
        for table in made.sorted_tables:
            _copy(kept, connection, table)
    engine.dispose()


def _copy(kept: sqlite3.Connection, connection: Connection, table: Table) -> None:
    """The ledger takes no line that is numbered already, so its triggers are off meanwhile."""
    truths = {column.name for column in table.columns if isinstance(column.type, Boolean)}
    rows = [_row(row, truths) for row in kept.execute(f"SELECT * FROM {table.name}")]   # noqa: S608
    if not rows:
        return
    connection.execute(text(f"ALTER TABLE {table.name} DISABLE TRIGGER USER"))
    connection.execute(insert(table), rows)
    connection.execute(text(f"ALTER TABLE {table.name} ENABLE TRIGGER USER"))
    for column in table.columns:
        if "nextval" in str(getattr(column.server_default, "arg", "")):
            counter = func.pg_get_serial_sequence(table.name, column.name)
            connection.execute(select(func.setval(counter, func.max(column))))


def _row(row: sqlite3.Row, truths: set[str]) -> dict[str, Any]:
    return {name: bool(row[name]) if name in truths and row[name] is not None else row[name]
            for name in row.keys()}     # noqa: SIM118  (iterating a row gives its values)
