"""Every error is a problem document, in two languages, and never an exception's own text."""

import pytest

from rongcuo.contracts.error_codes import CATALOGUE
from rongcuo.contracts.errors import CaseError
from services.gateway.problems.words import in_chinese
from services.gateway.request_parsing import MOST_BYTES
from tests.unit.gateway.site import SIGNED

SECRET = "password=hunter2 at /etc/shadow"
ONE = "/api/v1/filings/f1"


def is_problem(answer, code):
    kind = CATALOGUE[code]
    assert answer.status_code == kind.status
    assert answer.mimetype == "application/problem+json"
    told = answer.get_json()
    assert (told["code"], told["status"]) == (code, kind.status)
    said = CaseError(code, details=told.get("details")).text
    assert (told["title"], told["title_en"]) == (said.zh, said.en)
    assert told["type"] == f"/api/docs#{code}"
    assert told["reference"] == answer.headers["X-Correlation-ID"]
    return told


def test_a_sentence_tells_the_details_that_it_names(caller, client):
    caller.said["filing.filing"] = CaseError("followup.period_of_the_degree", details={"months": 18})
    told = is_problem(client.get(ONE, headers=SIGNED), "followup.period_of_the_degree")
    assert "固定为 18 个月" in told["title"]
    assert "of 18 months" in told["title_en"]


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_of_the_catalogue(caller, client, code):
    caller.said["filing.filing"] = CaseError(code, "第三项", {"number": "530127-2026-000001"})
    answer = client.get(ONE, headers=SIGNED)
    told = is_problem(answer, code)
    if told["status"] >= 500 or code == "not_found":
        assert "detail" not in told
        assert "details" not in told
    else:
        assert told["detail"] == "第三项"
        assert told["details"] == {"number": "530127-2026-000001"}


@pytest.mark.parametrize("failure", [
    RuntimeError(SECRET), KeyError(SECRET), CaseError("unexpected", SECRET, {"trace": SECRET}),
    CaseError("no.such.code", SECRET), CaseError("service_unavailable", SECRET)])
def test_the_text_of_a_fault_stays_inside(caller, client, failure):
    caller.said["filing.filing"] = failure
    answer = client.get(ONE, headers=SIGNED)
    assert answer.status_code >= 500
    assert "hunter2" not in answer.text
    assert answer.get_json()["reference"]


@pytest.mark.parametrize(("languages", "title", "content_language"), [
    ("", "zh", "zh-CN"), ("zh-CN,zh;q=0.9,en;q=0.8", "zh", "zh-CN"), ("en-GB,en", "en", "en"),
    ("en", "en", "en"),
    ("fr", "zh", "zh-CN"), ("en;q=0.3, zh;q=0.7", "zh", "zh-CN"), ("\x7f;;q=x", "zh", "zh-CN")])
def test_titles_speak_the_reader_s_language(client, languages, title, content_language):
    answer = client.get("/api/v1/nothing", headers={"Accept-Language": languages})
    assert answer.get_json()["title"] == getattr(CATALOGUE["not_found"], title)
    assert answer.headers["Content-Language"] == content_language


@pytest.mark.parametrize(("method", "address", "code"), [
    ("GET", "/", "not_found"),
    ("GET", "/api/v1/filings/f1/", "not_found"),
    ("GET", "/api//v1/filings", "not_found"),
    ("GET", "/api/v1/filings/" + "x" * 65, "not_found"),
    ("GET", "/api/v1/filings/.hidden", "not_found"),
    ("GET", "/api/v1/filings/a%00b", "not_found"),
    ("GET", "/api/v1/filings/%ff%fe", "not_found"),
    ("GET", "/api/v1/filings/..%2f..%2fetc", "not_found"),
    ("PATCH", ONE, "method_not_allowed"),
    ("POST", "/api/v1/me", "method_not_allowed"),
    ("BREW", "/api/v1/me", "method_not_allowed"),
])
def test_addresses_that_are_none(client, method, address, code):
    answer = client.open(address, method=method, headers=SIGNED)
    is_problem(answer, code)
    assert ("Allow" in answer.headers) == (code == "method_not_allowed")


def test_bodies_of_another_kind_or_size(client):
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""):
        answer = client.post("/api/v1/filings", data=b"{}", headers=SIGNED, content_type=kind)
        is_problem(answer, "unsupported_media_type")
    large = b'{"content": {"title": "' + b"x" * MOST_BYTES + b'"}}'
    is_problem(client.post("/api/v1/filings", data=large, headers=SIGNED, content_type="application/json"),
               "too_large")


def test_fields_are_named_with_what_is_wrong_in_both_languages(client):
    body = {"content": {"title": "x" * 201, "risks": [{"risk": "r"}], "colr": "red"}, "command_id": "c"}
    told = is_problem(client.post("/api/v1/filings", json=body, headers=SIGNED), "invalid")
    errors = {each["field"]: (each["message"], each["message_en"]) for each in told["errors"]}
    assert errors == {
        "content.title": ("最多 200 个字。", "Length must be between 0 and 200."),
        "content.risks.0.measure": (
            "必填，而且要有看得见的字。审查的人会看到。",
            "must hold something that can be seen. Those who review the filing read it."),
        "content.colr": ("没有这一项。", "Unknown field."),
        "command_id": ("没有这一项。", "Unknown field."),
    }
    assert "detail" not in told


def test_a_service_s_own_field_errors_read_the_same(caller, client):
    caller.said["filing.filing"] = CaseError("invalid", "x", {"fields": {"unit": ["A filer needs a unit."]}})
    told = is_problem(client.get(ONE, headers=SIGNED), "invalid")
    assert told["errors"] == [
        {"field": "unit", "message": "报备人须填写所在单位。", "message_en": "A filer needs a unit."}]


def test_failed_checks_of_a_filing_are_all_told_with_the_catalogue_s_words(caller, client):
    failures = [{"code": "filing.negative_list", "message": "", "details": {}},
                {"code": "filing.incomplete", "message": "", "details": {"missing": ["title"]}}]
    caller.said["filing.submit"] = CaseError("filing.negative_list", "", {"failures": failures})
    told = is_problem(client.post(f"{ONE}/submit", headers=SIGNED), "filing.negative_list")
    assert [each["title"] for each in told["details"]["failures"]] == [
        CATALOGUE["filing.negative_list"].zh, CATALOGUE["filing.incomplete"].zh]
    assert told["details"]["failures"][1]["details"] == {"missing": ["title"]}


def test_waiting_and_signing_in_are_told_in_headers_too(caller, client):
    for code, header in {"busy": "Retry-After", "too_many_attempts": "Retry-After",
                         "sign_in_required": "WWW-Authenticate"}.items():
        caller.said["filing.filing"] = CaseError(code)
        assert header in client.get(ONE, headers=SIGNED).headers


@pytest.mark.parametrize("sentence", ["Something nobody foresaw.", "Length must be between 2 and 60."])
def test_an_unlisted_sentence_is_still_chinese(sentence):
    assert not in_chinese(sentence).isascii()
