"""The reporter's own name and numbers are not in what handlers read, however they were written."""

import pytest

from rongcuo.sealing.masking import MASK, masked

KNOWN = ("张卫东", "13812345678", "53012719800101001X", "zhang.wd@example.cn")


@pytest.mark.parametrize("written", [
    "张卫东", "張衛東", "张 卫 东", "张　卫东", "张·卫东", "张\u200b卫东", "13812345678", "138-1234-5678",
    "138 1234 5678", "１３８１２３４５６７８", "138(1234)5678", "138.1234.5678", "53012719800101001x",
    "530127 19800101 001X", "５３０１２７１９８００１０１００１Ｘ",
    "Zhang.WD@example.cn", "ｚｈａｎｇ.wd＠example.cn"])
def test_it_is_masked_however_it_is_written(written: str) -> None:
    assert masked(f"我是{written}，住在大院。", KNOWN) == f"我是{MASK}，住在大院。"


def test_every_place_is_masked_and_the_rest_stays_as_it_was() -> None:
    text = "张卫东说：\n  他（李四）让張衛東签字。电话 138 1234 5678 "
    assert masked(text, KNOWN) == f"{MASK}说：\n  他（李四）让{MASK}签字。电话 {MASK} "


@pytest.mark.parametrize("text", ["", "李四批了款。", "张卫国", "张。卫东", "1381234567", "张\n卫"])
def test_what_is_not_theirs_stays(text: str) -> None:
    assert masked(text, KNOWN) == text


def test_values_that_overlap_are_one_mask() -> None:
    assert masked("迪丽热巴·迪力木拉提来了", ["迪丽热巴·迪力木拉提", "迪丽热巴", "木拉提"]) == f"{MASK}来了"
    assert masked("张卫东东", ["张卫东", "卫东东"]) == MASK


def test_values_of_one_sign_or_none_mask_nothing() -> None:
    assert masked("张三的张", ["张", "", " ", "·"]) == "张三的张"


@pytest.mark.parametrize("name", ["𠮷田", "龘䶮", "买买提·吐尔逊", "阿·"])
def test_rare_and_long_names_are_found(name: str) -> None:
    assert masked(f"署名{name}。", [name]) in {f"署名{MASK}。", f"署名{name}。" if name == "阿·" else ""}


def test_what_means_something_in_a_pattern_is_taken_as_it_is() -> None:
    assert masked("a+b(c 在", ["a+b(c"]) == f"{MASK} 在"
