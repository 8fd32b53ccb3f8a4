"""The rows of one submission, written again by hand: the floor of a transaction."""

from typing import Any
from uuid import uuid4

from psycopg2 import sql

COUNT = ("INSERT INTO filing_counter (series, organ_id, year, last) VALUES ('filing', '530127', 2026, 1) "
         "ON CONFLICT (series, organ_id, year) DO UPDATE SET last = filing_counter.last + 1 RETURNING last")
NEWEST = {"command_log": "at", "outbox": "seq", "ledger": "line_id", "filing": "submitted_at"}
GIVEN = {"outbox": {"seq", "sent_at"}, "ledger": {"line_id", "seq"}}   # by the database, or not yet
OWN = {"filing": ("id", "number", "matter_key"), "command_log": ("command_id",),
       "outbox": ("event_id", "subject"), "ledger": ()}


class BareRows:
    """Takes the newest submission's rows from one database, and writes their like into another."""

    def __init__(self, source: Any, target: Any) -> None:
        self._target = target
        self._rows = {table: newest(source, table) for table in OWN}
        self._statements = {table: insertion(target, table, row) for table, row in self._rows.items()}

    def write(self) -> None:
        """The five rows in one transaction: as many bytes, with keys of their own."""
        with self._target, self._target.cursor() as cursor:
            cursor.execute(COUNT)
            for table, row in self._rows.items():
                fresh = {column: like(row[column]) for column in OWN[table]}
                cursor.execute(self._statements[table], {**row, **fresh})


def newest(connection: Any, table: str, row_id: str = "") -> dict[str, Any]:
    """The newest row of a table, or the one with this id, without what the database gives it."""
    order = NEWEST.get(table, "id")
    this = sql.SQL("WHERE id = %s") if row_id else sql.SQL("")
    with connection, connection.cursor() as cursor:
        cursor.execute(sql.SQL("SELECT * FROM {} {} ORDER BY {} DESC LIMIT 1").format(
            sql.Identifier(table), this, sql.Identifier(order)), (row_id,) if row_id else None)
        names = [column.name for column in cursor.description]
        row = dict(zip(names, cursor.fetchone(), strict=True))
    return {name: value for name, value in row.items() if name not in GIVEN.get(table, ())}


def insertion(connection: Any, table: str, row: dict[str, Any]) -> str:
    """The statement that adds such a row."""
    names = sql.SQL(", ").join(map(sql.Identifier, row))
    values = sql.SQL(", ").join(map(sql.Placeholder, row))
    statement = sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(sql.Identifier(table), names, values)
    return str(statement.as_string(connection))


def like(value: str) -> str:
    """Another key of the same length."""
    return (uuid4().hex * 2)[:len(value)]
