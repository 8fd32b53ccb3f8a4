"""The pages of the casebook: an entry in each of its states, for whoever works on it and for everybody else;
each of its forms; the list with its search; and a guide, to read, to print and to be asked to read."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pdfplumber
import pytest

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    AreaLine,
    Areas,
    EntriesPage,
    EntryLine,
    EntryState,
    GuideEntry,
    GuideView,
    ReadingLine,
    ReadingsView,
)
from rongcuo.contracts.followup.casebook import operations
from rongcuo.contracts.serialisation import dump
from services.followup.domain.casebook import FOLLOWING, CasebookEntry
from services.followup.domain.casebook import EntryVerb as Verb
from services.followup.pages.casebook import words
from services.followup.pages.casebook.acts import ENTRY
from services.followup.presenters.casebook import view_of
from services.gateway.cookies import LANGUAGE
from tests.unit.followup import casebook_scene as cases
from tests.unit.followup.casebook_scene import ENTRIES
from tests.unit.followup.scene import LEAD, NOW, WEN, by
from tests.unit.gateway import report_pages
from tests.unit.gateway.console_site import Site, primaries

ONE, LISTED, GUIDE = "/followup/casebook/e1", "/followup/casebook", "/followup/guides/land"
CHINESE = re.compile("[\u4e00-\u9fff]")
LABELS = re.compile("<(?:h1|h2|legend|label for[^>]*|dt|th[^>]*|summary|button[^>]*)>([^<]+)<")
MADE = {"case_id": "e1", "number": "1", "tag": ""}


def seen(entry: CasebookEntry, by_whom: Actor = LEAD, *allowed: str, fits: int = 5) -> dict[str, Any]:
    told = view_of(entry, by(by_whom), lambda said: fits if said else 40)
    return {**report_pages.BESIDE,
            operations.CASEBOOK_ENTRY.name: dump(replace(told, allowed=allowed or told.allowed))}


def page(who: str, address: str, said: dict[str, object], language: str = "zh") -> str:
    there = Site(who)
    there.caller.said |= said
    there.client.set_cookie(LANGUAGE, language)
    return str(there.get(address).text)


def guide(**other: Any) -> GuideView:
    entry = cases.published()
    told = GuideEntry(case_id="e1", number=entry.number, text=entry.masked, until=entry.validity.until)
    return GuideView(area="land", area_name="自然资源和用地", area_name_en="Land", edition="3f9a0c1b2d4e",
                     as_of=NOW.date(), notice="供参照，不作依据。", entries=(told,), **other)


def of_guide(told: GuideView) -> dict[str, object]:
    return {**report_pages.BESIDE, operations.CASEBOOK_GUIDE.name: dump(told)}


@pytest.mark.parametrize("state", EntryState)
def test_who_works_on_it_sees_where_it_stands_and_both_texts(state: EntryState):
    entry = ENTRIES[state]()
    shown = page("lead", ONE, seen(entry))
    assert entry.number in shown
    assert str(words.STATES[state]) in shown
    assert "温建国" in shown
    assert len(primaries(shown)) <= 1
    assert "不得单独作为" in shown


def test_who_only_reads_it_sees_what_is_masked_and_nothing_of_its_source():
    shown = page("subject", ONE, seen(cases.published(), WEN))
    assert not [each for each in ("温", "水务局", "凤屯", "容认〔2026〕2号", "原文") if each in shown]
    assert shown.count("牟定") == 1     # which is said of it, and counted
    assert "出于公心" in shown
    assert f"{ONE}/act/" not in shown


def test_it_says_what_still_names_somebody():
    entry = cases.masking()
    decided = cases.MaskDecision(number=1, choice=cases.MaskChoice.MASK, replacement="王立")
    entry.decide_masks((decided,), by(LEAD))
    assert "仍然看得到：王立" in page("lead", ONE, seen(entry))
    assert "仍然看得到" not in page("lead", ONE, seen(cases.masking()))


def test_it_says_how_many_it_fits_and_what_to_widen():
    shown = page("lead", ONE, seen(cases.masking(), fits=4))
    assert "只有 4 人符合" in shown
    assert "放宽“地方”" in shown
    assert "只有" not in page("lead", ONE, seen(cases.masking()))


@pytest.mark.parametrize("verb", ENTRY.acts)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_form_asks_in_both_languages(verb: str, language: str):
    entry = cases.masking()
    shown = page("lead", f"{ONE}/act/{verb}", seen(entry, LEAD, verb), language)
    assert "<form" in shown
    own = {each.words for each in entry.masks}
    asked = [each for each in LABELS.findall(shown)
             if CHINESE.search(each) and not any(mask in each for mask in own)]
    assert bool(asked) is (language == "zh"), asked


@pytest.mark.parametrize("address", [ONE, LISTED, f"{LISTED}/new", GUIDE, "/followup/guides",
                                     f"{GUIDE}/readings"])
def test_every_page_is_there_in_english(address: str):
    readings = ReadingsView(area="land", edition="3f9a0c1b2d4e", asked=1, read=0, lines=(ReadingLine(
        officer_id="wen", name="Wen", edition="3f9a0c1b2d4e", current=True, assigned_at=NOW),))
    areas = Areas(lines=(AreaLine(area="land", name="用地", name_en="Land", entries=1, unread=True),))
    said = {**seen(cases.published()), **of_guide(guide(may_assign=True)),
            operations.READINGS.name: dump(readings), operations.CASEBOOK_AREAS.name: dump(areas),
            operations.CASEBOOK_ENTRIES.name: dump(EntriesPage())}
    shown = page("lead", address, said, "en")
    own = cases.published().masked.title
    told = [each for each in LABELS.findall(shown) if CHINESE.search(each) and own not in each]
    assert told == []


def test_every_verb_has_a_form_and_words():
    assert {*ENTRY.acts} | {each.value for each in FOLLOWING} == {each.value for each in Verb}
    assert {each.value for each in Verb} | {"begin"} == words.VERBS.keys()


def test_masks_are_decided_one_by_one():
    there = Site("lead")
    there.caller.said |= {**seen(cases.masking(), LEAD, "decide"), operations.DECIDE_MASKS.name: MADE}
    there.post(f"{ONE}/act/decide", **{
        "choice-1": "keep", "reason-1": "常用词", "replacement-1": "", "choice-2": "mask",
        "replacement-2": "某局"})
    assert there.sent(operations.DECIDE_MASKS.name)["decisions"] == [
        {"number": 1, "choice": "keep", "replacement": "", "reason": "常用词"},
        {"number": 2, "choice": "mask", "replacement": "某局", "reason": ""}]


def test_what_is_left_out_of_a_description_says_nothing():
    there = Site("lead")
    there.caller.said |= {**seen(cases.masking(), LEAD, "describe"), operations.DESCRIBE_ENTRY.name: MADE}
    there.post(f"{ONE}/act/describe", area="land", unit_kind="", place="532300", month="", shown_in="")
    sent = there.sent(operations.DESCRIBE_ENTRY.name)
    assert (sent["area"], sent["shown_in"]) == ("land", "")
    assert {name: value for name, value in sent["combination"].items() if value} == {"place": "532300"}


def test_a_case_is_begun_with_a_line_for_each_keyword():
    there = Site("lead")
    there.caller.said |= {**report_pages.BESIDE, operations.BEGIN_ENTRY.name: MADE}
    there.post(f"{LISTED}/new", source_id="hand", names="段某\n某局\n", area="land", title="一案",
               keywords="用地\n\n容错", gist="要点", facts="案情", meaning="意义")
    sent = there.sent(operations.BEGIN_ENTRY.name)
    assert (sent["names"], sent["text"]["keywords"], sent["text"]["risks"]) == (
        ["段某", "某局"], ["用地", "容错"], [])


def test_a_case_is_told_from_a_matter_that_is_chosen_and_nobody_types_its_id():
    there = Site("lead")
    line = {"case_id": "d1", "number": "容认〔2026〕2号", "title": "先调用后补报"}
    there.caller.said |= {**report_pages.BESIDE, operations.BEGIN_ENTRY.name: MADE,
                          "determination.determinations": {"lines": [line]},
                          "clarify.clarifications": CaseError("service_unavailable")}
    shown = str(there.get(f"{LISTED}/new?search=调用").text)
    asked = there.sent("determination.determinations")
    assert (asked["tab"], asked["search"]) == ("closed", "调用")
    field = shown.split('id="source_id"')[1].split("</fieldset>")[0]
    assert 'value="determination:d1"' in field
    assert "容错认定 · 容认〔2026〕2号 · 先调用后补报" in field
    assert 'type="text" name="source_id"' not in shown
    there.post(f"{LISTED}/new", source_id="determination:d1", names="", area="land", title="一案",
               gist="要点", facts="案情", meaning="意义")
    sent = there.sent(operations.BEGIN_ENTRY.name)
    assert (sent["kind"], sent["source_id"]) == ("determination", "d1")


def test_a_new_version_is_told_from_the_same_matter():
    entry = cases.published()
    shown = page("lead", f"{LISTED}/new?replaces=e1", seen(entry))
    held = f"{entry.source.kind}:{entry.source.source_id}" if entry.source.source_id else "hand"
    assert f'name="source_id" value="{held}" required checked' in shown


def test_the_list_is_searched_and_who_does_not_work_on_cases_sees_published_ones_alone():
    line = EntryLine(case_id="e1", number="案例〔2026〕1号", edition=2, title="某某案", area="land",
                     area_name="用地", organ_id="532323", state=EntryState.PUBLISHED,
                     valid_until=NOW.date(), at=NOW)
    for who, works in (("lead", True), ("subject", False)):
        there = Site(who)
        there.caller.said |= {operations.CASEBOOK_ENTRIES.name: dump(EntriesPage(lines=(line,)))}
        shown = str(there.get(f"{LISTED}?search=用地&area=land").text)
        assert ("某某案" in shown, "起草案例" in shown, "起草和审核" in shown) == (True, works, works)
        asked = there.sent(operations.CASEBOOK_ENTRIES.name)
        assert (asked["search"], asked["area"], asked["tab"]) == ("用地", "land", "published")


def test_a_guide_is_read_with_one_press_which_says_which_edition():
    there = Site("subject")
    there.caller.said |= {**of_guide(guide(asked_by="孙正", read_by=NOW.date())),
                          operations.READ_GUIDE.name: {"area": "land", "edition": "3f9a0c1b2d4e", "many": 1}}
    shown = str(there.get(GUIDE).text)
    assert "孙正请您" in shown
    assert "学习情况" not in shown
    there.post(f"{GUIDE}/read", edition="3f9a0c1b2d4e")
    assert there.sent(operations.READ_GUIDE.name)["edition"] == "3f9a0c1b2d4e"
    assert "您已读这一版" in page("subject", GUIDE, of_guide(guide(read_at=NOW)))


def test_a_guide_is_printed_with_its_contents_its_notice_and_every_heading():
    there = Site("subject")
    there.caller.said |= of_guide(guide())
    answer = there.get(f"{GUIDE}/pdf")
    assert answer.mimetype == "application/pdf"
    with pdfplumber.open(BytesIO(answer.data)) as pdf:
        whole = "".join("".join(sheet.extract_text().split()) for sheet in pdf.pages)
    for said in ("容错纠错工作指引", "自然资源和用地", "3f9a0c1b2d4e", "供参照，不作依据。", "目录", "关键词",
                 "要点", "基本案情及处理结果", "指导意义", "判断要素", "风险点",
                 cases.published().masked.title):
        assert said in whole
    assert "温建国" not in whole


def test_an_empty_guide_is_not_printed():
    shown = page("lead", f"{GUIDE}/pdf", of_guide(replace(guide(), entries=(), edition="")))
    assert "还没有有效的案例" in shown


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_situation_can_be_told_from_the_others_where_one_is_chosen(language: str):
    shown = page("lead", f"{ONE}/act/describe", seen(cases.masking(), LEAD, "describe"), language)
    choice = shown.partition('name="situation"')[2].partition("</select>")[0]
    offered = re.findall("<option value=[^>]*>([^<]*)</option>", choice)[1:]
    assert len(offered) > 5
    assert all(offered)
    assert any(map(CHINESE.search, offered)) is (language == "zh")
