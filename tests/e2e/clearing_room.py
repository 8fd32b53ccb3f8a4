"""What is done about a clearing at the console, step by step."""

from playwright.sync_api import Page, expect

from tests.e2e.browsing import Visitor


def now(page: Page, word: str) -> None:
    """The one thing to be done now is this, and is begun."""
    first = page.locator(".action .primary")
    expect(first).to_have_text(word)
    first.click()


def send(page: Page) -> None:
    """The form, as it stands."""
    page.click("main button.primary")


def confirm(page: Page) -> None:
    """What is looked at twice."""
    send(page)
    expect(page.locator("h1")).to_contain_text("核对后再办")
    send(page)


def planned(seen: Visitor) -> str:
    """Assessed, planned, and the person asked. The address of the clearing."""
    page = seen.page
    page.goto(f"{seen.address}/clarify/reports")
    page.click("main a:has-text('澄清台')")
    seen.shows("board")
    page.click("a.title:has-text('澄清〔')")
    now(page, "由我承办")
    case = page.url
    now(page, "评估，写明表述")
    page.check("[name=grounds][value=career]")
    page.fill("#effects", "正在推荐考察，受到影响")
    page.fill("[name=words-1]", "收受施工方礼金")
    page.fill("[name=conclusion-1]", "没有收受，有退礼登记")
    seen.shows("assess")
    send(page)
    now(page, "制定方案")
    page.fill("#who-written", "局党组主要负责人")
    page.check("[name=modes][value=meeting]")
    page.fill("#who-meeting", "局机关干部")
    page.fill("#head", "示例水务局党组")
    seen.shows("plan")
    send(page)
    expect(page.locator("main .letter")).to_have_count(2)
    seen.shows("preview")
    now(page, "征求本人意见")
    seen.shows("ask")
    send(page)
    expect(page.locator(".awaited")).to_contain_text("等本人意见")
    return case


def answered(seen: Visitor) -> None:
    """The person reads what is to be said, and agrees."""
    page = seen.page
    page.goto(f"{seen.address}/clarify/clarifications")
    expect(page.locator("h1")).to_have_text("我的澄清")
    seen.shows("own")
    page.click("a.title:has-text('澄清〔')")
    seen.shows("for-the-person")
    now(page, "提出意见")
    expect(page.locator("main .letter")).to_have_count(2)
    page.check("[name=agrees][value='1']")
    page.check("[name=modes][value=meeting]")
    seen.shows("opinion")
    send(page)
    expect(page.locator(".parts li:has-text('本人意见')")).to_contain_text("同意")


def carried_out(seen: Visitor, case: str) -> None:
    """In both ways of the plan, and archived."""
    page = seen.page
    page.goto(case)
    for mode, reach in (("written", "1"), ("meeting", "36")):
        now(page, "记录实施")
        page.check(f"[name=mode][value={mode}]")
        page.fill("#host", "李某")
        page.fill("#place", "局会议室")
        page.fill("#audience", "局机关干部")
        page.fill("#reach", reach)
        if mode == "meeting":
            page.set_input_files("#file", [{"name": "会议记录.pdf", "mimeType": "application/pdf",
                                            "buffer": b"%PDF-1.7\nminutes\n%%EOF\n"}])
        seen.shows(f"act-{mode}")
        send(page)
    expect(page.locator("main .card h3")).to_have_count(2)
    now(page, "实施完毕")
    send(page)
    now(page, "归档")
    page.fill("#archive_number", "档2026-7")
    page.fill("#personnel_body", "区委组织部")
    send(page)
    expect(page.locator(".in-stage")).to_have_text("已澄清，待回访")
    seen.shows("carried-out")


def visited(seen: Visitor, case: str) -> None:
    """A month later."""
    page = seen.page
    page.goto(case)
    now(page, "记录回访")
    page.fill("#how", "上门")
    page.fill("#words", "心情平复，工作正常")
    send(page)


def read_back(seen: Visitor, case: str) -> None:
    """The person reads what was written down of the visit, and agrees."""
    page = seen.page
    page.goto(case)
    now(page, "对回访记录提出意见")
    expect(page.locator("main .notice")).to_contain_text("心情平复")
    page.check("[name=troubled][value='0']")
    seen.shows("visit-answer")
    send(page)


def told(seen: Visitor, case: str) -> None:
    """The person is told of the result."""
    page = seen.page
    page.goto(case)
    now(page, "反馈结果，办结")
    page.fill("#words", "已恢复推荐考察")
    confirm(page)
    expect(page.locator(".outcome")).to_have_text("澄清已办结")
