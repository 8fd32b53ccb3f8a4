"""SQLite: one process per file, one writer at a time behind a green lock, readers beside it.

A second writer waiting inside SQLite would freeze every green thread of the process, the first writer among
them; so the waiting happens before SQLite is asked, and a write that holds the file must not yield.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session

from rongcuo.chassis.config import Config
from rongcuo.chassis.database.base import Database, RelayLock
from rongcuo.chassis.database.types import canonical
from rongcuo.chassis.files.locked_file import Held, hold
from rongcuo.contracts.errors import CaseError

BUSY_MS = 250        # only somebody outside (a backup, a curious operator) can make SQLite itself wait
SETTINGS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={BUSY_MS}")


class DatabaseInUse(Exception):
    """Another process has this SQLite file."""


class _File:
    """A file of ours: locked against other processes, shared by all who open it in this one."""

    def __init__(self, path: Path, visiting: bool) -> None:
        self.path = path
        self.users: set[object] = set()
        self.turn = Lock()
        self.relay: object | None = None
        self._lock = None if visiting else _locked(path.with_name(f"{path.name}.lock"), path)

    def leave(self, user: object) -> None:
        """The last one gives the file back."""
        self.users.remove(user)
        if not self.users:
            del _files[self.path]
            if self._lock is not None:
                os.close(self._lock)


def _locked(lock: Path, path: Path) -> int:
    lock.parent.mkdir(parents=True, exist_ok=True)
    try:
        return hold(lock)
    except Held as other:
        raise DatabaseInUse(f"{path} is in use by process {other}. A SQLite file serves one process: "
                            "stop that one, or run on PostgreSQL.") from None


_files: dict[Path, _File] = {}


class SqliteDatabase(Database):
    """A database file."""

    def __init__(self, url: str, config: Config, *, visiting: bool = False) -> None:
        name = make_url(url).database
        if not name or name == ":memory:":
            raise CaseError("invalid", "a service's SQLite database needs a file")
        self._file = _opened(Path(name).resolve(), self, visiting)
        self._lock_timeout = config.lock_timeout
        readers = config.database_pool
        super().__init__(_engine(self._file.path, "BEGIN IMMEDIATE", SETTINGS, 1),
                         _engine(self._file.path, "BEGIN", (*SETTINGS, "query_only=ON"), readers))

    @property
    def folder(self) -> Path:
        return self._file.path.parent

    def close(self) -> None:
        super().close()
        if self in self._file.users:
            self._file.leave(self)

    def relay_lock(self) -> RelayLock:
        return _OneRelay(self._file)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._file.turn.acquire(timeout=self._lock_timeout):
            raise CaseError("busy")
        try:
            yield
        finally:
            self._file.turn.release()

    def _keep_others_out(self, session: Session) -> None:
        """Nothing to do: this process has the file, and its one writer the turn."""


def _opened(path: Path, user: object, visiting: bool) -> _File:
    if path not in _files:
        _files[path] = _File(path, visiting)
    _files[path].users.add(user)
    return _files[path]


def _engine(path: Path, begin: str, settings: tuple[str, ...], connections: int) -> Engine:
    engine = create_engine(f"sqlite:///{path}", pool_size=connections, max_overflow=5, pool_timeout=2,
                           json_serializer=canonical)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None      # the driver opens no transactions of its own
        for setting in settings:
            connection.execute(f"PRAGMA {setting}").close()

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


class _OneRelay(RelayLock):
    """One relay in this process; the file's lock keeps other processes out."""

    def __init__(self, file: _File) -> None:
        self._file = file

    def take(self) -> bool:
        if self._file.relay is None:
            self._file.relay = self
        return self._file.relay is self

    def release(self) -> None:
        if self._file.relay is self:
            self._file.relay = None
