"""Everybody who has a part in a determination, each at their own browser."""

from contextlib import ExitStack

from playwright.sync_api import Browser

from scenarios.platform import Answer, Person
from services.identity import demonstration
from tests.e2e.browsing import Setting, Visitor, visitor
from tests.e2e.platform import Platform

BROWSERS = {
    "songming.filer": Setting("determination", language="en-GB", width=360, scripts=False),
    "songming.lead": Setting("determination"),
    "songming.lead2": Setting("determination"),
    "songming.reviewer": Setting("determination"),
    "songming.member1": Setting("determination"),
    "songming.member2": Setting("determination", width=360, dark=True),
    "songming.panel1": Setting("determination"),
    "songming.panel2": Setting("determination", width=360),
    "kunming.supervisor": Setting("determination", language="en-GB"),
}


class Table:
    """Everybody at their browser; those who only repeat what others have shown act over HTTP."""

    def __init__(self, platform: Platform, browser: Browser, stack: ExitStack) -> None:
        self.platform = platform
        self._browser, self._stack = browser, stack
        self._seats: dict[str, Visitor] = {}

    def seat(self, name: str) -> Visitor:
        """The person's browser, signed in."""
        username = name if "." in name else f"songming.{name}"
        if username not in self._seats:
            setting = BROWSERS[username]
            batch = self._stack.enter_context(
                visitor(self._browser, self.platform.address, setting, username))
            batch.sign_in(username)
            self._seats[username] = batch
        return self._seats[username]

    def person(self, name: str) -> Person:
        """The person over HTTP."""
        return Person(self.platform.http, f"songming.{name}", demonstration.password())

    def case(self, case_id: str) -> Answer:
        """The case as the lead sees it."""
        return self.person("lead").get(f"/determinations/{case_id}")


def reloaded_until(seer: Visitor, wanted: str) -> None:
    """What another service brings about takes a moment."""
    for _ in range(100):
        if seer.page.locator(wanted).count():
            return
        seer.page.wait_for_timeout(200)
        seer.page.reload()
    raise AssertionError(f"{wanted} did not appear")
