"""A newcomer walks the tour in a real browser, from the sign-in cards to a decision and its appeal.

They type the address once; from then on they click what the pages offer.

`pytest tests/e2e/test_browser_newcomer.py --pictures` keeps what the README shows, in docs/images.
"""

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from deploy.mailbox import ROOT
from tests.e2e.browsing import Setting, Visitor, visitor
from tests.e2e.county import County, started
from tests.e2e.starting import Running
from tests.e2e.table import reloaded_until

pytestmark = [pytest.mark.browser]
IMAGES = ROOT / "docs" / "images"
MEMBERS = ("组织部成员", "审计局成员", "司法局成员", "财政局成员", "发展和改革局成员")
Picture = Callable[[Page, str], None]


@pytest.fixture
def demonstration(county: County, tmp_path: Path) -> Iterator[Running]:
    """`make run`, once its examples stand."""
    running = started(county.copied(tmp_path / "newcomer"))
    yield running
    running.stop()


@pytest.fixture
def newcomer(demonstration: Running, browser: Browser) -> Iterator[Visitor]:
    address = f"http://127.0.0.1:{demonstration.environ['RONGCUO_HTTP_PORT']}"
    with visitor(browser, address, Setting("tour"), "newcomer") as seen:
        yield seen


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> Picture:
    """Keeps what the browser shows now, where pictures are asked for."""
    return _kept if request.config.getoption("--pictures", default=False) else _looked_at


def _looked_at(page: Page, name: str) -> None:
    """Nothing is kept."""


def _kept(page: Page, name: str) -> None:
    page.mouse.move(0, 0)
    IMAGES.mkdir(exist_ok=True)
    page.screenshot(path=IMAGES / f"{name}.png")
    _as_webp(IMAGES / f"{name}.png")


def _as_webp(file: Path) -> None:
    Image.open(file).convert("RGB").save(file.with_suffix(".webp"), quality=82, method=6)
    file.unlink()


def test_the_tour_leads_from_a_filing_to_its_letter_a_meeting_and_an_appeal(
        newcomer: Visitor, picture: Picture, tmp_path: Path) -> None:
    page = newcomer.page
    page.goto(newcomer.address)
    newcomer.shows("door")
    picture(page, "door")
    page.click("text=十分钟导览")
    _files(newcomer)
    _is_accepted(newcomer, picture)
    _reads_the_letter(newcomer, picture, tmp_path)
    _holds_a_meeting(newcomer, picture)
    _appeals(newcomer, picture)
    assert page.locator(".tour").count() == 0, "nothing is left to show"


def _step(newcomer: Visitor, number: int) -> None:
    expect(newcomer.page.locator(".tour")).to_contain_text(f"导览 {number} / 5")


def _be(newcomer: Visitor, name: str) -> None:
    newcomer.page.click(f".tour form button:has-text('{name}')")
    expect(newcomer.page.locator(".stage-bar")).to_contain_text(f"您现在是 {name}")


def _files(newcomer: Visitor) -> None:
    """Opens the draft that was prepared, looks through its five steps, sends it."""
    page = newcomer.page
    _step(newcomer, 1)
    _be(newcomer, "刘某")
    newcomer.shows("filings")
    page.click("a.title:has-text('便民停车场')")
    page.click("main a.button.primary")
    for step in range(2, 7):
        page.click("main button.primary")
        expect(page).to_have_url(re.compile(f"/edit/{step}$"))
        newcomer.shows(f"step-{step}")
    page.click("main button.primary")
    expect(page.locator(".receipt .number")).to_contain_text("530127-2026-")
    newcomer.shows("receipt")
    _step(newcomer, 2)


def _is_accepted(newcomer: Visitor, picture: Picture) -> None:
    """The lead assigns it, the reviewer accepts it."""
    page = newcomer.page
    _be(newcomer, "孙正")
    picture(page, "work-list")
    page.click("nav.tabs a:has-text('待分派')")
    page.click("a.title:has-text('便民停车场')")
    page.select_option("#officer_id", label="赵清")
    page.click("main button.primary")
    expect(page.locator(".status")).to_contain_text("赵清")
    _be(newcomer, "赵清")
    page.click("a.title:has-text('便民停车场')")
    page.click(".status summary")
    expect(page.locator(".days tbody tr").first).to_be_visible()
    newcomer.shows("why-that-day")
    picture(page, "review")
    page.fill("#words", "动机为公，程序完备，风险可控。")
    page.click("main button.primary")
    expect(page.locator(".chip.good").first).to_be_visible()
    _step(newcomer, 3)


def _reads_the_letter(newcomer: Visitor, picture: Picture, folder: Path) -> None:
    """The decision is there a moment later, and can be checked."""
    page = newcomer.page
    _be(newcomer, "刘某")
    page.click("a.title:has-text('便民停车场')")
    reloaded_until(newcomer, "a[href$='/pdf']")
    newcomer.shows("letter")
    with page.expect_download() as download:
        page.click("a[href$='/pdf']")
    download.value.save_as(folder / "letter.pdf")
    _prints(folder / "letter.pdf", keep=picture is _kept)
    page.set_viewport_size({"width": 360, "height": 760})
    page.click("main a:has-text('核验')")
    expect(page.locator(".chip.good")).to_contain_text("真实")
    newcomer.shows("genuine")
    page.locator("main").scroll_into_view_if_needed()
    picture(page, "phone")
    page.set_viewport_size({"width": 1280, "height": 800})
    _step(newcomer, 4)


def _prints(letter: Path, keep: bool) -> None:
    """It is a page that can be drawn."""
    drawn = letter.with_suffix("")
    subprocess.run(["pdftoppm", "-png", "-r", "64", "-singlefile", letter, drawn], check=True)
    assert drawn.with_suffix(".png").stat().st_size
    if keep:
        drawn.with_suffix(".png").replace(IMAGES / "letter.png")
        _as_webp(IMAGES / "letter.png")


def _holds_a_meeting(newcomer: Visitor, picture: Picture) -> None:
    """The lead convenes five members; each casts a sealed vote, and the chair reveals all at once."""
    page = newcomer.page
    _be(newcomer, "孙正")
    page.click("a.title:has-text('汛期抢通道路')")
    newcomer.shows("to-convene")
    page.click("main a.button.primary")
    page.fill("#at", "2026-05-12T15:00")
    page.fill("#place", "三楼会议室")
    for member in MEMBERS:
        page.check(f"label.choice:has-text('{member}') input")
    page.select_option("#chair_id", label=f"{MEMBERS[0]} · 嵩明县委组织部")
    newcomer.shows("convene")
    page.click("main button.primary")
    for member in MEMBERS:
        _be(newcomer, member)
        page.click("a.title >> nth=0")
        if member == MEMBERS[0]:
            for box in page.locator("#mine input[name=present_ids]").all():
                box.check()
            page.click("#mine button.primary")
            page.click("#mine button:has-text('开始表决')")
        page.check("#mine input[name=choice][value=exempt]")
        page.fill("#vote-reason", "为公，经集体研究，手续已经补办。")
        newcomer.shows("vote")
        page.click("#mine button:has-text('密封投票')")
        expect(page.locator("#mine")).not_to_contain_text("密封投票")
    _be(newcomer, MEMBERS[0])
    page.click("a.title >> nth=0")
    expect(page.locator(".ballot.sealed")).to_have_count(len(MEMBERS))
    picture(page, "meeting")
    page.click("#mine button:has-text('同时开票')")
    expect(page.locator(".tally")).to_be_visible()
    newcomer.shows("revealed")
    _step(newcomer, 5)


def _appeals(newcomer: Visitor, picture: Picture) -> None:
    """A decision with its reasons and its letter; whoever does not agree appeals."""
    page = newcomer.page
    _be(newcomer, "刘某")
    page.click(".empty a")
    page.click("a.title:has-text('批而未供土地')")
    newcomer.shows("decided")
    picture(page, "decision")
    page.click("nav.tabs a:has-text('文书')")
    expect(page.locator("main")).to_contain_text("认定决定书")
    page.click("main a:has-text('提出申诉')")
    page.fill("#words", "决定书漏写了会议日期，请求补正。")
    newcomer.shows("appeal")
    page.click("main button.primary")
    expect(page.locator("h1")).to_contain_text("批而未供土地")
