"""The hub's pages: words and no codes, a matter's summary; and none of them where there is no hub."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.insight import Code
from rongcuo.contracts.province import MattersView, MatterView
from rongcuo.contracts.serialisation import dump
from services import present
from services.gateway.console.page.layout import rail_of
from services.identity.domain.posts import compatible
from tests.unit.gateway.console_site import SETTINGS, Site, console

ALONE, NODE, HUB = present("", is_hub=False), present("amqp://hub", is_hub=False), present("", is_hub=True)
MATTER = MatterView(
    node="530127", source="determination", matter_id="m1", organ_id="530127", case_number="嵩容〔2026〕3号",
    situation="legacy_problems", outcome="exempt", year="2026", codes=(Code.OPENED, Code.EXEMPT),
    also_at=("530125",))
OUTLIERS = "/province/outliers?year=2026&situation=legacy_problems&organ_id=530127&outcome=exempt"
ONE = "/province/matter?node=530127&source=determination&matter_id=m1"


def site(here: tuple[str, ...], who: str = "supervisor", **said: Any) -> Site:
    there = Site(who, **said)
    console().extensions["settings"] = replace(SETTINGS, present=here)
    return there


@pytest.mark.parametrize(("here", "address"), [
    (ALONE, "/province/nodes"), (NODE, "/province/nodes"), (NODE, "/insight/nodes"),
    (NODE, "/province/sheets"), (ALONE, "/county"), (HUB, "/county"), (HUB, "/county/returns")])
def test_a_page_is_not_found_where_its_service_is_not(here: tuple[str, ...], address: str) -> None:
    there = site(here)
    before = len(there.caller.asked)
    assert there.get(address).status_code == 404
    assert not [name for name, _ in there.caller.asked[before:] if name.startswith(("province", "county"))]


@pytest.mark.parametrize(("here", "page"), [
    (ALONE, ""), (NODE, "console.county.line"), (HUB, "console.province.nodes")])
def test_nobody_has_more_than_seven_entries_on_a_line_either(here: tuple[str, ...], page: str) -> None:
    people, found = [role for role in Role if role is not Role.SYSTEM], set[str]()
    with console().app_context():
        console().extensions["settings"] = replace(SETTINGS, present=here)
        for roles in (set(some) for size in range(1, 4) for some in combinations(people, size)):
            if compatible(frozenset(roles)):
                pages = [each.page for each in rail_of({role.value for role in roles})]
                assert len(pages) <= 7, (roles, pages)
                found.update(pages)
    assert {each for each in found if ".county." in each or each == "console.province.nodes"} == {page} - {""}


def test_the_matters_behind_an_outlier_lead_to_their_summaries() -> None:
    there = site(HUB, **{"province.outliers": dump(MattersView(matters=(MATTER,)))})
    page = there.get(OUTLIERS).text
    assert 'href="/province/matter?node=530127&amp;source=determination&amp;matter_id=m1"' in page
    assert "legacy_problems" not in page.partition("<main")[2].partition("</main>")[0]


def test_a_summary_says_in_words_what_the_hub_knows() -> None:
    there = site(HUB, **{"province.matter": dump(MATTER)})
    page = there.get(ONE).text.partition("<main")[2].partition("</main>")[0]
    assert {"嵩容〔2026〕3号", "嵩明县", "宜良县", "免责"} <= {each for each in (
        "嵩容〔2026〕3号", "嵩明县", "宜良县", "免责") if each in page}
    assert not [code for code in ("legacy_problems", "determination", "exempt", "opened") if code in page]
