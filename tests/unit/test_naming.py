"""Whom words name."""

import pytest

from rongcuo.texts.naming import names


@pytest.mark.parametrize("words", [
    "江平", "江 平", "　江平　", "王安、江平", "王安，江平", "王安;江平", "王安／江平", "王安 江平",
    "王安和江平", "江平及王安", "江平书记", "纪委书记江平", "负责人江平", "负责人：江平", "江平（组长）",
    "县纪委江平同志", "请江平回避", "江平副主任", "王安和纪委书记江平", "江平。", "我要求江平回避",
    "江平以及王安", "承办人是江平", "负责人（江平）", "“江平”", "办理本案的江平", "江平是我表哥",
    "江平应当回避"])
def test_a_whole_name_is_named_whatever_stands_around_it(words: str) -> None:
    assert names(words, "江平")


@pytest.mark.parametrize("words", [
    "江平安", "张江平", "江平安书记", "王安、江平安", "江", "书记", "负责人书记", ""])
def test_part_of_another_name_names_nobody(words: str) -> None:
    assert not names(words, "江平")


def test_and_may_be_in_a_name() -> None:
    assert names("周和平", "周和平")
    assert names("周和平、李及人书记", "李及人")
    assert not names("江平", " ")
