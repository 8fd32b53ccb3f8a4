"""What follows from a report, at the console of a platform that runs: a name is cleared, from the proposal to
the feedback, and an inquiry into a false accusation passes its first gate; wide, and on a phone without
scripts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, expect

from scenarios.people import Place
from scenarios.platform import Answer, Person, Refused, awaited
from tests.e2e.browsing import Setting, Visitor, visitor
from tests.e2e.clearing_room import (
    answered,
    carried_out,
    confirm,
    now,
    planned,
    read_back,
    send,
    told,
    visited,
)
from tests.e2e.conftest import running
from tests.e2e.platform import Embedded

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]
SETTINGS = [(Setting("procedures/wide"), "530102", "530112"),
            (Setting("procedures/phone-without-scripts", width=360, scripts=False), "530103", "530111")]
IDS = [setting.name for setting, *_ in SETTINGS]
REPORTS = "/clarify/reports"
BUREAU, PREFECTURE = "示例水务局", "530100"


@pytest.fixture(scope="module")
def platform(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Embedded]:
    """Its time can be set on, as a visit is made a month after."""
    with running(Embedded(tmp_path_factory.mktemp("procedures")), request.session) as there:
        yield there


@contextmanager
def at_work(platform: Embedded, browser: Browser, setting: Setting, person: Person) -> Iterator[Visitor]:
    """Signed in for one piece of work."""
    username = str(person.get("/me")["username"])
    with visitor(browser, platform.address, setting, username) as seen:
        seen.sign_in(username)
        expect(seen.page.locator(".bar .who")).to_be_visible()
        yield seen


def reported(platform: Embedded, place: Place, **person: str) -> str:
    """A report about somebody, in the hands of the reviewer. With nobody there to judge it, it goes up."""
    for each in (place.lead, place.reviewer, place.second_reviewer, place.filer):
        each.come()
    sealed = place.reviewer.post("/reporters", {"organ_id": place.reviewer.get("/me")["organ_id"]})
    content = {"channel": "letter", "reporter_ref": sealed["reporter_ref"], "signed": False,
               "pseudonym": sealed["pseudonym"], "reachable": True,
               "received_at": platform.time.now().isoformat(), "allegations": [
                   {"text": "收受施工方礼金", "person": {"unit": BUREAU, **person}}]}
    number = str(place.reviewer.post(REPORTS, {"content": content})["report_id"])

    def look() -> Answer | None:
        try:
            return place.reviewer.get(f"{REPORTS}/{number}")
        except Refused:
            return None
    awaited(look, "an open report")
    one = f"{REPORTS}/{number}"
    place.reviewer.post(f"{one}/assign", {"officer_id": place.reviewer.officer_id})
    place.reviewer.post(f"{one}/accept")
    return one


def unfounded(platform: Embedded, place: Place) -> None:
    """A report about the filer, closed, of which nothing was true; their name is to be cleared."""
    one = reported(platform, place, name="申报人", officer_id=place.filer.officer_id, unit=BUREAU)
    place.reviewer.post(f"{one}/dispose", {
        "disposal": "inquiry", "tolerance_arises": False, "reasons": "函询"})
    place.reviewer.post(f"{one}/findings", {"findings": [
        {"allegation": 1, "outcome": "unsubstantiated", "words": "没有收，有退礼登记"}]})
    place.reviewer.post(f"{one}/answer-clearing", {"clear": True, "words": "影响了推荐考察"})
    place.lead.post(f"{one}/close")


def suspected(platform: Embedded, place: Place) -> str:
    """A report that as a whole is suspected to be made up."""
    one = reported(platform, place, name="某负责人")
    place.reviewer.post(f"{one}/dispose", {
        "disposal": "verify", "tolerance_arises": False, "reasons": "核实"})
    team = [place.reviewer.officer_id, place.second_reviewer.officer_id]
    place.lead.post(f"{one}/form-team", {"officer_ids": team})
    place.reviewer.post(f"{one}/findings", {"findings": [
        {"allegation": 1, "outcome": "suspected_malicious", "words": "转账截图系伪造"}]})
    return one


@pytest.mark.parametrize(("setting", "organ_id", "_"), SETTINGS, ids=IDS)
def test_a_name_is_cleared_from_the_proposal_to_the_feedback(
        platform: Embedded, browser: Browser, setting: Setting, organ_id: str, _: str) -> None:
    platform.in_office_hours()
    place = platform.people.at(organ_id, BUREAU)
    unfounded(platform, place)
    with at_work(platform, browser, setting, place.reviewer) as seen:
        case = planned(seen)
    with at_work(platform, browser, setting, place.filer) as seen:
        answered(seen)
    with at_work(platform, browser, setting, place.reviewer) as seen:
        seen.page.goto(case)
        now(seen.page, "报负责人审批")
        seen.page.fill("#recommendation", "建议书面加会议澄清")
        seen.page.fill("#review_opinion", "同意")
        send(seen.page)
        expect(seen.page.locator(".in-stage")).to_have_text("报负责人审批")
    deputy = platform.people.deputy(organ_id)     # whoever closed the report does not approve
    deputy.come()
    with at_work(platform, browser, setting, deputy) as seen:
        seen.page.goto(case)
        now(seen.page, "批准澄清")
        seen.shows("approve")
        confirm(seen.page)
        expect(seen.page.locator(".in-stage")).to_have_text("澄清实施")
    platform.time.set(platform.time.now() + timedelta(hours=1))
    with at_work(platform, browser, setting, place.reviewer) as seen:
        carried_out(seen, case)
    platform.time.set(platform.time.now() + timedelta(days=40))
    platform.in_office_hours()
    with at_work(platform, browser, setting, place.reviewer) as seen:
        visited(seen, case)
    with at_work(platform, browser, setting, place.filer) as seen:
        read_back(seen, case)
    with at_work(platform, browser, setting, place.reviewer) as seen:
        told(seen, case)
    with at_work(platform, browser, setting, place.filer) as seen:
        seen.page.goto(case)
        expect(seen.page.locator(".outcome")).to_have_text("澄清已办结")
        expect(seen.page.locator("main")).to_contain_text("已恢复推荐考察")
        seen.shows("closed")


@pytest.mark.parametrize(("setting", "_", "organ_id"), SETTINGS, ids=IDS)
def test_an_inquiry_passes_its_first_gate(platform: Embedded, browser: Browser, setting: Setting, _: str,
                                          organ_id: str) -> None:
    platform.in_office_hours()
    place, above = (platform.people.at(each, BUREAU) for each in (organ_id, PREFECTURE))
    one = suspected(platform, place)
    with at_work(platform, browser, setting, place.reviewer) as seen:
        page = seen.page
        page.goto(f"{platform.address}{one}")
        page.click(".action summary:has-text('更多')")
        page.click(".action a:has-text('拟提请启动诬告陷害核查')")
        page.check("[name=managed_by][value=county]")
        seen.shows("prepare")
        send(page)
        seen.shows("inquiries")
        page.click("a.title:has-text('诬核（')")
        case = page.url
        now(page, "由我承办")
        now(page, "报请批准启动核查")
        page.fill("#words", "截图系伪造，竞聘前三日发出")
        confirm(page)
        expect(page.locator(".in-stage")).to_have_text("报上级批准启动")
        seen.shows("requested")
    with at_work(platform, browser, setting, above.lead) as seen:
        page = seen.page
        page.goto(f"{platform.address}/clarify/false-accusations?tab=approval")
        page.click("a.title:has-text('诬核（')")
        now(page, "批准启动核查")
        page.fill("#words", "同意启动")
        confirm(page)
        expect(page.locator(".in-stage")).to_have_text("核查中")
    with at_work(platform, browser, setting, place.reviewer) as seen:
        page = seen.page
        page.goto(f"{case}?tab=proof")
        expect(page.locator(".compare tbody tr")).to_have_count(5)
        seen.shows("proof")
        now(page, "添加证据")
        page.fill("#title", "鉴定意见")
        send(page)
        page.click(".compare a:has-text('评判') >> nth=0")
        page.check("[name=bearing][value=proves]")
        page.fill("#reasons", "图片经鉴定为合成")
        page.check("[name=evidence]")
        seen.shows("weigh")
        send(page)
        expect(page.locator(".compare")).to_contain_text("图片经鉴定为合成")
        seen.shows("weighed")
