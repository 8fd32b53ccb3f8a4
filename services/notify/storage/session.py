"""Reading and writing rows in one session."""

from typing import Any

from sqlalchemy import Table, insert, update
from sqlalchemy.orm import Session

from services.notify.storage.rows import Values


class Rows:
    """It remembers what it read: a row never read is new, and an unchanged one is not written again."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read: dict[tuple[str, Any], Values] = {}

    def remember(self, table: Table, row: Values) -> None:
        """This is how the row stands in the table."""
        self._read[table.name, row["id"]] = row

    def write(self, table: Table, row: Values) -> bool:
        """Insert or update; whether there was anything new to write."""
        known = self._read.get((table.name, row["id"]))
        if known is None:
            self._session.execute(insert(table).values(row))
        elif known != row:
            self._session.execute(update(table).where(table.c.id == row["id"]).values(row))
        self.remember(table, row)
        return known != row
