"""A node and its hub on each database."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from rongcuo.chassis.config import Config
from tests.integration.county.hub import NODE_CODE, Hub, Node


@pytest.fixture
def hub(config: Config) -> Iterator[Hub]:
    opened = Hub(replace(config, node="530000"))
    yield opened
    opened.shop.stop()


@pytest.fixture
def node(config: Config, hub: Hub) -> Iterator[Node]:
    opened = Node(replace(config, node=NODE_CODE, uplink_url="embedded://hub"), hub)
    yield opened
    opened.shop.stop()
