"""The public form: four steps without a script, an account or a cookie, and nothing lost on the way."""

import re

import pytest

from rongcuo.contracts.identity.operations import ORGANS, WHOSE_TOKEN
from rongcuo.policy.rules import Rules
from services.gateway.cookies import SESSION
from tests.unit.gateway.site import NOW, TOKEN
from tests.unit.gateway.test_console_structure import Outline
from tests.unit.vault.house import NAME, ORGAN, PHONE, House
from tests.unit.vault.letter_box import ANONYMOUS, WHAT, Box, code_on, words

CANARY = "203.0.113.77"


@pytest.fixture
def box(house: House) -> Box:
    return Box(house)


def test_four_steps_lead_to_a_code_and_a_report_that_does_not_tell_who(box: Box) -> None:
    page = box.send(box.checking(), to="send")
    assert box.status == 200
    reporter_ref, = box.caller.house.store.reporters
    report, = box.caller.reports
    content = report["content"]
    assert (content["channel"], content["reporter_ref"], content["signed"]) == ("web", reporter_ref, True)
    allegation, = content["allegations"]
    assert allegation["text"] == ("周成未批先建，是我〔举报人〕看到的。\n\n怎么知道的：\n路过时看到\n\n"
                                  "手里的材料、可以作证的人：\n照片两张")
    assert allegation["person"]["name"] == "周成"
    code = code_on(page)
    assert box.caller.house.look(code).pseudonym == content["pseudonym"]
    for canary in (NAME, PHONE, code, code.replace("-", "")):
        assert canary not in box.caller.sent + repr(box.caller.asked) + repr(content)


def test_nothing_is_told_to_anybody_before_it_is_sent(box: Box) -> None:
    box.checking()
    assert {name for name, _ in box.caller.asked} == {ORGANS.name}
    assert "周成" not in box.caller.sent
    assert box.caller.house.store.reporters == {}


def test_no_cookie_no_session_no_address_line_and_a_quiet_title(box: Box) -> None:
    box.client.set_cookie(SESSION, TOKEN)
    page = box.send(box.checking(), to="send")
    box.open("/box/back")
    for answer in box.answers:
        assert "Set-Cookie" not in answer.headers
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.request.query_string == b""
        assert "<title>信箱</title>" in answer.text
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert WHOSE_TOKEN.name not in {name for name, _ in box.caller.asked}
    assert page.text.count("http") == 0


def test_nothing_that_a_page_asks_for_is_kept_by_the_browser(box: Box) -> None:
    box.client.set_cookie(SESSION, TOKEN)
    box.checking()
    box.open("/box/back")
    pages = "".join(answer.text for answer in box.answers)
    links = {*re.findall(r'(?:href|src)="(/[^"#]*)"', pages)}
    assert {link.rpartition("/")[2] for link in links} >= {"console.css", "box.css", "box.js", "mark.svg"}
    for link in links:
        assert link == "/box" or link.startswith("/box/"), "anywhere else it is noted from where"
        answer = box.client.get(link)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")


def test_one_goes_back_and_forth_and_loses_nothing(box: Box) -> None:
    page = box.checking(categories=["integrity.gifts", "work.leaking"])
    for to in ("who", "how", "what", "begin", "what"):
        page = box.send(page, to=to)
    for name, typed in WHAT.items():
        assert page.value(name) == typed
    kinds = [value for name, value in page.fields if name == "categories"]
    assert kinds == ["integrity.gifts", "work.leaking"]
    assert page.value("own_name") == NAME
    assert page.value("organ_id") == ORGAN


def test_who_turns_to_another_language_stays_on_the_page_with_what_was_typed(box: Box) -> None:
    page = box.send(box.open("/box"), to="what", organ_id=ORGAN)
    page = box.send(page, switch="en", what="没写完")
    assert '<html lang="en">' in page.text
    assert page.value("what") == "没写完"
    page = box.send(page, to="how", **WHAT)
    assert '<html lang="en">' in page.text
    assert all("Set-Cookie" not in answer.headers for answer in box.answers)


@pytest.mark.parametrize(("typed", "field", "said"), [
    ({"name-0": "", "unit-0": ""}, "name-0", "请写明反映的是谁"),
    ({"what": ""}, "what", "办理本案的人会看到"),
    ({"act_from": "2026-02-10", "act_until": "2026-02-01"}, "act_until", "结束的日子早于开始的日子"),
    ({"act_from": "2026-03-01"}, "act_from", "开始的日子还没有到"),
    ({"act_from": "去年"}, "act_from", "这一项填得不对"),
    ({"post-1": "局长"}, "name-1", "请填写这一项"),
])
def test_what_is_wrong_is_said_at_its_field_and_above_and_kept(
        box: Box, typed: dict[str, str], field: str, said: str) -> None:
    page = box.send(box.open("/box"), to="what", organ_id=ORGAN)
    page = box.send(page, to="how", **{**WHAT, **typed})
    assert box.status == 422
    assert f'id="{field}-wrong"' in page.text
    assert said in words(page)
    assert f'<a href="#{field}">' in page.text
    for name, value in {**WHAT, **typed}.items():
        assert page.value(name) == value
    assert "有误：信箱" in page.text


@pytest.mark.parametrize(("who", "field"), [
    ({"signing": ""}, "signing"), ({"signing": "real_name", "phone": PHONE}, "own_name"),
    ({"signing": "real_name", "own_name": NAME}, "phone")])
def test_who_one_is_has_to_be_chosen_and_a_real_name_takes_a_way_to_reach(
        box: Box, who: dict[str, str], field: str) -> None:
    page = box.checking(who)
    assert box.status == 422
    assert f'id="{field}-wrong"' in page.text


def test_no_organ_no_further(box: Box) -> None:
    for organ_id in ("", "999999", "530127.x"):
        page = box.send(box.open("/box"), to="what", organ_id=organ_id)
        assert "请从列表中选择写给哪个机关" in words(page)


def test_who_leaps_ahead_is_led_to_the_first_page_where_something_lacks(box: Box) -> None:
    page = box.send(box.send(box.open("/box"), to="what", organ_id=ORGAN), to="send")
    assert box.status == 422
    assert 'id="what-wrong"' in page.text
    assert box.caller.house.store.reporters == {}


def test_a_marked_secret_is_refused_where_it_is_typed_and_goes_nowhere(box: Box) -> None:
    page = box.send(box.open("/box"), to="what", organ_id=ORGAN)
    page = box.send(page, to="how", **{**WHAT, "what": "机密★ 十年"})
    assert "保守国家秘密法" in words(page)
    assert "机密★" not in box.caller.sent + repr(box.caller.asked)
    assert [target for target, _ in box.caller.asked].count("clarify.note_marked_secret") == 1


def test_whoever_stays_anonymous_sends_no_name_that_was_typed_before(box: Box) -> None:
    page = box.send(box.checking(), to="who")
    page = box.send(page, to="check", signing="anonymous")
    assert NAME not in "".join(value for name, value in page.fields if name != "what")
    box.send(page, to="send")
    assert box.caller.house.store.parts.popitem()[1] == {}
    assert box.caller.reports[0]["content"]["signed"] is False


def test_each_whom_it_is_about_is_one_from_whom_it_is_kept(box: Box) -> None:
    page = box.checking(ANONYMOUS, **{"unit-1": "某街道办事处", "name-2": "吴某"})
    box.send(page, to="send")
    people = [each["person"] for each in box.caller.reports[0]["content"]["allegations"]]
    assert [(each["name"], each["unit"]) for each in people] == [
        ("周成", "嵩明县水务局"), ("", "某街道办事处"), ("吴某", "")]


@pytest.mark.parametrize("to", ["begin", "what", "how", "who", "check"])
def test_every_page_is_sound_and_enter_does_the_one_action(box: Box, to: str) -> None:
    page = box.checking()
    outline = Outline()
    outline.feed(box.send(page, to=to).text)
    assert [name for name, times in outline.ids.items() if times > 1] == []
    assert outline.misplaced == []
    for buttons in outline.buttons:
        assert "primary" not in buttons[1:]


def test_the_limit_that_is_promised_is_the_packs(box: Box) -> None:
    within = Rules().pack(ORGAN, NOW.date()).reports.acceptance_told.amount
    page = box.send(box.checking(), to="who")
    assert f"收到后 {within} 个工作日" in words(page)
