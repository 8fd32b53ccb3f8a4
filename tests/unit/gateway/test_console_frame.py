"""Where each role begins, what its rail holds, and how a message leads to its matter."""

import re
from itertools import combinations
from types import SimpleNamespace

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing.operations import RECEIPT
from services.gateway.console.page.layout import rail_of
from services.identity.domain.posts import compatible
from tests.unit.gateway.casework import NOW, appeal, meeting
from tests.unit.gateway.console_site import Site

ABSENT = CaseError("not_found")
HOMES = [("subject", "/filings"), ("reviewer", "/work"), ("lead", "/work"), ("member", "/meetings"),
         ("supervisor", "/determinations"), ("registrar", "/people")]


@pytest.mark.parametrize(("who", "home"), HOMES)
def test_a_role_begins_at_its_work(who, home):
    assert Site(who).get("/").location == home


def test_nobody_has_more_than_seven_entries_and_none_twice():
    people = [role for role in Role if role is not Role.SYSTEM]
    for roles in (set(some) for size in range(1, 4) for some in combinations(people, size)):
        if compatible(frozenset(roles)):
            entries = rail_of({role.value for role in roles})
            assert len(entries) <= 7
            assert len({entry.page for entry in entries}) == len(entries)


@pytest.mark.parametrize(("who", "address", "word"), [
    ("reviewer", "/work", "工作台"), ("reviewer", "/meetings/meet1", "会议"),
    ("subject", "/determinations/f1", "我的认定"), ("member", "/appeals/ap1", "申诉"),
    ("member", "/meetings", "会议"), ("lead", "/tasks", "待办任务"),
    ("subject", "/determinations/new", "我的认定"), ("lead", "/clue-disposals/new", "认定")])
def test_the_rail_tells_where_one_is(who, address, word):
    page = Site(who).get(address).text
    rail = page[page.index('class="rail"'):page.index("</nav>")]
    here = {re.sub("<[^>]*>", "", line).strip() for line in rail.splitlines() if "aria-current" in line}
    assert here == {word}


@pytest.mark.parametrize(("found", "address"), [
    ({"filing.filing": {"filing_id": "x1"}}, "/filings/x1"), ({}, "/determinations/x1"),
    ({"determination.determination": ABSENT}, "/meetings/x1"),
    ({"determination.determination": ABSENT, "determination.meeting": ABSENT}, "/appeals/x1")])
def test_a_matter_leads_to_its_page(found, address):
    site = Site("lead", meeting=meeting(), appeal=appeal())
    site.caller.said |= {"filing.filing": ABSENT, **found}
    assert site.get("/matters/x1").location == address


def test_a_matter_of_another_service_leads_to_the_page_that_it_brings(monkeypatch):
    named, other = "services.filing.pages", SimpleNamespace(__name__="services.review.pages", RAIL=())
    brought = SimpleNamespace(__name__=named, RAIL=(), MATTERS=(("console.receipt", RECEIPT, "filing_id"),))
    monkeypatch.setattr("services.pages", lambda: (other, brought))
    site = Site("lead", determination=ABSENT, meeting=ABSENT, appeal=ABSENT)
    site.caller.said |= {"filing.filing": ABSENT, "filing.receipt": {"filing_id": "x1"}}
    assert site.get("/matters/x1").location == "/filings/x1/receipt"


def test_a_matter_that_is_not_for_one_is_not_found():
    site = Site("subject", determination=ABSENT, meeting=ABSENT, appeal=ABSENT)
    site.caller.said["filing.filing"] = ABSENT
    assert site.get("/matters/x1").status_code == 404


def test_tasks_lead_to_their_matters():
    site = Site("member")
    site.caller.said["notify.tasks"] = {"next_cursor": "", "tasks": [
        {"task_id": "t1", "matter_id": "meet1", "title": "参加联席会议",
         "owner": "组织部成员", "owner_id": "m1",
         "number": "容会1", "opened_at": NOW.isoformat(), "due_at": NOW.isoformat(),
         "overdue": False, "suspended": False, "provisional": False}]}
    assert 'href="/matters/meet1"' in site.get("/tasks").text


def in_the_rail(page: str) -> dict[str, str]:
    """Where the rail leads, each with the count beside it."""
    rail = page[page.index('class="rail"'):page.index("</nav>")]
    links = re.findall('href="([^"]+)"[^>]*>.*?</svg>(.*?)</a>', rail)
    return {address: "".join(re.findall("[0-9+]", said)) for address, said in links}


@pytest.mark.parametrize("address", ["/work", "/determinations", "/tasks", "/filings"])
def test_what_waits_beside_an_empty_list_is_counted(address):
    site = Site("lead", page={"lines": [], "next_cursor": "", "counts": {"organ": 0, "mine": 0}},
                appeals={"lines": [], "next_cursor": "", "counts": {"organ": 1000, "closed": 2}})
    page = site.get(address).text
    assert in_the_rail(page) == {"/work": "", "/filings": "", "/determinations": "1", "/meetings": "",
                                 "/appeals": "999+", "/tasks": "", "/clarify/reports": ""}
    assert ("本单位没有在审查的报备" in page) is (address == "/work")


def test_a_list_is_shown_though_nobody_counts_the_others():
    site = Site("lead", page=CaseError("service_unavailable"), appeals=ABSENT)
    assert in_the_rail(site.get("/determinations").text)["/work"] == ""


CASEWORK = ["/work", "/filings", "/determinations", "/meetings", "/appeals", "/tasks", "/clarify/reports"]
CLEARINGS, VISITS = "/clarify/clarifications", "/followup/programmes"
PROPOSED = "/followup/proposals"
LEVELS = {"lead": CASEWORK, "reviewer": CASEWORK,
          "member": ["/meetings", "/determinations", "/appeals", "/tasks"],
          "supervisor": ["/determinations", "/filings", "/appeals", "/clarify/reports", CLEARINGS,
                         VISITS, "/insight"],
          "subject": ["/filings", "/filings/new", "/determinations", "/appeals", CLEARINGS, VISITS,
                      PROPOSED]}


@pytest.mark.parametrize("who", LEVELS)
def test_there_is_the_rail_and_one_row_of_tabs(who):
    """Whatever somebody works with is one step away, from wherever they are."""
    site = Site(who)
    for address in LEVELS[who]:
        page = site.get(address).text
        assert [*in_the_rail(page)] == LEVELS[who], address
        assert page.count("<nav ") - page.count('<nav class="tabs"') == 1
        assert page.count('<nav class="tabs"') <= 1


def test_on_a_phone_the_rail_is_a_bar_of_four():
    """Of more than four entries the first three, and the others under 更多, also where no script runs."""
    page = Site("lead").get("/appeals").text
    rest = page[page.index('<details class="rest">'):page.index("</details>", page.index('class="rest"'))]
    assert re.findall('href="([^"]+)"', rest) == ["/meetings", "/appeals", "/tasks", "/clarify/reports"]
    assert '<summary class="here">' in rest
    assert 'class="rest"' not in Site("member").get("/appeals").text


@pytest.mark.parametrize(("who", "own"), [("subject", True), ("lead", False), ("supervisor", False)])
def test_the_list_offers_what_the_role_may_begin(who, own):
    page = Site(who).get("/determinations").text
    assert ("申请容错认定" in page) is own
    assert ("处置线索" in page) is (who == "lead")
    assert "杨桥集镇雨污分流工程未批先建" in page
