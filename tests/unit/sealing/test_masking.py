"""The reporter's own name and numbers are not in what handlers read, however they were written."""

import pytest

from rongcuo.sealing.masking import MASK, betrays, masked

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


@pytest.mark.parametrize("text", ["", "李四批了款。", "张卫国", "1381234567", "张\n卫"])
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


@pytest.mark.parametrize("between", ["/", "、", "*", "|", "~", "…", "（", "，", "。", "★", "\u20dd", " * "])
def test_whatever_stands_between_the_signs_hides_nothing(between: str) -> None:
    for value in ("欧阳卫东", "13812345678", "53012719800101001X"):
        written = between.join(value)
        assert masked(f"我{written}看到", [value]) == f"我{MASK}看到"
        assert betrays(f"水务局{written}", [value])
    assert betrays(f"水务局{between.join('6222021')}", [])


@pytest.mark.parametrize("written", ["ZHANG.WEI", "zhang wei", "ZhangWei", "zhang.wei@139.com"])
def test_who_a_mail_address_is_called_by_is_masked_without_the_rest(written: str) -> None:
    assert MASK in masked(f"微信{written}。", ["Zhang.Wei@qq.com"])
    assert masked("他说 qq.com", ["Zhang.Wei@qq.com"]) == "他说 qq.com"
    assert masked("be careful", ["ful@qq.com"]) == "be careful", "a part of many words"


def test_a_telephone_given_as_from_abroad_is_masked_as_at_home() -> None:
    assert masked("电话138*1234*5678", ["+86 138 1234 5678"]) == f"电话{MASK}"


def test_a_short_name_is_not_put_together_from_two_sentences() -> None:
    assert masked("找过老高。远处有人", ["高远"]) == "找过老高。远处有人"
    assert masked("找过高、远", ["高远"]) == "找过高、远"
    assert masked("找过高·远", ["高远"]) == f"找过{MASK}"
