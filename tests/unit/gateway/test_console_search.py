"""The search in the top bar."""

import pytest

from rongcuo.contracts.errors import CaseError
from tests.unit.gateway.casework import CASE
from tests.unit.gateway.console_site import Site

ADDRESS = "/search?search=容认〔2026〕1号"
NOTHING = {"lines": [], "next_cursor": "", "counts": {}}


def test_a_number_finds_whatever_has_it():
    page = Site("lead").get(ADDRESS).text
    for found in ("/determinations/f1", "/meetings/meet1", "/appeals/ap1"):
        assert f'href="{found}"' in page
    assert CASE.number in page


def test_every_kind_is_asked_for_the_words_and_closed_ones_too():
    site = Site("lead")
    site.get("/search?search=" + "容" * 200)
    asked = [(target, payload) for target, payload in site.caller.asked if "search" in payload]
    assert [(target, payload.get("tab", "")) for target, payload in asked] == [
        ("filing.page", ""),
        ("determination.determinations", "organ"), ("determination.determinations", "closed"),
        ("determination.meetings", ""), ("determination.appeals", "organ"),
        ("determination.appeals", "closed"), ("documents.found", "")]
    assert {payload["search"] for _, payload in asked} == {"容" * 100}


def test_a_letter_is_found_by_its_number_and_leads_to_its_matter():
    line = {"letter_id": "l1", "matter_id": "f1", "name": "认定决定书", "number": "嵩纪容〔2026〕1号",
            "title": "关于未批先建的决定", "standing": "current", "made": True,
            "issued_at": "2026-03-02T09:00:00+08:00"}
    site = Site("lead")
    site.caller.said["documents.found"] = {"lines": [line]}
    page = site.get("/search?search=嵩纪容[2026]1号").text
    for told in ('href="/matters/f1"', 'href="/letters/l1/pdf"', "嵩纪容〔2026〕1号", "关于未批先建的决定"):
        assert told in page


def test_while_documents_is_away_the_rest_is_found():
    site = Site("lead")
    site.caller.said["documents.found"] = CaseError("service_unavailable")
    assert "/determinations/f1" in site.get(ADDRESS).text


@pytest.mark.parametrize("answer", [NOTHING, CaseError("forbidden")])
def test_what_is_not_for_ones_eyes_is_not_found(answer):
    site = Site("member", determinations=answer, meetings=answer, appeals=answer)
    site.caller.said["filing.page"] = answer
    page = site.get(ADDRESS)
    assert page.status_code == 200
    assert "没有查到" in page.text


def test_the_search_of_every_page_leads_there_and_an_empty_one_home():
    site = Site("subject")
    assert '<form class="search" action="/search"' in site.get("/determinations").text
    assert site.get("/search?search=+").location == "/"
