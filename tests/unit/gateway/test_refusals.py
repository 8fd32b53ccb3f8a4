"""What is refused stands in the security log: by whom, from where, under which reference."""

import pytest

from rongcuo.contracts.errors import CaseError
from services.gateway import refusals
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.site import SIGNED

V1 = "/api/v1"


@pytest.fixture
def lines(monkeypatch):
    told = []
    monkeypatch.setattr(refusals.LOG, "write", lambda what, **facts: told.append((what, facts)))
    return told


def test_a_refusal_names_officer_address_and_route_and_nothing_typed(caller, client, lines):
    caller.said["filing.filing"] = CaseError("forbidden")
    answer = client.get(f"{V1}/filings/secret-words", headers=SIGNED)
    [(what, facts)] = lines
    assert (what, facts["officer"], facts["address"]) == ("forbidden", "liu", "127.0.0.1")
    assert facts["reference"] == answer.headers["X-Correlation-ID"]
    assert "secret-words" not in str(facts)


def test_a_refusal_on_a_page_is_one_too(lines):
    site = Site("lead")
    site.caller.said["notify.watchdog"] = CaseError("forbidden")
    assert site.get("/operations", Accept="text/html").status_code == 403
    assert [(what, facts["officer"]) for what, facts in lines] == [("forbidden", "sun")]


def test_a_forged_form_and_a_token_that_is_nobodys_are_noted_but_no_passer_by(client, lines):
    client.get(f"{V1}/me")
    assert lines == []
    client.get(f"{V1}/me", headers={"Authorization": "Bearer " + "x" * 43})
    Site("lead").client.post("/sign-out", data={})
    assert [what for what, _ in lines] == ["not_signed_in", "forged_form"]
