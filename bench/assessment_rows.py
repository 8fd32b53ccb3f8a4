"""The rows of one assessment, written again by hand: the floor of its transaction."""

from typing import Any

from psycopg2 import sql

from bench.bare_rows import OWN, _insert, _like, _newest

TABLES = ("command_log", "outbox", "ledger")


class AssessmentRows:
    """Takes the newest assessment's rows from one database, and writes their like into another."""

    def __init__(self, source: Any, target: Any, cases: list[str]) -> None:
        self._target = target
        self._cases = iter(cases)
        self._case = _assessed(source, cases[0])
        self._update = _update(target, self._case)
        self._rows = {table: _newest(source, table) for table in TABLES}
        self._statements = {table: _insert(target, table, row) for table, row in self._rows.items()}

    def write(self) -> None:
        """The four rows in one transaction: as many bytes; the case is read and locked before."""
        with self._target, self._target.cursor() as cursor:
            case = {**self._case, "id": next(self._cases)}
            cursor.execute("SELECT * FROM determination WHERE id = %(id)s FOR UPDATE", case)
            cursor.fetchone()
            cursor.execute(self._update, case)
            for table, row in self._rows.items():
                fresh = {column: _like(row[column]) for column in OWN[table]}
                cursor.execute(self._statements[table], {**row, **fresh})


def _assessed(connection: Any, case_id: str) -> dict[str, Any]:
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT * FROM determination WHERE id = %s", (case_id,))
        names = [column.name for column in cursor.description]
        return dict(zip(names, cursor.fetchone(), strict=True))


def _update(connection: Any, row: dict[str, Any]) -> str:
    sets = sql.SQL(", ").join(sql.SQL("{} = {}").format(sql.Identifier(name), sql.Placeholder(name))
                              for name in row if name != "id")
    statement = sql.SQL("UPDATE determination SET {} WHERE id = {}").format(sets, sql.Placeholder("id"))
    return str(statement.as_string(connection))
