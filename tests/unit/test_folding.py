"""Searching by what is seen."""

import pytest

from rongcuo.texts.folding import APART, number_key, number_keys, search_key, sought_words, written_as

NUMBER, REGISTERED = "530127-2026-000007", "备530127-2026-000003"
KEY = search_key("省道(示例)整改", NUMBER, REGISTERED, "测试局（园林所）", "买买提·艾力",
    "嵩纪容〔2026〕1号", "昆纪备〔2026〕12", "國有雲臺", "“龙湖”二〇二六")


def found(search: str, key: str = KEY) -> bool:
    words = sought_words(search)
    return bool(words) and all(any(way in key + APART for way in written_as(word)) for word in words)


@pytest.mark.parametrize("search", [
    NUMBER, "５３０１２７－２０２６－０００００７", "530127 2026 000007",
    "5301272026000007", f"编号：{NUMBER}",
    f"编号: {NUMBER}", f"编号 ： {NUMBER}", f"编号{NUMBER}", "530127—2026—000007", "530127 - 2026 - 000007",
    f"回执：{NUMBER}", f"回执号 {NUMBER}", f"受理号：{NUMBER}", f"No. {NUMBER}", f"№ {NUMBER}",
    f"案件编号:{NUMBER}",
    "530127\u200b-2026-000007", "530127－2026", "000007", f"  {NUMBER}\u3000", "530127/2026/000007",
    "（示例）", "(示例)", "【示例】", "省道（示例） 整改", "省道", "测试局(园林所)",
    "测试局 (园林所)", "园林所",
    "买买提•艾力", "买买提・艾力", "嵩纪容[2026]1号", "嵩纪容(2026)1号", "嵩纪容〔2026〕1號",
    "嵩紀容 〔2026〕 1号", "文号：嵩纪容［2026］１号",
    "嵩纪容２０２６1号", "国有云台", "國有雲臺", "国有雲台", "備530127-2026-000003",
    "登记号：备530127-2026-000003",
    "530127_2026_000007", "530127一2026一000007", "530127ー2026ー000007",
    "「龍湖」", "『龙湖』", "二○二六", "二◯二六",
    f"{NUMBER}号", f"{NUMBER} 号", f"{NUMBER}號", "编号：530127 2026 000007 号", f"{REGISTERED}号",
    "嵩纪容〔2026〕1", "嵩纪容〔2026〕 1 号", "2026 1 号",
    "昆纪备〔2026〕12", "昆纪备〔2026〕12号", "昆纪备〔2026〕12 号",
])
def test_what_looks_the_same_is_found(search: str) -> None:
    assert found(search)


@pytest.mark.parametrize("search", [
    "530127-2026-000008", "530127 2026 000008", "5301272026000008", "省道（示范）",
    "嵩纪容〔2027〕1号", "嵩纪容〔2026〕2号",
    "昆纪备〔2026〕1号", "530127-2026-00000号", "530127-2026号",   # with 号 the number ends there
    "7 000003 530127", "%", "_", "编号：530128", "000007 530127",
])
def test_what_looks_otherwise_is_not(search: str) -> None:
    assert not found(search)


@pytest.mark.parametrize("search", ["", " ", "\u3000", "\u200b", "编号：", "\ufeff"])
def test_nothing_to_see_is_nothing_to_look_for(search: str) -> None:
    assert sought_words(search) == ()


def test_two_values_never_make_a_word_together() -> None:
    assert not found("山上", search_key("山", "上"))
    assert not found("12", search_key("1", "2"))


@pytest.mark.parametrize(("kept", "asked"), [
    ("昆纪线〔2026〕12号", "昆纪线〔2026〕12"), ("昆纪线〔2026〕12", "昆纪线〔2026〕12号"),
    ("12", "12 号"), ("12号", "12號")])
def test_a_whole_number_is_the_same_with_and_without_its_last_sign(kept: str, asked: str) -> None:
    assert number_key(kept) in number_keys(asked)
    assert number_key(kept) not in number_keys("昆纪线〔2026〕1号")


@pytest.mark.parametrize("text", ["ꆈꌠꁱꂷ", "ᥖᥭᥰ ᥘᥫᥴ", "ཡིག་ཆ", "한글", "葛\U000e0100城", "ﬁle",
    "ＡＢＣ", "①号"])
def test_every_text_finds_itself(text: str) -> None:
    assert found(text, search_key("前", f"甲{text}乙"))
