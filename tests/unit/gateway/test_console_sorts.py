"""A list's order stands in its address, and is kept by whatever leads on from there."""

import re
from html import unescape
from typing import Any

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import CasesQuery
from rongcuo.contracts.serialisation import load
from tests.unit.gateway import casework
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.test_console_bulk import line
from tests.unit.gateway.test_console_lists import asked, due_in, groups_of, kept, of_days, rows_of

TASK = {"matter_id": "f1", "number": "号", "title": "审查", "owner": "赵清", "overdue": False,
        "opened_at": casework.NOW.isoformat(), "provisional": False, "matter_kind": "filing",
        "owner_id": "zhao", "suspended": False, "due_at": casework.NOW.isoformat()}
FILING = {"filing_id": "f1", "number": "号", "title": "桥", "unit": "某办", "filer_name": "刘某",
          "state": "accepted", "submitted_at": casework.NOW.isoformat(), "whitelisted": False,
          "voided": False, "void_by": ""}


def lead() -> Site:
    """With a row in every list."""
    site = of_days(due_in("b1"), due_in("b2", 2))
    site.caller.said |= {"notify.tasks": {"next_cursor": "", "tasks": [TASK]},
                         "filing.page": {"next_cursor": "", "lines": [FILING]}}
    return site


def sorts_of(page: str) -> list[tuple[str, str, bool]]:
    """Each order with its address, and whether it is the one in force."""
    shown = page[page.index('<p class="sorts">'):page.index("</p>", page.index('<p class="sorts">'))]
    return [(said, unescape(address), bool(here)) for address, here, said in
            re.findall('<a href="([^"]+)"( aria-current="true")?>([^<]+)</a>', shown)]


@pytest.mark.parametrize(("address", "target", "codes"), [
    ("/work", "review.page", ["due", "newest"]),
    ("/determinations", "determination.determinations", ["due", "newest"]),
    ("/appeals", "determination.appeals", ["due", "newest"]),
    ("/meetings", "determination.meetings", ["newest", "oldest"]),
    ("/filings", "filing.page", ["newest", "oldest"]),
    ("/tasks", "notify.tasks", ["due", "newest"])])
def test_each_list_offers_its_orders_and_asks_its_service(
        address: str, target: str, codes: list[str]) -> None:
    site = lead()
    shown = sorts_of(site.get(address).text)
    assert [here for *_, here in shown] == [True] + [False] * (len(codes) - 1), "the first comes unasked"
    assert [link.partition("sort=")[2] for _, link, _ in shown] == ["", *codes[1:]]
    for _, link, _ in shown:
        assert [here for *_, here in sorts_of(site.get(link).text)].count(True) == 1
    sent = [each.get("sort", codes[0]) for each in asked(site, target) if each["limit"] > 1]
    assert sent == [codes[0], *codes]


def test_the_order_goes_with_filters_tabs_pages_and_the_table() -> None:
    listed = {"lines": [line("b1")], "next_cursor": "c2", "counts": {"organ": 31}}
    site = Site("lead", page=listed)
    page = unescape(site.get("/work?tab=mine&sort=newest&search=x").text)
    for onward in ("/work?tab=mine&sort=newest&search=x&cursor=c2",
                   "/work?tab=mine&sort=newest&search=x&as=csv", "/work?tab=organ&sort=newest&search=x",
                   "/work?tab=mine&search=x",
                   "/work?tab=mine&sort=newest", "/work?tab=mine&sort=newest&search=x&select=all",
                   "/work/assign?tab=mine&sort=newest&search=x"):
        assert f'"{onward}"' in page, onward
    assert '<input type="hidden" name="sort" value="newest">' in page
    site.caller.said["review.page"] = {**listed, "next_cursor": ""}
    assert len(rows_of(site.get("/work?tab=mine&sort=newest&as=csv"))) == 2
    assert asked(site, "review.page")[-1] == {"tab": "mine", "sort": "newest", "cursor": "", "limit": 200}


def test_an_order_can_be_kept_as_a_view() -> None:
    site = lead()
    kept(site)
    assert "保存这个视图" not in site.get("/work?tab=mine&sort=due").text, "it comes so anyway"
    page = site.get("/work?tab=mine&sort=newest").text
    here = unescape(re.findall(r'name="where" value="([^"]*)"', page)[0])
    assert here == "/work?tab=mine&sort=newest"
    assert site.post("/views", name="新到", where=here).location == here
    assert re.search('aria-current="page">新到</a>', site.get(here).text)


@pytest.mark.parametrize(("sort", "parted"), [("", True), ("due", True), ("newest", False)])
def test_rows_stand_by_their_day_only_where_they_come_by_it(sort: str, parted: bool) -> None:
    groups = groups_of(of_days(due_in("b1"), due_in("b2", 2)), f"/work?sort={sort}")
    assert len(groups) == (4 if parted else 2)


def test_an_order_that_there_is_not_is_refused_in_words() -> None:
    def page(question: dict[str, Any]) -> dict[str, Any]:
        load(CasesQuery, question)
        return {"lines": [], "next_cursor": "", "counts": {}}
    refused = Site("lead", page=page).get("/work?sort=colour")
    assert refused.status_code == 422
    assert "排序" in refused.text
    assert '<span class="mono">invalid</span>' in refused.text


def colleagues_at(address: str, **said: Any) -> list[str]:
    """Whom the ticked can go to, in words."""
    site = lead()
    site.caller.said |= {target.replace("_", ".", 1): answer for target, answer in said.items()}
    bar = site.get(address).text.partition('id="officer_id">')[2].partition("</select>")[0]
    return [said.translate({0x2068: None, 0x2069: None}) for said in re.findall(">([^<]+)</option>", bar)]


HELD = {"loads": [{"officer_id": casework.ZHAO, "open": 3, "due_today": 1}]}
JUDGED = {"loads": [{"officer_id": casework.ZHAO, "open": 2, "due_today": 0},
                    {"officer_id": casework.QIAN, "open": 4, "due_today": 0}]}


@pytest.mark.parametrize("address", ["/work", "/determinations"])
def test_whoever_assigns_sees_what_each_has_in_hand_and_the_freest_first(address: str) -> None:
    assert colleagues_at(address, review_workload=HELD, determination_workload=JUDGED) == [
        "钱明（在办 4 件）", "赵清（在办 5 件，今日到期和逾期 1 件）"]
    assert colleagues_at(address) == ["赵清（在办 0 件）", "钱明（在办 0 件）"]


def test_half_of_what_somebody_has_in_hand_is_not_shown() -> None:
    away = CaseError("service_unavailable")
    assert colleagues_at("/work", review_workload=HELD, determination_workload=away) == ["赵清", "钱明"]


def test_each_service_is_asked_once_however_many_colleagues_there_are() -> None:
    site = lead()
    site.get("/work")
    assert [len(asked(site, f"{service}.workload")) for service in ("review", "determination")] == [1, 1]
    for address, who in (("/work?tab=closed", "lead"), ("/work?as=csv", "lead"), ("/work", "reviewer")):
        other = Site(who, page={"lines": [], "next_cursor": "", "counts": {}})
        other.get(address)
        assert asked(other, "review.workload") == [], address


def test_determinations_are_assigned_many_at_once_as_well() -> None:
    def assign(command: dict[str, Any]) -> Any:
        if command["case_id"] == "f1":
            raise CaseError("changed_meanwhile")
        return casework.case()
    site = Site("lead", assign_determination=assign)
    assert 'action="/determinations/assign?tab=organ"' in site.get("/determinations").text
    page = site.post("/determinations/assign?tab=organ", case_id=["f1", "f2"], officer_id="zhao",
                     as_read=["f1:1.0", "f2:2.0"]).text
    assert "已分派 1 件。" in page
    assert '<a href="/determinations/f1">' in page
    assert site.caller.tags["determination.assign_determination"] == "f2:2.0"
    assert 'name="case_id"' not in Site("reviewer").get("/determinations").text
