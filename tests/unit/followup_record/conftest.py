"""The record of 温某 at an empty database."""

from collections.abc import Iterator

import pytest

from tests.unit.followup_record.desk import Desk, opened


@pytest.fixture
def desk() -> Iterator[Desk]:
    with opened() as there:
        yield there
