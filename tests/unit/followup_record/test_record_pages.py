"""The pages of a record: for the person, for whoever supervises, with no mark on anybody, in both tongues."""

import re
from typing import Any

import pytest

from rongcuo.contracts.followup import CorrectionAnswer, CorrectionsPage
from rongcuo.contracts.followup.record.operations import (
    ADD_RECORD_REMARK,
    ANSWER_CORRECTION,
    ASK_CORRECTION,
    CORRECTION,
    CORRECTIONS,
    RECORD,
)
from rongcuo.contracts.serialisation import dump
from services.followup.pages.record import words
from services.gateway.cookies import LANGUAGE
from tests.unit.followup_record.scenes import FACT, OPEN, OWN, record
from tests.unit.gateway import report_pages
from tests.unit.gateway.console_site import COUNTY, Site, primaries
from tests.unit.gateway.site import NOW

CHINESE = re.compile("[\u4e00-\u9fff]")
WORDS = re.compile(
    "<(?:h1|h2|label for[^>]*|dt|th[^>]*|caption|summary|button[^>]*|p class=\"(?:notice|hint)\"[^>]*)>"
    "([^<]+)<")
def page(who: str, address: str, said: dict[str, Any], language: str = "zh") -> str:
    there = Site(who)
    there.caller.said |= report_pages.BESIDE | said
    there.client.set_cookie(LANGUAGE, language)
    return str(there.get(address).text)


def own(language: str = "zh", **changes: Any) -> str:
    return page("subject", f"/records/{OWN}", {RECORD.name: dump(record(**changes))}, language)


def test_the_person_reads_every_fact_and_who_has_looked():
    shown = own()
    for word in ("先行供水", "补签合同", "1,364 户", "先行施工", "免责", "回访〔2026〕1号", "正式回访",
                 "当时停水三天", "谢谢同事们", "更正〔2026〕1号", "看动机态度", "谁看过", "孙正"):
        assert word in shown, word
    assert shown.count("申请更正</a>") == 3
    assert primaries(shown) == []


def test_nothing_in_it_has_a_colour_or_a_figure_of_the_person():
    body = own().partition("<main")[2].partition("</main>")[0]
    assert re.findall(r'class="chip[^"]*"', body) == []
    assert not [word for word in ("得分", "评分", "等级", "名次", "good", "late") if word in body]


def test_somebody_else_is_told_that_they_are_seen_and_says_nothing_for_the_person():
    shown = page("lead", f"/records/{OWN}", {RECORD.name: dump(record(theirs=False, seen=()))})
    assert "本人看得到" in shown
    assert "申请更正</a>" not in shown.replace("申请更正</a> ·", "")
    assert "/remark" not in shown
    assert "谁看过" not in shown


def test_what_cannot_be_asked_now_is_said():
    shown = own(filings=(), away=("filing",))
    assert "现在查不到：报备" in shown
    assert "太多" in own(more=("determination",))


def test_an_empty_record_says_what_would_stand_there():
    shown = own(filings=(), determinations=(), programmes=(), remarks=(), corrections=(), seen=(), looks=())
    assert "还没有记录" in shown
    assert "还没有人看过" in shown


@pytest.mark.parametrize(("path", "command", "sent"), [
    ("remark", ADD_RECORD_REMARK, {"person_id": OWN, "words": "停水", "fact": dump(FACT)}),
    ("correct", ASK_CORRECTION, {"person_id": OWN, "words": "停水", "fact": dump(FACT)})])
def test_the_person_says_something_of_one_entry(path: str, command: Any, sent: dict[str, Any]):
    there = Site("subject")
    there.caller.said |= report_pages.BESIDE | {command.name: {"case_id": "c1", "person_id": OWN}}
    address = f"/records/{OWN}/{path}?kind=filing&matter_id=f1&number=容报〔2026〕1号"
    assert "容报〔2026〕1号" in there.get(address).text
    answer = there.post(address, words="停水")
    assert answer.status_code == 302
    assert there.sent(command.name) == sent


def test_a_remark_on_the_whole_names_no_entry_and_a_correction_has_to():
    there = Site("subject")
    there.caller.said |= report_pages.BESIDE | {ADD_RECORD_REMARK.name: {"person_id": OWN}}
    there.post(f"/records/{OWN}/remark", words="谢谢")
    assert there.sent(ADD_RECORD_REMARK.name)["fact"] is None
    assert there.get(f"/records/{OWN}/correct").status_code == 404


def test_a_lead_answers_with_the_reason():
    there = Site("lead")
    there.caller.said |= report_pages.BESIDE | {
        CORRECTION.name: dump(OPEN) | {"allowed": ["answer"]}, ANSWER_CORRECTION.name: {"case_id": "c1"}}
    shown = there.get("/records/corrections/c1").text
    assert len(primaries(shown)) == 1
    assert "日期不对" in shown
    form = there.get("/records/corrections/c1/act/answer").text
    assert "不予更正" in form
    there.post("/records/corrections/c1/act/answer", corrected="0", reason="与原件一致")
    assert there.sent(ANSWER_CORRECTION.name) == {
        "case_id": "c1", "corrected": False, "reason": "与原件一致"}


def test_the_person_reads_the_answer():
    answer = CorrectionAnswer(corrected=True, reason="已按原件改", by_id="sun", by_name="孙正", at=NOW)
    said = {CORRECTION.name: dump(OPEN) | {
        "theirs": True, "state": "answered", "due_at": None, "answer": dump(answer)}}
    shown = page("subject", "/records/corrections/c1", said)
    for word in ("已更正", "已按原件改", "孙正", "回到我的记录"):
        assert word in shown


@pytest.mark.parametrize("tab", words.TABS)
def test_the_list_of_a_lead_has_three_tabs_and_that_of_the_person_one(tab: str):
    listed = {CORRECTIONS.name: dump(CorrectionsPage(lines=(OPEN,), counts={"organ": 1}))}
    assert "更正〔2026〕1号" in page("lead", f"/records/corrections?tab={tab}", listed)
    assert str(words.EMPTY[tab])[:6] in page("lead", f"/records/corrections?tab={tab}", {
        CORRECTIONS.name: dump(CorrectionsPage())})
    assert "待答复</a>" not in page("subject", "/records/corrections", listed)


def test_whoever_supervises_finds_people_by_name_with_no_figure_beside_them():
    shown = page("lead", "/records", {})
    assert f"/records/{OWN}" in shown
    assert "/records/sun" not in shown
    own_first = Site("subject")
    assert own_first.get("/records").status_code == 302
    assert own_first.get("/records/mine").headers["Location"].endswith(f"/records/{OWN}")


def test_every_word_has_its_english():
    pages = [own("en"), page("lead", "/records", {}, "en"),
             page("subject", f"/records/{OWN}/correct?kind=filing&matter_id=f1", {}, "en"),
             page("lead", "/records/corrections/c1", {CORRECTION.name: dump(OPEN)}, "en"),
             page("lead", "/records/corrections", {CORRECTIONS.name: dump(CorrectionsPage(lines=(OPEN,)))},
                  "en")]
    left = [word for shown in pages for word in WORDS.findall(shown.partition("<main")[2])
            if CHINESE.search(word)]
    assert [word for word in left if word not in (COUNTY, "杨桥街道办事处") and "更正〔" not in word
            and not word.startswith(("县", "市"))] == []


def test_what_a_programme_follows_from_is_said_in_the_readers_language():
    assert "容错认定：免责" in own()
    shown = own("en")
    assert "容错认定：免责" not in shown
    assert "Determination" in shown
