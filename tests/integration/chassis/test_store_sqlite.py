"""SQLite under green threads: nobody freezes, nobody is locked out, one process per file."""

import os
import subprocess
import sys
from dataclasses import replace

import eventlet
import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import DatabaseInUse, open_database
from rongcuo.chassis.triggers import Command
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.shelf import READER, Book, place, shelf

HOLD = """
import sys
from pathlib import Path
from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
open_database("shelf", Config(data_dir=Path(sys.argv[1])))
print("holding", flush=True)
sys.stdin.read()
"""


def test_a_waiting_writer_freezes_nobody(on_sqlite, heartbeat):
    """Trap 10: the second writer waits in a green lock, not inside SQLite."""
    inside, go_on = eventlet.event.Event(), eventlet.event.Event()

    def dawdle() -> None:
        with on_sqlite.context(Command("c1", "d"), READER).unit() as unit:
            inside.send()
            go_on.wait()
            unit.commit(Book(id="b1", title="first"))

    first = eventlet.spawn(dawdle)
    inside.wait()
    second = eventlet.spawn(place, on_sqlite, "c2", "second")
    beats = heartbeat()
    while heartbeat() < beats + 10:           # others have their turn while the second writer waits
        eventlet.sleep(0.01)
    assert not second.dead
    with on_sqlite.database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM books")) == 0      # and readers never wait
    go_on.send()
    first.wait()
    second.wait()
    with on_sqlite.database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM books")) == 2


def test_who_waits_too_long_is_told_so(sqlite_config):
    runtime = shelf(replace(sqlite_config, lock_timeout=0.1))
    with runtime.context(Command("c1", "d"), READER).unit():
        waiting = eventlet.spawn(_refusal, runtime)
        assert waiting.wait() == "busy"
    place(runtime, "c3")
    runtime.stop()


def _refusal(runtime) -> str:
    with pytest.raises(CaseError) as refusal:
        place(runtime, "c2")
    return refusal.value.code


def test_a_reading_connection_can_not_write(on_sqlite):
    with pytest.raises(OperationalError, match="readonly"), on_sqlite.database.reading() as session:
        session.execute(text("INSERT INTO books (id) VALUES ('b1')"))


def test_the_file_is_safe_at_power_loss_and_open_to_readers(on_sqlite):
    with on_sqlite.database.writing() as session:
        assert session.scalar(text("PRAGMA journal_mode")) == "wal"
        assert session.scalar(text("PRAGMA synchronous")) == 2
        assert session.scalar(text("PRAGMA foreign_keys")) == 1


def test_another_process_is_kept_out_and_told_who_has_the_file(sqlite_config: Config):
    command = [sys.executable, "-W", "ignore", "-c", HOLD, str(sqlite_config.data_dir)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                          env={**os.environ, "PYTHONPATH": "."}) as holder:
        assert holder.stdout.readline() == "holding\n"
        with pytest.raises(DatabaseInUse, match=f"in use by process {holder.pid}"):
            open_database("shelf", sqlite_config)
        holder.kill()
        holder.wait()
        shelf(sqlite_config).stop()            # a killed process leaves no lock behind


def test_replicas_in_one_process_share_the_file_and_its_turn(sqlite_config):
    first, second = shelf(sqlite_config), shelf(sqlite_config)
    threads = [eventlet.spawn(place, runtime, f"c{number}")
               for number, runtime in enumerate((first, second) * 5)]
    for thread in threads:
        thread.wait()
    first.stop()
    first.stop()
    with second.database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM books")) == 10
    place(second, "after the first has left")
    second.stop()
    shelf(sqlite_config).stop()


def test_a_database_in_memory_is_refused():
    with pytest.raises(CaseError, match="needs a file"):
        open_database("shelf", Config(database_url="sqlite://"))
