"""An appeal in the console: the subject lodges it, another lead names the panel, the panel decides."""

from playwright.sync_api import expect

from tests.e2e.table import Table, reloaded_until

PANEL = ("韩直", "沈允", "白正")
DECIDERS = ("组织部成员", "赵清", "钱明", "孙正")


def is_lodged(table: Table, case_id: str) -> str:
    """The subject says why; tells its id."""
    subject = table.seat("filer")
    page = subject.page
    page.goto(f"{subject.address}/determinations/{case_id}/act/lodge_appeal")
    page.fill("#words", "程序瑕疵已经补正，请求免责。")
    subject.shows("to-appeal")
    page.click("main button.primary")
    page.click(".notice a[href^='/appeals/']")
    subject.shows("appeal")
    return page.url.rsplit("/", 1)[1]


def is_given_to_a_panel(table: Table, appeal_id: str) -> None:
    """Another lead finds it in the list; nobody who decided before is offered, or names a panel."""
    decider = table.seat("lead")
    decider.page.goto(f"{decider.address}/appeals/{appeal_id}")
    expect(decider.page.locator("main a.button.primary")).to_have_count(0)
    expect(decider.page.locator(".status")).to_contain_text("没有参加过原认定的负责人")
    decider.shows("appeal-not-theirs")
    lead = table.seat("lead2")
    page = lead.page
    page.goto(f"{lead.address}/work")
    page.click(".rail a:has-text('申诉')")
    lead.shows("appeals")
    page.click(f"a.title[href$='{appeal_id}']")
    lead.shows("appeal")
    page.click("main a.button.primary")
    for name in DECIDERS:
        expect(page.locator(f"label.choice:has-text('{name}')")).to_have_count(0)
    for name in PANEL:
        page.check(f"label.choice:has-text('{name}') input")
    lead.shows("panel")
    page.click("main button.primary")
    expect(page.locator(".status")).to_contain_text("复核组")


def is_changed_by_the_panel(table: Table, appeal_id: str) -> None:
    """One of the panel finds it among the tasks, looks twice, and is for something milder; another signs."""
    panel = table.seat("panel1")
    page = panel.page
    page.click(".rail a:has-text('待办任务')")
    reloaded_until(panel, f"a.title[href$='{appeal_id}']")
    panel.shows("tasks")
    page.click(f"a.title[href$='{appeal_id}']")
    page.click("main a.button.primary")
    expect(page.locator("input[value=denied]")).to_have_count(0)
    page.check("input[value=exempt]")
    page.fill("#reasons", "手续已经补齐，主动挽回损失，改为免责。")
    page.select_option("#discipline_form", "1")
    panel.shows("decide")
    page.click("main button.primary")
    expect(page.locator(".letter")).to_have_count(2)     # of the appeal, and of the decision that changes
    panel.shows("decide-preview")
    page.click("main button.primary")
    expect(page.locator("main")).to_contain_text("复核组 3 人，已有 1 人同意，还需 1 人。")
    panel.shows("stated")
    colleague = table.seat("panel2")
    page = colleague.page
    page.goto(f"{colleague.address}/appeals/{appeal_id}")
    colleague.shows("to-sign")
    page.click("main a.button.primary")
    colleague.shows("sign")
    page.click("main button.primary")
    expect(page.locator(".letter")).to_have_count(2)
    colleague.shows("sign-preview")
    page.click("main button.primary")
    expect(page.locator(".status .outcome")).to_contain_text("已变更原决定")
    colleague.shows("decided")


def is_told_to_the_subject(table: Table, case_id: str) -> None:
    """The new decision, and its letters beside the one that no longer holds."""
    subject = table.seat("filer")
    page = subject.page
    page.goto(f"{subject.address}/determinations/{case_id}?tab=letters")
    reloaded_until(subject, "tr:has(.chip.near)")
    reloaded_until(subject, "tr:has(.chip.good):has-text('Decision on an appeal') a[href$='/pdf']")
    expect(page.locator("main")).to_contain_text("Exempted")
    subject.shows("letters-after-appeal")
