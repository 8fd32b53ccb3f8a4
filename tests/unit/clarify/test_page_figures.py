"""The page of an organ's figures: each with its bar and its number, without a script."""

import re
from dataclasses import replace
from html import unescape

import pytest

from rongcuo.contracts.clarify import operations
from rongcuo.contracts.clarify.clarification.operations import CLARIFICATION_FIGURES
from rongcuo.contracts.clarify.false_accusation.operations import FALSE_ACCUSATION_FIGURES
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity.operations import ORGANS
from rongcuo.contracts.serialisation import dump
from services.clarify.domain.clarification import counting as clearings
from services.clarify.domain.counting import counted, figures_of
from services.clarify.domain.false_accusation import counting as accusations
from tests.unit.clarify import figures_scene as came
from tests.unit.clarify_procedures import clarification_scene as cleared
from tests.unit.gateway import console_site
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.report_pages import listed
from tests.unit.gateway.site import NOW
from tests.unit.gateway.test_console_structure import Outline

PAGE = "/clarify/figures"
CAME = dump(figures_of([counted(each) for each in (
    came.came_in("1"), came.repeated("2"), came.came_in("3", came.content(came.UNIT)))]))
CLEARED = dump(clearings.figures_of(
    (clearings.counted(cleared.closed()), replace(clearings.counted(cleared.refused()), matter="r3")), 3))
FOUND = dump(accusations.figures_of(7, 9, 2))


def site(who: str = "lead", **said: object) -> Site:
    there = Site(who)
    there.caller.said |= {operations.REPORT_FIGURES.name: CAME, CLARIFICATION_FIGURES.name: CLEARED,
                          FALSE_ACCUSATION_FIGURES.name: FOUND, **said}
    return there


def asked(there: Site, name: str) -> dict[str, object]:
    return next(payload for operation, payload in reversed(there.caller.asked) if operation == name)


def texts_of(page: str) -> str:
    """What is to be read, with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_each_figure_says_what_it_counts_with_a_bar_and_its_number():
    page = site().get(PAGE).text
    texts = texts_of(page)
    for word in ("登记 3 件", "来信", "匿名举报", "本级受理", "初次", "重复", "廉洁纪律", "乡科级", "单位",
                 "查明不属实、错告", "3 件", "已经澄清", "1 人", "0 个组织", "不予澄清", "1 件次", "已回访",
                 "1 人次", "中位数（工作日）", "书面", "会议"):
        assert word in texts, word
    assert page.count('class="measure"') >= 10
    assert "各类之和大于总数，不能相加" in texts
    assert "查明不属实的，已经澄清 33%。" in texts


def test_the_page_has_its_headings_in_order_and_works_without_a_script():
    page = site().get(PAGE).text
    outline = Outline()
    outline.feed(page)
    assert re.findall(r"<h1>(.+?)</h1>", page) == ["检举控告统计"]
    assert 'method="get"' in page


def test_it_is_of_this_year_and_ones_own_organ_unless_something_else_is_asked_for():
    there = site()
    there.get(PAGE)
    told = asked(there, operations.REPORT_FIGURES.name)
    assert told == {"organ_id": "530127", "since": f"{NOW.year}-01-01", "until": NOW.date().isoformat()}
    there.get(f"{PAGE}?since=2026-01-01&until=2026-03-31&organ=530181")
    assert asked(there, CLARIFICATION_FIGURES.name) == {
        "organ_id": "530181", "since": "2026-01-01", "until": "2026-03-31"}


def test_who_supervises_chooses_an_organ_by_its_name_and_others_cannot():
    there = site("supervisor")
    there.caller.said |= {ORGANS.name: {"organs": [
        {"organ_id": code, "name": name, "division_code": code, "division_name": name, "level": "county"}
        for code, name in (("530127", "嵩明县纪委监委"), ("530125", "宜良县纪委监委"))]}}
    page = there.get(f"{PAGE}?organ=530125").text
    assert re.findall(r'<option value="(\d+)"( selected)?[^>]*>([^<]+)', page) == [
        ("530127", "", "嵩明县纪委监委"), ("530125", " selected", "宜良县纪委监委")]
    assert 'type="text"' not in page
    assert 'name="organ"' not in site().get(PAGE).text


def test_findings_are_there_for_the_province_alone_and_small_ones_are_not_told(monkeypatch):
    assert "诬告陷害" not in site("supervisor").get(PAGE).text
    province = console_site.PEOPLE["supervisor"] | {"division_code": "530000", "organ_id": "530000"}
    monkeypatch.setitem(console_site.PEOPLE, "supervisor", province)
    there = site("supervisor")
    texts = texts_of(there.get(PAGE).text)
    for word in ("诬告陷害认定", "7 件", "9 人次", "<5 件", "不到 5 的一律不显示"):
        assert word in texts, word
    assert asked(there, FALSE_ACCUSATION_FIGURES.name)["half"] in (1, 2)


def test_where_nothing_came_in_it_says_so():
    nothing = dump(figures_of([])), dump(clearings.figures_of([], 0))
    there = site(**dict(zip((operations.REPORT_FIGURES.name, CLARIFICATION_FIGURES.name), nothing,
                            strict=True)))
    texts = texts_of(there.get(PAGE).text)
    assert "这段时间没有登记检举控告" in texts
    assert "没有查明不属实的" in texts


@pytest.mark.parametrize(("code", "status"), [("forbidden", 403), ("clarify.period", 422)])
def test_a_refusal_is_said(code: str, status: int):
    there = site(**{operations.REPORT_FIGURES.name: CaseError(code)})
    assert there.get(PAGE).status_code == status


@pytest.mark.parametrize("who", ["lead", "reviewer", "supervisor"])
def test_the_list_leads_to_it(who: str):
    there = Site(who)
    there.caller.said |= listed()
    assert f'href="{PAGE}"' in there.get("/clarify/reports").text


def test_what_was_applied_for_without_a_report_stands_beside_the_table_and_in_no_row():
    alone = replace(clearings.counted(cleared.applied()), left_out=False)
    told = dump(clearings.figures_of((), 3, (alone, alone)))
    page = texts_of(site(**{CLARIFICATION_FIGURES.name: told}).get(PAGE).text)
    assert "没有对应的检举控告的：2 件，不计入上表" in page
    assert "没有对应的检举控告" not in texts_of(site().get(PAGE).text)


def test_on_a_phone_several_measures_of_one_step_may_stand_below_one_another():
    assert re.findall(r'<td class="words">([^<]+ · [^<]+)</td>', site().get(PAGE).text)
