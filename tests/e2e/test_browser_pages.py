"""The console's other pages, met on the way of filings that do not go straight through."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date

import pytest
from playwright.sync_api import Browser, expect

from scenarios.platform import Answer, Person
from services.identity import demonstration
from tests.e2e.browsing import Setting, Visitor, visitor
from tests.e2e.platform import Embedded, Platform
from tests.e2e.steps import case_come_to, come_to, content_of, submitted, taken, told

pytestmark = [pytest.mark.browser, pytest.mark.parametrize(
    "both", [pytest.param(Embedded, id="embedded")], indirect=True)]

Seats = Callable[[str], Visitor]
ORGAN = "530125"


@pytest.fixture
def seats(platform: Platform, browser: Browser) -> Iterator[Seats]:
    """Signs people in, each at a browser of their own."""
    with ExitStack() as stack:
        def seat(username: str) -> Visitor:
            batch = stack.enter_context(visitor(browser, platform.address, Setting("pages"), username))
            batch.sign_in(username)
            return batch
        yield seat


@pytest.fixture
def people(platform: Platform) -> dict[str, Person]:
    names = ("yiliang.filer", "yiliang.reviewer", "yiliang.lead")
    return {name: Person(platform.http, name, demonstration.password()) for name in names}


def _filed(platform: Platform, people: dict[str, Person], title: str, **other: object) -> Answer:
    receipt = submitted(people["yiliang.filer"], content_of(platform, ORGAN, title, **other))
    told(people["yiliang.lead"], receipt["number"], "新报备待初审")
    return receipt


def test_a_lead_assigns_what_waits(platform: Platform, people: dict[str, Person], seats: Seats) -> None:
    first, second = (_filed(platform, people, f"农贸市场改造 {part}") for part in ("东区", "西区"))
    lead = seats("yiliang.lead")
    lead.page.goto(f"{lead.address}/work?tab=unassigned")
    lead.page.keyboard.press("j")
    expect(lead.page.locator("tr.here")).to_contain_text("农贸市场改造")  # both are due at the same time
    for receipt in (first, second):
        lead.page.check(f"input[value='{receipt['filing_id']}']")
    lead.shows("ticked")
    expect(lead.page.locator("#officer_id option").filter(has_text="周和")).to_contain_text("在办")
    lead.page.select_option("#officer_id", people["yiliang.reviewer"].officer_id)
    lead.page.click("[data-bulk] button")
    expect(lead.page.locator(".notice")).to_contain_text("2")
    lead.shows("assigned")
    for receipt in (first, second):
        assert people["yiliang.lead"].get(f"/reviews/{receipt['filing_id']}")["assignee_name"] == "周和"


def test_a_filing_goes_back_and_is_supplemented(platform: Platform, people: dict[str, Person],
                                                seats: Seats) -> None:
    receipt = _filed(platform, people, "安置房先行交付")
    people["yiliang.reviewer"].post(f"/reviews/{receipt['filing_id']}/assign",
                                    {"officer_id": people["yiliang.reviewer"].officer_id})
    reviewer, filer = seats("yiliang.reviewer"), seats("yiliang.filer")
    _is_returned(reviewer, receipt)
    filing = come_to(people["yiliang.filer"], receipt["filing_id"], "supplement_requested")
    filer.page.goto(f"{filer.address}/filings/{receipt['filing_id']}")
    due_on = date.fromisoformat(filing["supplement_due_on"])
    expect(filer.page.locator(".status")).to_contain_text(f"{due_on.month}月{due_on.day}日")
    assert filer.page.locator(".timeline b").filter(has_text="已退回补正").count() == 1
    filer.shows("supplement-requested")
    filer.page.click(".button.primary")
    filer.shows("supplement")
    filer.page.fill("#policy_basis", "县政府常务会议纪要第 8 号")
    picture = {"name": "纪要照片.png", "mimeType": "image/png", "buffer": filer.page.screenshot()}
    filer.page.set_input_files("#file", [picture])
    filer.page.fill("#note", "纪要已补充")
    filer.page.uncheck("[name=no_private_gain]")
    filer.page.click("button.primary")
    filer.forgives("422")
    expect(filer.page.locator("input[name=kept_file]")).to_be_checked()
    filer.shows("file-kept")
    filer.page.check("[name=no_private_gain]")
    expect(filer.page.locator("#note")).to_have_value("纪要已补充")
    filer.page.click("button.primary")
    expect(filer.page.locator(".receipt")).to_be_visible()
    [kept] = people["yiliang.filer"].get(f"/filings/{receipt['filing_id']}")["content"]["attachments"]
    assert kept["name"] == "纪要照片.png"
    case_come_to(people["yiliang.reviewer"], receipt["filing_id"], "preliminary_review")
    reviewer.page.reload()
    reviewer.shows("again-in-review")


def _is_returned(reviewer: Visitor, receipt: Answer) -> None:
    """What is missing must be said; then the clock stands still."""
    page = reviewer.page
    page.goto(f"{reviewer.address}/reviews/{receipt['filing_id']}")
    page.locator("summary").filter(has_text="其他处理").click()
    page.click("button[value=request_supplement]")
    page.wait_for_selector(".problem")
    reviewer.forgives("422")
    reviewer.shows("reason-missing")
    page.fill("#words", "请补充会议纪要。")
    page.click("button[value=request_supplement]")
    expect(page.locator(".letter .words").filter(has_text="请补充会议纪要")).to_be_visible()
    reviewer.shows("returned-looked-at")
    page.click("button[value=confirmed]")
    expect(page.locator(".status")).to_contain_text("待补正")
    reviewer.shows("returned")


def test_where_verification_is_asked_for_a_team_is_formed(platform: Platform, seats: Seats) -> None:
    place = platform.people.at("530302", "麒麟区行政审批局")
    content = content_of(platform, "530302", "一枚印章管审批", "reform_pilot")
    receipt = submitted(place.filer, content)
    taken(place, receipt["filing_id"])
    place.reviewer.post(f"/reviews/{receipt['filing_id']}/accept", {"opinion": "进入核查"})
    lead = seats(str(place.lead.get("/me")["username"]))
    lead.page.goto(f"{lead.address}/reviews/{receipt['filing_id']}")
    lead.shows("verification")
    for box in lead.page.locator("input[name=officer_ids]").all():
        box.check()
    lead.page.click("main button.primary")
    expect(lead.page.locator("#findings")).to_be_visible()
    lead.shows("findings")


def test_an_operator_and_a_supervisor_see_theirs(platform: Platform, people: dict[str, Person],
                                                 seats: Seats) -> None:
    receipt = _filed(platform, people, "县医院应急扩建")
    operator, supervisor = seats("operator"), seats("kunming.supervisor")
    operator.shows("operations")
    assert "县医院" not in operator.page.content()
    supervisor.page.goto(f"{supervisor.address}/filings?search={receipt['number']}")
    supervisor.shows("found")
    supervisor.page.click("a.title")
    supervisor.shows("filing")
    operator.page.goto(f"{operator.address}/filings/{receipt['filing_id']}")
    operator.forgives("404")
    operator.shows("not-found")
