"""How the pages of a determination look: each is opened in a real browser and must be well made."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Thread

import pytest
from playwright.sync_api import Browser, Route, expect
from werkzeug.serving import make_server

from rongcuo.contracts.determination import DeterminationState
from rongcuo.contracts.errors import CaseError
from services.gateway.cookies import SESSION as COOKIE
from tests.e2e.browsing import Setting, Visitor, visitor
from tests.e2e.looks import CAN_VOTE, LOOKS, REVEALED, WORK
from tests.unit.gateway.casework import CLEARED, VERIFYING, case, meeting
from tests.unit.gateway.console_site import Site, console
from tests.unit.gateway.site import TOKEN
from tests.unit.gateway.test_console_gaps import gap
from tests.unit.gateway.test_console_newcomers import LETTER

pytestmark = pytest.mark.browser
SETTINGS = [
    Setting("look/chinese", examined=True),
    Setting("look/english-phone-dark-without-scripts", language="en-GB", width=360, dark=True, scripts=False,
            examined=True),
]
REFUSALS = {"not_found": 404, "forbidden": 403, "unexpected": 500, "service_unavailable": 503}
PLANTED = {     # what axe calls it, and what does it
    "label": "document.querySelector('label').remove()",
    "color-contrast": "document.querySelector('h1').style.color = 'var(--line)'",
    "button-name": "document.querySelector('main button').textContent = ''",
    "region": "document.querySelector('main').before(document.querySelector('main p'))",
    "html-has-lang": "document.documentElement.lang = ''",
}
FIRST_SCREEN = 320      # px from the top, at 1280 × 860
BEGINS = """() => [...document.querySelectorAll('.content > *')]
    .find(one => !one.matches('nav')).getBoundingClientRect().top"""

WITHIN = "() => (one => one.scrollHeight <= one.clientHeight + 1)(document.querySelector('.action'))"
HUSHED = """() => {
    const { error } = console;
    document.addEventListener('htmx:abort', () => {
        window.stopped = true;
        window.hushed = console.error !== error;
    });
}"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = make_server("127.0.0.1", 0, console(), threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@contextmanager
def somebody(browser: Browser, address: str, setting: Setting) -> Iterator[Visitor]:
    with visitor(browser, address, setting, "pages") as seen:
        seen.page.context.add_cookies([{"name": COOKIE, "value": TOKEN, "url": address}])
        yield seen


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_page_is_well_made(browser: Browser, address: str, setting: Setting) -> None:
    with somebody(browser, address, setting) as seen:
        for who, name, path, said in LOOKS:
            Site(who, **said)
            seen.page.goto(address + path)
            seen.shows(name)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_a_page_for_everybody_and_a_refusal_are_well_made(browser: Browser, address: str,
                                                          setting: Setting) -> None:
    with visitor(browser, address, setting, "everybody") as seen:
        Site("subject").caller.said["documents.check"] = LETTER
        for path in ("/verify", "/verify/7KQ2MWX9TB", "/forgotten"):
            seen.page.goto(address + path)
            seen.shows(path.strip("/").replace("/", "-"))
    with somebody(browser, address, setting) as seen:
        for code, status in REFUSALS.items():
            Site("subject", determination=CaseError(code))
            seen.page.goto(f"{address}/determinations/f1")
            seen.forgives(str(status))
            seen.shows(code)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_what_is_planted_is_found(browser: Browser, address: str, setting: Setting) -> None:
    Site("subject")
    with somebody(browser, address, setting) as seen:
        seen.page.goto(f"{address}/determinations/new")
        assert seen.examiner.objections() == []
        for planted in PLANTED.values():
            seen.page.evaluate(planted)
        found = seen.examiner.objections()
        assert {told.split(":")[0] for told in found} == set(PLANTED), found


@pytest.mark.parametrize("name", ["verification", "concluded", "assessments", "appeal", "sealed",
                                  "supervisor"])
def test_the_contents_begin_in_the_first_screen(browser: Browser, address: str, name: str) -> None:
    who, _, path, said = next(look for look in LOOKS if look[1] == name)
    Site(who, **said)
    with somebody(browser, address, Setting("look/first-screen")) as seen:
        seen.page.set_viewport_size({"width": 1280, "height": 860})
        seen.page.goto(address + path)
        assert seen.page.evaluate(BEGINS) <= FIRST_SCREEN


@pytest.mark.parametrize("path", ["/work", "/determinations", "/meetings", "/appeals", "/tasks"])
def test_a_list_begins_in_the_first_screen(browser: Browser, address: str, path: str) -> None:
    Site("lead", **WORK)
    with somebody(browser, address, Setting("look/first-screen")) as seen:
        seen.page.set_viewport_size({"width": 1280, "height": 860})
        seen.page.goto(address + path)
        found = seen.page.locator("table.list, .empty").bounding_box()
        assert found
        assert found["y"] <= FIRST_SCREEN


def test_on_a_phone_without_scripts_all_is_reached_and_set_in_order(browser: Browser, address: str) -> None:
    Site("lead", **WORK)
    setting = Setting("look/plain-phone", width=360, scripts=False, examined=True)
    with somebody(browser, address, setting) as seen:
        page = seen.page
        page.goto(f"{address}/work")
        expect(page.locator(".due-day")).to_have_count(1)
        page.click(".sorts a:has-text('最新')")
        assert page.url == f"{address}/work?tab=organ&sort=newest"
        expect(page.locator(".due-day")).to_have_count(0)
        expect(page.locator(".rail > a:visible")).to_have_count(3)
        page.click(".rest summary")
        seen.shows("rest-of-the-rail")
        page.click(".rest a:has-text('申诉')")
        expect(page.locator("h1")).to_have_text("申诉")


def test_what_can_be_done_stays_in_sight_and_covers_nothing(browser: Browser, address: str) -> None:
    Site("reviewer", determination=case(*VERIFYING, evidence=()))
    with somebody(browser, address, Setting("look/action", width=360)) as seen:
        seen.page.goto(f"{address}/determinations/f1")
        expect(seen.page.locator(".action .primary")).to_be_in_viewport()
        seen.page.evaluate("scrollTo(0, document.body.scrollHeight)")
        last = seen.page.locator(".content > :last-child").bounding_box()
        card = seen.page.locator(".action").bounding_box()
        assert last
        assert card
        assert last["y"] + last["height"] <= card["y"]
        seen.page.set_viewport_size({"width": 1280, "height": 860})
        seen.page.evaluate("scrollTo(0, 400)")
        expect(seen.page.locator(".action .primary")).to_be_in_viewport()


def test_what_is_missing_covers_no_button_on_a_phone(browser: Browser, address: str) -> None:
    missing = tuple(gap(f"convene.{what}") for what in ("not_heard", "facts_not_shown", "filing_void"))
    Site("lead", determination=case("recuse", state=DeterminationState.MEETING, missing=missing))
    with somebody(browser, address, Setting("look/missing", width=360)) as seen:
        seen.page.goto(f"{address}/determinations/f1")
        seen.shows("missing")
        seen.page.click(".to-action a")
        expect(seen.page.locator(".action .primary")).to_be_in_viewport()
        assert seen.page.evaluate(WITHIN), "nothing of the card has to be scrolled to"
        seen.page.click(".action .primary")
        expect(seen.page).to_have_url(f"{address}/meetings/new?case_id=f1")


def test_all_are_ticked_at_once_and_the_bar_comes_with_the_first(browser: Browser, address: str) -> None:
    Site("lead", **WORK)
    with somebody(browser, address, Setting("look/bulk")) as seen:
        page = seen.page
        page.goto(f"{address}/work")
        expect(page.locator("[data-bulk]")).to_be_hidden()
        page.click("text=全选")
        expect(page.locator("[data-ticked]")).to_have_text("已选 12 件")
        expect(page.locator("[data-bulk]")).to_be_in_viewport()
        expect(page.locator("[data-bulk] option").first).to_have_text("赵清（在办 0 件）")
        seen.shows("all-ticked")
        page.click("text=全不选")
        expect(page.locator("[data-bulk]")).to_be_hidden()


def test_a_meeting_keeps_up_and_leaves_what_is_typed(browser: Browser, address: str) -> None:
    """Another member votes; one's own half-typed reason stays; the count moves."""
    site = Site("member", meeting=meeting(items=(CLEARED, CAN_VOTE)))
    with somebody(browser, address, Setting("look/meeting")) as seen:
        page = seen.page
        page.goto(f"{address}/meetings/meet1")
        expect(page.locator(".ballot.sealed")).to_have_count(2)
        page.fill("#vote-reason", "还没写完")
        site.caller.said["determination.meeting"] = meeting(
            items=(CLEARED, replace(CAN_VOTE, voted=("m2", "m3", "m4"))), version=8)
        expect(page.locator(".ballot.sealed")).to_have_count(3)
        assert page.input_value("#vote-reason") == "还没写完"
        page.check("#mine input[value=abstain]")
        site.caller.said["determination.meeting"] = meeting(items=(CLEARED, replace(
            CAN_VOTE, voted=("m2", "m3", "m4"), allowed=(*CAN_VOTE.allowed, "reveal_votes"))), version=9)
        expect(page.locator("#mine button:has-text('同时开票')")).to_be_visible()
        assert page.input_value("#vote-reason") == "还没写完"
        assert page.is_checked("#mine input[value=abstain]")
        site.caller.said["determination.meeting"] = meeting(items=(CLEARED, REVEALED), version=10)
        expect(page.locator(".tally")).to_have_count(2)
        expect(page.locator("#mine")).not_to_contain_text("密封投票")
        seen.shows("kept-up")


def test_a_form_that_nobody_began_shows_what_stands_now(browser: Browser, address: str) -> None:
    site = Site("member", meeting=meeting("write_minutes", items=(CLEARED, REVEALED), draft="甲"))
    with somebody(browser, address, Setting("look/meeting")) as seen:
        page = seen.page
        page.goto(f"{address}/meetings/meet1")
        expect(page.locator("#minutes")).to_have_value("甲")
        site.caller.said["determination.meeting"] = meeting(
            "write_minutes", "adjourn", items=(CLEARED, REVEALED), draft="乙", version=9)
        expect(page.locator("#minutes")).to_have_value("乙")


def test_a_look_that_is_told_to_stop_is_no_fault_and_hushes_none(browser: Browser, address: str) -> None:
    Site("member", meeting=meeting(items=(CLEARED, CAN_VOTE)))
    with somebody(browser, address, Setting("look/meeting")) as seen:
        page, held = seen.page, list[Route]()
        page.route("**/now?*", lambda route: held.append(route))
        with page.expect_request("**/now?*"):
            page.goto(f"{address}/meetings/meet1")
        page.evaluate(HUSHED)
        page.evaluate("document.dispatchEvent(new Event('submit'))")
        assert page.evaluate("[window.stopped, window.hushed]") == [True, False]
        with page.expect_request("**/now?*"):
            page.goto(f"{address}/meetings/meet1")
        page.goto(f"{address}/meetings")
        seen.shows("left")


def test_a_meeting_keeps_up_after_a_look_that_nobody_answered(browser: Browser, address: str) -> None:
    site, held = Site("member", meeting=meeting(items=(CLEARED, CAN_VOTE))), list[Route]()
    with somebody(browser, address, Setting("look/meeting")) as seen:
        page = seen.page
        page.route("**/now?*", lambda route: route.continue_() if held else held.append(route))
        page.goto(f"{address}/meetings/meet1")
        site.caller.said["determination.meeting"] = meeting(
            items=(CLEARED, replace(CAN_VOTE, voted=("m2", "m3", "m4"))), version=8)
        expect(page.locator(".ballot.sealed")).to_have_count(3, timeout=60_000)
        seen.forgives("htmx:timeout")
    assert held
