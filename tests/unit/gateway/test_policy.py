"""The rules of a place, and due dates explained."""

import pytest

from rongcuo.policy.divisions import divisions
from services.gateway.api.pack_view import plain
from tests.unit.gateway.site import NOW, RULES, SIGNED

PACK = "/api/v1/policy/packs/in-force"
DUE = "/api/v1/calendar/due"


def get(client, address, **arguments):
    return client.get(address, query_string=arguments, headers=SIGNED)


def sources(value):
    """Every part of a pack's JSON that has a source."""
    if isinstance(value, dict):
        if "source" in value:
            yield value["source"]
        for inner in value.values():
            yield from sources(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from sources(inner)


def test_divisions_are_all_146(client):
    told = get(client, "/api/v1/divisions").get_json()["divisions"]
    assert len(told) == len(divisions()) == 146
    assert {"code": "530127", "name": "嵩明县", "level": "county", "parent": "530100"} in told


@pytest.mark.parametrize("code", ["530000", "530100", "530127", "530181", "530125", "530300", "532923"])
def test_a_pack_carries_source_and_standing_with_every_entry(client, code):
    told = get(client, PACK, division_code=code, on="2026-02-13").get_json()
    pack = RULES.pack(code, NOW.date())
    assert told["id"] == pack.id
    assert told["situations"].keys() == pack.situations.keys()
    assert told["colours"].keys() == pack.colours.keys()
    assert told["filing_stages"][0]["limit"]["amount"] == pack.filing_stages[0].limit.amount
    found = list(sources(told))
    assert len(found) > len(pack.situations)
    assert all(each["standing"] in {"verified", "illustrative"} and each["text"] for each in found)


def test_a_pack_tells_how_a_determination_runs(client):
    told = get(client, PACK, division_code="530125", on="2026-02-13").get_json()
    assert [stage["phase"] for stage in told["determination_stages"]] == [
        "acceptance", "verification", "meeting", "feedback", "record_filing"]
    assert told["assessment"]["sets"]["four_checks"] == 3
    assert told["joint_meeting"]["barred"] == ["clue_handler", "team"]
    assert told["appeal"]["lodge_within"]["amount"] == 30
    assert told["measures"]["admonition"]["name"] == "诫勉"
    assert told["organ_marks"]["own"]["530125"] == "宜纪容"
    assert "{reasons}" in told["letters"]["denial_decision"]["body"]


def test_the_document_shows_every_part_of_a_pack(client):
    schemas = client.get("/api/openapi.json").get_json()["components"]["schemas"]
    told = get(client, PACK, division_code="530127").get_json()
    assert set(schemas["PackView"]["properties"]) == set(told)
    assert set(schemas["StageView"]["properties"]) == set(told["filing_stages"][0])
    assert schemas["StageView"]["properties"]["phase"] == {"type": "string"}
    assert set(schemas["LetterTemplateView"]["properties"]) == set(told["letters"]["denial_decision"])


def test_without_a_date_it_is_today_s_pack(client):
    assert get(client, PACK, division_code="530127").get_json() == plain(RULES.pack("530127", NOW.date()))


@pytest.mark.parametrize(("arguments", "code"), [
    ({"division_code": "110000"}, "policy.unknown_division"), ({"division_code": "53"}, "invalid"),
    ({}, "invalid"),
    ({"division_code": "530127", "on": "1999-01-01"}, "policy.no_pack_in_force"),
    ({"division_code": "530127", "on": "today"}, "invalid")])
def test_a_pack_that_is_none(client, arguments, code):
    assert get(client, PACK, **arguments).get_json()["code"] == code


def test_a_due_date_is_explained_day_by_day(client):
    told = get(client, DUE, division_code="530127", start="2026-02-13", workdays=1).get_json()
    assert (told["date"], told["provisional"]) == ("2026-02-14", False)
    assert told["at"].startswith("2026-02-14T")
    assert told["at"].endswith("+08:00")
    assert [(day["date"], day["counted"]) for day in told["days"]] == [
        ("2026-02-13", False), ("2026-02-14", True)]
    assert "调休" in told["days"][1]["why"]
    assert told["days"][1]["why_en"].startswith("make-up working day")


def test_every_reason_has_its_sentence(client):
    told = get(client, DUE, division_code="533100", start="2026-03-31", workdays=60).get_json()
    kinds = {day["kind"] for day in told["days"]}
    assert {"workday", "weekend", "holiday", "adjusted_workday"} <= kinds
    assert all(day["why"] and day["why_en"] and "{" not in day["why"] + day["why_en"] for day in told["days"])


@pytest.mark.parametrize(("arguments", "code"), [
    ({"start": "2027-01-04", "workdays": 1}, "calendar.year_missing"),
    ({"start": "1900-01-01", "workdays": 1}, "calendar.year_missing"),
    ({"start": "2199-12-31", "workdays": 1}, "calendar.year_missing"),
    ({"start": "9999-12-31", "workdays": 1}, "invalid"),
    ({"start": "2026-02-13", "workdays": 0}, "invalid"),
    ({"start": "2026-02-13", "workdays": 100_000}, "invalid"),
    ({"start": "2026-02-30", "workdays": 1}, "invalid"), ({"workdays": 1}, "invalid")])
def test_a_due_date_that_nobody_can_know(client, arguments, code):
    assert get(client, DUE, division_code="530127", **arguments).get_json()["code"] == code


def test_a_limit_that_runs_into_an_unpublished_year_is_provisional(client):
    told = get(client, DUE, division_code="530127", start="2026-12-30", workdays=5).get_json()
    assert told["provisional"] is True
