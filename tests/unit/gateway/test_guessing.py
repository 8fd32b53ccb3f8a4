"""The public check of letters can't be used to find codes by trying."""

import time

import pytest
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from rongcuo.contracts.errors import CaseError
from services.gateway.clients import client_of
from services.gateway.rate_limit import MISSES as BUDGET
from services.gateway.rate_limit import Guesses
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.site import FakeCaller
from tests.unit.gateway.site import client_of as site_of

V1 = "/api/v1"
MISSES, PERIOD = BUDGET.amount, BUDGET.get_expiry()
LETTER = {"code": "7KQ2M-WX9TB", "organ_name": "嵩明县纪委监委", "number": "嵩容〔2026〕1号",
          "standing": "current", "issued_on": "2026-02-03", "sha256": "", "replaced_by": ""}


def _check(payload):
    if payload["code"] != LETTER["code"]:
        raise CaseError("letter.unknown_code")
    return LETTER


@pytest.fixture
def caller():
    caller = FakeCaller()
    caller.said["documents.check"] = _check
    return caller


def test_who_tries_codes_waits_whether_at_the_page_or_the_api():
    site = Site("lead")
    site.caller.said["documents.check"] = _check
    for number in range(MISSES):
        address = f"{V1}/letter-checks" if number % 2 else "/verify"
        assert site.get(f"{address}/AAAAA-{number:05}").status_code == 404
    checks = [target for target, _ in site.caller.asked].count("documents.check")
    for address in ("/verify", f"{V1}/letter-checks"):
        refused = site.get(f"{address}/{LETTER['code']}", Accept="text/html")
        assert refused.status_code == 429
        assert 0 < int(refused.headers["Retry-After"]) <= PERIOD
        assert "请等一分钟再试" in refused.text
    assert [target for target, _ in site.caller.asked].count("documents.check") == checks


def test_letters_that_are_there_can_be_checked_without_end(caller):
    site = site_of(caller)
    answers = {site.get(f"{V1}/letter-checks/{LETTER['code']}").status_code for _ in range(3 * MISSES)}
    assert answers == {200}


def test_each_client_has_their_own_count_where_a_proxy_is_trusted(caller):
    site = site_of(caller, client_header="X-Real-IP")
    for number in range(MISSES):
        site.get(f"{V1}/letter-checks/AAAAA-{number:05}", headers={"X-Real-IP": "203.0.113.7"})
    path = f"{V1}/letter-checks/{LETTER['code']}"
    assert site.get(path, headers={"X-Real-IP": "203.0.113.7"}).status_code == 429
    assert site.get(path, headers={"X-Real-IP": "203.0.113.8"}).status_code == 200


def test_after_the_period_an_address_may_try_again(monkeypatch):
    now = [1_000.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    guesses = Guesses()
    for _ in range(MISSES):
        assert guesses.wait("a") == 0
        guesses.missed("a")
        now[0] += 1
    assert (guesses.wait("a"), guesses.wait("b")) == (PERIOD - MISSES, 0)
    now[0] += PERIOD
    assert guesses.wait("a") == 0


@pytest.mark.parametrize(("header", "told", "expected"), [
    ("", "203.0.113.7", "192.0.2.1"), ("X-Forwarded-For", "203.0.113.7", "203.0.113.7"),
    ("X-Forwarded-For", "10.9.9.9, 203.0.113.7", "203.0.113.7"), ("X-Forwarded-For", "nonsense", "192.0.2.1"),
    ("X-Forwarded-For", "2001:db8:1:2:3::4", "2001:db8:1:2::/64"), ("X-Forwarded-For", "", "192.0.2.1"),
    ("X-Forwarded-For", "::ffff:203.0.113.7", "203.0.113.7"),
    ("X-Forwarded-For", "::FFFF:cb00:7107", "203.0.113.7")])
def test_only_the_trusted_header_is_believed(header, told, expected):
    environ = EnvironBuilder(headers={"X-Forwarded-For": told}, environ_base={
        "REMOTE_ADDR": "192.0.2.1"}).get_environ()
    assert client_of(Request(environ), header) == expected
