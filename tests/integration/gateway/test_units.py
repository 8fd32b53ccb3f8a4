"""One unit in all that its people do, however its name is written, and whatever it is called by now."""

from collections.abc import Callable
from uuid import uuid4

import httpx
import pytest

from tests.integration.gateway.platform import CONTENT, Person, eventually

People = Callable[[str], Person]
HALF, FULL, NEW = "测试局(园林所)", "测试局（园林所）", "园林绿化局"
PASSWORD = "rongcuo-demo-2026"


@pytest.fixture
def enrolled(person: People, address: str) -> Callable[..., Person]:
    """Somebody of a unit, signed in."""
    registrar = person("province.registrar")

    def enrol(role: str, unit: str) -> Person:
        username = f"unit.{uuid4().hex[:8]}"
        officer = registrar.does("/officers", {
            "username": username, "name": "新人", "organ_id": "530127", "roles": [role], "unit": unit})
        link = registrar.does(f"/officers/{officer['officer_id']}/link")["link"]
        httpx.post(f"{address}/api/v1/password", json={"link": link, "password": PASSWORD})
        return Person(address, username)

    return enrol


def test_a_unit_is_one_in_all_that_its_people_do(person: People, enrolled: Callable[..., Person]) -> None:
    registrar, lead = person("province.registrar"), person("songming.lead")
    body = {"content": {**CONTENT, "title": f"一件事 {uuid4().hex}"}}
    half, full = enrolled("filer", HALF), enrolled("filer", FULL)
    number = half.does("/filings?submit=true", body)["number"]
    refused = full.post("/filings?submit=true", body)
    assert (refused.status_code, refused.json()["code"]) == (409, "filing.duplicate_matter")
    assert refused.json()["details"] == {"number": number}

    unit_id = full.sees("/me")["unit_id"]
    registrar.does(f"/units/{unit_id}/rename", {"name": NEW})
    assert registrar.post(f"/units/{unit_id}/confirm").json()["code"] == "identity.second_person_needed"
    second = person("province.registrar2")
    assert second.does(f"/units/{unit_id}/confirm")["former_names"] == [HALF]
    registrar.does(f"/units/{unit_id}/aliases", {"name": "园林局"})
    second.does(f"/units/{unit_id}/confirm")
    taken = registrar.post("/units", {"organ_id": "530127", "name": f"{FULL} "})
    assert (taken.status_code, taken.json()["code"]) == (409, "identity.unit_name_taken")

    renamed = enrolled("filer", "园林局")
    assert renamed.sees("/me")["unit"] == NEW
    [line] = [each for each in renamed.sees("/filings")["lines"] if each["number"] == number]
    assert renamed.post("/filings?submit=true", body).json()["code"] == "filing.duplicate_matter"
    reviewer, case = enrolled("reviewer", NEW), f"/reviews/{line['filing_id']}"
    eventually(lambda: lead.get(case).status_code == 200)
    kept_out = lead.post(f"{case}/assign", {"officer_id": reviewer.officer_id})
    assert kept_out.json()["code"] == "review.recused"
    for who in (half, full, renamed, reviewer):
        who.http.close()
