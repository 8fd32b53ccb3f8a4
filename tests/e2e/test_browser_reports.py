"""A report at the console of a platform that runs: entered at the desk, handled, its reporter written to and
asked to be unsealed; on a wide screen, and on a phone where no script runs."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from deploy.local.background import wait_until
from tests.e2e.browsing import Setting, Visitor, visitor
from tests.e2e.starting import Running
from tests.unit.cleaning.planted import NAME as AUTHOR
from tests.unit.cleaning.planted import pdf

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
SETTINGS = [Setting("reports/wide"), Setting("reports/phone-without-scripts", width=360, scripts=False)]
NAME, PHONE = "张卫东", "13812345678"
CEREMONIES = {"甲": ("songming.jia1", "songming.jia2"), "乙": ("songming.yi1", "songming.yi2")}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    platform = Running(tmp_path_factory.mktemp("platform"), RONGCUO_MODE="test")
    platform.await_told("Ctrl-C")
    hold_ceremonies(platform)
    yield platform
    platform.stop()


def hold_ceremonies(platform: Running) -> None:
    """Of both groups, for custodians whom it does not take here."""
    for group, holders in CEREMONIES.items():
        subprocess.run([sys.executable, "-m", "rongcuo", "vault", "ceremony", "530127", group, *holders],
                       cwd=platform.printed.parent, env=platform.environ, input="y\n", text=True, check=True,
                       capture_output=True)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_a_report_is_entered_handled_and_its_reporter_asked_to_be_unsealed(
        running: Running, browser: Browser, setting: Setting) -> None:
    address = f"http://127.0.0.1:{running.environ['RONGCUO_HTTP_PORT']}"
    with visitor(browser, address, setting, "songming.reviewer") as seen:
        seen.sign_in("songming.reviewer")
        number = _entered(seen)
        _opened(seen, number)
        _handled(seen)
        _talked(seen)
        _asked(seen)


def _entered(seen: Visitor) -> str:
    page = seen.page
    page.goto(f"{seen.address}/clarify/reports")
    seen.shows("list")
    page.click("main a.button.primary")
    seen.shows("desk")
    page.click("main button.primary")
    page.select_option("#channel", "visit")
    page.fill("#received_at", "2026-01-05T09:00")
    page.fill("#name", NAME)
    page.fill("#phone", PHONE)
    page.fill("#text-0", f"我是{NAME}。周成在杨林的河道工程里未批先建。")
    page.fill("#who-0", "周成")
    page.fill("#unit-0", "嵩明县水务局")
    page.click("text=再加一个问题")
    expect(page.locator("#text-1")).to_be_visible()
    assert page.input_value("#name") == NAME
    page.set_input_files("#file", [{"name": f"{AUTHOR}.pdf", "mimeType": "application/pdf", "buffer": pdf()}])
    page.click("main button.primary")
    expect(page.locator(".receipt .number")).to_have_count(2)
    expect(page.locator("main")).to_contain_text("我是〔举报人〕。")
    seen.shows("receipt")
    return page.locator(".receipt .number").first.inner_text()


def _opened(seen: Visitor, number: str) -> None:
    page = seen.page
    assert wait_until(lambda: _is_listed(seen, number), 60)
    page.click(f"text={number}")
    expect(page.locator("h1")).to_contain_text(number)
    assert NAME not in page.content()
    assert PHONE not in page.content()
    seen.shows("received")


def _is_listed(seen: Visitor, number: str) -> bool:
    seen.page.goto(f"{seen.address}/clarify/reports")
    return seen.page.locator(f"text={number}").count() == 1


def _handled(seen: Visitor) -> None:
    page = seen.page
    _now(page, "由我承办")
    _now(page, "受理")
    _now(page, "处置")
    seen.shows("dispose")
    page.check("input[name=disposal][value=inquiry]")
    page.check("input[name=tolerance_arises][value='0']")
    page.fill("#reasons", "先谈话函询，看是不是有手续")
    page.click("main button.primary")
    expect(page.locator(".in-stage")).to_have_text("核查中")
    _now(page, "记录核查结论")
    page.select_option("#outcome-1", "unsubstantiated")
    page.click("main button.primary")
    expect(page.locator(".problem")).to_contain_text("查明了什么")
    seen.forgives("422")
    page.fill("#words-1", "手续齐全，有批文")
    seen.shows("find")
    page.click("main button.primary")
    _now(page, "回答是否澄清")
    page.check("input[name=clear][value='1']")
    page.fill("#words", "影响了选拔")
    page.click("main button.primary")
    expect(page.locator(".holder")).to_contain_text("负责人")
    seen.shows("concluding")


def _now(page: Page, word: str) -> None:
    """The one thing to be done now is this, and is begun."""
    first = page.locator(".action .primary")
    expect(first).to_have_text(word)
    first.click()


def _talked(seen: Visitor) -> None:
    page = seen.page
    page.click("nav.tabs a:has-text('报备比对')")
    seen.shows("match")
    page.click("nav.tabs a:has-text('举报人')")
    page.fill("#text", "施工队是哪天进场的？")
    page.click("text=发给举报人")
    expect(page.locator(".content .card")).to_contain_text("施工队是哪天进场的？")
    seen.shows("talk")
    with page.expect_download() as coming:
        page.click("text=材料1.pdf")
    assert coming.value.suggested_filename == "材料1.pdf"
    copy = Path(coming.value.path()).read_bytes()
    assert copy.startswith(b"%PDF-")
    assert AUTHOR.encode() not in copy


def _asked(seen: Visitor) -> None:
    page = seen.page
    page.click("summary:has-text('确需知道举报人是谁')")
    page.check("input[name=parts][value=identity]")
    page.fill("#ground", "需要当面核对")
    page.click("text=提交申请")
    expect(page.locator(".holder")).to_have_text("甲、乙两组保管人")
    seen.shows("order")
    page.click("text=全部启封申请")
    seen.shows("orders")
    page.goto(f"{seen.address}/custody")
    expect(page.locator("main")).not_to_contain_text("还没有办完")
    seen.shows("custody")
