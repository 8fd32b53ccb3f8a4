"""What can't be written is found out by writing: full, read only, gone, on both databases and in folders."""

import resource
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import psycopg2
import pytest
from sqlalchemy import MetaData, text

from rongcuo.chassis.hosting import trial
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.contracts.errors import CaseError


@contextmanager
def nothing_may_grow() -> Iterator[None]:
    """No file of this process beyond 2 KiB: what a full disk does, for any user."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_048, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def started(config) -> Iterator[ServiceRuntime]:
    runtime = ServiceRuntime("shelf", MetaData(), lambda session: session, config)
    runtime.start()
    try:
        yield runtime
    finally:
        runtime.stop()


def write_much(runtime: ServiceRuntime) -> None:
    with runtime.database.writing() as session:
        session.execute(text("UPDATE trial SET piece = zeroblob(100000)"))
        session.commit()


def test_a_folder_is_tried_and_nothing_stays_in_it(tmp_path: Path):
    assert trial.of_folder(tmp_path) == ""
    with nothing_may_grow():
        assert trial.of_folder(tmp_path) == "disk_full"
    assert trial.of_folder(tmp_path / "gone") == "away"
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_takes_what_is_written_has_no_trouble(config):
    with started(config) as runtime:
        for _ in range(3):
            assert trial.of_database(runtime.database) == ""
        assert (runtime.trouble, runtime.healthy()) == ("", True)


def test_sqlite_on_a_full_disk_answers_and_is_not_well(sqlite_config):
    with started(sqlite_config) as runtime:
        with nothing_may_grow():
            assert runtime.database.answers()
            runtime._liveness._try_writing()
            assert (runtime.trouble, runtime.healthy()) == ("disk_full", False)
        runtime._liveness._feel()
        assert (runtime.trouble, runtime.healthy()) == ("", True)


def test_sqlite_says_disk_full_itself_where_only_its_own_file_can_t_grow(sqlite_config, monkeypatch):
    monkeypatch.setattr(trial, "of_folder", lambda _: "")
    with started(sqlite_config) as runtime, nothing_may_grow():
        assert trial.of_database(runtime.database) == "disk_full"
        with pytest.raises(CaseError, match="storage_unavailable"):
            write_much(runtime)


def test_sqlite_that_can_only_be_read(sqlite_config):
    with started(sqlite_config) as runtime:
        with runtime.database.writing() as session:
            session.connection().connection.dbapi_connection.execute("PRAGMA query_only=ON")
        assert trial.of_database(runtime.database) == "read_only"


def test_postgres_that_can_only_be_read(postgres_node, sqlite_config):
    own = replace(sqlite_config, database_url=postgres_node.create_database("read_only"))
    with started(own):
        pass
    address = own.database_url.replace("+psycopg2", "")
    with closing(psycopg2.connect(address)) as owner, owner.cursor() as cursor:
        cursor.execute(f"ALTER DATABASE {address.rpartition('/')[2]} SET default_transaction_read_only = on")
        owner.commit()
    runtime = ServiceRuntime("shelf", MetaData(), lambda session: session, own)
    try:
        assert runtime.database.answers()
        assert trial.of_database(runtime.database) == "read_only"
        with pytest.raises(CaseError, match="storage_unavailable"), runtime.database.writing() as session:
            session.execute(text("UPDATE trial SET piece = piece"))
    finally:
        runtime.stop()


def test_a_lock_in_other_hands_is_no_trouble(sqlite_config, monkeypatch):
    with started(sqlite_config) as runtime:
        def busy():
            raise CaseError("busy")

        monkeypatch.setattr(runtime.database, "writing", busy)
        assert trial.of_database(runtime.database) is None
