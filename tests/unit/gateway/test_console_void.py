"""A filing that applies no more is shown so wherever it stands, with the determination that found it."""

from datetime import date
from typing import Any

import pytest

from rongcuo.contracts.filing import FilingState
from tests.unit.gateway.casework import case
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.filework import filing

LINE = {"filing_id": "b1", "number": "530127-2026-000007", "title": "续建道路",
        "situation": "legacy_problems", "organ_id": "530127", "division_code": "530127", "unit": "住建局",
        "filer_name": "刘某",
        "whitelisted": False, "state": "accepted", "drafted_at": "2026-03-01T09:00:00+08:00",
        "submitted_at": "2026-03-01T09:00:00+08:00"}
VOID = {**LINE, "voided": True, "void_by": "容认〔2026〕9号", "void_because": "private_gain"}
LINKED = {"filing_id": "b1", "number": LINE["number"], "title": "续建道路", "register_number": "r1",
          "linked_by": "赵清", "filed_at": LINE["submitted_at"]}
PLACES = {
    "register": ("/filings", {"filing.page"}), "search": ("/search?search=续建", {"filing.page"}),
    "to link": ("/determinations/f1/act/link_filing", {"filing.page"}),
    "linked": ("/determinations/f1", {"filing.filing"})}


def shown(address: str, asked: set[str], one: dict[str, Any]) -> str:
    site = Site("lead", determination={**case("link_filing"), "filings": [LINKED]})
    site.caller.said["filing.page"] = {"lines": [one], "next_cursor": ""}
    site.caller.said["filing.filing"] = one
    assert asked <= {target for target, _ in (site.get(address), site.caller.asked)[1]}
    return site.get(address).text


@pytest.mark.parametrize(("address", "asked"), PLACES.values(), ids=PLACES)
def test_a_void_filing_says_why_and_by_which_determination(address: str, asked: set[str]) -> None:
    page = shown(address, asked, VOID)
    assert "不再适用" in page
    assert "容错认定 容认〔2026〕9号 查明了报备时没有写明的情况" in page
    assert "不再适用" not in shown(address, asked, {**LINE, "voided": False})


def test_its_own_page_promises_no_cover_any_more() -> None:
    whole = filing(state=FilingState.ACCEPTED, register_number="r1", valid_from=date(2026, 3, 1),
                   valid_until=date(2027, 3, 1))
    for void_by, promised in (("", True), ("容认〔2026〕9号", False)):
        site = Site("subject")
        site.caller.said["filing.filing"] = {**whole, "void_by": void_by, "voided": bool(void_by)}
        page = site.get("/filings/f1").text
        assert ("有效期至" in page, "从受理之日起适用" in page) == (promised, promised)
        assert page.count("不再适用") == (0 if promised else 3)


def test_its_matter_can_be_filed_anew_and_afterwards_each_of_both_names_the_other() -> None:
    site = Site("subject")
    void = {**filing(state=FilingState.ACCEPTED), "voided": True, "void_by": "容认〔2026〕9号"}
    site.caller.said |= {"filing.filing": void, "filing.draft": {"filing_id": "b2"}}
    assert "据此重新报备" in site.get("/filings/f1").text
    assert site.post("/filings/f1/again").location == "/filings/b2/edit/1"
    both = {**void, "voided": False, "void_by": "", "beside": ["530127-2026-000008"]}
    site.caller.said["filing.filing"] = both
    page = site.get("/filings/f1").text
    assert "同一事项另有报备 530127-2026-000008" in page
    assert "据此重新报备" not in page
    assert site.post("/filings/f1/again").status_code == 403


def test_it_can_not_be_chosen_for_a_link() -> None:
    address, asked = PLACES["to link"]
    assert 'value="b1" required disabled' in shown(address, asked, VOID)
    assert "disabled" not in shown(address, asked, {**LINE, "voided": False})


@pytest.mark.parametrize(("cover", "told"), [
    ({"valid_until": "2027-03-01", "validity_months": 0},
     "受理以后才适用：从受理之日起，最晚到2027年3月1日（周一）（含当日）。受理以前的行为不在内。"),
    ({"valid_until": None, "validity_months": 12},
     "受理以后才适用：从受理之日起 12 个月。受理以前的行为不在内。")])
def test_a_receipt_says_what_it_covers(cover: dict[str, Any], told: str) -> None:
    site = Site("subject")
    site.caller.said["identity.organs"] = {"organs": []}
    site.caller.said["filing.receipt"] = {
        "filing_id": "b1", "number": LINE["number"], "title": "续建道路", "digest": "00",
        "organ_id": "530127", "review_due_on": "2026-03-06", "review_due_provisional": False, "proof": None,
        "submitted_at": LINE["submitted_at"], "supplemented_at": None, **cover}
    assert told.replace(" ", "") in site.get("/filings/b1/receipt").text.replace(" ", "")
