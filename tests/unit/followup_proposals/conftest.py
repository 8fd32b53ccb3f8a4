"""The service's use cases at an empty database."""

from collections.abc import Iterator

import pytest

from tests.unit.followup_proposals.desk import Desk, opened


@pytest.fixture
def desk() -> Iterator[Desk]:
    with opened() as there:
        yield there
