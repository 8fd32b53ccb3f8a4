"""Above the button of a step stands what is missing before it, and what can be done first."""

import re
from urllib.parse import quote

from rongcuo.contracts.determination import DeterminationState
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.gaps import GapView
from rongcuo.contracts.serialisation import dump
from rongcuo.policy.gaps import Gap
from services.gateway.console.case.gaps import WORDS
from services.gateway.cookies import LANGUAGE
from tests.unit.gateway.casework import case
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.filework import NOW
from tests.unit.gateway.test_console_reviews import CASE, at_review

PAGE = "/determinations/f1"
SHOWN_FIRST = "缺少：事实见面材料（查明的事实，当事人还没有全部看到），可以先写好材料，请当事人看过。"
TICK = "我已知晓，仍要办理"
CALL = {"title": "联席会议", "at": "2026-03-20T09:00", "case_id": "f1", "member_ids": "m1", "chair_id": "m1"}


def gap(code, force="warn", about=""):
    return GapView(gap=code, step=Gap(code).step, force=force, about=about)


def test_every_gap_has_its_words():
    assert set(WORDS) == {each.value for each in Gap}


def test_a_report_s_form_says_what_is_missing_above_its_button():
    site = Site("reviewer", determination=case("report", missing=(gap("report.facts_not_shown"),)))
    page = site.get(f"{PAGE}/act/report").text
    assert SHOWN_FIRST in page
    assert page.index(SHOWN_FIRST) < page.index('<button class="primary">')
    assert TICK not in page
    assert SHOWN_FIRST not in Site("reviewer", determination=case("report")).get(f"{PAGE}/act/report").text


def test_where_the_pack_asks_for_it_the_tick_goes_with_the_step():
    asked = case("give_feedback", state=DeterminationState.FEEDBACK,
                 missing=(gap("give_feedback.no_account", "acknowledge"),))
    site = Site("reviewer", determination=asked)
    assert TICK in site.get(PAGE).text
    site.caller.said["determination.give_feedback"] = asked
    site.post(f"{PAGE}/act/give_feedback", note="当面送达", acknowledged="1")
    assert site.sent("give_feedback")["acknowledged"] is True
    site.post(f"{PAGE}/act/give_feedback", note="当面送达")
    assert "acknowledged" not in site.sent("give_feedback")


def test_the_history_says_in_words_in_spite_of_what_a_step_was_taken():
    known = HistoryEntry(what="acknowledged", actor_id="wang", actor_name="王某", at=NOW,
                         note="report.facts_not_shown report.not_heard")
    page = Site("lead", determination=case("assign", history=(known,))).get(f"{PAGE}?tab=timeline").text
    assert "办理时尚缺，经办人知晓" in page
    assert "事实见面材料（查明的事实，当事人还没有全部看到）；当事人的陈述和申辩" in page
    assert "report.not_heard" not in page


def test_a_step_that_waits_says_so():
    waits = (gap("make.minutes_unsigned", "refuse"),)
    asked = case("recuse", state=DeterminationState.MEETING, missing=waits)
    assert "补齐以前不能办理。" in Site("lead", determination=asked).get(f"{PAGE}/act/make").text


def test_what_is_looked_at_twice_says_it_twice_and_keeps_the_tick():
    asked = case("make", state=DeterminationState.MEETING, resolved="exempt",
                 missing=(gap("make.not_heard", "acknowledge"),))
    site = Site("lead", determination=asked)
    page = site.post(f"{PAGE}/act/make", outcome="exempt", reasons="集体研究", acknowledged="1").text
    assert "缺少：当事人的陈述和申辩" in page
    assert 'name="acknowledged" value="1" checked' in page
    assert site.sent("rehearse_make_determination")["acknowledged"] is True


def test_a_filing_s_review_says_it_of_both_ways_to_decide():
    missing = [dump(gap(code)) for code in ("accept.named_not_looked_at", "decline.supplement_not_asked")]
    page = at_review(case={**CASE, "missing": missing}).get("/reviews/b1").text
    assert "缺少：对报备人所指利害关系的核实" in page
    assert "缺少：补正的机会（还没有请报备人补正过），可以先退回补正，写明要补什么。" in page


def test_a_filing_whose_supplement_never_came_can_be_declined_here():
    late = {**CASE, "state": "awaiting_supplement", "allowed": ["decline"],
            "missing": [dump(gap("decline.supplement_open"))]}
    page = at_review(case=late).get("/reviews/b1").text
    assert 'value="decline"' in page
    assert 'value="accept"' not in page
    assert "缺少：报备人的补正（到期没有补）" in page


def test_who_refutes_a_filing_takes_note_of_it_on_the_page_to_check_too():
    missing = [dump(gap("report_verification.named_not_looked_at", force="acknowledge"))]
    site = at_review(case={**CASE, "missing": missing})
    form = {"confirmed": "0", "findings": "与报备不符"}
    page = site.post("/reviews/b1/verification", **form, acknowledged="1").text
    assert "缺少：对报备人所指利害关系的核实" in page
    assert TICK in page
    site.post("/reviews/b1/verification", **form, acknowledged="1", step="confirmed")
    assert site.sent("report_verification")["acknowledged"] is True


def test_who_convenes_reads_what_the_members_would_miss_before_it_is_done():
    site = Site("lead")
    asked = {"missing": [dump(gap("convene.not_heard", about="未批先建"))]}
    site.caller.said["determination.convening"] = asked
    said = "未批先建：缺少：当事人的陈述和申辩"
    assert said in site.get("/meetings/new").text
    barred = dump(gap("convene.member_barred", about="组织部成员（未批先建）"))
    site.caller.said["determination.convening"] = {"missing": [*asked["missing"], barred]}
    page = site.post("/meetings/new", **CALL, seen="旧的").text
    assert page.index("还没有办理") < page.index("组织部成员（未批先建）：缺少：须回避的成员的一票")
    assert page.index("须回避的成员的一票") < page.index('id="title"')
    assert "determination.convene_meeting" not in [target for target, _ in site.caller.asked]
    site.caller.said["determination.convene_meeting"] = {"meeting_id": "meet1"}
    seen = re.findall('name="seen" value="([^"]+)"', page)
    assert site.post("/meetings/new", **CALL, seen=seen).location == "/meetings/meet1"


def test_who_opens_a_case_reads_first_what_was_decided_about_the_same_person_and_time():
    site = Site("lead", open_determination=case(), dispose_clue={"case_id": "f1"})
    site.caller.said["determination.opening"] = {"missing": [
        dump(gap("open.decided_nearby", "acknowledge", about="容认〔2026〕1号"))]}
    about = {"officer_id": "liu", "since": "2025-11-03", "tolerance_arises": "1",
             "received_at": "2026-02-12T09:00"}
    for path, verb in (("/determinations/new", "open_determination"),
                       ("/clue-disposals/new", "dispose_clue")):
        page = site.post(path, **about).text
        assert "容认〔2026〕1号：缺少：对这件案件的核对" in page
        assert "我已知晓，仍要办理" in page
        assert page.index("还没有办理") < page.index('id="title"'), "where whoever pressed looks"
        assert f'/search?search={quote("容认〔2026〕1号")}" target="_blank"' in page
        assert f"determination.{verb}" not in [target for target, _ in site.caller.asked]
        seen = re.findall('name="seen" value="([^"]+)"', page)
        assert site.post(path, **about, seen=seen, acknowledged="1").location == "/determinations/f1"
        assert site.sent(verb)["acknowledged"] is True


def test_a_disposal_that_opens_nothing_is_asked_for_nothing():
    site = Site("lead", dispose_clue={"case_id": "f1"})
    site.post("/clue-disposals/new", tolerance_arises="0", received_at="2026-02-12T09:00", since="2025-11-03")
    assert "determination.opening" not in [target for target, _ in site.caller.asked]


def test_it_is_said_in_english_too():
    site = Site("reviewer", determination=case("report", missing=(gap("report.not_heard"),)))
    site.client.set_cookie(LANGUAGE, "en")
    page = site.get(f"{PAGE}/act/report").text
    assert "Missing: the statement of the person concerned. You can first ask for it in writing" in page


def test_whoever_steps_back_is_led_where_they_may_still_be_and_told_so():
    site = Site("reviewer", determination=case("recuse"))
    gone = CaseError("not_found")

    def recused(_):
        site.caller.said["determination.determination"] = gone
        return {}

    site.caller.said["determination.recuse_from_determination"] = recused
    form = {"officer_id": "zhao", "ground": "relative", "reason": "表兄"}
    answer = site.post(f"{PAGE}/act/recuse", **form)
    assert answer.location == "/determinations?left=recuse"
    assert "已回避。这件事不再向您显示" in site.get(answer.location).text
    still = Site("lead", determination=case("recuse"))
    assert still.post(f"{PAGE}/act/recuse", **form).location == PAGE


def test_a_message_is_one_row_on_however_many_channels():
    site = Site("reviewer")
    one = {"recipient": "刘某", "subject": "已收到", "message_id": "m1", "delivered_at": None}
    site.caller.said["notify.matter"] = {"tasks": [], "deliveries": [
        {**one, "delivery_id": "d1", "channel": "inbox", "state": "delivered"},
        {**one, "delivery_id": "d3", "message_id": "m2", "channel": "inbox", "state": "delivered"},
        {**one, "delivery_id": "d2", "channel": "mail", "state": "pending"}]}
    page = site.get(f"{PAGE}?tab=timeline").text
    assert page.count("<td>刘某</td>") == 2
    assert "站内通知 已送达<br>邮件 待送" in page
