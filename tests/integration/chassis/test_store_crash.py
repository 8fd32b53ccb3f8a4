"""`kill -9` just before and just after a commit, recounted from outside with the plain drivers."""

import os
import signal
import sqlite3
import subprocess
import sys

import psycopg2
import pytest

from rongcuo.chassis.config import Config, ConfigError
from tests.integration.chassis.shelf import shelf

TOTAL = 6
QUESTIONS = (
    "SELECT count(*) FROM books",
    "SELECT count(*) FROM command_log",
    "SELECT count(*) FROM outbox",
    "SELECT count(*) FROM ledger",
    "SELECT count(*) FROM command_log WHERE answer IS NULL",
    "SELECT count(*) FROM books LEFT JOIN outbox ON outbox.subject = books.id WHERE outbox.seq IS NULL",
)


def run(config: Config, crash: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "ignore", "-m", "tests.integration.chassis.dying_child",
               config.database_url, str(config.data_dir), crash, str(TOTAL)]
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": "."}, capture_output=True, text=True,
                          check=False, timeout=60)


def recount(config: Config) -> list[int]:
    """Books, commands, events, ledger lines, commands without answer, books without event."""
    if config.database_url.startswith("sqlite"):
        connection = sqlite3.connect(config.data_dir / "shelf.db")
    else:
        connection = psycopg2.connect(config.database_url.replace("+psycopg2", ""))
    cursor = connection.cursor()
    counts = []
    for question in QUESTIONS:
        cursor.execute(question)
        counts.append(cursor.fetchone()[0])
    connection.close()
    return counts


@pytest.mark.parametrize(("point", "kept"), [("before_commit", 2), ("after_commit", 3)])
def test_a_kill_at_the_commit_leaves_all_or_nothing(config: Config, point: str, kept: int):
    died = run(config, f"{point}:shelf:3")
    assert died.returncode == -signal.SIGKILL, died.stderr
    assert len(died.stdout.splitlines()) == 2
    assert recount(config) == [kept, kept, kept, kept, 0, 0]
    again = run(config, "")
    assert again.returncode == 0, again.stderr
    assert recount(config) == [TOTAL, TOTAL, TOTAL, TOTAL, 0, 0]
    assert again.stdout.splitlines()[:2] == died.stdout.splitlines()


def test_a_crash_for_another_service_does_nothing(sqlite_config: Config):
    done = run(sqlite_config, "before_commit:filing:1")
    assert done.returncode == 0, done.stderr
    assert recount(sqlite_config)[0] == TOTAL


@pytest.mark.parametrize("crash", ["somewhere:shelf:1", "before_commit", "before_commit:shelf",
                                   "before_commit:shelf:0", "before_commit:shelf:x"])
def test_a_crash_that_can_not_be_planned(sqlite_config: Config, crash: str):
    with pytest.raises(ConfigError, match="crash"):
        shelf(Config(mode="test", data_dir=sqlite_config.data_dir, crash=crash))
