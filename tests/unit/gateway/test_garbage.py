"""Whatever is sent, the answer is a problem below 500 that quotes no exception, or the service was asked."""

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.vault.operations import IDENTITY
from services.gateway.api import every_part
from services.gateway.request_parsing import DEEPEST, read_json
from tests.unit.gateway.site import SIGNED, FakeCaller, client_of

WRITING = [(route.verb, "/api/v1" + re.sub(r"<id:\w+>", "x1", route.address))
           for part in every_part() for route in part.routes if route.verb != "GET"]
READING = ["/api/v1" + re.sub(r"<id:\w+>", "x1", route.address)
           for part in every_part() for route in part.routes if route.verb == "GET" and not route.file
           and route.operation is not IDENTITY]      # which opens a box, and nobody here packs one
NAMES = [*sorted({name for part in every_part() for route in part.routes if route.takes
                for name in route.takes.__dataclass_fields__}),
         "content", "submit", "__proto__", ""]
QUOTES = ("Traceback", "Error(", "Exception", "0x", ".py")

values = st.recursive(
    st.none() | st.booleans() | st.integers(-10**25, 10**25) | st.floats() | st.text(max_size=30)
    | st.sampled_from(["2026-02-30", "9999-99-99T00:00:00Z", "0001-01-01T00:00:00+23:59", "\x00", "NaN"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=8), inner, max_size=5),
    max_leaves=12)
objects = st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=8), values, max_size=8)

MALFORMED = {
    "nothing but a brace": b"{", "two values": b"{} {}", "a doubled key": b'{"a": 1, "a": 2}',
    "a doubled key inside": b'{"content": {"title": "a", "title": "b"}}',
    "NaN": b'{"a": NaN}', "Infinity": b'{"a": -Infinity}', "a huge exponent": b'{"a": 1e999}',
    "a huge number": b'{"a": ' + b"9" * 5_000 + b"}", "a long fraction": b'{"a": 0.' + b"1" * 5_000 + b"}",
    "not UTF-8": b'{"a": "\xff"}', "UTF-16": '{"a": 1}'.encode("utf-16"),
    "a byte order mark": b"\xef\xbb\xbf{}",
    "half a surrogate pair": b'{"a": "\\ud800"}', "half a pair as a key": b'{"\\udfff": 1}',
    "an encoded half": b'{"a": "\xed\xa0\x80"}', "NUL": b'{"a": "x\\u0000y"}',
    "a raw NUL": b'{"a": "x\x00y"}',
    "deep lists": b"[" * 100_000 + b"]" * 100_000, "deep objects": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    "deeper than needed": b'{"a":' + b"[" * DEEPEST + b"]" * DEEPEST + b"}",
    "a list": b"[]", "a text": b'"x"', "a number": b"1", "null": b"null", "a comment": b"{/**/}",
    "single quotes": b"{'a': 1}", "a trailing comma": b'{"a": 1,}', "spaces only": b"   ",
    "a pickle": b"\x80\x04K\x01.",
}


@pytest.mark.parametrize("body", MALFORMED.values(), ids=MALFORMED.keys())
def test_what_cannot_be_read_in_one_way_only_is_malformed(caller, client, body):
    answer = client.post("/api/v1/filings", data=body, headers=SIGNED, content_type="application/json")
    assert (answer.status_code, answer.get_json()["code"]) == (400, "malformed")
    assert caller.last[0] == "identity.whose_token"


def test_what_is_deep_but_not_too_deep_is_read():
    assert read_json(b"[" * DEEPEST + b"]" * DEEPEST)
    assert read_json('{"姓名": "刘某 \\ud83d\\ude00", "n": -12, "f": 1.5}'.encode()) == {
        "姓名": "刘某 😀", "n": -12, "f": 1.5}


def fair(answer, caller, sent=""):
    """Either refused with a problem before anything but the token was asked, or passed on.

    A problem names the fields that it refuses, so that what was sent may come back.
    """
    assert answer.status_code < 500, answer.text
    asked = [target for target, _ in caller.asked if target != "identity.whose_token"]
    if answer.status_code >= 400:
        assert answer.mimetype == "application/problem+json"
        assert asked == []
        assert not any(quote in answer.text for quote in QUOTES if quote not in sent)
    else:
        assert len(asked) <= 3


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(WRITING), objects, st.booleans())
def test_any_object_at_any_address(route, body, nested):
    caller = FakeCaller()
    caller.said["filing.draft"] = caller.said["filing.submit"] = {"filing_id": "f"}
    body = {"content": body} if nested else body
    sent = json.dumps(body)
    fair(client_of(caller).open(route[1], method=route[0], data=sent.encode(), headers=SIGNED,
                                content_type="application/json"), caller, sent)


@settings(max_examples=200)
@given(st.sampled_from(WRITING), st.binary(max_size=200),
       st.sampled_from(["application/json", "text/plain", ""]))
def test_any_bytes_at_any_address(route, body, kind):
    caller = FakeCaller()
    caller.said["filing.draft"] = {"filing_id": "f"}
    fair(client_of(caller).open(route[1], method=route[0], data=body, headers=SIGNED,
                                content_type=kind), caller, body.decode("latin-1"))


@settings(max_examples=300)
@given(st.sampled_from(READING), st.dictionaries(
    st.sampled_from(NAMES) | st.text(max_size=6),
    st.text(max_size=30) | st.sampled_from(["530127", "2026-02-13"]), max_size=4))
def test_any_question_at_any_address(address, arguments):
    caller = FakeCaller()
    fair(client_of(caller).get(address, query_string=arguments, headers=SIGNED), caller, str(arguments))


@settings(max_examples=200)
@given(st.text(st.characters(blacklist_characters="\r\n"), max_size=60), st.sampled_from(
    ["Authorization", "Idempotency-Key", "X-Correlation-ID", "Accept-Language", "Accept", "Cookie",
     "Content-Type", "Content-Length", "Transfer-Encoding", "If-None-Match", "Range", "X-Forwarded-For"]))
def test_any_header(value, name):
    caller = FakeCaller()
    sent = {**SIGNED, name: value.encode("utf-8", "replace").decode("latin-1")}
    fair(client_of(caller).post("/api/v1/reviews/x1/resume", headers=sent), caller, value)


@settings(max_examples=200)
@given(st.recursive(st.text(max_size=20) | st.none() | st.integers(),
                    lambda inner: st.lists(inner, max_size=3)
                    | st.dictionaries(st.text(max_size=5), inner, max_size=3), max_leaves=8))
def test_whatever_details_a_service_gives_make_a_problem(details):
    caller = FakeCaller()
    caller.said["filing.filing"] = CaseError("invalid", "m", {"fields": details, "failures": []})
    answer = client_of(caller).get("/api/v1/filings/f1", headers=SIGNED)
    assert (answer.status_code, answer.get_json()["code"]) == (422, "invalid")
