"""Numbers have no gaps."""

from collections.abc import Iterator

import pytest
from sqlalchemy import MetaData, create_engine
from sqlalchemy.orm import Session

from rongcuo.casework.counters import counter_table, next_number

METADATA = MetaData()
COUNTERS = counter_table("counter", METADATA, longest_series=8)


@pytest.fixture
def session() -> Iterator[Session]:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with Session(engine) as opened:
        yield opened
    engine.dispose()


def test_every_series_organ_and_year_counts_by_itself(session: Session) -> None:
    keys = [("", "530127", 2026), ("B", "530127", 2026), ("", "530181", 2026), ("", "530127", 2027)]
    assert [[next_number(session, COUNTERS, *key) for _ in range(3)] for key in keys] == [[1, 2, 3]] * 4


def test_what_was_rolled_back_is_given_again(session: Session) -> None:
    assert next_number(session, COUNTERS, "", "530127", 2026) == 1
    session.commit()
    assert next_number(session, COUNTERS, "", "530127", 2026) == 2
    session.rollback()
    assert next_number(session, COUNTERS, "", "530127", 2026) == 2
