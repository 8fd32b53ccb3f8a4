"""The statements that PostgreSQL and SQLite spell in dialects of their own."""

import json
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    ARRAY,
    Column,
    ColumnElement,
    CursorResult,
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


def insert_new(session: Session, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert the row unless its key exists; whether it was inserted.

    Where another transaction is inserting the same key, PostgreSQL waits for its end.
    """
    statement = _insert_new(session.get_bind().dialect.name, table, tuple(row))
    return changed(session, statement, row) == 1


@cache
def _insert_new(dialect: str, table: Table, columns: tuple[str, ...]) -> Executable:
    """Built once: putting a statement together costs more than sending it."""
    insert = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    return insert.values({name: bindparam(name) for name in columns}).on_conflict_do_nothing()


def next_in(session: Session, counters: Table, key: Mapping[str, Any], column: str) -> int:
    """Count the row of this key up by one, beginning with 1. Its row stays locked until the commit."""
    return int(session.execute(_count_up(session.get_bind().dialect.name, counters, tuple(key), column),
                               key).scalar_one())


@cache
def _count_up(dialect: str, counters: Table, key: tuple[str, ...], column: str) -> Executable:
    insert = sqlite.insert(counters) if dialect == "sqlite" else postgresql.insert(counters)
    first = insert.values({**{name: bindparam(name) for name in key}, column: 1})
    return first.on_conflict_do_update(
        index_elements=list(key), set_={column: counters.c[column] + 1}).returning(counters.c[column])


def among(session: Session, column: Column[str], values: Collection[str]) -> ColumnElement[bool]:
    """Whether the column is one of the values: one parameter, however many they are."""
    if session.get_bind().dialect.name == "sqlite":
        return column.in_(select(func.json_each(json.dumps(list(values))).table_valued("value").c.value))
    return column == any_(literal(list(values), ARRAY(String)))


def changed(session: Session, statement: Executable, values: Mapping[str, Any] | None = None) -> int:
    """Execute an insert, update or delete; how many rows it touched."""
    return cast("CursorResult[Any]", session.execute(statement, values)).rowcount
