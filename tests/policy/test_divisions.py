from collections import Counter

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.divisions import (
    Level,
    beginning,
    division,
    divisions,
    is_at_or_below,
    lineage,
    prefecture_of,
)


def test_the_province_has_16_prefectures_and_129_counties():
    assert Counter(place.level for place in divisions()) == {
        Level.PROVINCE: 1, Level.PREFECTURE: 16, Level.COUNTY: 129,
    }


def test_the_code_tells_the_parent():
    for place in divisions():
        expected = {Level.PROVINCE: "", Level.PREFECTURE: "530000", Level.COUNTY: place.code[:4] + "00"}
        assert place.parent == expected[place.level]


@pytest.mark.parametrize(
    ("code", "line"),
    [("530127", ("530000", "530100", "530127")), ("530300", ("530000", "530300")), ("530000", ("530000",))],
)
def test_lineage_runs_from_the_province_down(code, line):
    assert lineage(code) == line


def test_the_prefecture_of_each_level():
    assert [prefecture_of(code) for code in ("530127", "530300", "530000")] == ["530100", "530300", None]


@pytest.mark.parametrize(("code", "shared"), [
    ("530000", "53"), ("530100", "5301"), ("532300", "5323"), ("530127", "530127"), ("", None), ("53", None),
    ("530199", None)])
def test_what_the_codes_below_begin_with(code, shared):
    assert beginning(code) == shared


def test_a_division_lies_below_those_of_its_lineage_and_no_others():
    codes = [place.code for place in divisions()]
    for code in codes:
        assert {above for above in codes if is_at_or_below(code, above)} == set(lineage(code))
        assert not is_at_or_below(code, "")


@pytest.mark.parametrize("code", ["", "530199", "110000", "嵩明县", "53012"])
def test_an_unknown_code_is_refused(code):
    with pytest.raises(CaseError) as refused:
        division(code)
    assert refused.value.code == "policy.unknown_division"
    assert refused.value.details == {"division_code": code}
