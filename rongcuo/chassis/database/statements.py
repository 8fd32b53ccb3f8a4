"""The statements that come most often, and those that PostgreSQL and SQLite spell in dialects."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import (
    ARRAY,
    Column,
    ColumnElement,
    Dialect,
    Executable,
    String,
    Table,
    any_,
    bindparam,
    func,
    literal,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from rongcuo.chassis.database.deferred import Pipeline, Values, later

Plain = Callable[[Any], Any]
Columns = tuple[tuple[str, Plain | None], ...]
UNLESS_THERE = " ON CONFLICT DO NOTHING"
INSERTS: Mapping[str, Callable[[Table], postgresql.Insert | sqlite.Insert]] = {
    "postgresql": postgresql.insert, "sqlite": sqlite.insert}

_KEY = func.unnest(bindparam("keys", type_=ARRAY(String))).column_valued("key")
# In one order, so that two who lock several never wait for each other.
_IN_ORDER = select(func.hashtext(_KEY).label("one")).distinct().order_by("one").subquery()
_ADVISORY_LOCK = select(func.pg_advisory_xact_lock(
    func.hashtext(func.current_schema(type_=String) + bindparam("of")), _IN_ORDER.c.one))


@dataclass(frozen=True, slots=True)
class _Insertion:
    """The text of an insertion of rows with these columns, made once."""

    into: str
    row: str
    columns: Columns

    def values(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        """As the driver takes them."""
        return _bound(self.columns, row)


@dataclass(frozen=True, slots=True)
class _Update:
    """The text of an update, made once: putting it together costs more than sending it."""

    text: str
    columns: Columns
    where: Columns

    def values(self, row: Mapping[str, Any], where: Mapping[str, Any]) -> tuple[Any, ...]:
        """As the driver takes them."""
        return _bound(self.columns, row) + _bound(self.where, where)


def _bound(columns: Columns, row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(plain(row[name]) if plain else row[name] for name, plain in columns)


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


@cache
def _insertion(dialect: Dialect, table: Table, columns: tuple[str, ...]) -> _Insertion:
    names = ", ".join(map(dialect.identifier_preparer.quote, columns))
    marks = ", ".join(_mark(dialect) for _ in columns)
    into = f"INSERT INTO {dialect.identifier_preparer.format_table(table)} ({names}) VALUES "  # noqa: S608
    return _Insertion(into, f"({marks})", _plains(dialect, table, columns))


def _plains(dialect: Dialect, table: Table, columns: Sequence[str]) -> Columns:
    return tuple((name, _plain(dialect, table, name)) for name in columns)


def _plain(dialect: Dialect, table: Table, column: str) -> Plain | None:
    return table.c[column].type.dialect_impl(dialect).bind_processor(dialect)


def _mark(dialect: Dialect) -> str:
    return "?" if dialect.name == "sqlite" else "%s"


def insert_if_absent(session: Session, table: Table, *rows: Mapping[str, Any]) -> int:
    """Insert the rows whose keys don't exist; how many those were.

    Where another transaction is inserting the same key, PostgreSQL waits for its end.
    """
    connection = session.connection()
    insertion = _insertion(connection.dialect, table, tuple(rows[0]))
    text = f"{insertion.into}{', '.join(insertion.row for _ in rows)}{UNLESS_THERE}"
    values = tuple(chain.from_iterable(map(insertion.values, rows)))
    return connection.exec_driver_sql(text, values).rowcount


def upsert(session: Session, table: Table, *rows: Mapping[str, Any]) -> None:
    """Rows that are there become these, which are whole. Nobody waits for the outcome, as in `insert`."""
    later(session, _upsert(_dialect(session), table, tuple(rows[0])), rows)


@cache
def _upsert(dialect: str, table: Table, columns: tuple[str, ...]) -> Executable:
    statement, keys = INSERTS[dialect](table).inline(), [key.name for key in table.primary_key]
    return statement.on_conflict_do_update(index_elements=keys, set_={
        name: statement.excluded[name] for name in columns if name not in keys})


def advisory_lock(session: Session, table: Table, keys: Collection[str]) -> None:
    """Until the commit no other who locks has these keys, whether they have rows yet or not: who comes
    second waits with the next statement. On SQLite there is one writer anyway."""
    if _dialect(session) == "postgresql":
        later(session, _ADVISORY_LOCK, {"of": table.name, "keys": list(keys)})


def update(session: Session, table: Table, row: Mapping[str, Any]) -> None:
    """Update these columns of the row with this primary key. Nobody waits for the outcome, as in `insert`."""
    connection = session.connection()
    key = tuple(key.name for key in table.primary_key)
    update = _update(connection.dialect, table, tuple(name for name in row if name not in key), key)
    line = connection.connection.dbapi_connection
    if isinstance(line, Pipeline):
        line.hold_text(update.text, update.values(row, row))
    else:
        connection.exec_driver_sql(update.text, update.values(row, row))


def compare_and_swap(session: Session, table: Table, row: Mapping[str, Any], **as_read: int) -> bool:
    """Update the row of this `id` if these columns still are what they were; whether they were."""
    connection = session.connection()
    update = _update(connection.dialect, table, tuple(row), ("id", *as_read))
    values = update.values(row, {"id": row["id"], **as_read})
    return connection.exec_driver_sql(update.text, values).rowcount == 1


@cache
def _update(dialect: Dialect, table: Table, columns: tuple[str, ...], where: tuple[str, ...]) -> _Update:
    prepare, mark = dialect.identifier_preparer, _mark(dialect)
    sets = ", ".join(f"{prepare.quote(name)} = {mark}" for name in columns)
    same = " AND ".join(f"{prepare.quote(name)} = {mark}" for name in where)
    text = f"UPDATE {prepare.format_table(table)} SET {sets} WHERE {same}"  # noqa: S608
    return _Update(text, _plains(dialect, table, columns), _plains(dialect, table, where))


def next_value(session: Session, counters: Table, key: Mapping[str, Any], column: str) -> int:
    """Count the row of this key up by one, beginning with 1. Its row stays locked until the commit."""
    connection = session.connection()
    text = _count_up(connection.dialect, counters, tuple(key), column)
    return int(connection.exec_driver_sql(text, tuple(key.values())).scalar_one())


@cache
def _count_up(dialect: Dialect, counters: Table, key: tuple[str, ...], column: str) -> str:
    prepare = dialect.identifier_preparer
    table, count = prepare.format_table(counters), prepare.quote(column)
    names = ", ".join(map(prepare.quote, key))
    marks = ", ".join(_mark(dialect) for _ in key)
    return (f"INSERT INTO {table} ({names}, {count}) VALUES ({marks}, 1) "  # noqa: S608
            f"ON CONFLICT ({names}) DO UPDATE SET {count} = {table}.{count} + 1 RETURNING {count}")


def among(session: Session, column: Column[str], values: Collection[str]) -> ColumnElement[bool]:
    """Whether the column is one of the values: one parameter, however many they are."""
    if _dialect(session) == "sqlite":
        return column.in_(select(func.json_each(json.dumps(list(values))).table_valued("value").c.value))
    return column == any_(literal(list(values), ARRAY(String)))


def affected_rows(session: Session, statement: Executable, values: Values | None = None) -> int:
    """Execute an insert, update or delete; how many rows it touched."""
    return session.connection().execute(statement, values).rowcount


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name
