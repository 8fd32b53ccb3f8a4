"""Reading and writing rows in one session."""

from typing import Any

from sqlalchemy import Table
from sqlalchemy.orm import Session

from rongcuo.chassis.storing import add, rewrite
from services.notify.domain import Matter, Officer
from services.notify.storage.rows import Values
from services.notify.storage.tables import METADATA


class Rows:
    """It remembers what it read: a row never read is new, and an unchanged one is not written again."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read: dict[tuple[str, Any], Values] = {}
        self._new: dict[Table, list[Values]] = {}
        self._expected: dict[str, Matter] = {}
        self._reached: dict[frozenset[str], tuple[Officer, ...]] = {}

    def remember(self, table: Table, row: Values) -> None:
        """This is how the row stands in the table."""
        self._read[table.name, row["id"]] = row

    def knows(self, table: Table, row_id: str) -> bool:
        """Whether the table has this row, as far as was read or written here."""
        return (table.name, row_id) in self._read

    def write(self, table: Table, row: Values) -> bool:
        """Update, or keep for `insert_new_rows`; whether there was anything new to write."""
        known = self._read.get((table.name, row["id"]))
        if known is None:
            self.add(table, row)
        elif known != row:
            rewrite(self._session, table, row)
        self.remember(table, row)
        return known != row

    def add(self, table: Table, row: Values) -> None:
        """Keep a new row for `insert_new_rows`."""
        self._new.setdefault(table, []).append(row)

    def insert_new_rows(self) -> None:
        """One statement for each table, those first that others refer to."""
        new, self._new = self._new, {}
        for table in METADATA.sorted_tables:
            if table in new:
                add(self._session, table, *new[table])
