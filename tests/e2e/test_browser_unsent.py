"""A long form in a real browser: it saves itself, asks before it is left unsaved, forgets what was sent."""

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.e2e.browsing import Setting, Visitor, visitor
from tests.e2e.platform import Embedded, Platform

pytestmark = [pytest.mark.browser, pytest.mark.parametrize(
    "both", [pytest.param(Embedded, id="embedded")], indirect=True)]
FORM = "/determinations/new"
WHY = "汛期临近，经集体研究先行施工，手续同步补办。\n第二段：“引号”<b>&。"


def test_a_long_form_saves_itself_until_it_is_sent(platform: Platform, browser: Browser) -> None:
    with visitor(browser, platform.address, Setting("unsent"), "yiliang.filer") as seen:
        seen.sign_in("yiliang.filer")
        _is_written_and_left(seen)
        _is_there_again(seen)
        _is_dropped(seen)
        _is_written_and_left(seen)
        _is_sent(seen)


def _opened(seen: Visitor) -> Page:
    """The tab is closed, and the form opened in another."""
    page = seen.page.context.new_page()
    seen.page.close()
    seen.page = page
    seen.watch()
    page.goto(seen.address + FORM)
    return page


def _is_written_and_left(seen: Visitor) -> None:
    page = _opened(seen)
    expect(page.locator(".notice")).to_have_count(0)
    page.fill("#title", "农贸市场改造超期")
    page.locator("summary").filter(has_text="适用情形").click()
    page.locator("[name=situation]").first.check()
    page.fill("#grounds", WHY)
    expect(page.locator("[data-kept]")).to_contain_text("已自动保存")


def _is_there_again(seen: Visitor) -> None:
    page = _opened(seen)
    expect(page.locator("#grounds")).to_have_value(WHY)
    expect(page.locator("[name=situation]").first).to_be_checked()
    expect(page.locator(".notice")).to_contain_text("未提交的内容")
    seen.shows("restored")
    page.set_viewport_size({"width": 360, "height": 800})
    seen.shows("restored-on-a-phone")
    page.set_viewport_size({"width": 1280, "height": 800})


def _is_dropped(seen: Visitor) -> None:
    seen.page.get_by_role("button", name="不要这些内容").click()
    expect(seen.page.locator(".notice")).to_have_count(0)
    expect(seen.page.locator("#grounds")).to_have_value("")


def _is_sent(seen: Visitor) -> None:
    page = _opened(seen)
    page.fill("#what", "施工超出批准范围 20 米")
    page.fill("#since", "2026-02-02")
    page.click("button.primary")
    expect(page.locator("h1")).to_have_text("农贸市场改造超期")
    page = _opened(seen)
    expect(page.locator("#grounds")).to_have_value("")
    expect(page.locator(".notice")).to_have_count(0)


def test_leaving_is_asked_about_only_while_something_is_unsaved(platform: Platform, browser: Browser) -> None:
    with visitor(browser, platform.address, Setting("unsent"), "yiliang.filer") as seen:
        seen.sign_in("yiliang.filer")
        page, asked = seen.page, []
        page.goto(f"{seen.address}/filings/new")

        def leaves(dialog: Dialog) -> None:
            asked.append(dialog.type)
            dialog.accept()

        page.on("dialog", leaves)
        page.route("**/unsent", lambda route: route.abort())
        page.fill("#description", "背景和打算")
        expect(page.locator("[data-kept]")).to_contain_text("没有存上")
        page.goto(f"{seen.address}/filings")
        assert asked == ["beforeunload"]
        page.unroute("**/unsent")
        page.goto(f"{seen.address}/filings/new")
        page.fill("#description", "背景和打算，写全了")
        expect(page.locator("[data-kept]")).to_contain_text("已自动保存")
        page.goto(f"{seen.address}/filings")
        assert asked == ["beforeunload"]
        page.goto(f"{seen.address}/filings/new")
        expect(page.locator("#description")).to_have_value("背景和打算，写全了")
        page.click("button.primary")
        expect(page.locator("#policy_basis")).to_be_visible()
        page.goto(f"{seen.address}/filings/new")
        expect(page.locator("#description")).to_have_value("")
