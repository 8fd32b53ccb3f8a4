"""Who stays anonymous is shown what in their text looks as if it told who they are, and asked once."""

import pytest

from services.vault.pages.box.recognisable import MOST, recognisable
from tests.unit.vault.house import NAME, PHONE, House
from tests.unit.vault.letter_box import ANONYMOUS, Box, code_on, words
from tests.unit.vault.test_box_back import do, opened

ASKED = "这些可能让人认出您"


@pytest.fixture
def box(house: House) -> Box:
    return Box(house)


@pytest.mark.parametrize("told", [
    "13900001234", "139-0000-1234", "139 0000 1234", "１３９００００１２３４", "0871-67912345",
    "53012719800101123X", "530127 19800101 1234", "fan.shouzhen@example.cn",
    "微信号:fanshouzhen", "QQ123456", "我叫范守真",
    "我的名字叫范守真", "本人范守真", "是我范守真", "本人欧阳卫东", "署名:王芳"])
def test_what_looks_like_it_is_found(told: str) -> None:
    assert recognisable([f"3月5日,{told}看到他收钱。"])


@pytest.mark.parametrize("text", [
    "", "2025年3月1日至2025-03-09,付了1200000元", "合同编号20250301-0012", "我是路过时看到的", "本人亲眼看到",
    "第530127号文件", "他叫周成"])
def test_what_tells_nothing_is_left_alone(text: str) -> None:
    assert recognisable([text]) == ()


def test_so_many_are_shown_each_once() -> None:
    numbers = [f"139000012{number:02}" for number in range(MOST + 3)]
    assert len(recognisable([*numbers, *numbers])) == MOST


def test_before_sending_it_is_shown_and_nothing_is_blocked(box: Box) -> None:
    page = box.checking(ANONYMOUS, what=f"周成收钱,我叫{NAME},电话{PHONE}。")
    assert ASKED in words(page)
    around = words(page).partition(ASKED)[2]
    assert PHONE in around
    assert f"我叫{NAME}" in around
    assert code_on(box.send(page, to="send"))


def test_what_is_masked_already_and_what_tells_nothing_is_not_asked_of(box: Box) -> None:
    assert ASKED not in words(box.checking(what=f"周成收钱,我叫{NAME},电话{PHONE}。"))
    assert ASKED not in words(box.checking(ANONYMOUS, what="周成收钱。"))


@pytest.mark.parametrize(("doing", "field", "more"), [
    ("write", "text", {}), ("ask", "why", {"wish": "protection"})])
def test_on_the_way_back_one_is_asked_once_and_then_it_goes(
        box: Box, house: House, doing: str, field: str, more: dict[str, str]) -> None:
    code = house.deposit()[1]
    reporter_ref, = house.store.reporters
    text = f"请打我的电话{PHONE}"
    page = do(box, opened(box, code), doing, **{field: text}, **more)
    assert ASKED in words(page)
    assert f"{text}</textarea>" in page.text
    kept = house.store.reporters[reporter_ref]
    assert (kept.messages, kept.wishes) == ((), ())
    page = do(box, page, doing, **{field: text}, **more)
    assert ASKED not in words(page)
    kept = house.store.reporters[reporter_ref]
    assert [each.text for each in (*kept.messages, *kept.wishes)] == [text]
