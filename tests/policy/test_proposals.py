"""What a sheet may say of proposals over what holds everywhere, and what it may not."""

import re

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.limit import LimitUnit
from rongcuo.policy.pack.reading.proposing import proposals
from rongcuo.policy.yaml_reader import parse_yaml

SOURCE = "{text: 本县办法, standing: illustrative}"


def read(said: str):
    return proposals(parse_yaml(f"proposals:\n  {said}\n" if said else "name: 某县", "x.yaml",
                                "policy.invalid_pack"))


def test_every_place_has_them_and_may_say_otherwise():
    rule = read("")
    assert (rule.replied_within.amount, rule.replied_at_longest.amount) == (30, 60)
    assert rule.reminders == (10, 5, 1)
    months = (rule.first_look_back, rule.second_look_back, rule.recurs_within)
    assert [each.amount for each in months] == [3, 12, 24]
    assert rule.acknowledged_within.unit is LimitUnit.WORKDAYS
    own = read(f"replied_within: {{amount: 20, unit: days, source: {SOURCE}}}")
    assert (own.replied_within.amount, own.planned_within.amount) == (20, 10)
    again = read(f"reminders: {{workdays_before: [3, 15, 3], source: {SOURCE}}}")
    assert again.reminders == (15, 3)


@pytest.mark.parametrize(("said", "told"), [
    ("replied_in: 3", "knows no “replied_in”"),
    (f"replied_within: {{amount: 90, unit: days, source: {SOURCE}}}", "should not be shorter"),
    (f"replied_within: {{amount: 5, unit: workdays, source: {SOURCE}}}", "should be in days"),
    (f"second_look_back: {{amount: 2, unit: months, source: {SOURCE}}}", "should be later"),
    (f"series: {{discipline: 建, supervision: 建, joint: 纪监建, source: {SOURCE}}}", "different for each"),
    (f"aspects: [{{code: effect, name: 实效, name_en: Effect, source: {SOURCE}}}]", "these aspects"),
])
def test_what_cannot_be_is_refused_by_its_place(said: str, told: str):
    with pytest.raises(CaseError, match=re.escape(told)):
        read(said)
