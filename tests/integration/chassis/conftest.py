"""A shelf on each database."""

from collections.abc import Iterator

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from tests.integration.chassis.backups import kept, node, stocked
from tests.integration.chassis.bus import (
    bus_url,
    child,
    embedded_url,
    logged,
    open_host,
    rabbit_node,
    rabbit_url,
    settings,
    well_behaved,
)
from tests.integration.chassis.shelf import ShelfStorage, shelf

__all__ = ["bus_url", "child", "embedded_url", "kept", "logged", "node", "open_host", "rabbit_node",
           "rabbit_url", "settings", "stocked", "well_behaved"]


@pytest.fixture
def runtime(config: Config) -> Iterator[ServiceRuntime[ShelfStorage]]:
    opened = shelf(config)
    yield opened
    opened.stop()


@pytest.fixture
def on_postgres(postgres_config: Config) -> Iterator[ServiceRuntime[ShelfStorage]]:
    opened = shelf(postgres_config)
    yield opened
    opened.stop()


@pytest.fixture
def on_sqlite(sqlite_config: Config) -> Iterator[ServiceRuntime[ShelfStorage]]:
    opened = shelf(sqlite_config)
    yield opened
    opened.stop()
