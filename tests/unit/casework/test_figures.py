"""What is not told of an organ follows from nothing that is: every count that it may have stays possible."""

from collections.abc import Iterator
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rongcuo.casework.figures import (
    LEAST_TOLD,
    TOO_SMALL,
    Part,
    of_one,
    of_organs,
    parts_told,
    small,
    together,
)

SMALL = range(1, LEAST_TOLD)
Organs = list[int]
NUMBERS = st.integers(0, 4) | st.integers(0, 60)
PROVINCES = st.lists(st.lists(NUMBERS, min_size=1, max_size=3), min_size=1, max_size=3)


def area(organs: Organs) -> Part:
    hidden = [each for each in organs if small(each)]
    return of_organs(sum(organs), len(hidden), sum(hidden))


def published(province: list[Organs]) -> list[str]:
    """All that is told by anybody: each organ, each area, the whole."""
    areas = [area(organs) for organs in province]
    return [*(of_one(each).shown for organs in province for each in organs),
            *(each.shown for each in areas), together(areas).shown]


def possible(province: list[Organs]) -> Iterator[list[Organs]]:
    """Whatever the organs that are not told may have."""
    choices = [[*SMALL] if small(each) else [each] for organs in province for each in organs]
    for chosen in product(*choices):
        left = iter(chosen)
        yield [[next(left) for _ in organs] for organs in province]


def fits(told: list[str], other: list[str]) -> bool:
    """Whether no number that is told as it is contradicts it."""
    return all(mine == theirs for mine, theirs in zip(told, other, strict=True) if mine.isdecimal())


def sums(province: list[Organs]) -> list[str]:
    areas = [sum(organs) for organs in province]
    return [*(of_one(each).shown for organs in province for each in organs), *map(str, areas),
            str(sum(areas))]


@settings(max_examples=300, deadline=None)
@given(PROVINCES)
def test_of_all_tables_together_no_small_count_is_narrower_than_one_to_four(province: list[Organs]) -> None:
    told = published(province)
    left = [[each for organs in other for each in organs] for other in possible(province)
            if fits(told, sums(other))]
    flat = [each for organs in province for each in organs]
    for place, number in enumerate(flat):
        assert {each[place] for each in left} == ({*SMALL} if small(number) else {number})


@settings(max_examples=200, deadline=None)
@given(PROVINCES)
def test_whoever_knows_the_rule_as_well_knows_no_small_count_either(province: list[Organs]) -> None:
    told = published(province)
    left = [[each for organs in other for each in organs] for other in possible(province)
            if published(other) == told]
    flat = [each for organs in province for each in organs]
    assert all(len({each[place] for each in left}) > 1 for place, number in enumerate(flat) if small(number))


@given(st.lists(st.integers(0, 12), min_size=1, max_size=3).map(lambda parts: sorted(parts, reverse=True)))
def test_of_a_whole_and_its_parts_no_small_number_follows(numbers: list[int]) -> None:
    told = parts_told(numbers)
    same = [other for other in product(range(13), repeat=len(numbers))
            if list(other) == sorted(other, reverse=True) and parts_told(other) == told]
    for first, second in combinations(range(len(numbers)), 2):
        if small(numbers[first] - numbers[second]):
            assert len({other[first] - other[second] for other in same}) > 1
    for place, number in enumerate(numbers):
        if small(number):
            assert len({other[place] for other in same}) > 1


@pytest.mark.parametrize(("organs", "shown"), [
    ([0, 0], "0"), ([3], TOO_SMALL), ([3, 0], TOO_SMALL), ([40, 3], "40+"), ([40, 1, 1], "40+"),
    ([1, 1], "0+"), ([40, 2, 3], "45"), ([2, 3], "5"), ([40, 50], "90"), ([4, 4, 40], "40+")])
def test_an_area_says_no_more_of_its_small_organs_than_they_do(organs: Organs, shown: str) -> None:
    assert area(organs).shown == shown


@given(st.lists(st.integers(0, 200), max_size=12))
def test_what_is_told_as_it_is_is_right_and_of_others_the_part_that_is_told(organs: Organs) -> None:
    part = area(organs)
    assert part.told == (sum(organs) if part.exact else sum(each for each in organs if not small(each)))


def test_an_area_that_is_not_told_hides_among_others_or_stands_open() -> None:
    open_one, known = area([40, 3]), area([12, 2, 3])
    assert together([open_one, known]).shown == "57+"
    assert together([open_one, known, area([30, 2])]).shown == "92"
    assert together([known, area([7])]).shown == "24"
