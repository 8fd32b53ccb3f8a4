"""What a form on a determination or an appeal sends, and what is looked at twice before it is sent."""

import re
from hashlib import sha256
from io import BytesIO

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import HistoryEntry
from services.gateway.console.determination.actions import CASE
from services.gateway.console.determination.appeal import APPEAL
from tests.unit.gateway.casework import DECIDED, HIT, NOW, appeal, case
from tests.unit.gateway.console_site import DRAFT, OFFICER, Site, primaries

PAGE = "/determinations/f1"
TERMS = {"reasons": "为公", "cited": ["three_distinctions", "six_factors"], "discipline_form": "1",
         "conditions": "补办手续\r\n\r\n公开说明", "rectification": "补办", "due_on": "2026-04-30"}
SENT_TERMS = {"reasons": "为公", "cited": ["three_distinctions", "six_factors"], "discipline_form": 1,
              "measure": "", "conditions": ["补办手续", "公开说明"], "effects": "",
              "rectification": {"what": "补办", "due_on": "2026-04-30"}}
ASK = {"name": "赵清", "ground": "relative", "reason": "是亲属"}
ANSWER = {"request_id": "r1", "officer_id": "zhao", "reason": "查无此事"}
RECUSAL = {"officer_id": "qian", "ground": "relative", "reason": "表兄"}

ACTS = [
    ("assign", "assign_determination", {"officer_id": "qian"}, {"officer_id": "qian"}),
    ("accept", "accept_determination", {"words": " 符合 "}, {"opinion": "符合"}),
    ("refuse", "refuse_determination", {"words": "不属于本机关"}, {"reasons": "不属于本机关"}),
    ("form_team", "form_determination_team", {"officer_ids": ["zhao", "qian"], "leader": "qian"},
     {"officer_ids": ["qian", "zhao"]}),
    ("link_filing", "link_filing", {"filing_id": "f7"}, {"filing_id": "f7"}),
    ("add_evidence", "add_evidence", {"kind": "site", "title": "照片", "about": "", "obtained_on": ""},
     {"kind": "site", "title": "照片", "about": "", "obtained_on": None, "attachments": []}),
    ("record_finding", "record_finding", {"evidence_id": "e1", "finding": "属实"},
     {"evidence_id": "e1", "finding": "属实"}),
    ("record_statement", "record_statement", {"words": "为公\r\n为民"},
     {"words": "为公\n为民", "attachments": []}),
    ("write_facts_material", "write_facts_material", {"facts": "事实", "tolerance_opinion": "建议容错"},
     {"facts": "事实", "tolerance_opinion": "建议容错"}),
    ("report", "report_determination", {"report": "查明"}, {"report": "查明", "terms": None}),
    ("return", "return_determination", {"words": "补充"}, {"reasons": "补充"}),
    ("withdraw", "withdraw_determination", {"words": "不需要了"}, {"reason": "不需要了"}),
    ("resume", "resume_determination", {}, {}),
    ("suspend", "suspend_determination", {"words": "鉴定"}, {"reason": "鉴定"}),
    ("extend", "extend_determination", {"words": "复杂"}, {"reason": "复杂"}),
    ("hand_up", "hand_determination_up", {"words": "无人可办"}, {"reason": "无人可办"}),
    ("recuse", "recuse_from_determination", RECUSAL, RECUSAL),
    ("ask_recusal", "ask_for_recusal", ASK, ASK),
    ("answer_recusal", "answer_recusal", {**ANSWER, "granted": "no"}, {**ANSWER, "granted": False}),
    ("withdraw_recusal", "withdraw_recusal", {"request_id": "r1"}, {"request_id": "r1"}),
    ("make", "make_determination", {"outcome": "exempt", **TERMS},
     {"outcome": "exempt", "terms": SENT_TERMS}),
    ("give_feedback", "give_feedback", {"note": "当面", "answer": "服"}, {"note": "当面", "answer": "服"}),
    ("file_for_record", "file_for_record", {"body": "县委", "note": ""}, {"body": "县委", "note": ""}),
    ("correct", "correct_determination", {"outcome": "exempt", "why": "笔误", **TERMS},
     {"outcome": "exempt", "why": "笔误", "terms": SENT_TERMS}),
    ("revoke", "revoke_determination", {"words": "新证据"}, {"reasons": "新证据"}),
    ("lodge_appeal", "lodge_appeal", {"words": "遗漏报备"}, {"grounds": "遗漏报备"}),
]


@pytest.mark.parametrize(("verb", "method", "form", "sent"), ACTS)
def test_a_form_sends_its_command(verb, method, form, sent):
    site = Site("lead", determination=case(verb, **DECIDED))
    page = site.get(f"{PAGE}/act/{verb}")
    assert page.status_code == 200
    assert len(primaries(page.text)) == 1
    answer = site.post(f"{PAGE}/act/{verb}", step="confirmed", **form)
    then = "/work" if verb == "hand_up" else PAGE    # the organ sees it no more
    assert (answer.status_code, answer.location.split("?")[0]) == (302, then)
    assert site.sent(method) == {"case_id": "f1", **sent}


def test_every_act_is_tried_above():
    assert {verb for verb, *_ in ACTS} == set(CASE.acts)


@pytest.mark.parametrize("verb", ["refuse", "withdraw", "suspend", "extend", "make", "correct", "revoke"])
def test_what_is_adverse_is_looked_at_first(verb):
    site = Site("lead", determination=case(verb, **DECIDED))
    form = {"words": "事实不成立", "outcome": "exempt", "why": "笔误", **TERMS, "reasons": "事实不成立"}
    preview = site.post(f"{PAGE}/act/{verb}", **form)
    assert preview.status_code == 200
    assert "还没有办理" in preview.text
    assert "事实不成立" in preview.text
    assert all(str(what) in preview.text for _, what in CASE.acts[verb].told)
    assert preview.text.count('name="cited"') == 2
    done = [target for target, payload in site.caller.asked if "command_id" in payload]
    assert done == [f"determination.rehearse_{CASE.acts[verb].command.method}"]
    again = site.post(f"{PAGE}/act/{verb}", step="again", **form)
    assert "事实不成立</textarea>" in again.text


def test_a_preview_says_its_days_in_full():
    page = Site("lead", determination=case("make", **DECIDED)).post(
        f"{PAGE}/act/make", outcome="exempt", **TERMS).text
    assert "<dd>补办 · 4月30日（周四）前（含当日） <button" in page


def test_the_letter_is_read_before_it_is_sent():
    site = Site("lead", determination=case("make", **DECIDED))
    page = site.post(f"{PAGE}/act/make", outcome="exempt", **TERMS).text
    assert all(word in page for word in (DRAFT["title"], DRAFT["addressee"], *DRAFT["body"].splitlines()))
    assert "确认后才编号" in page
    assert site.sent("rehearse_make_determination") == {"case_id": "f1", "outcome": "exempt",
                                                        "terms": SENT_TERMS}
    assert ("documents.draft", {"type_name": "determination.make_determination",
                                "data": {"title": "未批先建"}}) in site.caller.asked


def test_what_would_be_refused_is_refused_before_it_is_confirmed():
    site = Site("lead", determination=case("make", **DECIDED),
                rehearse_make_determination=CaseError("determination.not_resolved"))
    page = site.post(f"{PAGE}/act/make", outcome="exempt", **TERMS)
    assert page.status_code == 409
    assert "还没有办理" not in page.text
    assert TERMS["reasons"] in page.text


@pytest.mark.parametrize("verb", ["refuse", "withdraw", "make", "correct", "revoke"])
def test_nothing_adverse_reaches_its_confirmation_without_what_it_needs(verb):
    method = f"rehearse_{CASE.acts[verb].command.method}"
    site = Site("lead", determination=case(verb, **DECIDED), **{method: CaseError("invalid")})
    page = site.post(f"{PAGE}/act/{verb}")
    assert page.status_code == 422
    assert "还没有办理" not in page.text


@pytest.mark.parametrize("answer", [{"name": ""}, CaseError("service_unavailable")])
def test_a_decision_waits_for_no_draft(answer):
    site = Site("lead", determination=case("make", **DECIDED))
    site.caller.said["documents.draft"] = answer
    page = site.post(f"{PAGE}/act/make", outcome="exempt", **TERMS)
    assert page.status_code == 200
    assert "还没有办理" in page.text
    assert "文书草稿" not in page.text


def test_a_hit_ends_the_case_with_the_report():
    site = Site("reviewer", determination=case("report", **HIT))
    assert "负面清单有一项属实：谋取私利" in site.get(f"{PAGE}/act/report").text
    assert "不予容错决定书" in site.post(f"{PAGE}/act/report", report="查明", **TERMS).text
    site.post(f"{PAGE}/act/report", step="confirmed", report="查明", **TERMS)
    assert site.sent("report_determination")["terms"] == SENT_TERMS


def test_a_refusal_keeps_what_was_typed():
    site = Site("reviewer", determination=case("suspend"), rehearse_suspend_determination=CaseError(
        "invalid", details={"fields": {"reason": ["Length must be between 1 and 2000."]}}))
    page = site.post(f"{PAGE}/act/suspend", words="等待司法鉴定")
    assert page.status_code == 422
    assert "等待司法鉴定</textarea>" in page.text
    assert '<li><a href="#words">理由</a>' in page.text


def test_evidence_brings_its_files():
    site = Site("reviewer", determination=case("add_evidence"))
    site.caller.said["documents.take_attachment"] = lambda asked: {
        **asked, "sha256": sha256(asked["name"].encode()).hexdigest(), "size": 3, "uploaded_by": "zhao",
        "uploaded_at": NOW.isoformat()}
    assert 'enctype="multipart/form-data"' in site.get(f"{PAGE}/act/add_evidence").text
    files = [(BytesIO(b"one"), "纪要.pdf"), (BytesIO(b"two"), "照片.jpg")]
    site.post(f"{PAGE}/act/add_evidence/attachments", title="纪要", kind="document", file=files)
    assert [each["name"] for each in site.sent("add_evidence")["attachments"]] == ["纪要.pdf", "照片.jpg"]
    assert site.sent("add_evidence")["attachments"][0].keys() == {"name", "sha256", "size", "media_type"}
    assert sorted(site.store.files.values()) == [b"one", b"two"]


def test_a_file_that_is_refused_is_no_evidence():
    site = Site("reviewer", determination=case("add_evidence"))
    site.caller.said["documents.take_attachment"] = CaseError("attachment.type_differs")
    page = site.post(f"{PAGE}/act/add_evidence/attachments", title="纪要", kind="document",
                     file=(BytesIO(b"MZ"), "纪要.pdf"))
    assert page.status_code >= 400
    assert 'value="纪要"' in page.text
    assert not [target for target, _ in site.caller.asked if target == "determination.add_evidence"]


def test_a_refusal_names_whom_it_is_about():
    site = Site("lead", determination=case("form_team"), form_determination_team=CaseError(
        "review.recused", details={"officer_id": "qian"}))
    site.caller.said["identity.officer"] = {**OFFICER, "name": "钱明"}
    assert "是谁：钱明" in site.post(f"{PAGE}/act/form_team", officer_ids=["zhao", "qian"]).text


def test_a_form_that_comes_back_keeps_its_files():
    site = Site("reviewer", determination=case("add_evidence"), add_evidence=CaseError("invalid"))
    taken = {"sha256": "ab" * 32, "size": 3, "name": "纪要.pdf", "media_type": "application/pdf"}
    site.caller.said["documents.take_attachment"] = site.caller.said["documents.attachment"] = taken
    chosen = (BytesIO(b"one"), "纪要.pdf")
    page = site.post(f"{PAGE}/act/add_evidence/attachments", kind="document", file=chosen)
    assert f'name="kept_file" value="{taken["sha256"]}" checked> 纪要.pdf' in page.text
    site.caller.said["determination.add_evidence"] = {}
    again = {"title": "纪要", "kind": "document", "kept_file": taken["sha256"], "file": (BytesIO(), "")}
    assert site.post(f"{PAGE}/act/add_evidence/attachments", **again).status_code == 302
    assert site.sent("add_evidence")["attachments"] == [taken]
    assert len(site.store.files) == 1


def test_an_unknown_act_is_no_page():
    assert Site("lead").get(f"{PAGE}/act/explode").status_code == 404


@pytest.mark.parametrize(("verb", "method", "form", "sent"), [
    ("form_panel", "form_appeal_panel", {"officer_ids": ["m1", "m2"]}, {"officer_ids": ["m1", "m2"]}),
    ("decide", "decide_appeal", {"outcome": "exempt", **TERMS}, {"outcome": "exempt", "terms": SENT_TERMS}),
    ("withdraw", "withdraw_appeal", {"words": ""}, {"reason": ""})])
def test_an_appeal_is_carried_on(verb, method, form, sent):
    site = Site("lead", appeal=appeal(verb), determination=case(**DECIDED))
    page = site.get("/appeals/ap1").text
    assert str(APPEAL.acts[verb].word) in page
    assert site.get(f"/appeals/ap1/act/{verb}").status_code == 200
    assert site.post(f"/appeals/ap1/act/{verb}", step="confirmed", **form).location == "/appeals/ap1"
    assert site.sent(method) == {"appeal_id": "ap1", **sent}


def test_a_panel_is_offered_nobody_who_had_a_hand_in_the_case_and_nothing_harsher():
    site = Site("lead", appeal=appeal("form_panel", engaged=("m1",)), determination=case(**DECIDED))
    page = site.get("/appeals/ap1/act/form_panel").text
    assert 'value="m2"' in page
    assert 'value="m1"' not in page
    page = site.get("/appeals/ap1/act/decide").text
    assert re.findall('name="outcome" value="([a-z]+)"', page) == ["exempt"]


def test_the_timeline_of_an_appeal_tells_the_outcome_in_words():
    told = (HistoryEntry(what="decide", actor_id="m1", actor_name="韩直", note="exempt", at=NOW),)
    page = Site("member", appeal=appeal(history=told), determination=case(**DECIDED)).get("/appeals/ap1").text
    assert ">exempt<" not in page
    assert "免责" in page[page.index("复核已决定"):]


def test_appeals_are_listed_with_whoever_has_them():
    page = Site("lead").get("/appeals").text
    assert all(said in page for said in ('href="/appeals/ap1"', "容复〔2026〕1号", "负责人（待组成复核组）"))
    empty = Site("member", appeals={"lines": [], "next_cursor": ""})
    assert "还没有办结的申诉" in empty.get("/appeals?tab=closed").text
