"""A report from the front desk to its end, over the bus and through the API."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import httpx
import pytest

from deploy.local.background import wait_until
from services.identity import demonstration
from tests.e2e.starting import Running

pytestmark = pytest.mark.timeout(240)
REPORTS = "/api/v1/clarify/reports"
ABOUT = {"name": "周成", "unit": "嵩明县水务局"}
CONTENT: dict[str, Any] = {
    "channel": "letter", "signed": True, "reachable": True, "received_at": "2026-01-05T09:00:00+08:00",
    "allegations": [
        {"text": "未批先建", "person": ABOUT, "categories": ["work.responsibility"], "place": "杨林",
         "act_from": "2025-03-02", "act_until": "2025-03-20"}]}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    platform = Running(tmp_path_factory.mktemp("platform"), RONGCUO_MODE="test")
    platform.await_told("Ctrl-C")
    yield platform
    platform.stop()


@contextmanager
def signed_in(running: Running, who: str) -> Iterator[httpx.Client]:
    address = f"http://127.0.0.1:{running.environ['RONGCUO_HTTP_PORT']}"
    with httpx.Client(base_url=address, timeout=20) as http:
        named = {"username": f"songming.{who}", "password": demonstration.password()}
        token = http.post("/api/v1/tokens", json=named).raise_for_status().json()["token"]
        http.headers["Authorization"] = f"Bearer {token}"
        yield http


@pytest.fixture
def lead(running: Running) -> Iterator[httpx.Client]:
    with signed_in(running, "lead") as http:
        yield http


@pytest.fixture
def reviewer(running: Running) -> Iterator[httpx.Client]:
    with signed_in(running, "reviewer") as http:
        yield http


def done(http: httpx.Client, address: str, **body: Any) -> dict[str, Any]:
    told = http.post(address, json=body, headers={"Idempotency-Key": uuid4().hex})
    assert told.is_success, told.text
    answer: dict[str, Any] = told.json()
    return answer


def registered(http: httpx.Client, **changed: Any) -> str:
    sealed = done(http, "/api/v1/reporters", organ_id=http.get("/api/v1/me").json()["organ_id"])
    whose = {each: sealed[each] for each in ("reporter_ref", "pseudonym")}
    return str(done(http, REPORTS, content={**CONTENT, **whose, **changed})["report_id"])


def test_a_report_comes_to_its_end_and_asks_about_the_name_first(lead: httpx.Client,
        reviewer: httpx.Client) -> None:
    one = f"{REPORTS}/{registered(reviewer)}"
    assert wait_until(lambda: reviewer.get(one).status_code == 200, 60)
    me = reviewer.get("/api/v1/me").json()["officer_id"]
    done(reviewer, f"{one}/assign", officer_id=me)
    done(reviewer, f"{one}/confirm-reporter", confirmed=False, could_not="所留电话无人接听")
    done(reviewer, f"{one}/accept")
    done(reviewer, f"{one}/dispose", disposal="inquiry", tolerance_arises=False, reasons="先函询")
    done(reviewer, f"{one}/findings", findings=[
        {"allegation": 1, "outcome": "unsubstantiated", "words": "手续齐全"}])
    early = lead.post(f"{one}/close", json={}, headers={"Idempotency-Key": uuid4().hex})
    assert (early.status_code, early.json()["code"]) == (409, "clarify.clearing_not_answered")
    done(reviewer, f"{one}/answer-clearing", clear=True, words="影响了选拔")
    done(lead, f"{one}/close")
    seen = lead.get(one).json()
    assert (seen["state"], seen["outcome"], seen["clearing"]["clear"]) == ("closed", "unsubstantiated", True)


def test_whoever_works_in_the_unit_reported_finds_nothing_of_it(lead: httpx.Client,
        reviewer: httpx.Client) -> None:
    unit = lead.get("/api/v1/me").json()["unit"]
    theirs = registered(reviewer, allegations=[
        {"text": "收礼", "person": {"name": "某负责人", "unit": unit}}])
    fresh = registered(reviewer)
    assert wait_until(lambda: reviewer.get(f"{REPORTS}/{fresh}").status_code == 200, 60)
    for http in (lead, reviewer):
        assert http.get(f"{REPORTS}/{theirs}").status_code == 404
        assert theirs not in http.get(REPORTS, params={"tab": "organ"}).text
