"""What the hub decides: which word of a matter counts, who lies apart, when an answer comes too late."""

from datetime import date, datetime, timedelta
from itertools import permutations

import pytest

from rongcuo.contracts.insight import Code
from rongcuo.contracts.province import MatterCount, MatterCounted
from rongcuo.policy.calendar import ZONE
from services.province.domain import Summary, settle
from services.province.domain.approval import is_past
from services.province.domain.entries import home_of
from services.province.domain.shares import interval, outlier


def summary(version: int, epoch: int = 1, *codes: Code) -> Summary:
    told = MatterCounted(source="filing", matter_id="m1", version=version, organ_id="530127", counts=tuple(
        MatterCount(code=code, period="2026", amount=1, days=0) for code in codes))
    return Summary.of("530127", epoch, told)


@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_the_latest_word_counts_in_whatever_order_it_comes(order: tuple[int, ...]) -> None:
    words = [summary(1), summary(3), summary(2, 2)]
    assert settle({}, [words[at] for at in order])["filing:m1"] == words[2]


def test_what_is_known_already_is_not_told_anew() -> None:
    known = {"filing:m1": summary(2)}
    assert settle(known, [summary(1), summary(2)]) == {}


def test_how_a_determination_ended_stands_in_its_summary() -> None:
    ended = summary(1, 1, Code.OPENED, Code.LIGHTEN)
    assert (ended.outcome, ended.year, summary(1, 1, Code.FILED).outcome) == ("lighten", "2026", "")


@pytest.mark.parametrize(("part", "whole", "said"), [
    (2, 10, ""), (9, 10, "high"), (0, 40, "low"), (4, 4, ""), (3, 10, "")])
def test_a_place_lies_apart_only_where_its_share_and_the_others_exclude_each_other(
        part: int, whole: int, said: str) -> None:
    assert outlier(part, whole, 200 + part, 1_000 + whole) == said


def test_the_interval_is_wilsons() -> None:
    low, high = interval(10, 100)
    assert (round(low, 4), round(high, 4)) == (0.0552, 0.1744)


def test_the_last_day_is_the_local_one() -> None:
    end = datetime(2026, 5, 6, 23, 59, tzinfo=ZONE)
    assert not is_past(date(2026, 5, 6), end)
    assert is_past(date(2026, 5, 6), end + timedelta(minutes=1))


@pytest.mark.parametrize(("organ_id", "nodes", "home"), [
    ("530127", {"530127", "530100"}, "530127"), ("530127.park", {"530127"}, "530127"),
    ("530127", {"530100"}, "530100"), ("530127", {"530125"}, "530000"), ("999999", {"530127"}, ""),
    ("", set(), "")])
def test_an_organ_belongs_to_the_nearest_node_above_it(organ_id: str, nodes: set[str], home: str) -> None:
    assert home_of(organ_id, nodes) == home
