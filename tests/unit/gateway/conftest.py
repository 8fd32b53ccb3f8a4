"""A caller and a client for each test."""

import pytest

from tests.unit.gateway.site import FakeCaller, client_of


@pytest.fixture
def caller():
    return FakeCaller()


@pytest.fixture
def client(caller):
    return client_of(caller)
