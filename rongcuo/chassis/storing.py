"""The one statement that PostgreSQL and SQLite spell in dialects of their own."""

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import CursorResult, Executable, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session


def insert_new(session: Session, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert the row unless its key exists; whether it was inserted.

    Where another transaction is inserting the same key, PostgreSQL waits for its end.
    """
    dialect = session.get_bind().dialect.name
    insert = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    return changed(session, insert.values(**row).on_conflict_do_nothing()) == 1


def changed(session: Session, statement: Executable) -> int:
    """Execute an insert, update or delete; how many rows it touched."""
    return cast("CursorResult[Any]", session.execute(statement)).rowcount
