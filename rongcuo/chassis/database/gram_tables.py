"""Tables beside those that are searched, of the grams by which each row is found, and the index over them:
GIN on PostgreSQL, FTS5 on SQLite. No database needs an extension for it.

A row of grams is written only where its key changes; most writes of a case leave it alone.
"""

from functools import cache
from typing import Any, Final

from sqlalchemy import (
    Column,
    Connection,
    Dialect,
    ForeignKey,
    MetaData,
    String,
    Table,
    Text,
    Update,
    bindparam,
    event,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateTable
from sqlalchemy.types import TypeDecorator, TypeEngine

from rongcuo.chassis.database import statements
from rongcuo.chassis.database.deferred import later
from rongcuo.chassis.database.tables import Numbered
from rongcuo.texts.grams import grams

GRAMS: Final = "grams"   # under this name a table knows the one beside it
AT_ONCE: Final = 1_000   # rows of before, while they are given theirs

# What waits for its place in the index is read by every search, and brought there by who writes.
_GIN = "CREATE INDEX {index} ON {table} USING gin (grams) WITH (gin_pending_list_limit = 256)"
_FTS5 = (
    "CREATE VIRTUAL TABLE {index} USING fts5("
    "grams, content='{table}', content_rowid='place', tokenize='ascii', detail='none', columnsize=0)",
    "CREATE TRIGGER {table}_in AFTER INSERT ON {table} BEGIN {put_in} END",
    "CREATE TRIGGER {table}_out AFTER DELETE ON {table} BEGIN {take_out} END",
    "CREATE TRIGGER {table}_anew AFTER UPDATE ON {table} BEGIN {take_out} {put_in} END",
    "INSERT INTO {index} ({index}) VALUES ('rebuild')",
)
_PUT_IN = "INSERT INTO {index} (rowid, grams) VALUES (new.place, new.grams);"
_TAKE_OUT = "INSERT INTO {index} ({index}, rowid, grams) VALUES ('delete', old.place, old.grams);"


class _Grams(TypeDecorator[str]):
    """With blanks between them."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else TSVECTOR())


def found_by_grams(searched: Table) -> Table:
    """Rows of this table, which has a key, are found along an index."""
    made = _beside(searched)
    event.listen(made, "after_create", lambda _, connection, **__: _index(made, connection))
    event.listen(made, "before_drop", lambda _, connection, **__: _drop_index(made, connection))
    searched.info[GRAMS] = made
    return made


def index_of(made: Table) -> str:
    """The name of the index over a table of grams."""
    return f"{made.name}_index"


def keep_grams(session: Session, searched: Table, row_id: str, key: str, *, known: bool) -> None:
    """By this key the row is found from now on. `known`: it had another."""
    made, found_by = searched.info[GRAMS], grams(key)
    if known:
        later(session, _anew(made), {"this": row_id, "found_by": found_by})
    else:
        statements.insert(session, made, {"row_id": row_id, "grams": found_by})


def make_grams(connection: Connection, *searched: str) -> None:
    """For a revision: tables that are there, with a key, are searched along an index."""
    for name in searched:
        before = Table(name, MetaData(), Column("id", String(64), primary_key=True), Column("sought", Text))
        before.info[GRAMS] = made = _beside(before)
        connection.execute(CreateTable(made))
        fill_grams(connection, before)
        _index(made, connection)


def fill_grams(connection: Connection, searched: Table) -> None:
    """Rows that the repository did not write are given theirs, some at a time. None has any."""
    row_id, last = searched.c.id, ""
    some = select(row_id, searched.c.sought).order_by(row_id).limit(AT_ONCE)
    while rows := connection.execute(some.where(row_id > last)).all():
        connection.execute(insert(searched.info[GRAMS]), [
            {"row_id": row.id, "grams": grams(row.sought)} for row in rows])
        last = rows[-1].id


@cache
def _anew(made: Table) -> Update:
    found_by = bindparam("found_by", type_=made.c.grams.type)
    return update(made).where(made.c.row_id == bindparam("this")).values(grams=found_by)


def _beside(searched: Table) -> Table:
    return Table(
        f"{searched.name}_grams", searched.metadata,
        Column("place", Numbered, primary_key=True, autoincrement=True),     # by which FTS5 knows a row
        Column("row_id", String(64), ForeignKey(searched.c.id), nullable=False, unique=True),
        Column("grams", _Grams, nullable=False),
    )


def _index(made: Table, connection: Connection) -> None:
    names = {"index": index_of(made), "table": made.name}
    parts = {"put_in": _PUT_IN.format(**names), "take_out": _TAKE_OUT.format(**names)}
    for statement in _FTS5 if connection.dialect.name == "sqlite" else (_GIN,):
        connection.exec_driver_sql(statement.format(**names, **parts))


def _drop_index(made: Table, connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {index_of(made)}")
