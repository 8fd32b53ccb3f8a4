"""What a form that was refused says: at which field, in the form's own words, with all that was typed."""

import re

import pytest

from rongcuo.contracts.errors import CaseError
from tests.unit.gateway.casework import PACK, case, meeting
from tests.unit.gateway.console_site import Site

PAGE = "/determinations/f1"


def invalid(**fields):
    return CaseError("invalid", details={"fields": fields})


def test_an_application_names_its_fields_as_the_form_does():
    site = Site("subject", open_determination=invalid(grounds=["x"], act={"what": ["x"]}))
    page = site.post("/determinations/new", title="未批先建", what="", since="2025-11-03", grounds="").text
    assert "请检查：为什么应当容错、做了什么，出了什么偏差" in page
    assert re.search('<textarea id="grounds"[^>]*aria-describedby="grounds-hint grounds-wrong" '
                     'aria-invalid="true"', page)
    assert page.count('aria-invalid="true"') == page.count('class="wrong-why"') == 2


def test_a_last_day_left_open_is_not_to_blame():
    site = Site("subject", open_determination=case())
    site.post("/determinations/new", title="未批先建", what="开挖", since="", until="", grounds="为公")
    assert site.sent("open_determination")["act"] == {"what": "开挖", "since": "", "until": "2026-02-13"}


@pytest.mark.parametrize(("verb", "field", "called"), [
    ("suspend", "reason", "理由"), ("lodge_appeal", "grounds", "为什么不服"),
    ("file_for_record", "note", "备注"), ("add_evidence", "title", "证据名称")])
def test_each_form_calls_a_field_by_its_own_label(verb, field, called):
    method = {"suspend": "suspend_determination"}.get(verb, verb)
    site = Site("lead", determination=case(verb), **{method: invalid(**{field: ["x"]})})
    page = site.post(f"{PAGE}/act/{verb}").text
    assert f"请检查：{called}<" in page
    assert page.count('aria-invalid="true"') == 1


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
    assert f"请检查：{PACK.negative_list[codes[4]].name}" in page


def test_an_assessment_says_which_card():
    items = PACK.criteria_sets["six_factors"]
    site = Site("lead", determination=case("assess"), assess=invalid(
        answers={"1": {"reason": ["x"]}, "3": {"leaning": ["x"], "reason": ["x"]}}))
    page = site.post(f"{PAGE}/assessment/six_factors").text
    assert f"请检查：{items[1].name}、{items[3].name}" in page
    assert page.count("card question wrong") == 2
    assert f'id="{items[3].code}-wrong">请填写回答。 请填写理由。' in page


def test_a_refused_roll_keeps_its_ticks():
    site = Site("member", meeting=meeting("call_roll"), call_roll=CaseError("meeting.no_quorum"))
    page = site.post("/meetings/meet1/act/call_roll", present_ids=["m1", "m2"]).text
    assert re.findall('name="present_ids" value="(m[0-9])" checked', page) == ["m1", "m2"]
    assert 'id="present_ids-wrong"' in page


def test_the_number_of_a_refusal_is_there_but_not_in_the_way():
    site = Site("lead", determination=case("suspend"), suspend_determination=invalid(reason=["x"]))
    page = site.post(f"{PAGE}/act/suspend").text
    problem = page[page.index('class="problem"'):]
    assert re.search(r"<details class=\"small quiet\"><summary>invalid</summary>编号 ", problem)


def test_whoever_is_asked_for_the_number_sees_it_at_once():
    site = Site("lead", determination=CaseError("unexpected"))
    assert '<details class="small quiet" open><summary>unexpected' in site.get(PAGE).text
