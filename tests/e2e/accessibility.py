"""axe-core on a page: WCAG 2.2 at levels A and AA, and what it calls best practice.

Every `<details>` is opened for it, so that what unfolds is examined too, in the same run, but for the rail's
on a phone, which lies over the page: it has a look of its own. And bars that stick to an edge lie where they
end, since what is under them comes out by scrolling.
"""

from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")   # 2.2 has no new rule at A
OPTIONS: dict[str, Any] = {"runOnly": list(TAGS), "resultTypes": ["violations"], "preload": False}
IS_THERE = "() => 'axe' in window"
OBJECTIONS = """async options => {
    const closed = [...document.querySelectorAll('details:not([open], .rail *)')];
    for (const one of closed) one.open = true;
    const stuck = [...document.querySelectorAll('body *')].filter(
        one => getComputedStyle(one).position === 'sticky');
    for (const one of stuck) one.style.position = 'static';
    try {
        const { violations } = await axe.run(document, options);
        return violations.flatMap(({ id, nodes }) => nodes.map(
            ({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`));
    } finally {
        for (const one of stuck) one.style.position = '';
        for (const one of closed) one.open = false;
    }
}"""
# Whatever axe judges by but the words: how the page is shown, and its elements with their attributes and
# whether they say anything.
SKELETON = """() => [innerWidth, document.documentElement.lang, matchMedia('print').matches,
    matchMedia('(prefers-color-scheme: dark)').matches,
    ...[...document.querySelectorAll('*')].map(one => [one.tagName, one.getAttribute('class'), one.role,
        one.getAttributeNames().filter(name => name !== 'style').sort(), one.hidden,
        Boolean(one.textContent.trim())].join())].join('\\n')"""
_examined: set[int] = set()


@cache
def _script() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


class Examiner:
    """Examines what a page shows. Where the browser runs no scripts, axe alone may."""

    def __init__(self, page: Page, scripts: bool) -> None:
        self._page, self._scripts = page, scripts
        self._tools = page.context.new_cdp_session(page)     # it stays: its leaving would turn scripts on
        if not scripts:
            self._allow_scripts(False)

    def new_objections(self) -> list[str]:
        """What is to be mended, rule by rule; nothing where a page that differs in its words only was
        examined before and found well."""
        skeleton = hash(self._page.evaluate(SKELETON))
        if skeleton in _examined:
            return []
        found = self.objections()
        if not found:
            _examined.add(skeleton)
        return found

    def objections(self) -> list[str]:
        """The same, whatever was examined before."""
        if self._scripts:
            return self._run()
        self._allow_scripts(True)
        try:
            return self._run()
        finally:
            self._allow_scripts(False)

    def _run(self) -> list[str]:
        if not self._page.evaluate(IS_THERE):   # this way the browser compiles it once for many pages
            self._tools.send("Runtime.evaluate", {"expression": _script()})
        found: list[str] = self._page.evaluate(OBJECTIONS, OPTIONS)
        return found

    def _allow_scripts(self, allowed: bool) -> None:
        self._tools.send("Emulation.setScriptExecutionDisabled", {"value": not allowed})
