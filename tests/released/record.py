"""Keeps what an edition leaves behind: `python -m tests.released.record CHECKOUT tests/released/v0_3_0`.

CHECKOUT is a working tree of that edition (`git worktree add ../released v0.3.0`). Its demonstration runs in
a folder of its own until the example county is there, with filings, determinations, a meeting and an appeal
in every state. Then each database is written down as SQL, but for who is signed in and what was answered.
"""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from deploy.local.background import wait_until
from services import WITH_DATABASE
from tests.e2e.starting import Running

LOADED_WITHIN = 200.0       # seconds
NOT_KEPT = ("sessions", "command_log", "trial")


def record(checkout: Path, into: Path) -> None:
    """Write one file for each service with a database."""
    with TemporaryDirectory() as place:
        data = Path(place) / "var" / "data"
        running = Running(Path(place), PYTHONPATH=str(checkout.absolute()), PYTHONDONTWRITEBYTECODE="1")
        running.await_told("Ctrl-C")
        word = data / "examples"
        if not wait_until(lambda: word.is_file() and word.read_text() == "loaded\n", LOADED_WITHIN):
            raise SystemExit(running.told())
        running.stop()
        into.mkdir(parents=True, exist_ok=True)
        for service in WITH_DATABASE:
            (into / f"{service}.sql").write_text(dump(data / f"{service}.db"), "utf-8")


def dump(file: Path) -> str:
    """A database as SQL."""
    with closing(sqlite3.connect(file)) as database:
        there = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in there.intersection(NOT_KEPT):
            database.execute(f"DELETE FROM {table}")    # noqa: S608
        return "\n".join(database.iterdump()) + "\n"


if __name__ == "__main__":
    record(*map(Path, sys.argv[1:]))
