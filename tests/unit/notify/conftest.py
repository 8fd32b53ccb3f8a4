"""A desk in front of which everybody of the scene has a post."""

import pytest

from services.notify import usecases
from tests.unit.notify.desk import FakeDesk
from tests.unit.notify.scene import EVERYBODY, enrolled


@pytest.fixture
def desk() -> FakeDesk:
    desk = FakeDesk()
    for actor in EVERYBODY:
        usecases.enrol(desk, enrolled(actor), "mail")
    return desk
