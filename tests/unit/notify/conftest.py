"""A context in which everybody of the scene has a post."""

import pytest

from services.notify.usecases import hearing
from tests.unit.notify.context import FakeContext
from tests.unit.notify.scene import EVERYBODY, enrolled


@pytest.fixture
def context() -> FakeContext:
    context = FakeContext()
    for actor in EVERYBODY:
        hearing.enrol(context, enrolled(actor), "mail")
    return context
