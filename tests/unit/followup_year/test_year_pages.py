"""The pages of a year of return visits."""

import re
from dataclasses import replace
from typing import Any

import pytest

from rongcuo.contracts.followup import YearState
from rongcuo.contracts.followup.year.operations import (
    APPROVE_YEAR_PLAN,
    DRAW_UP_YEAR_PLAN,
    DRAW_UP_YEAR_REPORT,
)
from services.followup.pages.year import words
from services.gateway.cookies import LANGUAGE
from tests.unit.followup_year.scenes import DRAFT, LOOKS, REPORTED, told
from tests.unit.gateway import report_pages
from tests.unit.gateway.console_site import COUNTY, Site, primaries

ONE = "/followup/years/y1"
CHINESE = re.compile("[\u4e00-\u9fff]")
WORDS = re.compile("<(?:h1|h2|label for[^>]*|th[^>]*|caption|button[^>]*|p class=\"hint\"[^>]*)>([^<]+)<")


def page(who: str, address: str, said: dict[str, Any], language: str = "zh") -> str:
    there = Site(who)
    there.caller.said |= report_pages.BESIDE | said
    there.client.set_cookie(LANGUAGE, language)
    return str(there.get(address).text)


@pytest.mark.parametrize("state", YearState)
def test_it_says_where_it_stands(state: YearState):
    shown = page("lead", ONE, told(replace(DRAFT, state=state)))
    assert str(words.STATES[state]) in shown
    assert "module" not in shown
    assert len(primaries(shown)) <= 1


def test_a_plan_shows_months_classes_and_the_lines_one_may_see():
    shown = page("lead", ONE, told(DRAFT))
    for word in ("7 月", "一般帮扶", "回访〔2026〕1号", "王某、赵清", "等批准", "批准计划", "重新拟订"):
        assert word in shown
    assert "您可以看到的</h2>" not in page("lead", ONE, told(replace(
        DRAFT, plans=(replace(DRAFT.plans[0], lines=()),))))


def test_a_report_says_what_is_small_and_why_it_was_not_held():
    shown = page("lead", ONE, told(REPORTED))
    for word in ("&lt;5", "两次因防汛改期", "第 1 版", "三个人的类别有变化"):
        assert word in shown
    assert primaries(shown) == []
    assert "重点关注" not in shown.partition("年度计划（")[0]     # with a small number nothing by class


def test_plan_approval_and_report_are_each_a_form():
    there = Site("lead")
    there.caller.said |= told(replace(DRAFT, allowed=("approve_year_plan", "draw_up_year_report"))) | {
        each.name: {"case_id": "y1"} for each in (DRAW_UP_YEAR_PLAN, APPROVE_YEAR_PLAN, DRAW_UP_YEAR_REPORT)}
    assert there.post("/followup/years/new", year="2026", why="").status_code == 302
    assert there.sent(DRAW_UP_YEAR_PLAN.name) == {"year": 2026, "why": ""}
    there.post(f"{ONE}/act/approve_year_plan")
    assert there.sent(APPROVE_YEAR_PLAN.name) == {"case_id": "y1"}
    there.post(f"{ONE}/act/draw_up_year_report", words="防汛")
    assert there.sent(DRAW_UP_YEAR_REPORT.name) == {"case_id": "y1", "words": "防汛"}


def test_a_further_version_asks_for_the_reason():
    assert 'name="why" rows="3"' in page("lead", "/followup/years/new?year=2026", {}).replace("\n", " ")
    assert "2026" in page("lead", "/followup/years/new?year=2026", {})


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look[1])
def test_every_word_has_its_english(look: tuple[str, str, str, dict[str, Any]]):
    who, _, address, said = look
    found = WORDS.findall(page(who, address, said, "en").partition("<main")[2])
    assert found
    assert [word for word in found if CHINESE.search(word) and COUNTY not in word and "〔" not in word] == []
