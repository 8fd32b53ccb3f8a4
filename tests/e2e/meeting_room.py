"""A joint meeting in the console: two members at their browsers, the others over HTTP."""

from datetime import timedelta

from playwright.sync_api import expect

from tests.e2e.browsing import Visitor
from tests.e2e.table import Table

TRIES = 3
MEMBERS = ("member1", "member2", "member3", "member4", "lead")


def is_brought_to_a_meeting(table: Table, case_id: str) -> str:
    """The lead convenes it; tells its id."""
    lead = table.seat("lead")
    page = lead.page
    page.goto(f"{lead.address}/determinations/{case_id}")
    page.click("main a.button.primary")
    at = table.platform.time.now() + timedelta(hours=1)
    page.fill("#at", f"{at:%Y-%m-%dT%H:%M}")
    page.fill("#place", "县纪委三楼会议室")
    for name in ("组织部成员", "审计局成员", "司法局成员", "财政局成员", "孙正"):
        page.check(f"label.choice:has-text('{name}') input")
    page.select_option("#chair_id", label="组织部成员 · 嵩明县委组织部")
    lead.shows("convene")
    page.click("main button.primary")
    expect(page.locator(".status")).to_contain_text("已召集")
    return page.url.rsplit("/", 1)[1]


def is_voted_on(table: Table, meeting_id: str) -> None:
    """The roll, the disputed item of the negative list, and the outcome."""
    chair, member = table.seat("member1"), table.seat("member2")
    for seat in (chair, member):
        expect(seat.page).to_have_url(f"{seat.address}/meetings")
        seat.page.click("a.title")
    for box in chair.page.locator("#mine input[name=present_ids]").all():
        box.check()
    chair.page.click("#mine button.primary")
    for choice, others in (("applies_not", "applies_not"), ("lighten", "lighten")):
        _one_item(table, meeting_id, choice, others)
    member.shows("all-voted")


def _one_item(table: Table, meeting_id: str, choice: str, others: str) -> None:
    chair, member = table.seat("member1"), table.seat("member2")
    chair.page.click("#mine button:has-text('开始表决')")
    expect(member.page.locator("#mine input[name=choice]").first).to_be_visible()  # without a reload
    member.page.check(f"#mine input[value={choice}]")
    member.page.fill("#vote-reason", "程序完备，已经补救。")
    member.shows(f"vote-{choice}")
    _seals(member)
    chair.page.check(f"#mine input[value={choice}]")
    _seals(chair)
    expect(chair.page.locator(".ballot.sealed")).to_have_count(2)
    chair.shows(f"sealed-{choice}")
    item_id = next(item["item_id"] for item in table.person("lead").get(f"/meetings/{meeting_id}")["items"]
                   if item["state"] == "voting")
    for name, vote in (("member3", choice), ("member4", "abstain"), ("lead", others)):
        table.person(name).post(f"/meetings/{meeting_id}/votes",
                                {"item_id": item_id, "choice": vote, "reason": "理由见记录。"})
    chair.page.click("#mine button:has-text('同时开票')")
    expect(member.page.locator(".card.current")).to_have_count(0)
    expect(member.page.locator(".tally").last).to_be_visible()


def _seals(seat: Visitor) -> None:
    """Where a vote could not be taken just now, the page says so and keeps the words: one presses again."""
    button = seat.page.locator("#mine button:has-text('密封投票'), form[action*=cast_vote] button.primary")
    for _ in range(TRIES):
        with seat.page.expect_navigation():
            button.first.click()
        if "/act/" not in seat.page.url:
            break
    expect(seat.page.locator("#mine")).not_to_contain_text("密封投票")


def is_signed(table: Table, meeting_id: str) -> None:
    """The chair goes over the draft; then all sign in order."""
    chair, member = table.seat("member1"), table.seat("member2")
    assert "审计局成员" in chair.page.input_value("#minutes")
    chair.shows("minutes")
    chair.page.click("#mine button:has-text('完成纪要')")
    members = {name: table.person(name) for name in MEMBERS}
    by_id = {person.officer_id: (name, person) for name, person in members.items()}
    while signer := table.person("lead").get(f"/meetings/{meeting_id}")["next_to_sign"]:
        name, person = by_id[signer]
        if name in ("member1", "member2"):
            seat = chair if name == "member1" else member
            expect(seat.page.locator("#mine button:has-text('会签纪要')")).to_be_visible()
            seat.shows("to-sign")
            seat.page.click("#mine button:has-text('会签纪要')")
            expect(seat.page.locator("#mine")).not_to_contain_text("会签纪要")
        else:
            person.post(f"/meetings/{meeting_id}/sign")
    expect(member.page.locator("#mine")).to_contain_text("会议结束")
    member.shows("signed")
