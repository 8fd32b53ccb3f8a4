"""The databases as they stand, read with the plain drivers. Nothing here knows the platform's code."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

import psycopg2

Rows = list[tuple[Any, ...]]


class Books(Protocol):
    """The databases of all services."""

    def rows(self, service: str, question: str, values: Sequence[Any] = ()) -> Rows:
        """What a service's database answers to an SQL question with `?` for each value."""

    def write(self, service: str, statement: str, values: Sequence[Any] = ()) -> None:
        """Changed past the platform, as an administrator could."""

    def in_order(self, service: str) -> Rows:
        """(consumer, event_id) of everything heard, in the order in which it was committed."""


class PostgresBooks:
    """`url` holds {service}. The order is that of PostgreSQL's own times of commit."""

    def __init__(self, url: str) -> None:
        self._url = url

    def rows(self, service: str, question: str, values: Sequence[Any] = ()) -> Rows:
        with closing(psycopg2.connect(self._url.format(service=service), connect_timeout=60)) as connection:
            cursor = connection.cursor()
            cursor.execute(question.replace("%", "%%").replace("?", "%s"), tuple(values))
            return list(cursor.fetchall())

    def write(self, service: str, statement: str, values: Sequence[Any] = ()) -> None:
        with closing(psycopg2.connect(self._url.format(service=service), connect_timeout=60)) as connection:
            connection.cursor().execute(statement.replace("?", "%s"), tuple(values))
            connection.commit()

    def in_order(self, service: str) -> Rows:
        return self.rows(service, "SELECT consumer, event_id FROM inbox "
                                  "ORDER BY pg_xact_commit_timestamp(xmin)")


class SqliteBooks:
    """A file per service. One writer at a time: the order of the rows is that of the commits."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def rows(self, service: str, question: str, values: Sequence[Any] = ()) -> Rows:
        address = f"file:{self._folder / service}.db?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=60)) as connection:
            return connection.execute(question, tuple(values)).fetchall()

    def write(self, service: str, statement: str, values: Sequence[Any] = ()) -> None:
        with closing(sqlite3.connect(self._folder / f"{service}.db", timeout=60)) as connection:
            connection.execute(statement, tuple(values))
            connection.commit()

    def in_order(self, service: str) -> Rows:
        return self.rows(service, "SELECT consumer, event_id FROM inbox ORDER BY rowid")
