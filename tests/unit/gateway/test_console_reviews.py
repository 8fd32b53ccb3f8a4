"""A filing under review: what its filer will feel is looked at twice, and a refusal leaves a way on."""

import re
from dataclasses import replace
from typing import Any

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingState, HistoryEntry
from rongcuo.contracts.serialisation import dump
from tests.unit.gateway.casework import DEADLINE, PACK, ZHAO
from tests.unit.gateway.console_site import Site, are_led_to
from tests.unit.gateway.filework import CONTENT, NOW, filing
from tests.unit.gateway.page_text import status_of

PAGE, PACK_ID = "/reviews/b1", PACK.id
ADVERSE = [
    ("decide", {"decision": "decline", "words": "没有集体决策"}, "decline", {"reasons": "没有集体决策"}),
    ("decide", {"decision": "request_supplement", "words": "请补纪要"}, "request_supplement",
     {"needed": "请补纪要"}),
    ("verification", {"confirmed": "0", "findings": "与报备不符"}, "report_verification",
     {"findings": "与报备不符", "confirmed": False}),
    ("clock/suspend", {"reason": "等待鉴定"}, "suspend", {"reason": "等待鉴定"}),
    ("clock/extend", {"reason": "案情复杂"}, "extend", {"reason": "案情复杂"}),
]
NAMES = ["decline", "return", "refute", "suspend", "extend"]
CASE: dict[str, Any] = {
    "case_id": "b1", "tag": "b1.3.0", "title": CONTENT.title, "number": "530127-2026-000001",
    "state": "preliminary_review", "held_by": "handler", "organ_id": "530127",
    "unit": "杨桥街道办事处", "filer_name": "刘某",
    "assignee_id": "zhao", "assignee_name": "赵清", "team": [],
    "allowed": ["accept", "decline", "request_supplement", "report_verification", "suspend", "extend"],
    "history": [],
    "recusals": [], "named": [], "named_in_words": [], "cleared": [],
    "decided_at": None, "late": False, "opinion": "", "reasons": "",
    "opened_at": NOW.isoformat(), "deadline": None}


def at_review(**said: Any) -> Site:
    told = {"told": [{"type_name": "review.review_declined", "data": {}}]}
    rehearsals = {f"rehearse_{method}": told for _, _, method, _ in ADVERSE}
    site = Site("reviewer", **{"case": CASE, **rehearsals, **said})
    site.caller.said["filing.filing"] = filing(state=FilingState.SUBMITTED, number=CASE["number"],
                                               pack_id=PACK_ID)
    return site


def done(site: Site) -> list[str]:
    return [target for target, _ in site.caller.asked if target in {f"review.{each[2]}" for each in ADVERSE}]


@pytest.mark.parametrize(("where", "form", "method", "sent"), ADVERSE, ids=NAMES)
def test_what_a_filer_will_feel_is_looked_at_first_with_the_letter_s_words(where, form, method, sent):
    site = at_review()
    page = site.post(f"{PAGE}/{where}", **form).text
    assert done(site) == []
    assert "还没有办理。请看清各方会收到什么，再确认。" in page
    assert "请于期限内整改。" in page
    assert next(iter(sent.values())) in page
    kept = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))
    typed = {**form, **{key: kept[key] for key in form}}
    assert are_led_to(page, site.post(f"{PAGE}/{where}", **typed, step="again").text)
    answer = site.post(f"{PAGE}/{where}", **typed, step="confirmed")
    assert answer.location == PAGE
    assert site.sent(method) == {"case_id": "b1", **sent}


def test_who_chose_neither_of_two_has_refuted_nothing():
    site = at_review(report_verification=CaseError("invalid", details={"fields": {"confirmed": ["x"]}}))
    page = site.post(f"{PAGE}/verification", findings="与报备不符").text
    assert site.sent("report_verification")["confirmed"] is None
    assert 'id="confirmed-wrong"' in page


@pytest.mark.parametrize(("where", "form", "method", "sent"), ADVERSE, ids=NAMES)
def test_who_goes_back_finds_the_words_again(where, form, method, sent):
    site = at_review()
    page = site.post(f"{PAGE}/{where}", **form, step="again")
    assert page.status_code == 200
    assert f"{next(iter(sent.values()))}</textarea>" in page.text
    assert done(site) == []


@pytest.mark.parametrize(("where", "form", "method", "sent"), ADVERSE, ids=NAMES)
def test_what_would_be_refused_is_refused_before_it_is_looked_at(where, form, method, sent):
    site = at_review(**{f"rehearse_{method}": CaseError("review.reasons_missing")})
    page = site.post(f"{PAGE}/{where}", **form)
    assert page.status_code == 422
    assert f"{next(iter(sent.values()))}</textarea>" in page.text
    assert done(site) == []


def test_what_is_good_for_the_filer_is_done_at_once():
    site = at_review()
    assert site.post(f"{PAGE}/decide", decision="accept", words="").location == PAGE
    assert site.post(f"{PAGE}/verification", confirmed="1", findings="属实").location == PAGE


@pytest.mark.parametrize(("case", "shown"), [
    ({"named": ["zhao"]}, True), ({"named_in_words": ["赵　清"]}, True),
    ({"named_in_words": ["李某"]}, False),
    ({"named_in_words": ["赵清"], "cleared": ["zhao"]}, False),
    ({"named_in_words": ["赵清"], "recusals": [{"officer_id": "zhao", "officer_name": "赵清", "at": None,
                                              "ground": "interest", "reason": "同学"}]}, False),
], ids=["by id", "by name", "another", "given the case", "recused"])
@pytest.mark.parametrize("allowed", ["assign", "form_team"])
def test_who_gives_a_case_to_somebody_reads_first_that_the_filer_names_them(case, shown, allowed):
    page = at_review(case={**CASE, **case, "assignee_id": "", "allowed": [allowed]}).get(PAGE).text
    assert ("报备人称赵清与该事项有关。请先核实" in page) == shown
    assert "报备人称钱明" not in page


def test_who_has_the_case_reads_that_a_supplement_names_them():
    named = {**CASE, "assignee_id": ZHAO, "named_in_words": ["赵清"], "allowed": ["recuse"]}
    said = "报备人称赵清与该事项有关"
    assert said in at_review(case=named).get(PAGE).text
    assert said not in at_review(case={**named, "assignee_id": "qian"}).get(PAGE).text


def declined_to(who: str) -> Site:
    site = Site(who, case=None)
    told = (HistoryEntry(what="decline", actor_id="zhao", actor_name="赵清", note="没有集体决策", at=NOW),)
    site.caller.said |= {
        "filing.filing": filing(state=FilingState.DECLINED, number=CASE["number"], reasons="没有集体决策",
                                pack_id=PACK_ID, history=told), "review.case": CASE,
        "filing.draft": {"filing_id": "b2"}, "documents.letters": {"letters": []}}
    return site


def test_who_was_declined_can_file_again_and_knows_whom_to_ask():
    site = declined_to("subject")
    page = site.get("/filings/b1").text
    assert "据此重新报备" in page
    assert "可以向嵩明县纪委监委询问，承办人赵清" in page
    assert site.post("/filings/b1/again").location == "/filings/b2/edit/1"
    [content] = [payload["content"] for target, payload in site.caller.asked if target == "filing.draft"]
    assert content["title"] == CONTENT.title
    assert (content["follows"], content["negative_answers"], content["no_private_gain"]) == ("b1", {}, False)


def test_nobody_else_is_offered_to_file_again():
    site = declined_to("lead")
    assert "据此重新报备</button>" not in site.get("/filings/b1").text
    assert site.post("/filings/b1/again").status_code == 403


@pytest.mark.parametrize(("where", "method", "form"), [
    ("recuse", "recuse", {"officer_id": "zhao", "ground": "other", "reason": "邻居"}),
    ("hand-up", "hand_up", {"reason": "无人可办"})])
def test_a_step_that_put_the_case_out_of_sight_is_answered_again_when_sent_twice(where, method, form):
    site = at_review(case=CaseError("not_found"), **{method: CASE})
    assert site.post(f"{PAGE}/{where}", **form).headers["Location"] == f"/work?left={method}"
    assert f"review.{method}" in [target for target, _ in site.caller.asked]


@pytest.mark.parametrize(("where", "decision"), [
    ("decide", "assign"), ("decide", ""), ("clock/decline", ""), ("clock/pause", "")])
def test_what_is_no_decision_there_is_told_so(where, decision):
    site = at_review()
    assert "invalid" in site.post(f"{PAGE}/{where}", decision=decision, words="不予受理").text
    assert [target for target, _ in site.caller.asked if target.startswith("review.")] == []


@pytest.mark.parametrize("page", [PAGE, "/filings/b1"])
def test_a_clock_that_stands_still_says_since_when_and_why(page: str):
    stopped = replace(DEADLINE, suspended=True, suspended_because="等待鉴定", suspended_since=NOW)
    shown = at_review(case={**CASE, "deadline": dump(stopped)}).get(page).text
    assert "2月13日 15:20（周五）起暂停，理由：等待鉴定" in status_of(shown)["until"]
