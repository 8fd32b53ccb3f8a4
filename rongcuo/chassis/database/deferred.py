"""Statements that travel together.

Every statement is a way to PostgreSQL and back, and the way costs more than the work. So BEGIN, COMMIT, and
statements whose outcome nobody waits for are held here and go with the next one that is waited for; what was
held is refused, if at all, together with it. Underneath, the driver is in autocommit mode.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from typing import Any

from psycopg2 import Error, InternalError, extensions
from sqlalchemy import Executable
from sqlalchemy.orm import Session

from rongcuo.chassis.database.green_wait import PatientConnection

Values = Mapping[str, Any] | Sequence[Mapping[str, Any]]
OPEN = (extensions.TRANSACTION_STATUS_INTRANS, extensions.TRANSACTION_STATUS_INERROR)


class _Cursor(extensions.cursor):  # type: ignore[misc]
    """Sends what was held in front of its own statement, or holds that too."""

    connection: "Pipeline"

    def execute(self, query: Any, values: Any = None) -> None:
        line = self.connection
        if line.holding and line.within:
            line.hold(self.mogrify(query, values))
        elif line.held:
            super().execute(line.with_held(self.mogrify(query, values)))
        else:
            super().execute(query, values)

    def executemany(self, query: Any, rows: Any) -> None:
        for row in rows:
            self.execute(query, row)


class Pipeline(PatientConnection):
    """A connection that holds statements back."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cursor_factory = _Cursor
        self.held: list[bytes] = []
        self.holding = False
        self._growing = ""      # the insertion that is held last, and may take further rows

    @property
    def within(self) -> bool:
        """Whether a transaction is open, or about to begin."""
        return bool(self.held) or self.info.transaction_status in OPEN

    def begin(self, how: bytes) -> None:
        """A transaction begins with the next statement."""
        self.held, self._growing = [how], ""

    def commit(self) -> None:
        """Send what is held, and make an end: where it is refused, by rolling back at once."""
        if self.info.transaction_status not in OPEN and len(self.held) < 2:
            self.held = []
            return
        if self.info.transaction_status == extensions.TRANSACTION_STATUS_INERROR:
            self._send(b"ROLLBACK")    # PostgreSQL would answer COMMIT with the same, and no error
            raise InternalError("a statement of this transaction failed")
        try:
            self._send(self.with_held(b"COMMIT"))
        except Error:
            if self.info.transaction_status in OPEN:    # SQLAlchemy takes a commit that failed for an end
                self._send(b"ROLLBACK")
            raise

    def rollback(self) -> None:
        self.held = []
        if self.info.transaction_status in OPEN:
            self._send(b"ROLLBACK")
        else:
            super().rollback()

    def hold(self, statement: bytes) -> None:
        """It goes with the next statement of the transaction."""
        self.held.append(statement)
        self._growing = ""

    def hold_rows(self, into: str, row: str, values: Sequence[Sequence[Any]]) -> None:
        """An insertion of many rows, held. What follows it into the same table joins it."""
        with self.cursor() as cursor:
            rows = b", ".join(cursor.mogrify(row, each) for each in values)
        if self.held and into == self._growing:
            self.held[-1] += b", " + rows
        elif self.within:
            self.hold(into.encode() + rows)
            self._growing = into
        else:
            self._send(into.encode() + rows)

    def with_held(self, statement: bytes) -> bytes:
        """What was held and this, which are to be sent now."""
        held, self.held = self.held, []
        self._growing = ""
        return b";\n".join((*held, statement))

    def _send(self, statements: bytes) -> None:
        with self.cursor() as cursor:
            cursor.execute(statements)


@contextmanager
def _holding(line: Any) -> Iterator[None]:
    line.holding = True
    try:
        yield
    finally:
        line.holding = False


def later(session: Session, statement: Executable, values: Values) -> None:
    """Execute a change whose outcome nobody waits for.

    On PostgreSQL it goes with the next statement or the commit, and so does its refusal.
    """
    connection = session.connection()
    line = connection.connection.dbapi_connection
    with _holding(line) if isinstance(line, Pipeline) else nullcontext():
        connection.execute(statement, values)
