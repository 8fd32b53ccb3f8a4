"""One platform for all tests of this folder."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from deploy.local import free_port
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.host import ServiceHost, hosted
from services import all_services
from tests.integration.gateway.platform import Person
from tests.patience import OF_CALLS, OF_DATABASE


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Config:
    folder: Path = tmp_path_factory.mktemp("platform")
    return Config(mode="test", data_dir=folder, http_port=free_port(), **OF_DATABASE, **OF_CALLS)


@pytest.fixture(scope="module")
def host(settings: Config) -> Iterator[ServiceHost]:
    with hosted(all_services(), settings) as opened:
        yield opened


@pytest.fixture(scope="module")
def address(host: ServiceHost, settings: Config) -> str:
    return f"http://127.0.0.1:{settings.http_port}"


@pytest.fixture(scope="module")
def person(address: str) -> Iterator[Callable[[str], Person]]:
    people: list[Person] = []

    @cache
    def signed_in(username: str) -> Person:
        people.append(Person(address, username))
        return people[-1]

    yield signed_in
    for each in people:
        each.http.close()
