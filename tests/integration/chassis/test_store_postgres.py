"""PostgreSQL under green threads: a query freezes nobody, and a frozen server keeps nobody."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import eventlet
import pytest
from sqlalchemy import text

from deploy.local import PostgresNode
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import Command
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.shelf import READER, place, shelf

PATIENCE_S = 60
NAP = text("WITH a AS MATERIALIZED (SELECT clock_timestamp() AS t), "
           "b AS MATERIALIZED (SELECT pg_sleep(0.3)::text AS s FROM a) "
           "SELECT (SELECT t FROM a), (SELECT s FROM b), clock_timestamp()")


@pytest.fixture
def on_postgres(postgres_config: Config) -> Iterator[ServiceRuntime]:
    """Within the limits that people meet."""
    opened = shelf(replace(postgres_config, lock_timeout=3.0, statement_timeout=4.0, connect_timeout=2.0))
    yield opened
    opened.stop()


@contextmanager
def frozen(node: PostgresNode) -> Iterator[None]:
    node.freeze()
    try:
        yield
    finally:
        node.thaw()


def refused(work: Callable[[], object]) -> str:
    """The code with which the work is refused."""
    try:
        work()
    except CaseError as error:
        return error.code
    return "nothing"


def in_time(threads: list) -> list:
    """What the threads return. The timer is set around our waiting, not around their SQL."""
    with eventlet.Timeout(PATIENCE_S):
        return [thread.wait() for thread in threads]


def until(reached: Callable[[], bool]) -> None:
    with eventlet.Timeout(PATIENCE_S):
        while not reached():
            eventlet.sleep(0.05)


def works(runtime: ServiceRuntime, command_id: str) -> bool:
    return refused(lambda: place(runtime, command_id)) == "nothing"


def test_a_sleeping_query_lets_the_others_work(on_postgres, heartbeat):
    """Trap 9: five naps overlap in the server, and the heartbeat goes on meanwhile."""
    def nap() -> tuple:
        before = heartbeat()
        with on_postgres.database.reading() as session:
            began, _, ended = session.execute(NAP).one()
        return began, ended, heartbeat() - before

    naps = [thread.wait() for thread in [eventlet.spawn(nap) for _ in range(5)]]
    assert max(began for began, _, _ in naps) < min(ended for _, ended, _ in naps)
    assert all(beats for _, _, beats in naps)


def test_a_frozen_server_keeps_nobody_waiting(on_postgres, postgres_node, heartbeat):
    """The server can't time out while it is stopped; more callers than connections are answered."""
    place(on_postgres, "before")
    with frozen(postgres_node):
        beats = heartbeat()
        callers = [eventlet.spawn(refused, lambda number=number: place(on_postgres, f"during {number}"))
                   for number in range(20)]
        readers = [eventlet.spawn(refused, on_postgres.database.answers) for _ in range(5)]
        assert set(in_time(callers + readers)) <= {"service_unavailable", "busy"}
        assert heartbeat() > beats
        until(lambda: not on_postgres.healthy())
    until(lambda: works(on_postgres, "after"))
    until(on_postgres.healthy)
    with on_postgres.database.reading() as session:
        titles = session.scalar(text("SELECT count(*) FROM books"))
        logged = session.scalar(text("SELECT count(*) FROM command_log"))
    assert titles == logged


def test_frozen_in_the_middle_of_a_unit(on_postgres, postgres_node):
    def work() -> None:
        with on_postgres.context(Command("c1", "d"), READER).unit() as unit:
            inside.send()
            go_on.wait()
            unit.store.titles()   # what is sent with the commit may be done once the server is well
            unit.audit("looked", "b1")
            unit.commit()

    inside, go_on = eventlet.event.Event(), eventlet.event.Event()
    working = eventlet.spawn(refused, work)
    inside.wait()
    with frozen(postgres_node):
        go_on.send()
        assert in_time([working]) == ["service_unavailable"]
    until(lambda: works(on_postgres, "after"))
    with on_postgres.database.reading() as session:
        assert session.scalars(text("SELECT command_id FROM command_log")).all() == ["after"]


def test_a_server_that_was_killed_is_found_again(on_postgres, postgres_node):
    place(on_postgres, "before")
    postgres_node.kill()
    assert refused(lambda: place(on_postgres, "during")) == "service_unavailable"
    postgres_node.start()
    until(lambda: works(on_postgres, "after"))
    with on_postgres.database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM books")) == 2


def test_a_query_that_never_ends_is_ended_by_the_server(on_postgres):
    def sleep() -> None:
        with on_postgres.database.reading() as session:
            session.execute(text("SELECT pg_sleep(600)"))

    assert in_time([eventlet.spawn(refused, sleep)]) == ["service_unavailable"]
    with on_postgres.database.reading() as session:     # our patience alone would leave it asleep there
        asleep = text("SELECT count(*) FROM pg_stat_activity WHERE strpos(query, 'pg_sleep(600)') > 0 "
                      "AND pid <> pg_backend_pid() AND state = 'active' AND datname = current_database()")
        assert session.scalar(asleep) == 0


def test_who_waits_too_long_for_a_row_is_told_so(on_postgres):
    place(on_postgres, "c1")

    def change() -> None:
        with on_postgres.database.writing() as session:
            session.execute(text("UPDATE books SET title = ''"))

    with on_postgres.database.writing() as session:
        session.execute(text("UPDATE books SET title = 'held'"))
        assert in_time([eventlet.spawn(refused, change)]) == ["busy"]


def test_more_callers_than_connections(postgres_config: Config):
    runtime = shelf(replace(postgres_config, database_pool=1))
    threads = [eventlet.spawn(works, runtime, f"c{number}") for number in range(30)]
    assert all(in_time(threads))
    runtime.stop()


def test_services_may_share_a_database_in_schemas_of_their_own(postgres_config: Config, on_postgres):
    with on_postgres.database.writing() as session, session.begin():
        schema = f"{session.scalar(text('SELECT current_schema()'))}_other"
        session.execute(text(f"CREATE SCHEMA {schema}"))
    url = f"{postgres_config.database_url}_other"
    other = shelf(replace(postgres_config, database_url=url))
    place(other, "c1")
    place(on_postgres, "c1")
    locks = [runtime.outbox.relay_lock() for runtime in (other, on_postgres)]
    assert [lock.take() for lock in locks] == [True, True]
    for lock in locks:
        lock.release()
    other.stop()


def test_replicas_may_start_at_the_same_time(postgres_config: Config):
    started = [eventlet.spawn(shelf, postgres_config) for _ in range(4)]
    for thread in started:
        thread.wait().stop()


def test_a_value_too_long_for_its_column_is_the_senders_error(on_postgres):
    with pytest.raises(CaseError, match="invalid"):
        place(on_postgres, "c" * 65)


def test_a_reading_connection_can_not_write(on_postgres):
    with pytest.raises(Exception, match="read-only transaction"), on_postgres.database.reading() as session:
        session.execute(text("INSERT INTO books (id) VALUES ('b1')"))
