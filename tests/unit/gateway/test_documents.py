"""The document, its page, health, metrics, and what every response carries."""

import re

import pytest
from prometheus_client import generate_latest

from rongcuo.chassis.metrics import REGISTRY
from rongcuo.contracts.error_codes import CATALOGUE
from services.gateway.api import every_part
from services.gateway.security_headers import ALWAYS
from services.gateway.service import kept_key
from tests.unit.gateway.site import SIGNED, client_of

ONCE = ("tokens", "attachments", "/papers", "password", "{officer_id}/link")  # a secret, or the same again


@pytest.fixture
def document(client):
    return client.get("/api/openapi.json").get_json()


def operations(document):
    for address, path in document["paths"].items():
        for verb, told in path.items():
            if verb in {"get", "post", "put", "delete"}:
                yield verb, address, told


def test_the_document_tells_every_route(document):
    told = {(verb, address) for verb, address, _ in operations(document)}
    assert told == {(route.verb.lower(), "/api/v1" + re.sub(r"<id:(\w+)>", r"{\1}", route.address))
                    for part in every_part() for route in part.routes}
    for _, _, each in operations(document):
        assert not each["summary"].isascii()
        assert each["description"].isascii()
        assert each["responses"]["default"]


def test_every_reference_leads_somewhere(document):
    for reference in set(re.findall(r'"\$ref": ?"([^"]+)"', str(document).replace("'", '"'))):
        part = document
        for step in reference.removeprefix("#/").split("/"):
            part = part[step]


def test_ids_of_commands_and_addresses_are_no_part_of_a_body(document):
    schemas = document["components"]["schemas"]
    assert not any("command_id" in schema.get("properties", {}) for schema in schemas.values())
    assert set(schemas["AssignReviewBody"]["properties"]) == {"officer_id"}
    assert "content" in schemas["NewFiling"]["required"]
    posts = [told for verb, address, told in operations(document)
             if verb == "post" and told["security"] and not any(part in address for part in ONCE)]
    assert all("Idempotency-Key" in {each["name"] for each in told["parameters"]} for told in posts)


def test_only_who_has_no_token_yet_a_reporter_and_checking_a_letter_need_none(document):
    public = [address for _, address, told in operations(document) if not told["security"]]
    assert public == ["/api/v1/tokens", "/api/v1/password/forgotten", "/api/v1/password/link",
                      "/api/v1/password", "/api/v1/letter-checks/{code}", "/api/v1/reporters",
                      *(f"/api/v1/reporters/{act}"
                        for act in ("look", "write", "ask", "read", "files", "renew")),
                      "/api/v1/vault/keys"]


def test_the_page_is_readable_and_asks_no_other_host(client, document):
    page = client.get("/api/docs").text
    assert '<html lang="zh-CN">' in page
    assert "<script" not in page
    assert "style=" not in page
    assert re.findall(r'(?:src|href)="(?:https?:)?//', page) == []
    for code in CATALOGUE:
        assert f'id="{code}"' in page
    for name in document["components"]["schemas"]:
        assert f'id="schema-{name}"' in page
    anchors = set(re.findall(r'href="#([^"]+)"', page))
    assert anchors <= set(re.findall(r'id="([^"]+)"', page))
    [sheet] = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
    with client.get(sheet) as style:
        assert style.mimetype == "text/css"


@pytest.mark.parametrize("address", ["/api/docs", "/api/openapi.json", "/health", "/nothing", "/api/v1/me"])
def test_every_response_is_dressed(client, address):
    answer = client.get(address)
    assert ALWAYS.items() <= dict(answer.headers).items()
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Correlation-ID"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_trace_is_no_method_of_ours(client):
    for address in ("/", "/sign-in", "/health", "/api/v1/me", "/nothing"):
        assert client.open(address, method="TRACE").status_code in (404, 405)


def test_health_tells_of_each_part(caller):
    well = client_of(caller, health=lambda: {"filing": True, "gateway": True}).get("/health")
    assert (well.status_code, well.get_json()["status"]) == (200, "ok")
    parts = {"filing": False, "gateway": True}
    degraded = client_of(caller, health=lambda: parts).get("/health")
    assert (degraded.status_code, degraded.get_json()) == (
        200, {"status": "degraded", "parts": parts, "cannot": []}), "a balancer leaves it where it is"
    unwell = client_of(caller, health=lambda: parts, serves=lambda: False).get("/health")
    assert (unwell.status_code, unwell.get_json()["status"]) == (503, "unwell")


def test_metrics_count_by_route_and_never_by_id(client):
    client.get("/api/v1/filings/a-very-special-id", headers=SIGNED)
    client.open("/api/v1/me", method="EXPLODE")
    assert client.get("/metrics").status_code == 404
    told = generate_latest(REGISTRY).decode()
    assert 'route="/api/v1/filings/<id:filing_id>"' in told
    assert 'method="other"' in told
    assert "a-very-special-id" not in told
    assert "EXPLODE" not in told


def test_the_session_key_is_made_once_and_kept_to_oneself(tmp_path):
    key = kept_key(tmp_path / "data")
    assert kept_key(tmp_path / "data") == key
    assert len(key) == 64
    [file] = (tmp_path / "data").iterdir()
    assert file.stat().st_mode & 0o077 == 0
