"""Six roles carry a determination through the console, from the application to the decision on an appeal."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, expect

from scenarios.platform import Answer
from tests.e2e.appeal_room import (
    is_changed_by_the_panel,
    is_given_to_a_panel,
    is_lodged,
    is_told_to_the_subject,
)
from tests.e2e.browsing import Visitor
from tests.e2e.meeting_room import is_brought_to_a_meeting, is_signed, is_voted_on
from tests.e2e.platform import Embedded, Platform
from tests.e2e.table import Table, reloaded_until

pytestmark = [pytest.mark.browser, pytest.mark.parametrize(
    "both", [pytest.param(Embedded, id="embedded")], indirect=True)]

TITLE = "杨桥集镇雨污分流工程未批先建"
DISPUTED = "repeated_error"


@pytest.fixture
def table(platform: Platform, browser: Browser) -> Iterator[Table]:
    with ExitStack() as stack:
        yield Table(platform, browser, stack)


def test_a_determination_is_carried_to_its_decision(table: Table) -> None:
    case_id = _applies(table)
    _is_taken(table, case_id)
    _is_verified(table, case_id)
    _is_assessed(table, case_id)
    meeting_id = is_brought_to_a_meeting(table, case_id)
    is_voted_on(table, meeting_id)
    is_signed(table, meeting_id)
    _is_decided(table, case_id)
    _is_seen(table, case_id)
    appeal_id = is_lodged(table, case_id)
    is_given_to_a_panel(table, appeal_id)
    is_changed_by_the_panel(table, appeal_id)
    is_told_to_the_subject(table, case_id)


def _applies(table: Table) -> str:
    subject = table.seat("filer")
    page = subject.page
    page.goto(f"{subject.address}/determinations")
    subject.shows("own-cases-empty")
    page.click("a.button.primary")
    page.fill("#title", TITLE)
    page.fill("#what", "未取得施工许可即开挖管沟 300 米")
    page.fill("#since", "2026-02-02")
    page.fill("#until", "2026-02-20")
    page.fill("#grounds", "汛期临近，经党工委集体研究先行施工，手续同步补办。")
    subject.shows("apply")
    page.click("button.primary")
    expect(page.locator("h1")).to_have_text(TITLE)
    return page.url.rsplit("/", 1)[1]


def _is_taken(table: Table, case_id: str) -> None:
    lead, reviewer = table.seat("lead"), table.seat("reviewer")
    page = lead.page
    page.goto(f"{lead.address}/work")
    page.click(".rail a:has-text('认定')")
    page.click(f"a.title:has-text('{TITLE}')")
    lead.shows("to-assign")
    page.select_option("#officer_id", label="赵清 · 嵩明县纪委监委")
    page.click("main button.primary")
    expect(page.locator(".status")).to_contain_text("赵清")
    reviewer.page.goto(f"{reviewer.address}/determinations/{case_id}")
    reviewer.page.click(".status summary")
    expect(reviewer.page.locator(".days tbody tr").first).to_be_visible()
    reviewer.shows("to-accept")
    reviewer.page.click("main button.primary")
    expect(reviewer.page.locator("li.here")).to_contain_text("核查")
    page.reload()
    for name in ("赵清", "钱明"):
        page.check(f"label.choice:has-text('{name}') input")
    page.select_option("#leader", label="赵清 · 嵩明县纪委监委")
    lead.shows("team")
    page.click("main button.primary")
    expect(page.locator(".facts")).to_contain_text("钱明")


def _is_verified(table: Table, case_id: str) -> None:
    reviewer, subject = table.seat("reviewer"), table.seat("filer")
    page, home = reviewer.page, f"{reviewer.address}/determinations/{case_id}"
    page.goto(f"{home}?tab=evidence")
    page.click("main a.button:has-text('添加证据')")
    page.fill("#title", "党工委会议纪要")
    page.fill("#about", "先行施工经集体研究")
    picture = {"name": "纪要照片.png", "mimeType": "image/png", "buffer": page.screenshot()}
    page.set_input_files("#file", [picture])
    page.click("main button.primary")
    page.click("main a:text-is('记录查明情况')")
    page.fill("#finding", "2026 年 2 月 1 日会议决定先行开挖管沟，手续同步补办。")
    page.click("main button.primary")
    expect(page.locator(".files")).to_contain_text("纪要照片.png")
    reviewer.shows("evidence")
    subject.page.goto(f"{subject.address}/determinations/{case_id}")
    subject.page.click("main a.button.primary")
    subject.page.fill("#words", "我当时想的是赶在汛期前把水排出去。")
    subject.page.click("main button.primary")
    expect(subject.page.locator("main")).to_contain_text("赶在汛期前")
    subject.shows("statement")
    page.goto(f"{home}/act/write_facts_material")
    page.fill("#facts", "未批先建属实，施工已停止，手续正在补办。")
    page.fill("#tolerance_opinion", "建议免责，限期补办手续。")
    page.click("main button.primary")


def _is_assessed(table: Table, case_id: str) -> None:
    reviewer, colleague = table.seat("reviewer"), table.person("reviewer2")
    page, home = reviewer.page, f"{reviewer.address}/determinations/{case_id}"
    page.goto(f"{home}/negative-list")
    for radio in page.locator("input[type=radio][value=clear]").all():
        radio.check()
    page.check(f"input[name=answer-{DISPUTED}][value=disputed]")
    page.fill(f"#reason-{DISPUTED}", "2024 年有类似情况，是否同类有争议。")
    reviewer.shows("negative-list")
    page.click("main button.primary")
    for criteria_set in table.case(case_id)["assessors_wanted"]:
        page.goto(f"{home}/assessment/{criteria_set}")
        questions = _answer_all(reviewer)
        reviewer.shows(f"assess-{criteria_set}")
        page.click("main button.primary")
        colleague.post(f"/determinations/{case_id}/assessments",
                       {"criteria_set": criteria_set, "answers": _other_answers(questions)})
    page.goto(f"{home}?tab=assessment")
    expect(page.locator("tr.differs").first).to_contain_text("尚不清楚")
    page.click(".drawer summary")
    reviewer.shows("side-by-side")
    page.goto(f"{home}/act/report")
    page.fill("#report", "动机为公，程序有瑕疵，后果轻微，已补救。建议免责。")
    page.click("main button.primary")
    expect(page.locator("li.here")).to_contain_text("联席会议")


def _answer_all(reviewer: Visitor) -> list[str]:
    """Every question is answered for tolerance; tells which there are."""
    for radio in reviewer.page.locator("input[type=radio][value=tolerate]").all():
        radio.check()
    reasons = reviewer.page.locator(".question textarea").all()
    for reason in reasons:
        reason.fill("会议纪要和现场情况都能印证。")
    return [str(reason.get_attribute("name")).removeprefix("reason-") for reason in reasons]


def _other_answers(questions: list[str]) -> list[Answer]:
    """The colleague is not sure of the first question."""
    return [{"criterion": question, "leaning": "unclear" if question == questions[0] else "tolerate",
             "reason": "还需要看施工日志。"} for question in questions]


def _is_decided(table: Table, case_id: str) -> None:
    lead = table.seat("lead")
    page = lead.page
    page.goto(f"{lead.address}/determinations/{case_id}")
    page.click("main a.button.primary")
    page.fill("#reasons", "为赶在汛期前排水，经集体研究先行施工，程序有瑕疵，无谋私，已补救。")
    page.select_option("#discipline_form", "1")
    page.click("summary:has-text('附带要求')")
    page.fill("#rectification", "补办用地手续")
    page.fill("#due_on", "2026-06-30")
    lead.shows("decide")
    page.click("main button.primary")
    expect(page.locator("main")).to_contain_text("还没有办理")
    expect(page.locator(".letter")).to_contain_text("补办用地手续，于2026年6月30日前（含当日）完成")
    lead.shows("decide-preview")
    page.click("main button.primary")
    expect(page.locator(".chip.good").first).to_be_visible()
    lead.shows("decided")


def _is_seen(table: Table, case_id: str) -> None:
    subject, supervisor = table.seat("filer"), table.seat("kunming.supervisor")
    subject.page.goto(f"{subject.address}/determinations/{case_id}")
    expect(subject.page.locator("main")).to_contain_text("Lightened")
    assert subject.page.locator("nav.tabs a").count() == 3
    subject.shows("decision")
    subject.page.click("nav.tabs a:has-text('Letters')")
    reloaded_until(subject, "a[href$='/pdf']")
    subject.shows("letters")
    supervisor.page.goto(f"{supervisor.address}/determinations?tab=closed")
    supervisor.page.click(f"a.title:has-text('{TITLE}')")
    supervisor.shows("decided")
    supervisor.page.click("nav.tabs a:has-text('Timeline')")
    supervisor.shows("timeline")
