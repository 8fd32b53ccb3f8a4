"""Keys of units fit what keeps them, whatever signs a name is written with."""

import sys

from rongcuo.contracts.unit_names import LONGEST_KEY, unit_key

LONGEST_NAME = 120
SIGNS = [sign for sign in map(chr, range(sys.maxunicode + 1)) if not "\ud800" <= sign <= "\udfff"]
WORST = max(SIGNS, key=lambda sign: len(unit_key(sign)))


def test_no_name_has_a_longer_key():
    assert len(unit_key(WORST)) > 10
    assert len(unit_key(WORST * LONGEST_NAME)) <= LONGEST_KEY


def test_long_names_that_end_otherwise_are_others_and_widths_still_do_not_matter():
    long = WORST * (LONGEST_NAME - 1)
    assert unit_key(f"{long}甲") != unit_key(f"{long}乙")
    assert unit_key(f"{long}A") == unit_key(f"{long} ａ")


def test_nobody_can_write_a_name_that_ends_as_the_key_of_another():
    key = unit_key(WORST * LONGEST_NAME)
    assert unit_key(key) != key
