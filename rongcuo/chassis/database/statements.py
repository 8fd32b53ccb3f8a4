"""The statements that come most often, and those that PostgreSQL and SQLite spell in dialects.

Each is made once and executed with values: putting it together costs more than sending it. The insertion, of
which every command and every event has several, is a text of our own (docs/adr/0038).
"""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy
from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Dialect,
    Executable,
    String,
    Table,
    Update,
    any_,
    bindparam,
    func,
    literal,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from rongcuo.chassis.database.deferred import Pipeline, Values, later

INSERTS: Mapping[str, Callable[[Table], postgresql.Insert | sqlite.Insert]] = {
    "postgresql": postgresql.insert, "sqlite": sqlite.insert}

_KEY = func.unnest(bindparam("keys", type_=ARRAY(String))).column_valued("key")
# In one order, so that two who lock several never wait for each other.
_IN_ORDER = select(func.hashtext(_KEY).label("one")).distinct().order_by("one").subquery()
_ADVISORY_LOCK = select(func.pg_advisory_xact_lock(
    func.hashtext(func.current_schema(type_=String) + bindparam("of")), _IN_ORDER.c.one))


def insert(session: Session, table: Table, *rows: Mapping[str, Any]) -> None:
    """Insert new rows, all with the same columns.

    Nobody waits for the outcome: on PostgreSQL they go with the next statement or the commit, and so does the
    IntegrityError of a key that exists.
    """
    connection = session.connection()
    insertion = _insertion(connection.dialect, table, tuple(rows[0]))
    values = [insertion.values(row) for row in rows]
    line = connection.connection.dbapi_connection
    if isinstance(line, Pipeline):
        line.hold_rows(insertion.into, insertion.row, values)
    else:
        connection.exec_driver_sql(f"{insertion.into}{insertion.row}", values)


@dataclass(frozen=True, slots=True)
class _Insertion:
    """The text of an insertion, made once. `columns`: each with what makes its values ready."""

    into: str
    row: str
    columns: tuple[tuple[str, Callable[[Any], Any] | None], ...]

    def values(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        """As the driver takes them."""
        return tuple(ready(row[name]) if ready else row[name] for name, ready in self.columns)


@cache
def _insertion(dialect: Dialect, table: Table, columns: tuple[str, ...]) -> _Insertion:
    prepare, mark = dialect.identifier_preparer, "?" if dialect.name == "sqlite" else "%s"
    names = ", ".join(map(prepare.quote, columns))
    into = f"INSERT INTO {prepare.format_table(table)} ({names}) VALUES "  # noqa: S608
    ready = (table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in columns)
    return _Insertion(into, f"({', '.join(mark for _ in columns)})", tuple(zip(columns, ready, strict=True)))


def insert_if_absent(session: Session, table: Table, *rows: Mapping[str, Any]) -> int:
    """Insert the rows whose keys don't exist; how many those were.

    Where another transaction is inserting the same key, PostgreSQL waits for its end.
    """
    return len(session.connection().execute(_insertion_if_absent(_dialect(session), table), rows).all())


def upsert(session: Session, table: Table, *rows: Mapping[str, Any]) -> None:
    """Rows that are there become these, which are whole. Nobody waits for the outcome, as in `insert`."""
    later(session, _upsert(_dialect(session), table, tuple(rows[0])), rows)


def upsert_if_higher(session: Session, table: Table, column: str, *rows: Mapping[str, Any]) -> int:
    """Insert the rows whose keys don't exist, and raise this column of those where it is lower; how many rows
    that were."""
    return len(session.connection().execute(_upsert_if_higher(_dialect(session), table, column), rows).all())


def raise_by(session: Session, table: Table, amounts: Collection[str], *rows: Mapping[str, Any]) -> None:
    """Raise these amounts of the rows with these keys; one that is not there begins with them. Nobody waits
    for the outcome, as in `insert`."""
    later(session, _raise_by(_dialect(session), table, tuple(amounts)), rows)


def update(session: Session, table: Table, row: Mapping[str, Any]) -> None:
    """Update these columns of the row with this primary key. Nobody waits for the outcome, as in `insert`."""
    later(session, *_update_of(table, row, {key.name: row[key.name] for key in table.primary_key}))


def compare_and_swap(session: Session, table: Table, row: Mapping[str, Any], **as_read: int) -> bool:
    """Update the row of this `id` if these columns still are what they were; whether they were."""
    return affected_rows(session, *_update_of(table, row, {"id": row["id"], **as_read})) == 1


def next_value(session: Session, counters: Table, key: Mapping[str, Any], column: str) -> int:
    """Count the row of this key up by one, beginning with 1. Its row stays locked until the commit."""
    counted = _count_up(_dialect(session), counters, tuple(key), column)
    return int(session.connection().execute(counted, key).scalar_one())


def advisory_lock(session: Session, table: Table, keys: Collection[str]) -> None:
    """Until the commit no other who locks has these keys, whether they have rows yet or not: who comes
    second waits with the next statement. On SQLite there is one writer anyway."""
    if _dialect(session) == "postgresql":
        later(session, _ADVISORY_LOCK, {"of": table.name, "keys": list(keys)})


def among(session: Session, column: ColumnElement[str], values: Collection[str]) -> ColumnElement[bool]:
    """Whether the column is one of the values: one parameter, however many they are."""
    if _dialect(session) == "sqlite":
        return column.in_(select(func.json_each(json.dumps(list(values))).table_valued("value").c.value))
    return column == any_(literal(list(values), ARRAY(String)))


def affected_rows(session: Session, statement: Executable, values: Values | None = None) -> int:
    """Execute an insert, update or delete; how many rows it touched."""
    return session.connection().execute(statement, values).rowcount


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name


@cache
def _insertion_if_absent(dialect: str, table: Table) -> Executable:
    """What was inserted is given back: of many rows the driver does not say how many."""
    return INSERTS[dialect](table).inline().on_conflict_do_nothing().returning(*table.primary_key)


@cache
def _upsert(dialect: str, table: Table, columns: tuple[str, ...]) -> Executable:
    statement, keys = INSERTS[dialect](table).inline(), [key.name for key in table.primary_key]
    return statement.on_conflict_do_update(index_elements=keys, set_={
        name: statement.excluded[name] for name in columns if name not in keys})


@cache
def _raise_by(dialect: str, table: Table, amounts: tuple[str, ...]) -> Executable:
    statement, keys = INSERTS[dialect](table).inline(), [key.name for key in table.primary_key]
    return statement.on_conflict_do_update(index_elements=keys, set_={
        name: table.c[name] + statement.excluded[name] for name in amounts})


@cache
def _upsert_if_higher(dialect: str, table: Table, column: str) -> Executable:
    statement = INSERTS[dialect](table).inline()
    new = statement.excluded[column]
    return statement.on_conflict_do_update(
        index_elements=[key.name for key in table.primary_key], set_={column: new},
        where=table.c[column] < new).returning(*table.primary_key)


@cache
def _update(table: Table, where: tuple[str, ...]) -> Update:
    return sqlalchemy.update(table).where(*(table.c[name] == bindparam(f"was_{name}") for name in where))


def _update_of(table: Table, row: Mapping[str, Any], as_read: Mapping[str, Any]) -> tuple[Update, Values]:
    """The update, and its values."""
    was = {f"was_{name}": value for name, value in as_read.items()}
    return _update(table, tuple(as_read)), {**row, **was}


@cache
def _count_up(dialect: str, counters: Table, key: tuple[str, ...], column: str) -> Executable:
    counted = counters.c[column]
    return INSERTS[dialect](counters).values({column: 1}).on_conflict_do_update(
        index_elements=key, set_={column: counted + 1}).returning(counted)
