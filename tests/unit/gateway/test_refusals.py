"""What is refused stands in the security log: by whom, from where, under which reference."""

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.vault.operations import LOOK_BY_CODE, SEALING_KEYS
from services.gateway import refusals
from services.gateway.api import every_part
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


@pytest.mark.parametrize(("code", "status"), [("vault.too_many_codes", 429), ("forbidden", 403)])
def test_of_whoever_must_not_be_traced_no_line_tells_from_where(caller, client, lines, code, status):
    caller.said[LOOK_BY_CODE.name] = caller.said[SEALING_KEYS.name] = CaseError(code)
    marks = {"X-Correlation-ID": "mark-of-a-proxy", "User-Agent": "browser-of-one"}
    answer = client.post(f"{V1}/reporters/look", json={"code": "x"}, headers=marks)
    assert answer.status_code == status
    [(_, facts)] = lines
    assert (facts["address"], facts["route"]) == ("", f"{V1}/reporters/look")
    told = str(facts) + str(answer.headers) + str(caller.contexts)
    assert "mark-of-a-proxy" not in told
    assert "browser-of-one" not in told
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_every_public_address_of_the_vault_is_one_of_these():
    public = {route.address: route.untraced for part in every_part() for route in part.routes
              if route.public and part.name == "vault"}
    assert public
    assert all(public.values())


@pytest.mark.parametrize(("method", "address"), [
    ("GET", "/box/xyz"), ("GET", "/box/back/write"), ("DELETE", "/box"), ("GET", "/Box//Back"),
    ("GET", "/box/static/none.css"), ("GET", f"{V1}/reporters"), ("PUT", f"{V1}/reporters/look"),
    ("POST", f"{V1}/reporters/lok"), ("POST", f"{V1}/vault/keys"), ("GET", f"{V1}/reporters/")])
def test_what_leads_nowhere_beside_a_reporters_addresses_traces_nobody_either(method, address):
    mark = "mark-of-a-proxy"
    answer = Site("lead").client.open(address, method=method, headers={"X-Correlation-ID": mark})
    assert mark not in str(answer.headers)
    assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("address", ["/boxes", "/", f"{V1}/reporters/r1/dialogue", f"{V1}/vault", f"{V1}/me"])
def test_who_works_here_is_traced_as_ever(client, address):
    answer = client.get(address, headers={"X-Correlation-ID": "my-mark"})
    assert answer.headers["X-Correlation-ID"] == "my-mark"


def test_who_reports_while_signed_in_stands_in_no_log(caller, client, lines):
    caller.said[SEALING_KEYS.name] = CaseError("forbidden")
    answer = client.post(f"{V1}/reporters", json={"organ_id": "530127", "words": "x"}, headers=SIGNED)
    assert answer.status_code == 403
    [(_, facts)] = lines
    assert (facts["officer"], facts["address"]) == ("", "")
