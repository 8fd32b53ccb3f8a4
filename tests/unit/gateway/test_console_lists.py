"""A list's address says what it shows: its filters, the views kept of it, the table, all ticked."""

import csv
import re
from collections.abc import Callable
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
