"""Two people carry a filing from draft to acceptance through the console, in a real browser."""

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.browsing import Setting, Visitor, visitor
from tests.e2e.platform import Embedded, Platform

pytestmark = [pytest.mark.browser, pytest.mark.parametrize(
    "both", [pytest.param(Embedded, id="embedded")], indirect=True)]

SETTINGS = [
    Setting("chinese", examined=True),
    Setting("english-phone", language="en-GB", width=360),
    Setting("english-phone-dark-without-scripts", language="en-GB", width=360, dark=True, scripts=False,
            examined=True),
]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_a_filing_is_carried_to_acceptance(platform: Platform, browser: Browser, setting: Setting) -> None:
    title = f"嵩明县杨桥集镇雨污分流工程先行施工（{setting.name}）"
    with (visitor(browser, platform.address, setting, "filer") as filer,
          visitor(browser, platform.address, setting, "reviewer") as reviewer):
        filer.sign_in("songming.filer")
        number = _file(filer, title)
        reviewer.sign_in("songming.reviewer")
        _review(reviewer, title, number)
        _sees_acceptance(filer, number)


def _file(filer: Visitor, title: str) -> str:
    """Five steps, the page to check, the receipt; answers its number."""
    page = filer.page
    filer.shows("home")
    page.goto(f"{filer.address}/filings/new")
    filer.shows("matter-empty")
    page.fill("#title", title)
    page.check("input[name=situation][value=project_construction]")
    page.fill("#description", "汛期临近，先行开挖管沟，手续同步办理。\n涉及群众二十一户，已逐户沟通。")
    filer.shows("matter")
    page.click("button.primary")

    page.fill("#policy_basis", "上级尚无明确限制；县政府常务会议纪要〔2026〕第 3 号。")
    _is_kept(filer, "#policy_basis")
    page.fill("#meeting", "街道党工委会议")
    page.fill("#held_on", "2026-02-27")
    filer.shows("grounds")
    page.click("button.primary")

    page.fill("#risk-0", "管沟坍塌")
    page.fill("#measure-0", "放坡并设专人看护")
    page.fill("#remedy", "一旦出现偏差立即停工，补办手续。")
    filer.shows("risks")
    page.click("button.primary")

    page.fill("#act_from", "2026-12-01")
    page.fill("#households", "21")
    filer.shows("period")
    page.click("button.primary")

    for no in page.locator("input[name^=negative-][value=no]").all():
        no.check()
    filer.shows("statements")
    page.click("button.primary")
    expect(page.locator("main")).to_contain_text(title)
    filer.shows("check")
    page.click("button.primary")
    _is_told_what_is_missing(filer)
    page.click("button.primary")
    page.click("button.primary")
    filer.shows("receipt")
    page.emulate_media(media="print")
    filer.shows("receipt-on-paper")
    page.emulate_media(media="screen")
    return page.locator(".receipt .number").inner_text()


def _is_kept(filer: Visitor, selector: str) -> None:
    """With scripts, what was typed is saved by itself and is there after a reload."""
    if not filer.setting.scripts:
        return
    page = filer.page
    typed = page.input_value(selector)
    with page.expect_response(lambda response: "/autosave/" in response.url):
        page.locator(selector).press("End")
        page.locator(selector).press_sequentially(" ")
    expect(page.locator("#saved")).to_contain_text(":")
    page.reload()
    assert page.input_value(selector).strip() == typed.strip()


def _is_told_what_is_missing(filer: Visitor) -> None:
    """The statement was not made: it says so, and leads there."""
    filer.page.wait_for_selector(".problem:focus")
    filer.forgives("422")
    filer.shows("missing")
    filer.page.click(".problem a")
    filer.page.check("input[name=no_private_gain]")


def _review(reviewer: Visitor, title: str, number: str) -> None:
    """From the work list: take, look at the explained deadline, accept."""
    page = reviewer.page
    _reloaded_until(reviewer, f"text={number}")
    reviewer.shows("work-list")
    page.click(f"a.title:has-text('{title}')")
    reviewer.shows("case")
    page.click("form[action$='/assign'] button")
    page.click(".status summary")
    expect(page.locator(".days tbody tr").first).to_be_visible()
    reviewer.shows("explained-deadline")
    page.fill("#words", "动机为公，程序完备，风险可控，予以受理。")
    page.click("button[value=accept]")
    expect(page.locator(".chip.good").first).to_be_visible()
    reviewer.shows("accepted")


def _sees_acceptance(filer: Visitor, number: str) -> None:
    page = filer.page
    page.goto(f"{filer.address}/inbox")
    accepted = page.locator(".timeline li").filter(has_text=number).filter(has_text="530127-B-")
    _reloaded_until(filer, accepted)
    filer.shows("inbox")
    accepted.locator("a").first.click()
    expect(page.locator(".chip.good").first).to_be_visible()
    filer.shows("filing")
    page.goto(f"{filer.address}/filings")
    filer.shows("filings")


def _reloaded_until(seer: Visitor, wanted: object) -> None:
    """What another service brings about takes a moment."""
    target = seer.page.locator(wanted) if isinstance(wanted, str) else wanted
    for _ in range(100):
        if target.count():
            return
        seer.page.wait_for_timeout(100)
        seer.page.reload()
    raise AssertionError(f"{wanted} did not appear")
