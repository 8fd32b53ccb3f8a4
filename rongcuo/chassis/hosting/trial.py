"""Whether something can be written for good, found out by doing it.

A full disk, a database that has become read-only, a folder that is gone: all of them go on answering.
"""

import errno
import os
import sqlite3
from pathlib import Path

from sqlalchemy import insert, update
from sqlalchemy.exc import DBAPIError

from rongcuo.chassis.database import Database
from rongcuo.chassis.database.error_mapping import DISK_FULL, ONLY_READS, SQLITE_FULL
from rongcuo.chassis.database.tables import trial
from rongcuo.chassis.threads import in_native_thread
from rongcuo.contracts.errors import CaseError

PIECE = 65_536     # bytes that a folder must take
ROW = 8_192        # bytes that a database must take; what can't be compressed, so that room is needed for it
FULL, READ_ONLY, AWAY = "disk_full", "read_only", "away"
FULL_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)    # the disk, our share of it, the largest file
READ_ONLY_ERRORS = (errno.EROFS, errno.EACCES, errno.EPERM)
IN_OTHER_HANDS = {"busy", "changed_meanwhile"}             # it writes, only not for us at this moment


def of_folder(folder: Path) -> str:
    """Why nothing can be written there; empty where it can."""
    try:
        in_native_thread(_write, folder / f".trial-{os.getpid()}")
    except OSError as error:
        return _reason_of_system(error)
    return ""


def of_database(database: Database) -> str | None:
    """Why nothing can be written into it; empty where it can, None where we did not learn it."""
    reason = of_folder(database.folder) if database.folder else ""
    if reason:
        return reason
    try:
        with database.writing() as session, session.begin():
            piece = os.urandom(ROW)
            if not session.execute(update(trial).values(piece=piece)).rowcount:  # type: ignore[attr-defined]
                session.execute(insert(trial), {"only": 1, "piece": piece})
    except CaseError as refusal:
        return None if refusal.code in IN_OTHER_HANDS else _reason_of_database(refusal.__cause__)
    return ""


def _write(file: Path) -> None:
    try:
        with file.open("wb") as out:
            out.write(os.urandom(PIECE))
            out.flush()
            os.fsync(out.fileno())
    finally:
        file.unlink(missing_ok=True)


def _reason_of_system(error: OSError) -> str:
    if error.errno in FULL_ERRORS:
        return FULL
    return READ_ONLY if error.errno in READ_ONLY_ERRORS else AWAY


def _reason_of_database(error: BaseException | None) -> str:
    cause = error.orig if isinstance(error, DBAPIError) else None
    name = getattr(cause, "sqlite_errorname", "") if isinstance(cause, sqlite3.Error) else ""
    state = getattr(cause, "pgcode", None)
    if name.startswith(SQLITE_FULL) or state == DISK_FULL:
        return FULL
    return READ_ONLY if name.startswith("SQLITE_READONLY") or state == ONLY_READS else AWAY
