"""A deadline is explained in words."""

from rongcuo.casework.deadlines import UNITS, WORDS
from rongcuo.policy.deadline import Why
from rongcuo.policy.limit import LimitUnit


def test_every_reason_and_unit_has_its_words() -> None:
    assert set(WORDS) == set(Why)
    assert set(UNITS) == set(LimitUnit)
    assert all(zh and en for zh, en in WORDS.values())
