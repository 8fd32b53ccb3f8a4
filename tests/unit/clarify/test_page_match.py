"""The filings beside a report, and the talk with its reporter."""

import pytest

from rongcuo.contracts.clarify import Candidates
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.serialisation import dump
from tests.unit.clarify import scene
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.report_pages import DIALOGUE, ONE, judged, of

MATCH, TALK = f"{ONE}?tab=match", f"{ONE}?tab=reporter"
ORDER = {"order_id": "o7"}


def site(made, *allowed: str, who: str = "lead", **said: object) -> Site:
    there = Site(who)
    there.caller.said |= {**of(made, *allowed), **said}
    return there


def test_a_candidate_stands_with_what_speaks_for_and_against_it_and_no_exemption():
    page = site(scene.accepted(), "judge_match").get(MATCH).text
    for word in ("报备过，不等于免责。", "杨林片区道路项目先行施工", "同一个人", "单位相同", "文字相近",
                 "行为时间超出报备写明的时间", "62 / 100", f"{ONE}/act/judge_match?pair=1:f1"):
        assert word in page
    assert page.index("支持是同一件事") < page.index("不支持，或者管不到")


def test_what_lies_outside_is_shown_as_outside():
    page = site(judged(), "judge_match").get(MATCH).text
    for word in ("同一事项，超出报备范围", "超出：方式", "超出：期限", "先施工，没有照报备补办手续",
                 "改认定"):
        assert word in page
    assert "同一事项，超出报备范围" in site(judged()).get(ONE).text


def test_what_was_judged_stays_though_it_is_no_candidate_any_more():
    page = site(judged(), **{"clarify.candidates": dump(Candidates())}).get(MATCH).text
    assert "530127-2026-000001" in page
    assert "没有找到可能是同一件事的报备" in page[page.index("问题 2"):]


def test_whoever_may_not_judge_is_shown_no_way_to_it():
    assert "/act/judge_match" not in site(judged(), "recuse").get(MATCH).text


def test_the_talk_is_with_a_pseudonym_and_says_what_they_were_told_ask_and_wrote():
    page = site(scene.accepted(real=True)).get(TALK).text
    for word in ("举报人甲", "已受理", "您反映的问题已经受理。", "请求保护", "有人打听是谁写的信。",
                 "施工队是哪天进场的？", "三月二日早上。", "申请启封"):
        assert word in page
    assert DIALOGUE.reporter_ref not in page


def test_a_look_at_the_talk_is_asked_for_only_where_it_is_looked_at():
    there = site(scene.accepted())
    there.get(ONE)
    assert "vault.dialogue" not in [target for target, _ in there.caller.asked]
    there.get(TALK)
    assert [payload for target, payload in there.caller.asked if target == "vault.dialogue"] == [
        {"reporter_ref": "r-7f3a"}]


@pytest.mark.parametrize(("refusal", "said"), [
    ("not_found", "只有承办人和本机关负责人看得到"), ("forbidden", "只有承办人和本机关负责人看得到"),
    ("vault.handling_unknown", "为保护举报人先不放行"), ("service_unavailable", "")])
def test_where_the_talk_is_not_theirs_or_cannot_be_had_there_is_nothing_of_it(refusal, said):
    page = site(scene.accepted(), **{"vault.dialogue": CaseError(refusal)}).get(TALK)
    assert page.status_code == 200
    assert said in page.text
    assert "写给举报人" not in page.text
    assert "确需知道举报人是谁" not in page.text


def test_a_message_goes_to_the_reporter():
    there = site(scene.accepted())
    answer = there.post(f"{ONE}/write", text=" 还缺照片\r\n")
    assert (answer.status_code, answer.location) == (302, TALK)
    assert there.sent("vault.write_to_reporter") == {"reporter_ref": "r-7f3a", "text": "还缺照片"}


def test_a_message_that_is_refused_comes_back():
    refused = {"vault.write_to_reporter": CaseError("vault.too_much_written")}
    page = site(scene.accepted(), **refused).post(f"{ONE}/write", text="还缺照片")
    assert page.status_code == 409
    assert "往来的条数已到上限" in page.text
    assert "还缺照片</textarea>" in page.text


def test_to_unseal_is_asked_for_with_parts_ground_and_window():
    there = site(scene.accepted(), **{"vault.ask_to_unseal": ORDER})
    form = {"parts": ["identity"], "ground": "当面核对", "window_from": "2026-02-13T15:30",
            "window_until": "2026-02-13T19:30"}
    assert there.post(f"{ONE}/unseal", **form).location == "/unsealings/o7"
    assert there.sent("vault.ask_to_unseal") == {
        "reporter_ref": "r-7f3a", "parts": ["identity"], "ground": "当面核对",
        "window_from": "2026-02-13T15:30:00+08:00", "window_until": "2026-02-13T19:30:00+08:00"}


@pytest.mark.parametrize(("code", "field"), [
    ("vault.nothing_sealed", "parts"), ("vault.window_impossible", "window_until")])
def test_what_is_wrong_with_an_order_is_said_at_its_field_with_all_that_was_typed(code, field):
    there = site(scene.accepted(), **{"vault.ask_to_unseal": CaseError(code)})
    page = there.post(f"{ONE}/unseal", parts="contact", ground="当面核对", window_from="2026-02-13T15:30",
                      window_until="2026-02-12T15:30").text
    assert f'href="#{field}"' in page
    assert 'value="contact" checked' in page
    assert "当面核对</textarea>" in page
    assert 'value="2026-02-12T15:30"' in page


def test_words_that_waited_for_a_sign_in_are_looked_at_before_anything_is_done():
    there = site(scene.accepted())
    page = there.post(f"{ONE}/write", step="again", text="还缺照片")
    assert "还缺照片</textarea>" in page.text
    assert not [target for target, payload in there.caller.asked if "command_id" in payload]
