"""Coming back by the code: in forms alone, in plain words, and each thing once."""

import re

import pytest

from rongcuo.contracts.vault import ReporterStatus, Saying, Wish, WriteToReporter
from rongcuo.contracts.vault.operations import LOOK_BY_CODE, WRITE_BY_CODE
from rongcuo.policy.english import english_of
from services.gateway.console.case.told_reporter import SAYINGS
from services.vault.pages.box.back import STATUSES, WISHES
from services.vault.usecases import dialogues
from tests.unit.vault.house import READER, House
from tests.unit.vault.letter_box import Box, Page, words

COURT = "请向有管辖权的人民法院、仲裁机构或者行政复议机关提出"
WRONG = ("0000-0000-0000-0000", "x", "王" * 20, "", "A" * 5_000)


@pytest.fixture
def box(house: House) -> Box:
    return Box(house)


@pytest.fixture
def code(house: House) -> str:
    return house.deposit()[1]


def opened(box: Box, code: str) -> Page:
    return box.send(Page(""), "/box/back", code=code)


def do(box: Box, page: Page, doing: str, **typed: str) -> Page:
    """The page's form for it, as a browser would send it."""
    around = page.text.partition(f'action="/box/back/{doing}"')[2].partition("</form>")[0]
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', around))
    assert hidden, page.text
    return box.send(Page(""), f"/box/back/{doing}", **{**hidden, **typed})


def test_a_code_opens_what_was_told_and_the_talk(box: Box, code: str) -> None:
    page = opened(box, code.lower().replace("-", " "))
    assert box.status == 200
    assert "已收到" in words(page)
    assert "举报人" in words(page)


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong[:6])
def test_a_wrong_code_a_mistyped_one_and_a_destroyed_one_are_the_same(box: Box, wrong: str) -> None:
    page = opened(box, wrong)
    assert box.status == 404
    assert re.sub(r'value="[^"]*"', "", page.text) == re.sub(r'value="[^"]*"', "", opened(box, WRONG[0]).text)
    assert len(box.caller.house.codes.hashed) == 2     # one slow hash each


def test_what_became_of_it_is_said_in_plain_words(box: Box, house: House, code: str) -> None:
    reporter_ref, = house.store.reporters
    house.tell(reporter_ref, ReporterStatus.NOT_ACCEPTED, "属于诉讼事项。", turn_to=COURT)
    said = words(opened(box, code))
    assert "不予受理" in said
    assert "属于诉讼事项。" in said
    assert COURT in said


@pytest.mark.parametrize("saying", Saying)
def test_the_platform_speaks_the_language_of_the_page(
        box: Box, house: House, code: str, saying: Saying) -> None:
    reporter_ref, = house.store.reporters
    house.tell(reporter_ref, ReporterStatus.CLOSED, said=saying)
    english = words(box.send(Page(""), "/box/back", code=code, language="en"))
    assert "our report is" in english or "our report was" in english or "our report has" in english
    assert not re.search("[一-鿿]", english.partition("What you were told")[2].partition("You and")[0])
    assert "您" in words(opened(box, code))


def test_what_an_officer_wrote_stays_as_it_was_written_and_where_to_turn_is_the_packs(
        box: Box, house: House, code: str) -> None:
    reporter_ref, = house.store.reporters
    house.tell(reporter_ref, ReporterStatus.NOT_ACCEPTED, "属于诉讼事项。", turn_to=COURT)
    english = box.send(Page(""), "/box/back", code=code, language="en").text
    assert '<div class="note" lang="zh-CN">属于诉讼事项。</div>' in english
    assert english_of(COURT) in english
    assert COURT not in english


def test_every_status_wish_and_saying_has_its_words() -> None:
    assert STATUSES.keys() == {*ReporterStatus}
    assert WISHES.keys() == {*Wish}
    assert SAYINGS.keys() == {*Saying}


def test_one_writes_asks_and_confirms_and_what_is_sent_twice_is_done_once(
        box: Box, house: House, code: str) -> None:
    page = opened(box, code)
    for doing, typed in (("write", {"text": "还有一张收据。\r\n在抽屉里。"}),
                         ("ask", {"wish": "protection", "why": "有人威胁我"}), ("read", {})):
        for _ in range(2):
            told = do(box, page, doing, **typed)
            assert box.status == 200, words(told)
        assert 'role="status"' in told.text
    reporter, = house.store.reporters.values()
    assert [each.text for each in reporter.messages] == ["还有一张收据。\n在抽屉里。"]
    assert [(each.wish, each.text) for each in reporter.wishes] == [(Wish.PROTECTION, "有人威胁我")]
    assert all(each.read_at for each in reporter.told)
    assert "您看过了" in words(told)
    assert "我看过了" not in words(told)


def test_the_answer_of_the_office_stands_there(box: Box, house: House, code: str) -> None:
    reporter_ref, = house.store.reporters
    command = WriteToReporter(command_id="w1", reporter_ref=reporter_ref, text="请问是哪一年？")
    dialogues.write(house.as_(READER), command)
    assert "请问是哪一年？" in words(opened(box, code))


def test_what_was_typed_comes_back_with_what_is_wrong(box: Box, code: str) -> None:
    page = do(box, opened(box, code), "ask", wish="withdrawal", why="")
    assert box.status == 422
    assert 'id="why-wrong"' in page.text
    assert re.search(r'value="withdrawal" checked', page.text)
    assert "<details open>" in page.text
    page = do(box, opened(box, code), "ask", why="因为")
    assert 'id="wish-wrong"' in page.text
    assert ">因为</textarea>" in page.text


def test_where_it_breaks_off_one_sends_again_and_it_is_one_message(box: Box, house: House, code: str) -> None:
    page = opened(box, code)
    box.caller.breaks[WRITE_BY_CODE.name] = "after"
    page = do(box, page, "write", text="补充")
    assert box.status == 504
    assert ">补充</textarea>" in page.text
    do(box, page, "write", text="补充")
    reporter, = house.store.reporters.values()
    assert len(reporter.messages) == 1


def test_where_nobody_answers_the_words_stay_in_the_form(box: Box, code: str) -> None:
    page = opened(box, code)
    box.caller.breaks |= {WRITE_BY_CODE.name: "before", LOOK_BY_CODE.name: "before"}
    page = do(box, page, "write", text="补充")
    assert box.status == 503
    assert page.value("text") == "补充"


def test_the_code_is_in_no_address_and_no_call(box: Box, code: str) -> None:
    page = opened(box, code)
    do(box, page, "write", text="补充")
    assert code not in box.caller.sent + repr(box.caller.asked)
    for answer in box.answers:
        assert code not in answer.request.url
        assert code not in str(answer.headers)


def test_too_many_wrong_codes_are_held_off(box: Box) -> None:
    for _ in range(21):
        page = opened(box, "0000-0000-0000-0000")
    assert box.status == 429
    assert "请一小时后再试" in words(page)


def test_loaded_again_a_page_that_only_takes_a_form_leads_to_where_the_code_is_typed(box: Box) -> None:
    box.open("/box/back/write")
    assert box.answers[-1].location == "/box/back"
