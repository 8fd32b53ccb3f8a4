"""Nodes of a test that are backed up and restored: a folder and databases for each."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from deploy.local import PostgresNode
from rongcuo.chassis.backup import back_up, restore
from rongcuo.chassis.blobs import open_blobs
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.painting import METADATA, SEEN
from tests.integration.chassis.shelf import METADATA as SHELF
from tests.integration.chassis.shelf import ShelfStorage, place
from tests.patience import OF_CALLS, OF_DATABASE

PARTS = {"painter": METADATA, "looker": SEEN}
ALONE = {"shelf": SHELF}
Node = Callable[[str], Config]


def untold(_part: str, _done: int, _total: int) -> None:
    """Nobody looks on."""


@pytest.fixture(params=["sqlite", "postgres"])
def node(request: pytest.FixtureRequest, tmp_path: Path) -> Node:
    """Places for a node each: a folder, and databases of its own roles."""
    if request.param == "sqlite":
        return lambda name: Config(mode="test", data_dir=tmp_path / name, **OF_DATABASE, **OF_CALLS)
    server: PostgresNode = request.getfixturevalue("postgres_node")
    mark = uuid4().hex[:8]

    def made(name: str) -> Config:
        services = [f"{name}_{mark}_{service}" for service in (*PARTS, *ALONE)]
        for service in services:
            server.create_database(f"rongcuo_{service}")
        url = server.url_of_owners(services).replace("{service}", f"{name}_{mark}_{{service}}")
        return Config(mode="test", data_dir=tmp_path / name, database_url=url, **OF_DATABASE, **OF_CALLS)

    return made


@pytest.fixture
def stocked(node: Node) -> Iterator[ServiceRuntime[ShelfStorage]]:
    runtime = ServiceRuntime("shelf", SHELF, ShelfStorage, node("here"))
    runtime.start()
    yield runtime
    runtime.stop()


def opened(config: Config) -> ServiceRuntime[ShelfStorage]:
    runtime = ServiceRuntime("shelf", SHELF, ShelfStorage, config)
    runtime.start()
    return runtime


def titles(runtime: ServiceRuntime[ShelfStorage]) -> list[str]:
    with runtime.database.reading() as session:
        return ShelfStorage(session).titles()


def code_of(config: Config, folder: Path, **options: bool) -> str:
    with pytest.raises(CaseError) as refusal:
        restore(config, ALONE, folder, untold, **options)
    return refusal.value.code


@pytest.fixture
def kept(stocked: ServiceRuntime[ShelfStorage], tmp_path: Path) -> Path:
    """A signed backup."""
    place(stocked, "a")
    open_blobs(stocked.config).write("file-1", [b"abc"])
    stocked.ledger.keep()
    back_up(stocked.config, ALONE, tmp_path / "kept", untold)
    return tmp_path / "kept"
