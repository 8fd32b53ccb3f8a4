"""Fixtures with real databases: a SQLite file per test, and a schema per test on one PostgreSQL node."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg2
import pytest

from deploy.local import PostgresNode
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from tests.integration.laid_tables import lay
from tests.patience import OF_CALLS, OF_DATABASE


@pytest.fixture(scope="session")
def postgres_node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresNode]:
    with PostgresNode(tmp_path_factory.mktemp("nodes") / "postgres", fast=True) as node:
        yield node


@pytest.fixture(autouse=True)
def none_left_running(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a test started and left is stopped after it: each runtime would go on trying its database and its
    disk every second, and a hundred of them slow down every later test. Its tables are laid at once."""
    started: list[ServiceRuntime[Any]] = []
    start = ServiceRuntime.start

    def remembered(runtime: ServiceRuntime[Any]) -> None:
        started.append(runtime)
        lay(runtime)
        start(runtime)

    monkeypatch.setattr(ServiceRuntime, "start", remembered)
    yield
    for runtime in started:
        runtime.stop()


@pytest.fixture
def sqlite_config(tmp_path: Path) -> Config:
    return Config(mode="test", data_dir=tmp_path, **OF_DATABASE, **OF_CALLS)


@pytest.fixture(scope="session")
def postgres_database(postgres_node: PostgresNode) -> str:
    return postgres_node.create_database("tests")


@pytest.fixture
def postgres_config(postgres_database: str, tmp_path: Path) -> Config:
    """With a schema of its own: making a database takes the server many times longer."""
    schema = f"t{uuid4().hex}"
    with closing(psycopg2.connect(postgres_database.replace("+psycopg2", ""))) as connection, connection, \
            connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {schema}")
    url = f"{postgres_database}?options=-csearch_path%3D{schema}"
    return Config(mode="test", data_dir=tmp_path, database_url=url, **OF_DATABASE, **OF_CALLS)


@pytest.fixture(params=["sqlite", "postgres"])
def config(request: pytest.FixtureRequest) -> Config:
    """The same test on both databases."""
    chosen: Config = request.getfixturevalue(f"{request.param}_config")
    return chosen


@pytest.fixture
def heartbeat() -> Iterator[Callable[[], int]]:
    """How often another green thread has had its turn so far."""
    import eventlet

    beats = [0]

    def beat() -> None:
        while True:
            beats[0] += 1
            eventlet.sleep(0.01)

    beating = eventlet.spawn(beat)
    yield lambda: beats[0]
    beating.kill()
