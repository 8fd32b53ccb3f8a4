"""What a database's refusal means to the caller."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from sqlalchemy.exc import DataError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoFreeConnection

from rongcuo.contracts.errors import CaseError

log = structlog.get_logger(__name__)

# Lock not available, serialization failure, deadlock: the same again may well succeed.
BUSY_STATES = {"55P03", "40001", "40P01"}
UNIQUE_VIOLATION = "23505"
ONLY_READS, DISK_FULL = "25006", "53100"
SQLITE_FULL = ("SQLITE_FULL", "SQLITE_IOERR_WRITE")


@contextmanager
def in_plain_words(*, to_read: bool = False) -> Iterator[None]:
    """Turn a database that is busy, away, frozen or full into a CaseError, and so a key that somebody else
    took (`changed_meanwhile`); a fault of ours passes as it is, as writing does where we came
    `to_read`."""
    try:
        yield
    except NoFreeConnection as error:
        raise CaseError("busy") from error
    except DBAPIError as error:
        code = _code(error)
        if code is None or (to_read and _only_reads(error)):
            raise
        log.warning("database_refused", code=code, reason=type(error.orig).__name__)
        raise CaseError(code) from error
    except UnicodeEncodeError as error:
        raise CaseError("invalid", "a text holds characters that can't be stored") from error


def _only_reads(error: DBAPIError) -> bool:
    """Whether it was refused because nothing may be written."""
    name = getattr(error.orig, "sqlite_errorname", "")
    return name.startswith("SQLITE_READONLY") or getattr(error.orig, "pgcode", None) == ONLY_READS


def _code(error: DBAPIError) -> str | None:
    if isinstance(error.orig, sqlite3.Error):
        return _sqlite_code(error.orig)
    if getattr(error.orig, "pgcode", None) in BUSY_STATES:
        return "busy"
    if getattr(error.orig, "pgcode", None) == UNIQUE_VIOLATION:
        return "changed_meanwhile"
    if isinstance(error, DataError):
        return "invalid"     # too long or too large for its column
    if getattr(error.orig, "pgcode", None) in (ONLY_READS, DISK_FULL):
        return "storage_unavailable"
    away = error.connection_invalidated or isinstance(error, OperationalError | InterfaceError)
    return "service_unavailable" if away else None


def _sqlite_code(error: sqlite3.Error) -> str | None:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return "busy"
    if name in {"SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"}:
        return "changed_meanwhile"
    if name.startswith((*SQLITE_FULL, "SQLITE_READONLY")):
        return "storage_unavailable"
    broken = ("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_CORRUPT")
    return "service_unavailable" if name.startswith(broken) else None
