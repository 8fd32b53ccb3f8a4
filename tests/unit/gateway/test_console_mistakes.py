"""What a form that was refused says: at which field, in the form's own words, with all that was typed."""

import re

import pytest

from rongcuo.contracts.errors import CATALOGUE, CaseError
from tests.unit.gateway.casework import PACK, case, meeting
from tests.unit.gateway.console_site import Site

PAGE = "/determinations/f1"


def summary(page: str) -> list[tuple[str, str]]:
    """The links above a form that was refused: where each leads, and what it calls the field."""
    box = page[page.index('<div class="problem"'):page.index("<details", page.index('<div class="problem"'))]
    return re.findall(r'<li><a href="([^"]+)">([^<]+)</a>', box)


def invalid(**fields):
    return CaseError("invalid", details={"fields": fields})


def test_an_application_names_its_fields_as_the_form_does():
    site = Site("subject", open_determination=invalid(grounds=["x"], act={"what": ["x"]}))
    page = site.post("/determinations/new", title="未批先建", what="", since="2025-11-03", grounds="").text
    assert summary(page) == [("#what", "做了什么，出了什么偏差"), ("#grounds", "为什么应当容错")]
    assert re.search('<textarea id="grounds"[^>]*aria-describedby="grounds-hint grounds-wrong" '
                     'aria-invalid="true"', page)
    assert page.count('aria-invalid="true"') == page.count('class="wrong-why"') == 2


def test_a_last_day_left_open_is_not_to_blame():
    site = Site("subject", open_determination=case())
    site.post("/determinations/new", title="未批先建", what="开挖", since="", until="", grounds="为公")
    assert site.sent("open_determination")["act"] == {"what": "开挖", "since": "", "until": "2026-02-13"}


@pytest.mark.parametrize(("verb", "field", "called"), [
    ("suspend", "reason", "理由"), ("lodge_appeal", "grounds", "为什么不服"),
    ("file_for_record", "note", "备注"), ("add_evidence", "title", "证据名称"),
    ("recuse_from_determination", "ground", "情形"), ("ask_for_recusal", "ground", "情形")])
def test_each_form_calls_a_field_by_its_own_label(verb, field, called):
    method = {"suspend": "rehearse_suspend_determination"}.get(verb, verb)
    act = {"recuse_from_determination": "recuse", "ask_for_recusal": "ask_recusal"}.get(verb, verb)
    site = Site("lead", determination=case(act), **{method: invalid(**{field: ["x"]})})
    page = site.post(f"{PAGE}/act/{act}").text
    [(place, said)] = summary(page)
    assert said == called
    assert f'id="{place[1:]}"' in page
    assert page.count('aria-invalid="true"') == 1


@pytest.mark.parametrize(("address", "method", "field", "form"), [
    (f"{PAGE}/act/answer_recusal", "answer_recusal", "granted", {"reason": "x"}),
    ("/clue-disposals/new", "dispose_clue", "tolerance_arises",
     {"since": "2025-11-03", "received_at": "2026-02-12T09:00"})])
def test_who_chose_neither_yes_nor_no_has_not_said_no(address, method, field, form):
    site = Site("lead", determination=case("answer_recusal"), **{method: invalid(**{field: ["x"]})})
    page = site.post(address, **form).text
    assert site.sent(method)[field] is None
    assert f'id="{field}-wrong"' in page


def test_a_refused_answer_is_marked_on_its_card_and_what_was_saved_is_said():
    def answered(asked):
        return CaseError("determination.finding_needs_reason") if asked["answer"] == "disputed" else {}

    site = Site("reviewer", determination=case("answer_negative_item", negative_findings=()),
                answer_negative_item=lambda asked: answered(asked))
    codes = list(PACK.negative_list)
    form = {f"answer-{code}": "clear" for code in codes[:4]} | {f"answer-{codes[4]}": "disputed"}
    page = site.post(f"{PAGE}/negative-list", **form).text
    assert "已保存 4 项" in page
    assert page.count("card question wrong") == page.count('aria-invalid="true"') == 1
    assert f'id="{codes[4]}-wrong"' in page
    assert summary(page) == [(f"#{codes[4]}-wrong", PACK.negative_list[codes[4]].name)]


def test_an_assessment_says_which_card():
    items = PACK.criteria_sets["six_factors"]
    site = Site("lead", determination=case("assess"), assess=invalid(
        answers={"1": {"reason": ["x"]}, "3": {"leaning": ["x"], "reason": ["x"]}}))
    page = site.post(f"{PAGE}/assessment/six_factors").text
    assert [called for _, called in summary(page)] == [items[1].name, items[3].name]
    assert page.count("card question wrong") == 2
    assert f'id="{items[3].code}-wrong">请填写回答。 请填写理由。' in page


def test_a_refused_roll_keeps_its_ticks():
    site = Site("member", meeting=meeting("call_roll"), call_roll=CaseError("meeting.no_quorum"))
    page = site.post("/meetings/meet1/act/call_roll", present_ids=["m1", "m2"]).text
    assert re.findall('name="present_ids" value="(m[0-9])" checked', page) == ["m1", "m2"]
    assert 'id="present_ids-wrong"' in page


def test_the_number_of_a_refusal_is_there_but_not_in_the_way():
    site = Site("lead", determination=case("suspend"), rehearse_suspend_determination=invalid(reason=["x"]))
    page = site.post(f"{PAGE}/act/suspend").text
    problem = page[page.index('class="problem"'):]
    assert '<summary>供报修用</summary>代码 <span class="mono">invalid' in problem


def test_whoever_is_asked_for_the_number_sees_it_at_once():
    site = Site("lead", determination=CaseError("unexpected"))
    assert '<details class="small quiet" open><summary>供报修用' in site.get(PAGE).text


def test_a_refused_page_says_so_before_its_title_and_its_summary_takes_the_focus():
    site = Site("lead", determination=case("suspend"), rehearse_suspend_determination=invalid(reason=["x"]))
    page = site.post(f"{PAGE}/act/suspend").text
    assert "<title>有误：暂停计时 · 容错</title>" in page
    assert re.search(r'<div class="problem" role="alert" tabindex="-1" autofocus>', page)
    assert "有误：" not in site.get(f"{PAGE}/act/suspend").text


@pytest.mark.parametrize(("refusal", "verb", "field"), [
    (CaseError("meeting.until_past"), "adjourn", "until"), (CaseError("meeting.no_quorum"), "call_roll", "")])
def test_what_is_wrong_is_said_once_where_it_can_be_mended(refusal, verb, field):
    site = Site("member", meeting=meeting(verb), call_roll=refusal, rehearse_adjourn_meeting=refusal)
    page = site.post(f"/meetings/meet1/act/{verb}", until="2026-02-14T09:00").text
    assert page.count(CATALOGUE[refusal.code].zh) == 1
    assert len(summary(page)) == 1


@pytest.mark.parametrize(("code", "heading"), [
    ("not_found", "没有找到这一页"), ("forbidden", "这件事现在不能由您来办")])
def test_what_is_not_there_or_not_allowed_is_said_in_words_of_its_own(code, heading):
    page = Site("lead", determination=CaseError(code)).get(PAGE).text
    assert f"<title>有误：{heading} · 容错</title>" in page
    assert f"<h1>{heading}</h1>" in page
    assert "<summary>供报修用</summary>" in page
    assert "<h1>没有找到这一页</h1>" in Site("lead").get("/no/such/page", Accept="text/html").text
