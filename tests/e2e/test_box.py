"""The letter box on the running platform, in a real browser: without scripts, wide and narrow; and what is
left of its sender in all that the platform keeps."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from deploy.local.background import wait_until
from tests.canaries import Looker
from tests.e2e.browsing import Setting, Visitor
from tests.e2e.starting import Running
from tests.e2e.test_browser_reports import hold_ceremonies
from tests.e2e.test_clarify import REPORTS, signed_in
from tests.unit.cleaning.planted import NAME as AUTHOR
from tests.unit.cleaning.planted import jpeg, png

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]
ADDRESS, AGENT, MARK = "203.0.113.77", "a-browser-of-one-kind/7.31", "mark-of-a-proxy-8842"
OF_AN_OFFICER = "198.51.100.9"
WAIT = 15
PHONE = "13900001234"
TEXT = "李四批准了没有招标的修缮工程。"
SETTINGS = [
    Setting("box/plain", scripts=False, examined=True),
    Setting("box/plain-phone-dark-english", language="en-GB", width=360, scripts=False, dark=True,
            examined=True),
]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    platform = Running(
        tmp_path_factory.mktemp("platform"), RONGCUO_MODE="test", RONGCUO_CLIENT_HEADER="X-Real-IP",
        RONGCUO_REPORT_WAIT=str(WAIT), RONGCUO_REPORT_PROOF_BITS="12")
    platform.await_told("Ctrl-C")
    hold_ceremonies(platform)
    yield platform
    platform.stop()


def address_of(running: Running) -> str:
    return f"http://127.0.0.1:{running.environ['RONGCUO_HTTP_PORT']}"


@contextmanager
def somebody(browser: Browser, running: Running, setting: Setting) -> Iterator[Visitor]:
    """With marks by which they could be told from others."""
    context = browser.new_context(
        locale=setting.language, viewport={"width": setting.width, "height": 800}, user_agent=AGENT,
        java_script_enabled=setting.scripts, color_scheme="dark" if setting.dark else "light",
        extra_http_headers={"X-Real-IP": ADDRESS, "X-Correlation-ID": MARK})
    try:
        seen = Visitor(context.new_page(), setting, address_of(running))
        seen.watch()
        yield seen
        assert context.cookies() == []
    finally:
        context.close()


def onward(page: Page) -> None:
    page.click("main .primary")


def typed(seen: Visitor) -> None:
    """Up to the page to check, with a look at each."""
    page = seen.page
    page.goto(f"{seen.address}/box")
    seen.shows("begin")
    page.select_option("#organ_id", "530127")
    onward(page)
    onward(page)
    seen.forgives("422")
    seen.shows("what-refused")
    page.fill("#name-0", "李四")
    page.fill("#unit-0", "某县住建局")
    page.fill("#what", TEXT)
    page.click("details:has([value='integrity.gifts']) summary")
    page.check("[value='integrity.gifts']")
    onward(page)
    page.fill("#source", f"在工地上看到的，请打{PHONE}。")
    seen.shows("how")
    onward(page)
    page.check("[value=anonymous]")
    seen.shows("who")
    onward(page)
    expect(page.locator("main .notice li")).to_have_text([PHONE])
    seen.shows("check")


def sent(seen: Visitor) -> str:
    """The code, in the end: without scripts one may have to wait, and chooses the file anew."""
    page = seen.page
    photo = {"name": f"{AUTHOR}.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}
    page.set_input_files("#file", [photo])
    onward(page)
    if not page.locator(".code").count():
        seen.forgives("429")
        seen.shows("wait")
        page.wait_for_timeout(WAIT * 1_000)
        page.set_input_files("#file", [photo])
        onward(page)
    expect(page.locator(".code span")).to_have_count(4)
    return "-".join(page.locator(".code span").all_inner_texts())


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_without_scripts_one_reports_comes_back_and_writes(browser: Browser, running: Running,
                                                           setting: Setting) -> None:
    with somebody(browser, running, setting) as seen:
        page = seen.page
        typed(seen)
        page.click(".facts dd:has-text('李四') button")
        assert page.input_value("#what") == TEXT
        assert page.url == f"{seen.address}/box#name-0"
        page.click("main button:has-text('%s')" % ("下一步" if setting.language == "zh-CN" else "Next"))
        onward(page)
        onward(page)
        code = sent(seen)
        seen.shows("sent")
        page.emulate_media(media="print")
        assert page.locator(".code").is_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).visibility") == "hidden"
        page.emulate_media(media="screen")
        page.goto(f"{seen.address}/box/back")
        page.fill("#code", "0000-0000-0000-0000")
        onward(page)
        seen.forgives("404")
        seen.shows("wrong-code")
        page.fill("#code", code.lower())
        onward(page)
        expect(page.locator(".outcome")).to_be_visible()
        seen.shows("side")
        page.fill("#text", f"还有一张收据，请打{PHONE}。")
        onward(page)
        expect(page.locator(".message")).to_have_count(0)
        seen.shows("asked-once")
        page.fill("#text", "还有一张收据。")
        lying = {"name": "a.pdf", "mimeType": "application/pdf", "buffer": jpeg()}
        page.set_input_files("#file", [lying])
        onward(page)
        seen.forgives("422")
        seen.shows("file-refused")
        assert page.input_value("#text") == "还有一张收据。"
        page.set_input_files("#file", [{**lying, "name": "a.png", "buffer": png()}])
        onward(page)
        expect(page.locator(".message")).to_have_count(1)
        expect(page.locator("main")).to_contain_text("2.png")
        seen.shows("written")
        page.click("[data-leave]")
        page.wait_for_url("about:blank")


def changed(seen: Visitor, code: str) -> str:
    """The code of one's own that is offered for the desk's."""
    page = seen.page
    page.goto(f"{seen.address}/box/back")
    page.fill("#code", code)
    onward(page)
    seen.shows("renew")
    own = "-".join(page.locator(".code span").all_inner_texts())
    onward(page)
    return own


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_the_desks_code_is_changed_for_ones_own(browser: Browser, running: Running, setting: Setting) -> None:
    with signed_in(running, "reviewer") as http:
        told = http.post("/api/v1/reporters", json={"organ_id": "530127", "words": "李四收礼"})
    with somebody(browser, running, setting) as seen:
        page = seen.page
        own = changed(seen, told.json()["code"])
        expect(page.locator(".outcome")).to_be_visible()
        seen.shows("renewed")
        changed(seen, told.json()["code"])     # as before on this day: nobody sees by it that it was changed
        expect(page.locator("main [role=alert]")).to_have_count(1)
        seen.forgives("409")
        seen.shows("dead-code")
        page.fill("#code", own)
        onward(page)
        expect(page.locator(".outcome")).to_be_visible()


def test_with_scripts_the_riddle_is_solved_meanwhile_and_the_way_out_leads_past_the_page(
        browser: Browser, running: Running) -> None:
    with somebody(browser, running, Setting("box/scripts")) as seen:
        page = seen.page
        page.goto(f"{seen.address}/box/back")
        typed(seen)
        page.wait_for_function("document.querySelector('[data-riddle]').value !== ''")
        onward(page)
        expect(page.locator(".code span")).to_have_count(4)
        expect(page.locator("[data-print]")).to_be_visible()
        page.click("[data-leave]")
        page.wait_for_url("about:blank")


def test_the_report_is_there_and_nothing_of_who_sent_it(browser: Browser, running: Running,
                                                        tmp_path_factory: pytest.TempPathFactory) -> None:
    with somebody(browser, running, Setting("box/canary", scripts=False)) as seen:
        typed(seen)
        code = sent(seen)
    marked = {"X-Real-IP": ADDRESS, "User-Agent": AGENT, "X-Correlation-ID": MARK}
    with httpx.Client(base_url=address_of(running), headers=marked, timeout=30) as http:
        for _ in range(25):
            http.post("/box/back", data={"code": "0000-0000-0000-0000"})
            http.post("/api/v1/reporters/look", json={"code": "0000-0000-0000-0000"})
        refused = http.post("/box", data={"at": "check"}, headers={"Sec-Fetch-Site": "cross-site"})
        assert refused.status_code == 400
    httpx.post(f"{address_of(running)}/api/v1/tokens", headers={"X-Real-IP": OF_AN_OFFICER},
               json={"username": "songming.lead", "password": "wrong"})
    with signed_in(running, "reviewer") as http:
        assert wait_until(lambda: "李四" in http.get(REPORTS, params={"tab": "organ"}).text, 60)
    canaries = Looker(ADDRESS, AGENT, MARK, AUTHOR, code, code.replace("-", ""))
    there = Looker(OF_AN_OFFICER, TEXT)
    for looker in (canaries, there):
        for place, content in everything(running):
            looker.look("file", place, content)
    assert canaries.found == []
    assert {mark for _, _, mark, _ in there.found} == {OF_AN_OFFICER, TEXT}     # it is looked for well


def everything(running: Running) -> Iterator[tuple[str, bytes]]:
    """All files of the platform, what it printed, and what it counts."""
    folder: Path = running.printed.parent
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield str(file.relative_to(folder)), file.read_bytes()
    base = int(running.environ["RONGCUO_HEALTH_PORT_BASE"])
    yield "metrics", httpx.get(f"http://127.0.0.1:{base}/metrics", timeout=30).content
