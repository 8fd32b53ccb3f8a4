"""The pieces by which an index finds a key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rongcuo.texts.folding import APART, search_key, sought_words, written_as
from rongcuo.texts.grams import grams, grams_of

SIGNS = "公路容〔〕-号2016፩'\\:*\"_(a𠮷①二一·&!<。"


@pytest.mark.parametrize(("value", "pieces"), [
    ("公路段", "公路 段 路段"), ("12号", "12 2 号"), ("a(1)", "1 a1 ax x"),
    ("1234567", "123456 234567 34567 4567 567 67 7"),
    ("容认〔2026〕12", "02612 12 2 202612 2612 612 容认 认2 认x x")])
def test_a_value_has_two_signs_at_each_place_and_up_to_six_digits(value: str, pieces: str) -> None:
    assert set(grams(search_key(value)).split()) == set(pieces.split())


@pytest.mark.parametrize(("search", "found_by"), [
    ("农村公路", ("农村", "村公", "公路")), ("王", ("王*",)), ("2026", ("2026*",)), ("王 公路", ("公路",)),
    ("530127-2026", ("530127", "301272", "012720", "127202", "272026")), ("12号", ("12", "2")),
    ("፩号", ("፩*",)), ("编号：", ()), ("'\"", ("xx",))])
def test_a_search_asks_for_whole_grams_and_for_beginnings_only_where_it_has_none(
        search: str, found_by: tuple[str, ...]) -> None:
    assert grams_of(search) == found_by


values = st.lists(st.text(SIGNS, min_size=1, max_size=12), min_size=1, max_size=3)


@given(values=values, data=st.data())
def test_what_holds_all_words_has_all_that_is_asked_for(values: list[str], data: st.DataObject) -> None:
    value = data.draw(st.sampled_from(values))
    begin = data.draw(st.integers(0, len(value) - 1))
    end = begin + data.draw(st.integers(1, 12))
    search = value[begin:end] + data.draw(st.sampled_from(("", "号", " 公")))
    key = search_key(*values)
    if all(any(way in key + APART for way in written_as(word)) for word in sought_words(search)):
        there = grams(key).split()
        for each in grams_of(search):
            begun = each.removesuffix("*")
            assert each in there or (begun != each and any(has.startswith(begun) for has in there)), each
