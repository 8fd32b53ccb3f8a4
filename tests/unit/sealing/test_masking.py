"""The reporter's own name and numbers are not in what handlers read, however they were written."""

from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import quote

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


HOME = "云南省昭通市镇雄县塘房镇凉水村三组十二号"


@pytest.mark.parametrize("written", [
    "三组十二号", "三组12号", "3组12号", "３组12號", "凉水村十二号", "凉水村三组十二号", "塘房镇十二号",
    "三 组、十二号", "叁组拾贰号"])
def test_a_part_of_an_address_that_tells_the_door_is_masked(written: str) -> None:
    assert masked(f"半夜到{written}来敲门", [], [HOME]) == f"半夜到{MASK}来敲门"


@pytest.mark.parametrize("written", [
    "镇雄县", "塘房镇凉水村", "凉水村三组", "十二号", "三组", "第十二号文件"])
def test_where_many_live_stays(written: str) -> None:
    assert masked(f"{written}的低保", [], [HOME]) == f"{written}的低保"


@pytest.mark.parametrize(("home", "written"), [
    ("昭阳区建设路128号金桂苑5幢2单元301室", "5幢301室"),
    ("昭阳区建设路128号金桂苑5幢2单元301室", "建设路一百二十八号"),
    ("塘房镇凉水村三组", "凉水村3组"), ("昭阳区龙泉小区二十三栋四〇二", "二十三栋402")])
def test_parts_of_other_addresses_are_masked(home: str, written: str) -> None:
    assert masked(f"到{written}找", [], [home]) == f"到{MASK}找"


def spelt(value: str, each: str) -> str:
    return "".join(each.format(ord(sign)) for sign in value)


def spelt_by_halves(value: str, each: str) -> str:
    halves = value.encode("utf-16-be")
    return "".join(each.format(halves[at] << 8 | halves[at + 1]) for at in range(0, len(halves), 2))


SPELLINGS: Mapping[str, Callable[[str], str]] = {
    "decimal": lambda value: spelt(value, "&#{};"), "hexadecimal": lambda value: spelt(value, "&#x{:x};"),
    "json": lambda value: spelt_by_halves(value, "\\u{:04x}"),
    "script": lambda value: spelt(value, "\\u{{{:x}}}"),
    "escape": lambda value: spelt_by_halves(value, "%u{:04X}"),
    "unicode": lambda value: spelt(value, "U+{:04X} "), "url": quote,
    "gbk": lambda value: quote(value, encoding="gb18030"), "twice": lambda value: quote(quote(value)),
    "escaped": lambda value: escape(spelt(value, "&#{};")),
    "printable": lambda value: "".join(f"={each:02X}" for each in value.encode()),
    "bytes": lambda value: "".join(f"\\x{each:02x}" for each in value.encode())}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_it_is_masked_however_a_program_spells_it(spelling: str) -> None:
    spell = SPELLINGS[spelling]
    for value in ("张卫东", "张·卫东"):
        assert masked(f"我是{spell(value)}，住在大院", KNOWN).replace(" ", "") == f"我是{MASK}，住在大院"
        assert betrays(f"水务局{spell(value)}", ["张卫东"])
    assert masked(f"我是{spell('𠮷田')}。", ["𠮷田"]).replace(" ", "") == f"我是{MASK}。"


def test_what_looks_spelt_hides_nothing() -> None:
    for before in ("电话=", "%", "&#", "\\x", "&amp;#"):
        assert masked(f"{before}13812345678 ", ["13812345678"]).endswith(f"{MASK} ")
    assert masked("%zz &nosuch; &#99999999; \\ud800 %ff%fe =3D", ["张卫东"]) == (
        "%zz &nosuch; &#99999999; \\ud800 %ff%fe =3D")


@pytest.mark.parametrize("written", [
    "一三八一二三四五六七八", "幺三八 一二三四 五六七八", "138一二三四5678", "壹叁捌壹贰叁肆伍陆柒捌"])
def test_a_number_in_words_is_masked(written: str) -> None:
    assert masked(f"电话{written}。", KNOWN) == f"电话{MASK}。"
    assert betrays(f"水务局{written}", [])


def test_a_name_with_a_number_in_it_is_found_as_it_is() -> None:
    assert masked("张三十五岁", ["张三"]) == f"{MASK}十五岁"
    assert masked("王一二和王12", ["王一二"]) == f"{MASK}和{MASK}"
    assert masked("十三组十二号", [], [HOME]) == "十三组十二号", "another group"


@pytest.mark.parametrize("name", ["写信人2组3号", "王2栋3号", "老李十二组5号"])
def test_a_name_is_not_taken_apart_as_an_address(name: str) -> None:
    for door in ("2组3号", "2栋3号", "12组5号"):
        assert masked(f"到{door}查过", [name]) == f"到{door}查过"
        assert not betrays(f"水务局{door}", [name])
    assert masked(f"我是{name}。", [name]) == f"我是{MASK}。"
    assert betrays(f"{name}的科长", [name])
