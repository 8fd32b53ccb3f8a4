"""A person at a browser: what every page must keep to is checked on each one they see."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count, pairwise
from pathlib import Path
from typing import ClassVar

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from deploy.mailbox import ROOT
from services.identity import demonstration
from tests.e2e.accessibility import Examiner

CHROMIUM = Path("/usr/bin/chromium")
SCREENSHOTS = ROOT / "var" / "screenshots"
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
             "--disable-background-networking", "--disable-component-update")
PATIENCE = 100      # times 50 ms for a complaint that is on its way
WITHOUT_LABEL = """() => [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
    .filter(one => !one.labels.length && !one.getAttribute('aria-label')).map(one => one.outerHTML)"""
HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4')].map(one => Number(one.tagName[1]))"""
SPILLING = """() => [...document.querySelectorAll('body *')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width && box.right > document.documentElement.clientWidth + 1 && !one.closest('.skip');
}).map(one => one.outerHTML.slice(0, 120))"""
SMALL = """() => [...document.querySelectorAll(
        'button, .button, input:not([type=hidden]), select, summary, nav a')]
    .filter(one => !one.closest('.choice') && !one.matches('td input') && one.offsetParent)
    .map(one => [one.getBoundingClientRect().height, one.outerHTML.slice(0, 120)])
    .filter(([height]) => height && height < 43.5)"""


COVERED = """() => [...document.querySelectorAll('.rail a')].filter(one => {
    const box = one.getBoundingClientRect();
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return box.width && y >= 0 && y < innerHeight && !document.elementFromPoint(x, y)?.closest('.rail');
}).map(one => one.outerHTML)"""


@dataclass(frozen=True)
class Setting:
    """How somebody's browser is set."""

    name: str
    language: str = "zh-CN"
    width: int = 1280
    scripts: bool = True
    dark: bool = False
    examined: bool = False   # with axe-core, which takes its time


@dataclass
class Visitor:
    """Somebody signed in, with everything their browser complained about."""

    page: Page
    setting: Setting
    address: str
    complaints: list[str] = field(default_factory=list)
    pictures: ClassVar[bool] = False
    examiner: Examiner = field(init=False)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def watch(self) -> None:
        """Listen to whatever goes wrong, and to whom the browser talks."""
        self.examiner = Examiner(self.page, self.setting.scripts)
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.on("request", self._asked)

    def sign_in(self, username: str) -> None:
        self.page.goto(self.address)
        self.shows("sign-in")
        self.page.fill("#username", username)
        self.page.fill("#password", demonstration.password())
        self.page.click("main button.primary")

    def shows(self, name: str) -> None:
        """Check the page as it is now, and keep a picture of it, where pictures are asked for."""
        if self.pictures:
            folder = SCREENSHOTS / self.setting.name
            folder.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=folder / f"{next(self._numbers):02}-{name}.png", full_page=True)
        self._is_well_made()

    def forgives(self, status: str) -> None:
        """The browser complains of every refusal, if a moment later; this one was meant."""
        for _ in range(PATIENCE):
            if any(status in told for told in self.complaints):
                break
            self.page.wait_for_timeout(50)
        self.complaints[:] = [told for told in self.complaints if status not in told]

    def _is_well_made(self) -> None:
        page = self.page
        page.wait_for_load_state()  # a click returns once the next page has begun to come
        assert page.evaluate(WITHOUT_LABEL) == []
        headings = page.evaluate(HEADINGS)
        assert headings[0] == 1, headings
        assert headings.count(1) == 1, headings
        assert all(after - before <= 1 for before, after in pairwise(headings)), headings
        assert page.evaluate(SPILLING) == []
        assert page.evaluate(SMALL) == []
        assert page.evaluate(COVERED) == []
        assert page.evaluate("document.documentElement.lang") == self.setting.language[:2]
        objections = self.examiner.new_objections() if self.setting.examined else []
        assert objections == [], "\n".join(objections)
        assert self.complaints == [], "\n".join(self.complaints)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.type}: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.address}/", "data:")):
            self.complaints.append(f"asked another host: {request.url}")


@contextmanager
def visitor(browser: Browser, address: str, setting: Setting, who: str) -> Iterator[Visitor]:
    """A browser of their own for one person."""
    context = browser.new_context(
        locale=setting.language, viewport={"width": setting.width, "height": 800},
        java_script_enabled=setting.scripts, color_scheme="dark" if setting.dark else "light")
    context.set_default_timeout(60_000)
    try:
        seen = Visitor(context.new_page(), replace(setting, name=f"{setting.name}/{who}"), address)
        seen.watch()
        yield seen
    finally:
        context.close()

