"""A list's address says what it shows: its filters, the views kept of it, the table, all ticked."""

import csv
import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from io import StringIO
from typing import Any

import pytest

from rongcuo.contracts.errors import CaseError
from tests.unit.gateway import casework
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.test_console_bulk import line, work

FILTERED = "/filings?search=桥&state=accepted&situation=legacy_problems"


def asked(site: Site, target: str) -> list[dict[str, Any]]:
    return [payload for called, payload in site.caller.asked if called == target]


def chips_of(page: str) -> list[tuple[str, str]]:
    row = page[page.index('<p class="chips">'):page.index("</p>", page.index('<p class="chips">'))]
    return [(said.strip(), unescape(address))
            for address, said in re.findall(r'class="chip" href="([^"]*)">([^<]*)<', row)]


def test_each_filter_in_force_is_said_with_the_way_back() -> None:
    site = Site("supervisor")
    page = site.get(FILTERED).text
    [sent] = asked(site, "filing.page")
    assert (sent["search"], sent["state"], sent["situation"]) == ("桥", "accepted", "legacy_problems")
    assert sent["whitelist_only"] is False
    chips = dict(chips_of(page))
    assert chips["已受理"] == "/filings?search=%E6%A1%A5&situation=legacy_problems"
    assert set(chips) > {"含“桥”", "已受理"}
    assert "没有符合这些条件的。" in page
    assert "您可以查看的报备会列在这里" in site.get("/filings").text


@pytest.mark.parametrize("address", ["/work", "/determinations", "/appeals", "/meetings"])
def test_a_list_is_searched_by_its_address_on_every_page(address: str) -> None:
    query = {"/work": "page"}.get(address, address[1:])
    more = {"lines": [], "next_cursor": "c2", "counts": {"organ": 2}}
    site = Site("lead", **{query: more})
    page = site.get(f"{address}?search=桥").text
    service = "review" if address == "/work" else "determination"
    assert [each["search"] for each in asked(site, f"{service}.{query}") if "search" in each] == ["桥"]
    assert 'name="search"' in page


def test_the_next_page_keeps_what_is_in_force() -> None:
    listed = {"lines": [line("b1")], "next_cursor": "c2", "counts": {"organ": 31}}
    page = unescape(Site("reviewer", page=listed).get("/work?tab=mine&search=x").text)
    assert 'href="/work?tab=mine&search=x&cursor=c2">下一页' in page


def kept(site: Site) -> Callable[[], str]:
    """identity's side, by hand; answers what it keeps."""
    store = {"sealed": ""}

    def keep(command: dict[str, Any]) -> dict[str, Any]:
        store["sealed"] = command["sealed"]
        return store
    site.caller.said |= {"identity.keep_views": keep, "identity.kept_views": lambda _: store}
    return lambda: store["sealed"]


def test_a_view_is_an_address_with_a_name_sealed_for_whoever_keeps_it() -> None:
    site = Site("supervisor")
    stored = kept(site)
    assert "保存这个视图" not in site.get("/filings").text
    assert "保存这个视图" in site.get(FILTERED).text
    here = unescape(re.findall(r'name="where" value="([^"]*)"', site.get(FILTERED).text)[0])
    assert site.post("/views", name="桥梁", where=here).location == here
    assert "桥" not in stored()
    page = site.get(here).text
    assert re.search('href="[^"]*" aria-current="page">桥梁</a>', page)
    assert "保存这个视图" not in page
    assert "桥梁" in site.get("/filings").text
    assert "桥梁" not in site.get("/determinations").text
    other = Site("lead")
    other.caller.said["identity.kept_views"] = {"sealed": stored()}
    assert "桥梁" not in other.get("/filings").text
    again = Site("supervisor")
    again.caller.said["identity.kept_views"] = {"sealed": stored()}
    kept(again)
    assert again.post("/views/drop", name="桥梁", where=here).location == here
    assert "桥梁" not in again.get("/filings").text


def test_a_view_without_a_name_or_elsewhere_is_not_kept() -> None:
    site = Site("lead")
    stored = kept(site)
    assert site.post("/views", name=" ", where="/work").status_code == 422
    assert site.post("/views", name="x" * 21, where="/work").status_code == 422
    assert stored() == ""
    for hidden in ("桥\u202e梁", "桥\u200b梁", "桥\n梁", "\u3164"):
        assert site.post("/views", name=hidden, where="/work").status_code == 422, ascii(hidden)
    assert stored() == ""
    assert site.post("/views", name="远", where="//elsewhere.example/").location == "/"


def test_a_list_is_there_though_nobody_tells_the_views() -> None:
    site = work()
    site.caller.said["identity.kept_views"] = CaseError("service_unavailable")
    assert site.get("/work?search=x").status_code == 200


def rows_of(answer: Any) -> list[list[str]]:
    assert answer.mimetype == "text/csv"
    assert answer.text.startswith("\ufeff")
    return list(csv.reader(StringIO(answer.text.removeprefix("\ufeff"))))


def test_the_whole_list_is_a_table_of_plain_words() -> None:
    def page(question: dict[str, Any]) -> dict[str, Any]:
        first = not question["cursor"]
        told = {**line("b1"), "title": "=1+1"} if first else line("b2")
        return {"lines": [told], "next_cursor": "c2" if first else "", "counts": {}}
    site = Site("reviewer", page=page)
    heading, first, second = rows_of(site.get("/work?as=csv&tab=mine"))
    assert heading[:4] == ["到期", "编号", "事项", "单位"]
    assert first[:5] == ["2026-02-13 15:20", "号b1", "'=1+1", "某办", "初审"]
    assert second[1] == "号b2"
    assert [each["tab"] for each in asked(site, "review.page") if each["limit"] == 200] == ["mine", "mine"]
    assert "href=\"/work?tab=mine&amp;as=csv\"" in site.get("/work?tab=mine").text


@pytest.mark.parametrize("before", ["\u00a0", "\u3000", "\u2007", "\ufeff", "\u200b", " \u3000 "])
def test_what_is_not_seen_hides_no_formula_in_a_table(before: str) -> None:
    told = {"lines": [{**line("b1"), "title": f"{before}=1+1"}], "next_cursor": "", "counts": {}}
    assert rows_of(Site("reviewer", page=told).get("/work?as=csv"))[1][2] == f"'{before}=1+1"


def test_a_table_that_ends_early_says_so() -> None:
    endless = {"lines": [line(f"b{number}") for number in range(200)], "next_cursor": "on", "counts": {}}
    rows = rows_of(Site("reviewer", page=endless).get("/work?as=csv"))
    assert len(rows) == 2_002
    assert rows[-1] == ["只导出了前 2000 件。"]


@pytest.mark.parametrize(("address", "target", "said"), [
    ("/determinations", "review.determinations", None), ("/appeals", "review.appeals", None),
    ("/meetings", "review.meetings", None),
    ("/tasks", "notify.tasks", {"next_cursor": "", "tasks": [{
        "number": "容会1", "title": "参加会议", "owner": "赵清", "owner_id": "zhao", "matter_kind": "meeting",
        "opened_at": casework.NOW.isoformat(), "due_at": None}]}),
    ("/filings", "filing.page", {"next_cursor": "", "lines": [{
        "number": "", "title": "草稿", "unit": "某办", "filer_name": "刘某", "state": "draft",
        "submitted_at": None}]})])
def test_every_list_can_be_taken_away(address: str, target: str, said: dict[str, Any] | None) -> None:
    site = Site("lead")
    if said:
        site.caller.said[target] = said
    heading, *rows = rows_of(site.get(f"{address}?as=csv"))
    assert len(rows) == 1
    assert len(rows[0]) == len(heading)


def test_all_of_the_page_are_ticked_by_its_address() -> None:
    site = work()
    page = site.get("/work").text
    assert 'href="/work?tab=organ&amp;select=all"' in page
    assert " checked>" not in page
    ticked = site.get("/work?tab=organ&select=all").text
    assert ticked.count('name="case_id"') == ticked.count(" checked></label>") == 2
    assert 'href="/work?tab=organ"' in ticked


def test_the_rows_of_a_day_are_counted() -> None:
    assert "2 件</span></th>" in work().get("/work").text


TOMORROW = "明天 · 2月14日（周六，调休上班）到期"


def groups_of(site: Site, address: str) -> list[str]:
    """What stands over the rows, and their ids behind it."""
    page = site.get(address).text
    told = re.findall(r'<tr class="due-day"><th[^>]*>(.*?)</th>|name="as_read" value="(\w+):', page)
    return [re.sub("<[^>]*>", "", heading) or case_id for heading, case_id in told]


def due_in(case_id: str, days: int = 1, **other: Any) -> dict[str, Any]:
    return {**line(case_id), "due_at": (casework.NOW + timedelta(days=days)).isoformat(), **other}


def of_days(*lines: dict[str, Any], next_cursor: str = "") -> Site:
    return Site("lead", page={"lines": list(lines), "next_cursor": next_cursor, "counts": {"organ": 3}})


def test_a_day_that_may_go_on_over_the_edge_of_the_page_is_not_counted() -> None:
    lines = due_in("b1"), due_in("b2", 2), due_in("b3", 2), due_in("b4", 3)
    first, second, third = TOMORROW, "2月15日（周日，春节）到期", "2月16日（周一，春节）到期"
    for cursor, next_cursor, counted in (("", "", (" 1 件", " 2 件", " 1 件")),
                                         ("", "c2", (" 1 件", " 2 件", "")),
                                         ("c1", "", ("", " 2 件", " 1 件")), ("c1", "c2", ("", " 2 件", ""))):
        assert groups_of(of_days(*lines, next_cursor=next_cursor), f"/work?cursor={cursor}") == [
            first + counted[0], "b1", second + counted[1], "b2", "b3", third + counted[2], "b4"]
    assert groups_of(of_days(*lines[:1], next_cursor="c2"), "/work") == [first, "b1"]


def test_a_clock_that_stands_still_holds_no_day() -> None:
    still = {"suspended": True}
    site = of_days(due_in("b1"), due_in("b2", **still), due_in("b3"), due_in("b4", 2, **still))
    assert groups_of(site, "/work") == [
        f"{TOMORROW} 2 件", "b1", "b3", "计时已暂停", "b2", "b4"]
    decided = {**still, "decided_at": casework.NOW.isoformat()}
    assert groups_of(of_days(due_in("b1", **still), due_in("b2", **decided)), "/work") == [
        "计时已暂停", "b1", f"{TOMORROW} 1 件", "b2"]


def test_a_task_whose_clock_stands_still_parts_no_day() -> None:
    task = {"matter_id": "f1", "number": "", "title": "审查", "owner": "赵清", "overdue": False,
            "opened_at": casework.NOW.isoformat(), "provisional": False, "matter_kind": "filing",
            "owner_id": "zhao", "suspended": False, "due_at": casework.NOW.isoformat()}
    site = Site("lead")
    site.caller.said["notify.tasks"] = {
        "next_cursor": "", "tasks": [task, {**task, "suspended": True, "due_at": None}, task]}
    assert groups_of(site, "/tasks") == ["今天 · 2月13日（周五）到期 2 件", "计时已暂停"]


@pytest.mark.parametrize("address", ["/work", "/determinations", "/appeals"])
def test_the_counts_of_the_tabs_are_of_all_so_a_filtered_list_shows_none(address: str) -> None:
    answer = {"page" if address == "/work" else address[1:]: {
        "lines": [], "next_cursor": "", "counts": {"organ": 37}}}
    assert '<span class="count">37</span></a>' in Site("lead", **answer).get(address).text
    filtered = Site("lead", **answer).get(f"{address}?search=x").text
    assert '<nav class="tabs"' in filtered
    tabs = filtered[filtered.index('class="tabs" aria-label="按情况查看"'):]
    assert 'class="count"' not in tabs[:tabs.index("</nav>")]
