"""The forms by which a recusal is asked for and answered."""

import re
from dataclasses import replace

import pytest

from rongcuo.contracts.determination import AppealState, PersonView, RecusalApplication
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.review import RecusalGround
from services.gateway.cookies import LANGUAGE
from tests.unit.gateway.casework import APPEAL, CASE, LINE, case, cases
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.site import NOW

PAGE = "/determinations/f1/act"
FILE = AttachmentRef(name="回避申请.pdf", sha256="ab" * 32, size=2_048, media_type="application/pdf")


def test_who_is_meant_is_not_preset():
    answer = Site("lead", determination=case("answer_recusal")).get(f"{PAGE}/answer_recusal")
    assert re.search(r'<select id="officer_id"[^>]*><option value="">请选择</option>', answer.text)


def test_who_asks_is_told_who_reads_their_reason():
    page = Site("subject", determination=case("ask_recusal")).get(f"{PAGE}/ask_recusal")
    assert "请谁回避" in page.text
    assert "看不到" not in page.text


def test_what_somebody_without_an_account_handed_in_is_entered_with_the_paper():
    on_paper = case("ask_recusal", subject=replace(CASE.subject, officer_id=""))
    site = Site("lead", determination=on_paper)
    assert 'type="file"' in site.get(f"{PAGE}/ask_recusal").text
    site.post(f"{PAGE}/ask_recusal", name="王某", ground="relative", reason="是亲属")
    assert site.sent("ask_for_recusal")["attachments"] == []
    assert 'type="file"' not in Site("subject", determination=case("ask_recusal")).get(
        f"{PAGE}/ask_recusal").text


def test_who_entered_it_is_shown_with_the_paper():
    asked = RecusalApplication(request_id="r1", name="王某", ground=RecusalGround.RELATIVE, reason="是亲属",
                         entered_by="li", entered_by_name="李某", attachments=(FILE,), asked_at=NOW)
    site = Site("lead", determination=case("answer_recusal", recusals_asked=(asked,)))
    page = site.get("/determinations/f1").text
    assert "代为登记 李某" in page
    assert all(FILE.name in text for text in (page, site.get(f"{PAGE}/answer_recusal").text))


def test_what_is_about_nobody_here_is_declined_and_what_was_taken_back_is_shown_so():
    site = Site("lead", determination=case("answer_recusal"))
    assert "不是办理本案的人" in site.get(f"{PAGE}/answer_recusal").text
    site.post(f"{PAGE}/answer_recusal", request_id="r1", officer_id="-", granted="no", reason="不认识")
    assert site.sent("answer_recusal")["officer_id"] == ""
    asked = RecusalApplication(request_id="r1", name="王某", ground=RecusalGround.RELATIVE, reason="是亲属",
                         asked_at=NOW, withdrawn_at=NOW)
    waits = replace(asked, request_id="r2", withdrawn_at=None)
    seen = case("withdraw_recusal", recusals_asked=(asked, waits))
    subject = Site("subject", determination=seen)
    assert "已撤回" in subject.get("/determinations/f1").text
    form = subject.get(f"{PAGE}/withdraw_recusal").text
    assert ('value="r2"' in form, 'value="r1"' in form) == (True, False)


def test_a_lead_sees_in_their_list_what_they_have_to_answer():
    line = replace(LINE, recusal_asked=True)
    site = Site("lead", determinations=cases(line))
    assert "待答复回避申请" in site.get("/determinations?tab=mine").text


def test_who_is_at_work_can_be_chosen_with_their_post_and_anybody_else_be_named():
    here = case("ask_recusal", assignee_id="wang", assignee_name="王某")
    site = Site("subject", determination=here)
    page = site.get(f"{PAGE}/ask_recusal").text
    assert re.search(r'<select id="officer_id"[^>]*><option value="">请选择', page)
    assert '<option value="wang">王某 · 承办人</option>' in page
    site.post(f"{PAGE}/ask_recusal", officer_id="wang", name="", ground="relative", reason="是亲属")
    assert site.sent("ask_for_recusal") == {
        "case_id": "f1", "name": "王某", "officer_id": "wang", "ground": "relative", "reason": "是亲属"}


@pytest.mark.parametrize(("language", "meant", "answerer"), [
    ("zh", "申请回避的对象：钱明", "答复人：江平"), ("en", "person meant: 钱明", "answered by 江平")])
def test_of_an_answer_it_is_said_who_was_meant_and_who_answered(language: str, meant: str, answerer: str):
    answered = RecusalApplication(
        request_id="r1", name="钱组长", ground=RecusalGround.RELATIVE, reason="是亲属", about="钱明",
        granted=True, answer="属实", answered_by="江平", asked_at=NOW, answered_at=NOW)
    site = Site("lead", determination=case("answer_recusal", recusals_asked=(answered,)))
    site.client.set_cookie(LANGUAGE, language)
    page = site.get("/determinations/f1").text
    assert f"{meant} · {answerer} · " in page


def test_who_hears_the_appeal_from_the_organ_above_can_be_chosen_in_the_answer():
    above = PersonView(officer_id="above", name="市某")
    hearing = replace(APPEAL, state=AppealState.REVIEWED, panel=(above,))
    site = Site("lead", determination=case("answer_recusal", appeals=(hearing,)))
    assert '<option value="above">市某' in site.get(f"{PAGE}/answer_recusal").text
