"""What both databases offer."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from rongcuo.chassis.database.error_mapping import in_plain_words


class RelayLock(ABC):
    """Held by at most one relay of a database at a time."""

    @abstractmethod
    def take(self) -> bool:
        """Whether we hold it now: taken, or held and still alive. Never raises; a dead database is a no."""

    @abstractmethod
    def release(self) -> None:
        """Give it back; nothing happens where it is not held."""


class Database(ABC):
    """One database of one service."""

    def __init__(self, writer: Engine, reader: Engine) -> None:
        self._writer = writer
        self._reader = reader

    @property
    def folder(self) -> Path | None:
        """Where its file is, for one that is a file on this machine."""
        return None

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction to write in; rolled back unless committed.

        Raises CaseError `busy` (locks, no free connection), `service_unavailable` (down, frozen) or
        `storage_unavailable` (it can be read only).
        """
        with in_plain_words(), self._turn(), Session(self._writer) as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view for reading, which never waits for a writer. Raises as `writing` does."""
        with in_plain_words(to_read=True), Session(self._reader) as session:
            yield session

    @contextmanager
    def at_once(self) -> Iterator[Session]:
        """For a single statement, which is a transaction by itself. Raises as `writing` does."""
        with self.writing() as session, session.begin():
            yield session

    @contextmanager
    def glancing(self) -> Iterator[Session]:
        """For a single statement that reads. Raises as `writing` does."""
        with self.reading() as session:
            yield session

    @contextmanager
    def alone(self) -> Iterator[Session]:
        """A transaction to change tables in, one process at a time. Raises as `writing` does."""
        with self.writing() as session, session.begin():
            self._keep_others_out(session)
            yield session

    def answers(self) -> bool:
        """Whether it answers; bounded by the configured timeouts."""
        with self.glancing() as session:
            return bool(session.scalar(select(1)))

    def close(self) -> None:
        """Close all connections."""
        self._reader.dispose()
        self._writer.dispose()

    @abstractmethod
    def relay_lock(self) -> RelayLock:
        """A new handle on this database's relay lock."""

    @abstractmethod
    def _turn(self) -> AbstractContextManager[object]:
        """The caller's turn to write."""

    @abstractmethod
    def _keep_others_out(self, session: Session) -> None:
        """Keep other processes from changing tables until this transaction ends."""
