"""One database into a file and back: SQLite by its own backup, PostgreSQL by `pg_dump` and `pg_restore`."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryFile
from time import sleep
from typing import cast

from sqlalchemy import make_url, text
from sqlalchemy.orm import Session

from rongcuo.chassis.backup.moment import is_postgres
from rongcuo.chassis.backup.progress import Tell
from rongcuo.contracts.errors import CaseError

SQLITE, POSTGRESQL = "sqlite", "postgresql"
SUFFIX = {SQLITE: "db", POSTGRESQL: "dump"}
PAGES = 4_096        # copied between two words about it
LOOK_EVERY = 0.2     # seconds between two looks at a program that runs
TOLD = 500           # signs of what a program said
AS_OURS = ("--no-owner", "--no-privileges")     # what is restored belongs to whoever restores it


def kind_of(url: str) -> str:
    """Of the database at an address."""
    return SQLITE if url.startswith(SQLITE) else POSTGRESQL


def sqlite_file(url: str) -> Path:
    """Where a SQLite database is."""
    return Path(make_url(url).database or "")


def copy(view: Session, url: str, to: Path, name: str, tell: Tell) -> None:
    """Write the database, as this view has it, into a file. Raises CaseError `backup.tool_failed`."""
    if is_postgres(view):
        snapshot = view.scalar(text("SELECT pg_export_snapshot()"))
        schema = view.scalar(text("SELECT current_schema()"))
        _run(["pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--schema={schema}", *AS_OURS,
              f"--file={to}"], url, lambda: tell(name, _size(to), 0))
        return
    here = cast(sqlite3.Connection, view.connection().connection.dbapi_connection)
    with closing(sqlite3.connect(to)) as there:
        here.backup(there, pages=PAGES, progress=lambda _status, left, all_: tell(name, all_ - left, all_))


def bring_sqlite(file: Path, url: str, name: str, tell: Tell) -> None:
    """Write the file of a backup to where the database is to be."""
    place = sqlite_file(url)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    tell(name, 0, _size(file))
    shutil.copyfile(file, place)
    tell(name, _size(place), _size(file))


def bring_postgres(file: Path, url: str, schema: str, name: str, tell: Tell) -> None:
    """Restore a dump as a whole or not at all. Raises CaseError `backup.tool_failed`."""
    size = _size(file)
    _run(["pg_restore", "--single-transaction", "--exit-on-error", f"--schema={schema}", *AS_OURS, str(file)],
         url, lambda: tell(name, 0, size))
    tell(name, size, size)


def _run(command: Sequence[str], url: str, going_on: Callable[[], None]) -> None:
    """With the database at this address. The password goes beside it, for everybody can read a command line;
    and to libpq a plus is no blank."""
    address = make_url(url).set(drivername=POSTGRESQL)
    password = {"PGPASSWORD": str(address.password)} if address.password else {}
    shown = address.set(password=None).render_as_string(hide_password=False).replace("+", "%20")
    if shutil.which(command[0]) is None:
        raise CaseError("backup.tool_failed", f"{command[0]} is not installed")
    with TemporaryFile() as said:
        process = subprocess.Popen([*command, f"--dbname={shown}"], env={**os.environ, **password},
                                   stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        try:
            while process.poll() is None:
                going_on()
                sleep(LOOK_EVERY)
        finally:
            process.kill()
            process.wait()
        if process.returncode:
            said.seek(0)
            raise CaseError("backup.tool_failed", said.read().decode(errors="replace")[-TOLD:].strip())


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0
