"""The pages of a determination: what each person sees, what a form sends, what is looked at twice."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.determination import (
    DecisionStanding,
    DeterminationState,
    LinkedFiling,
    NegativeAnswer,
    NegativeFinding,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review.views import ExplainedDayView
from tests.unit.gateway import casework
from tests.unit.gateway.casework import ASSESSMENTS, DECIDED, FINDINGS, NOW, PACK, VERIFYING, case
from tests.unit.gateway.console_site import Site, primaries
from tests.unit.gateway.page_text import status_of

PAGE = "/determinations/f1"
STOPPED = replace(casework.DEADLINE, suspended=True, suspended_because="等待鉴定",
                  suspended_since=NOW - timedelta(days=2))


def test_a_clock_that_stands_still_names_no_day_and_is_set_going_first():
    stopped = case("accept", "resume", state=DeterminationState.ACCEPTANCE, deadline=STOPPED)
    page = Site("reviewer", determination=stopped).get(PAGE).text
    assert 'action="/determinations/f1/act/resume"' in page
    assert len(primaries(page)) == 1
    panel = status_of(page)["until"]
    assert "恢复后重算到期日" in panel
    assert "2月11日 15:20（周三）起暂停，理由：等待鉴定" in panel
    unread = case(state=DeterminationState.ACCEPTANCE, deadline=replace(STOPPED, suspended_because=""))
    assert "起暂停" in (panel := status_of(Site("reviewer", determination=unread).get(PAGE).text)["until"])
    assert "理由" not in panel
    assert "3月12日" not in panel
    assert "为什么是这天" not in page


@pytest.mark.parametrize("tab", ["overview", "evidence", "assessment", "meeting", "letters", "timeline"])
@pytest.mark.parametrize("who", ["reviewer", "lead", "member", "supervisor"])
def test_whoever_works_on_a_case_sees_all_of_it(who, tab):
    page = Site(who).get(f"{PAGE}?tab={tab}")
    assert page.status_code == 200
    assert casework.CASE.title in page.text
    assert "容认〔2026〕1号" in page.text


def test_all_that_the_subject_said_is_there():
    page = Site("reviewer").get(f"{PAGE}?tab=evidence").text
    assert all(statement.words in page for statement in casework.STATEMENTS)


@pytest.mark.parametrize(("tab", "status"), [("overview", 200), ("letters", 200), ("timeline", 200),
                                             ("evidence", 404), ("assessment", 404), ("meeting", 404)])
def test_the_subject_sees_the_outside(tab, status):
    outer = case("withdraw", "record_statement", evidence=(), assessments=(), negative_findings=())
    assert Site("subject", determination=outer).get(f"{PAGE}?tab={tab}").status_code == status


def test_the_subjects_unit_is_told_why_it_sees_no_more_and_shown_no_emptiness():
    site = Site("member", determination=case(
        withheld=True, evidence=(), negative_findings=(), statement=None, statements=(), decisions=()))
    page = site.get(PAGE).text
    assert "只向您显示有这个案件" in page
    assert not re.findall("tab=(evidence|assessment|meeting|letters)", page)
    assert site.get(f"{PAGE}?tab=assessment").status_code == 404
    assert "不向您显示" not in Site("subject", determination=case(withheld=True)).get(PAGE).text


@pytest.mark.parametrize(("who", "verb", "changes"), [
    ("lead", "assign", {"state": DeterminationState.ACCEPTANCE, "assignee_id": "", "assignee_name": ""}),
    ("reviewer", "accept", {"state": DeterminationState.ACCEPTANCE}),
    ("lead", "form_team", {"team": ()}),
    ("subject", "record_statement", {"statement": None, "heard": False}),
    ("reviewer", "add_evidence", {"evidence": ()}),
    ("reviewer", "negative-list", {}),
    ("reviewer", "assessment/six_factors", {"negative_findings": tuple(
        NegativeFinding(item=code, answered_by="赵清", answer=NegativeAnswer.CLEAR, at=NOW)
        for code in PACK.negative_list)}),
    ("lead", "meetings/new", {"state": DeterminationState.MEETING}),
    ("lead", "make", {"state": DeterminationState.MEETING, "resolved": "exempt"}),
    ("reviewer", "give_feedback", {"state": DeterminationState.FEEDBACK}),
    ("reviewer", "file_for_record", {"state": DeterminationState.RECORD_FILING})])
def test_each_state_has_one_thing_to_do_next(who, verb, changes):
    allowed = {"acceptance": ("assign", "accept", "refuse", "recuse"), "meeting": ("make", "return"),
               "verification": VERIFYING, "feedback": ("give_feedback", "correct", "revoke"),
               "record_filing": ("file_for_record", "correct", "revoke")}
    state = changes.get("state", DeterminationState.VERIFICATION)
    page = Site(who, determination=case(*allowed[state], **changes)).get(PAGE).text
    assert len(primaries(page)) == 1
    panel = page[page.index('class="action"'):page.index("</section>", page.index('class="action"'))]
    first = panel[:panel.index("<details")] if "<details" in panel else panel
    assert verb in first


def test_a_set_is_answered_on_one_page_and_leads_on():
    site = Site("lead", determination=case("assess"), assess=case("assess", assessments=()))
    page = site.get(f"{PAGE}/assessment/six_factors").text
    items = PACK.criteria_sets["six_factors"]
    assert page.count('class="card question"') == len(items)
    assert page.count("来源：") == len(items)
    form = {f"{name}-{item.code}": value for item in items
            for name, value in (("leaning", "tolerate"), ("reason", "有据"), ("evidence", ["e1", "e2"]))}
    answer = site.post(f"{PAGE}/assessment/six_factors", **form)
    assert answer.location == f"{PAGE}/assessment/three_distinctions"
    sent = site.sent("assess")
    assert sent["criteria_set"] == "six_factors"
    assert sent["answers"][0] == {"criterion": "motive", "leaning": "tolerate", "reason": "有据",
                                  "evidence": ["e1", "e2"]}


def test_a_mistake_in_a_set_keeps_every_answer():
    site = Site("lead", determination=case("assess"), assess=CaseError("review.recused"))
    form = {"leaning-motive": "against", "reason-motive": "存疑"}
    page = site.post(f"{PAGE}/assessment/six_factors", **form)
    assert page.status_code >= 400
    assert '存疑</textarea>' in page.text
    assert re.search(r'name="leaning-motive" value="against" required checked', page.text)


def test_the_timeline_speaks_no_codes():
    history = tuple(casework.entry(what, "赵清", 1, note) for what, note in (
        ("answer_negative_item", "private_gain:clear"), ("assess", "six_factors"), ("make", "exempt")))
    page = Site("reviewer", determination=case(history=history)).get(f"{PAGE}?tab=timeline").text
    notes = re.findall(r'<div class="note">(.*?)</div>', page)
    assert notes == ["谋取私利 · 不涉及", "六要素", "免责"]


def test_answers_stand_side_by_side_and_differences_are_marked():
    page = Site("reviewer", determination=case("assess")).get(f"{PAGE}?tab=assessment").text
    assert page.count('class="differs"') == 1
    assert page.count("有分歧") == 1
    assert all(each.assessor_name in page for each in ASSESSMENTS)
    assert '<details class="drawer">' in page
    assert "老旧小区改造先行施工" in page


def test_nobody_is_told_to_answer_first_who_may_not_answer():
    waits = "您回答之后，才看得到同事的回答"
    assert waits not in Site("lead", determination=case()).get(f"{PAGE}?tab=assessment").text
    assert waits in Site("lead", determination=case("assess")).get(f"{PAGE}?tab=assessment").text


def test_a_limit_says_what_it_rests_on():
    days = (ExplainedDayView(date=NOW.date(), weekday=4, kind="workday", name="", counted=True, count=1,
                             why="计", why_en="counted", provisional=False),)
    known = case(deadline=replace(casework.DEADLINE, days=days))
    stage = next(each for each in PACK.determination_stages if each.code == "verification")
    page = Site("reviewer", determination=known).get(PAGE).text
    why = page[page.index("为什么是这天"):page.index("逐日说明")]
    assert stage.source.text in why
    assert ("示例" in why) == (stage.source.standing == "illustrative")
    lodged = casework.appeal(deadline=replace(casework.DEADLINE, days=days))
    page = Site("lead", appeal=lodged, determination=known).get("/appeals/ap1").text
    assert PACK.appeal.source.text in page[:page.index("逐日说明")]


def test_of_several_decisions_and_statements_each_is_found_at_once():
    former = replace(casework.DECISION, decision_id="d0", decided_by_name="前人",
                     standing=DecisionStanding.SUPERSEDED)
    site = Site("reviewer", determination=case(decisions=(former, casework.DECISION)))
    page = site.get(f"{PAGE}?tab=letters").text
    assert page.index("孙正") < page.index("前人")
    assert "第 2 次陈述" in site.get(f"{PAGE}?tab=evidence").text


def test_only_new_answers_to_the_negative_list_are_sent():
    site = Site("reviewer", determination=case("answer_negative_item"))
    known = {f"{name}-{each.item}": getattr(each, name) for each in FINDINGS for name in ("answer", "reason")}
    site.post(f"{PAGE}/negative-list", **known, **{"answer-grave_accident": "clear"})
    sent = [payload["item"] for target, payload in site.caller.asked
            if target == "determination.answer_negative_item"]
    assert sent == ["grave_accident"]


def test_a_subject_applies_for_themselves():
    site = Site("subject", open_determination=case())
    assert 'name="name"' not in site.get("/determinations/new").text
    answer = site.post("/determinations/new", title="未批先建", what="先行施工", since="2025-11-03", until="",
                       grounds="为公", officer_id="somebody", name="别人")
    assert answer.location == PAGE
    assert site.sent("open_determination") == {
        "initiation": "application", "title": "未批先建", "situation": "", "grounds": "为公",
        "subject": {"name": "刘某", "unit": "杨桥街道办事处", "officer_id": "liu"},
        "act": {"what": "先行施工", "since": "2025-11-03", "until": "2025-11-03"}}


def test_an_organ_opens_one_for_somebody_here_or_elsewhere():
    site = Site("lead", open_determination=case())
    site.post("/determinations/new", officer_id="liu", name="", unit="", since="2025-11-03")
    assert site.sent("open_determination")["subject"]["unit"] == "杨桥街道办事处"
    site.post("/determinations/new", officer_id="", name="段某", unit="某局", since="2025-11-03")
    assert site.sent("open_determination")["subject"] == {"name": "段某", "unit": "某局", "officer_id": ""}
    assert site.sent("open_determination")["initiation"] == "own_initiative"


@pytest.mark.parametrize(("answer", "shown"), [("1", "/determinations/f1"), ("0", "处置已记录")])
def test_the_tolerance_question_is_answered_at_every_disposal(answer, shown):
    disposal = {"case_id": "f1" if answer == "1" else "", "clue_number": "线索1", "disposal": "verify",
                "reasons": "有报备", "disposed_at": NOW.isoformat(), "disposed_by_name": "赵清"}
    site = Site("reviewer", dispose_clue=disposal)
    page = site.post("/clue-disposals/new", clue_number="线索1", disposal="verify", reasons="有报备",
                     tolerance_arises=answer, received_at="2026-02-12T09:00", since="2025-11-03")
    assert shown in (page.location or page.text)
    sent = site.sent("dispose_clue")
    assert sent["tolerance_arises"] is (answer == "1")
    assert sent["received_at"] == "2026-02-12T09:00:00+08:00"


def test_a_decision_is_shown_with_its_terms_and_until_when_to_appeal():
    concluded = case("lodge_appeal", state=DeterminationState.CONCLUDED, **DECIDED)
    page = Site("subject", determination=concluded).get(PAGE).text
    for told in ("免责", "三个区分开来", "第一种形态", "补办用地手续", "2026", "3月15日", "提出申诉"):
        assert told in page


def test_what_was_decided_is_a_line_of_its_own_and_nothing_stands_empty():
    concluded = case(state=DeterminationState.CONCLUDED, grounds="", **DECIDED)
    page = Site("subject", determination=concluded).get(PAGE).text
    assert '<p class="outcome">认定：免责' in page
    assert "<dd></dd>" not in page


def test_an_empty_list_leads_to_what_is_concluded():
    none = {**casework.cases(), "counts": {"organ": 0, "closed": 2}}
    page = Site("subject", determinations=none).get("/determinations").text
    assert "看已办结的 2 件" in page


@pytest.mark.parametrize(("who", "links"), [("lead", True), ("subject", True), ("member", False)])
def test_nobody_is_led_to_a_filing_they_may_not_read(who, links):
    covering = LinkedFiling(filing_id="b1", number="530127-2026-000001", title="事前报备过",
                            register_number="", linked_by="zhao", filed_at=NOW)
    page = Site(who, determination=case(filings=(covering,))).get(PAGE).text
    assert "事前报备过" in page
    assert ('href="/filings/' in page) is links


def test_what_a_similar_case_has_in_common_is_said_in_words():
    page = Site("reviewer").get(f"{PAGE}?tab=assessment").text
    said = page.partition("相同处：")[2].partition("</p>")[0]
    assert said == "、".join([PACK.situations[casework.CASE.situation].name,
                             PACK.negative_list["repeated_error"].name])
