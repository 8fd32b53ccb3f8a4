"""An appeal as its subject and the organ see it: on the case's page, on its own, in the lists."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from rongcuo.contracts.determination import (
    AppealState,
    Consent,
    DecisionStanding,
    DeterminationState,
    Opinion,
    OpinionView,
    Outcome,
    PersonView,
)
from rongcuo.contracts.filing.content import AttachmentRef
from tests.unit.gateway.casework import APPEAL, CASE, DECIDED, DECISION, NOW, TEAM, TERMS, appeal, case
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.page_text import status_of

PAGE = "/determinations/f1"
APPEALED = {"state": DeterminationState.CONCLUDED, "appeals": (APPEAL,), **DECIDED}


@pytest.mark.parametrize("who", ["subject", "lead"])
def test_an_appeal_that_runs_says_where_a_closed_case_is(who):
    page = Site(who, determination=case(**APPEALED)).get(PAGE).text
    told = status_of(page)
    assert told["in-stage"] == "申诉（已提出）"
    assert told["holder"] == "负责人（待组成复核组）"
    assert told["until"].startswith("剩 27 天")
    assert 'href="/appeals/ap1"' in page
    assert "提出申诉" not in told["awaited"]
    assert "<dt>提出申诉</dt>" not in page
    assert "现在没有需要您办理的。" in page


@pytest.mark.parametrize("who", ["subject", "lead"])
def test_after_a_decision_the_first_screen_tells_what_is_left_until_when(who):
    closed = case("lodge_appeal", state=DeterminationState.CONCLUDED, **DECIDED)
    page = Site(who, determination=closed).get(PAGE).text
    told = status_of(page)
    assert told["awaited"] == ("提出申诉 剩 30 天 · 3月15日（周日）前（含当日） "
                               "限期整改 剩 76 天 · 4月30日（周四）前（含当日）")
    assert told["outcome"] == "认定：免责"
    assert page.count("前（含当日）") == 4


def test_a_day_that_has_passed_is_no_more_waited_for():
    old = replace(DECISION, appeal_until=NOW.date() - timedelta(days=1))
    page = Site("subject", determination=case(
        state=DeterminationState.CONCLUDED, decisions=(old,), resolved="exempt")).get(PAGE).text
    assert "提出申诉" not in status_of(page)["awaited"]
    assert "已过" not in page


def test_its_panel_has_a_case_that_is_appealed():
    heard = {**APPEALED, "appeals": (replace(APPEAL, state=AppealState.REVIEWED, panel=TEAM),)}
    told = status_of(Site("subject", determination=case(**heard)).get(PAGE).text)
    assert (told["in-stage"], told["holder"]) == ("申诉（复核中）", "复核组")


def test_a_case_that_goes_on_beside_its_appeal_keeps_its_own_day():
    told = status_of(Site("subject", determination=case(
        **{**APPEALED, "state": DeterminationState.FEEDBACK})).get(PAGE).text)
    assert told["holder"] == "赵清"
    assert "容复〔2026〕1号" in told["appealed"]


def test_an_appeal_taken_back_closes_the_case_again():
    over = (replace(APPEAL, state=AppealState.WITHDRAWN),)
    told = status_of(Site("subject", determination=case(**{**APPEALED, "appeals": over})).get(PAGE).text)
    assert told["in-stage"] == "已办结"


def test_a_subject_finds_their_appeals_and_no_untrue_emptiness():
    none_open = {"lines": [], "next_cursor": "", "counts": {"organ": 0, "closed": 1}}
    page = Site("subject", determinations=none_open).get("/determinations").text
    assert 'href="/appeals"' in page
    assert "您没有在办的认定案件" in page
    assert 'href="/work"' not in page
    empty = Site("subject", appeals={"lines": [], "next_cursor": ""}).get("/appeals").text
    assert "您对认定不服的，可以在案件页提出申诉" in empty


def test_a_lead_above_is_told_why_they_see_a_case_of_another_organ():
    below = {**case("lodge_appeal", withheld=True, organ_id="530199", subject=replace(
        CASE.subject, officer_id="")), "organ_id": "530199"}
    page = Site("lead", determination=below).get(PAGE).text
    assert "您可以代为录入" in page
    assert "您与当事人同单位" not in page
    assert "提出申诉" in page


def decided(upheld: bool) -> dict[str, Any]:
    return appeal(state=AppealState.DECIDED, panel=TEAM, upheld=upheld, reasons="形态偏重", decided_at=NOW)


def test_a_change_of_the_terms_alone_stands_beside_what_it_changes():
    heavier = replace(DECISION, terms=replace(TERMS, discipline_form=2), standing=DecisionStanding.SUPERSEDED)
    milder = replace(DECISION, decision_id="d2", basis="appeal", appeal_until=None)
    over = replace(APPEAL, state=AppealState.DECIDED, upheld=False, decided_at=NOW)
    site = Site("subject", appeal=decided(upheld=False), determination=case(
        **{**APPEALED, "decisions": (heavier, milder), "appeals": (over,)}))
    page = site.get("/appeals/ap1").text
    former = page[page.index("<h2>原决定"):page.index("<h2>现行决定")]
    assert "第二种形态" in former
    assert "第一种形态" in page[page.index("<h2>现行决定"):]
    notice = site.get(PAGE).text
    assert "已变更原决定，没有加重" in notice
    assert "已被替代" in site.get(f"{PAGE}?tab=letters").text
    upheld = Site("subject", appeal=decided(upheld=True), determination=case(**APPEALED)).get("/appeals/ap1")
    assert "<h2>原决定" not in upheld.text


def test_a_decided_appeal_says_when_it_was_closed():
    site = Site("subject", appeal=decided(upheld=True), determination=case(**APPEALED))
    told = status_of(site.get("/appeals/ap1").text)
    assert told["outcome"] == "维持原决定"
    assert told["until"].startswith("2月13日")


@pytest.mark.parametrize(("allowed", "panel", "primary"), [
    (("form_panel",), (), "组成复核组"), (("form_panel",), TEAM, ""),
    (("form_panel", "decide"), TEAM, "提出复核意见"), (("withdraw",), (), "")])
def test_what_is_done_already_is_no_more_the_one_thing_to_do(allowed, panel, primary):
    page = Site("lead", appeal=appeal(*allowed, panel=panel), determination=case(**APPEALED))
    text = page.get("/appeals/ap1").text
    assert re.findall('class="button primary"[^>]*>([^<]*)<', text) == ([primary] if primary else [])
    assert ("增加复核组成员" in text) is ("form_panel" in allowed and bool(panel))


def test_the_appeal_of_somebody_without_an_account_is_entered_with_its_day():
    on_paper = case("lodge_appeal", subject=replace(CASE.subject, officer_id=""), **DECIDED)
    site = Site("lead", determination=on_paper)
    form = site.get(f"{PAGE}/act/lodge_appeal").text
    assert "当事人交来申诉的日期" in form
    assert 'type="file"' in form
    site.post(f"{PAGE}/act/lodge_appeal", words="处理过重", handed_in_on="2026-03-01")
    assert site.sent("lodge_appeal") == {
        "case_id": "f1", "grounds": "处理过重", "handed_in_on": "2026-03-01", "attachments": []}
    own = Site("subject", determination=case("lodge_appeal", **DECIDED)).get(f"{PAGE}/act/lodge_appeal")
    assert "当事人交来申诉的日期" not in own.text
    assert 'type="file"' not in own.text


PAPER = AttachmentRef(name="同意书.pdf", sha256="ab" * 32, size=3, media_type="application/pdf")


def test_who_sits_on_it_from_another_organ_is_among_those_to_be_named():
    """The case went up; whoever is to fill the panel up sees none of them otherwise."""
    left = (PersonView(officer_id="below", name="周下级"),)
    page = Site("lead", appeal=appeal("form_panel", panel=left), determination=case(**APPEALED))
    assert 'value="below" checked' in page.get("/appeals/ap1/act/form_panel").text


def test_the_panel_reads_what_waits_and_signs_it_as_it_was_read():
    said = OpinionView(digest="ab" * 32, held_by=TEAM[:1], opinion=Opinion(
        outcome=Outcome.EXEMPT, terms=TERMS, stated_by=TEAM[0].officer_id, stated_at=NOW,
        consent=Consent(given_on=NOW.date(), attachments=(PAPER,))))
    waits = appeal("decide", "sign", state=AppealState.REVIEWED, panel=(*TEAM, PersonView(
        officer_id="m1", name="组织部成员")), opinions=(said,), unspoken=TEAM[1:], majority=2)
    site = Site("member", appeal=waits, determination=case(**APPEALED))
    page = site.get("/appeals/ap1").text
    assert f"复核组 {len(TEAM) + 1} 人，已有 1 人同意，还需 1 人。" in page
    assert f"还没有表示意见的：{'、'.join(each.name for each in TEAM[1:])}" in page
    assert re.findall('class="button primary"[^>]*>([^<]*)<', page) == ["会签同事的意见"]
    form = site.get("/appeals/ap1/act/sign").text
    key = f"{TEAM[0].officer_id} {said.digest}"
    assert f'name="opinion" value="{key}"' in form
    assert f"/determinations/f1/attachments/{PAPER.sha256}" in form      # what the person signed
    assert "文书草稿" in site.post("/appeals/ap1/act/sign", opinion=key).text
    assert site.post("/appeals/ap1/act/sign", opinion=key, step="confirmed").status_code == 302
    assert site.sent("sign_appeal_opinion") == {
        "appeal_id": "ap1", "officer_id": TEAM[0].officer_id, "digest": said.digest}
    unseen = Site("subject", appeal=appeal(state=AppealState.REVIEWED, panel=TEAM),
                  determination=case(**APPEALED)).get("/appeals/ap1").text
    assert "复核意见" not in unseen
