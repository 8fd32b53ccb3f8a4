"""Bad input: a clear refusal with a stable code, nothing half-written, and never a 5xx."""

import json

import pytest

from scenarios.people import Place
from scenarios.platform import Answer
from services.identity import demonstration
from tests.e2e.platform import Platform
from tests.e2e.steps import content_of, refusal_of

ORGAN, UNIT = "530102", "五华区住房和城乡建设局"
FILINGS = "/api/v1/filings"

FILE = {"name": "纪要.pdf", "sha256": "0" * 64, "size": 1, "media_type": "application/pdf"}
BAD_MATTERS: dict[str, tuple[Answer, str]] = {
    "unknown situation": ({"situation": "no_such"}, "filing.unknown_situation"),
    "unknown colour": ({"colour": "purple"}, "filing.unknown_colour"),
    "negative list": ({"negative_answers": {"private_gain": True}}, "filing.negative_list"),
    "unknown negative item": ({"negative_answers": {"no_such": False}}, "filing.unknown_negative_item"),
    "end before start": ({"act_from": "2026-12-02", "act_until": "2026-12-01"}, "filing.period_reversed"),
    "act before the filing": ({"act_from": "2026-01-01"}, "filing.act_before_filing"),
    "year out of range": ({"valid_until": "2150-01-01"}, "filing.date_out_of_range"),
    "nothing declared": ({"no_private_gain": False}, "filing.private_gain_statement_missing"),
    "parts missing": ({"policy_basis": " ", "risks": []}, "filing.incomplete"),
    "title too long": ({"title": "长" * 201}, "invalid"),
    "text too long": ({"description": "长" * 20_001}, "invalid"),
    "text is a number": ({"description": 7}, "invalid"),
    "date is no date": ({"act_from": "2026-02-30"}, "invalid"),
    "risks are no list": ({"risks": {"risk": "一", "measure": "二"}}, "invalid"),
    "too many risks": ({"risks": [{"risk": "一", "measure": "二"}] * 51}, "invalid"),
    "negative count": ({"beneficiaries": {"households": -1}}, "invalid"),
    "a field nobody knows": ({"titel": "错字"}, "invalid"),
    "control characters": ({"title": "标题\x07"}, "invalid"),
    "a path for a file": ({"attachments": [{**FILE, "name": "../../x"}]}, "invalid"),
    "a file that nobody uploaded": ({"attachments": [FILE]}, "attachment.unknown"),
    "no digest": ({"attachments": [{**FILE, "sha256": "Z" * 64}]}, "invalid"),
    "NUL": ({"title": "标题\x00"}, "malformed"),
}


@pytest.fixture(scope="module")
def signed(both: Platform) -> dict[str, str]:
    """The headers of somebody who has signed in."""
    username = both.people.at(ORGAN, UNIT).filer.get("/me")["username"]
    who = {"username": username, "password": demonstration.password()}
    token = both.http.post("/api/v1/tokens", json=who).json()["token"]
    return {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}


@pytest.fixture
def place(platform: Platform) -> Place:
    return platform.people.at(ORGAN, UNIT)


def _filings(place: Place) -> list[Answer]:
    lines: list[Answer] = place.filer.get("/filings", limit=200)["lines"]
    return lines


@pytest.mark.parametrize("name", BAD_MATTERS)
def test_a_matter_that_cannot_be_filed(platform: Platform, place: Place, name: str) -> None:
    wrong, code = BAD_MATTERS[name]
    content = content_of(platform, ORGAN, "不应留下痕迹的事项", **wrong)
    refusal = refusal_of(place.filer, "/filings", {"content": content, "submit": True})
    assert (refusal.code, 400 <= refusal.status < 500) == (code, True)
    assert _filings(place) == []
    assert place.lead.get("/reviews")["lines"] == []


def test_a_statement_rests_on_no_file_that_was_never_uploaded(place: Place) -> None:
    filer = place.filer.get("/me")
    case = place.filer.post("/determinations", {
        "initiation": "application", "title": "容缺办理", "grounds": "为公",
        "subject": {"name": filer["name"], "unit": UNIT, "officer_id": filer["officer_id"]},
        "act": {"what": "先行施工", "since": "2026-01-05", "until": "2026-01-06"}})
    said = {"words": "情况紧急", "attachments": [FILE]}
    refusal = refusal_of(place.filer, f"/determinations/{case['case_id']}/statement", said)
    assert (refusal.code, refusal.status) == ("attachment.unknown", 422)
    assert place.filer.get(f"/determinations/{case['case_id']}")["statement"] is None


def test_everything_that_is_wrong_is_said_at_once(platform: Platform, signed: dict[str, str]) -> None:
    content = content_of(platform, ORGAN, "多处有误", "no_such", act_from="2026-01-01", no_private_gain=False)
    response = platform.http.post(FILINGS, headers=signed,
                                  content=json.dumps({"content": content, "submit": True}))
    failures = response.json()["details"]["failures"]
    assert {failure["code"] for failure in failures} == {
        "filing.unknown_situation", "filing.act_before_filing", "filing.private_gain_statement_missing"}
    assert all(failure["title"] and failure["title_en"] for failure in failures)


BODIES: dict[str, tuple[bytes, int, str]] = {
    "truncated": (b'{"content": {"title": "', 400, "malformed"),
    "a list": (b"[1, 2]", 400, "malformed"),
    "a string": (b'"submit"', 400, "malformed"),
    "a key twice": (b'{"submit": true, "submit": false}', 400, "malformed"),
    "NaN": (b'{"content": {"beneficiaries": {"households": NaN}}}', 400, "malformed"),
    "not UTF-8": (b'{"content": {"title": "\xff\xfe"}}', 400, "malformed"),
    "too deep": (b'{"content": ' + b"[" * 5_000 + b"]" * 5_000 + b"}", 400, "malformed"),
    "an endless number": (b'{"submit": ' + b"9" * 5_000 + b"}", 400, "malformed"),
    "another shape": (b'{"content": [], "submit": "perhaps"}', 422, "invalid"),
    "nothing": (b"", 422, "invalid"),
    "10 MB of text": (b'{"content": {"description": "' + b"a" * 10_485_760 + b'"}}', 413, "too_large"),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_cannot_be_read(platform: Platform, place: Place, signed: dict[str, str],
                                     name: str) -> None:
    body, status, code = BODIES[name]
    response = platform.http.post(FILINGS, headers=signed, content=body)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["title"] != response.json()["title_en"]
    assert _filings(place) == []


READINGS: dict[str, tuple[str, int, str]] = {
    "a year without a calendar": ("/calendar/due?start=2031-01-06&division_code=530127&workdays=1", 422,
                                  "calendar.year_missing"),
    "no such division": ("/policy/packs/in-force?division_code=990000", 422, "policy.unknown_division"),
    "before any pack": ("/policy/packs/in-force?division_code=530127&on=1999-01-01", 422,
                        "policy.no_pack_in_force"),
    "garbage cursor": ("/filings?cursor=%25%25", 422, "invalid"),
    "no rows wanted": ("/filings?limit=0", 422, "invalid"),
    "said twice": ("/filings?limit=1&limit=2", 422, "invalid"),
    "no such filing": ("/filings/no-such-filing", 404, "not_found"),
    "no such page": ("/no-such-page", 404, "not_found"),
}


@pytest.mark.parametrize("name", READINGS)
def test_a_question_without_an_answer(platform: Platform, signed: dict[str, str], name: str) -> None:
    address, status, code = READINGS[name]
    response = platform.http.get(f"/api/v1{address}", headers=signed)
    assert (response.status_code, response.json()["code"]) == (status, code)


def test_who_asks_must_be_known(platform: Platform) -> None:
    for headers in ({}, {"Authorization": "Bearer " + "x" * 43}, {"Authorization": "Basic eDp4"}):
        response = platform.http.get("/api/v1/filings", headers=headers)
        assert (response.status_code, response.json()["code"]) == (401, "sign_in_required")


def test_a_request_says_what_it_is(platform: Platform, place: Place, signed: dict[str, str]) -> None:
    as_text = platform.http.post(FILINGS, headers={**signed, "Content-Type": "text/plain"}, content=b"{}")
    assert (as_text.status_code, as_text.json()["code"]) == (415, "unsupported_media_type")
    bad_key = platform.http.post(FILINGS, headers={**signed, "Idempotency-Key": "no spaces"}, content=b"{}")
    assert (bad_key.status_code, bad_key.json()["code"]) == (422, "invalid")
    wrong_verb = platform.http.patch(FILINGS, headers=signed)
    assert (wrong_verb.status_code, wrong_verb.json()["code"]) == (405, "method_not_allowed")
    assert _filings(place) == []
