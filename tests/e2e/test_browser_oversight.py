"""The later life of a filing in a browser: planned and looked at on a desk, reported from a phone."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, expect

from scenarios.platform import Answer, Person
from services.identity import demonstration
from tests.e2e.browsing import Setting, Visitor, visitor
from tests.e2e.platform import Embedded, Platform
from tests.e2e.steps import come_to, content_of, submitted, told

pytestmark = [pytest.mark.browser, pytest.mark.parametrize(
    "both", [pytest.param(Embedded, id="embedded")], indirect=True)]

ORGAN = "530125"
DESK, PHONE = Setting("oversight", examined=True), Setting("oversight-phone", width=360, examined=True)


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as opened:
        yield opened


def seat(stack: ExitStack, browser: Browser, platform: Platform, setting: Setting, who: str) -> Visitor:
    there = stack.enter_context(visitor(browser, platform.address, setting, who))
    there.sign_in(who)
    return there


def accepted(platform: Platform, people: dict[str, Person]) -> Answer:
    receipt = submitted(people["filer"], content_of(platform, ORGAN, "续建停工楼盘", "livelihood"))
    told(people["lead"], receipt["number"], "新报备待初审")
    case = f"/reviews/{receipt['filing_id']}"
    people["reviewer"].post(f"{case}/assign", {"officer_id": people["reviewer"].officer_id})
    people["reviewer"].post(f"{case}/accept", {"opinion": "符合民生工程情形"})
    return come_to(people["filer"], receipt["filing_id"], "accepted")


def test_a_filing_is_accompanied_to_its_end(platform: Platform, browser: Browser, stack: ExitStack) -> None:
    people = {role: Person(platform.http, f"yiliang.{role}", demonstration.password())
              for role in ("filer", "reviewer", "lead")}
    filing = accepted(platform, people)
    told(people["lead"], filing["number"], "事中监督有一项待办")
    today = platform.time.now().date()
    day = (today + timedelta(days=21)).isoformat()     # five working days at least, holidays or not
    _is_planned(seat(stack, browser, platform, DESK, "yiliang.lead"), filing, people, day)
    told(people["reviewer"], filing["number"], "事中监督有一项待办")
    _is_looked_at(seat(stack, browser, platform, DESK, "yiliang.reviewer"), day)
    told(people["filer"], filing["number"], "有一条指导意见给您")
    _is_reported(seat(stack, browser, platform, PHONE, "yiliang.filer"), filing, today.isoformat(), day)
    people["filer"].post(f"/oversights/{filing['oversight_id']}/progress", {
        "on": today.isoformat(), "done": 100, "planned": 100, "words": ""})
    _is_evaluated(seat(stack, browser, platform, PHONE, "yiliang.lead"), filing)


def _is_planned(lead: Visitor, filing: Answer, people: dict[str, Person], day: str) -> None:
    page = lead.page
    page.goto(f"{lead.address}/filings/{filing['filing_id']}")
    lead.shows("filing")
    page.click("text=看事中监督")
    expect(page.locator(".sentence")).to_contain_text("待制定检查计划")
    lead.shows("unplanned")
    page.click(".button.primary")
    page.fill("#due-decision", day)
    page.locator("fieldset").filter(has=page.locator("#due-decision")).locator("summary").click()
    for role in ("reviewer", "lead"):
        page.check(f"input[name=who-decision][value='{people[role].officer_id}']")
    lead.shows("plan")
    page.click("button.primary")
    expect(page.locator(".sentence")).to_contain_text("待检查")
    lead.shows("planned")
    page.goto(f"{lead.address}/oversights")
    expect(page.locator("table.list")).to_contain_text("续建停工楼盘")
    lead.shows("list")


def _is_looked_at(reviewer: Visitor, day: str) -> None:
    page = reviewer.page
    page.goto(f"{reviewer.address}/oversights?tab=mine")
    page.click("text=续建停工楼盘")
    page.click(".button.primary")
    page.check("input[name=papers][value=minutes]")
    page.fill("#finding", "纪要缺一人签字")
    page.check("input[name=in_order][value='0']")
    page.locator("summary").filter(has_text="有偏差的").click()
    page.fill("#guidance", "补签后报送")
    page.fill("#correction_due_on", day)
    reviewer.shows("check")
    page.click("button.primary")
    expect(page.locator(".sentence")).to_contain_text("待纠正")
    reviewer.shows("looked-at")


def _is_reported(filer: Visitor, filing: Answer, today: str, day: str) -> None:
    page = filer.page
    page.goto(f"{filer.address}/oversights/{filing['oversight_id']}")
    filer.shows("to-be-corrected")
    page.click(".button.primary")
    page.fill("#words", "已补签")
    page.fill("#on", day)
    page.click("button.primary")
    page.wait_for_selector(".problem")     # the day is still to come
    filer.forgives("422")
    filer.shows("still-to-come")
    page.fill("#on", today)
    page.click("button.primary")
    expect(page.locator(".said").filter(has_text="已补签")).to_be_visible()
    page.goto(f"{filer.address}/oversights/{filing['oversight_id']}/act/record_outcome")
    filer.shows("outcome")


def _is_evaluated(lead: Visitor, filing: Answer) -> None:
    page = lead.page
    page.goto(f"{lead.address}/oversights/{filing['oversight_id']}/act/evaluate")
    lead.shows("evaluate")
    for each in page.locator("input[value=met]").all():
        each.check()
    page.fill("#conclusion", "程序完备，成效真实。")
    page.click("button.primary")
    expect(page.locator("h3").filter(has_text="常态化监督")).to_be_visible()
    lead.shows("evaluated")
