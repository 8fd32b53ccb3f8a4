"""The gateway on a real socket: what breaks the rules of HTTP, what hangs, and what is away."""

import json
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from prometheus_client import generate_latest

from deploy.local import free_port
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.host import ServiceHost, hosted
from rongcuo.chassis.metrics import REGISTRY
from services import NAMES
from services.gateway import server
from services.gateway.request_parsing import MOST_BYTES
from services.gateway.service import GatewayService
from services.identity.service import IdentityService
from tests.integration.gateway.platform import CONTENT, Person, eventually

HEAD = "POST /api/v1/tokens HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n"


def exchange(settings: Config, *parts: bytes) -> tuple[int, bytes]:
    """Send these bytes; the status and all that comes back. 0: the connection was just closed."""
    with socket.create_connection((settings.http_host, settings.http_port), timeout=120) as line:
        for part in parts:
            line.sendall(part)
        answer = b""
        while more := line.recv(65_536):
            answer += more
    return int(answer.split()[1]) if answer else 0, answer


def chunks(*sizes: int) -> bytes:
    return b"".join(f"{size:x}\r\n".encode() + b"x" * size + b"\r\n" for size in sizes) + b"0\r\n\r\n"


def test_a_body_in_chunks_is_read_within_the_same_limit(address: str, settings: Config) -> None:
    head = (HEAD + "Transfer-Encoding: chunked\r\n\r\n").encode()
    status, answer = exchange(settings, head, chunks(MOST_BYTES, 100))
    assert (status, b'"too_large"' in answer) == (413, True)
    status, answer = exchange(settings, head, chunks(10))
    assert (status, b'"malformed"' in answer) == (400, True)
    for broken in (b"zz\r\n{}\r\n0\r\n\r\n", b"-5\r\n{}\r\n0\r\n\r\n"):
        status, answer = exchange(settings, head, broken)
        assert (status, b'"malformed"' in answer) == (400, True)


@pytest.mark.parametrize("request_line", [
    "GET /api/v1/me HTTP/1.1", "GET http://elsewhere/api/v1/me HTTP/1.1",
    "GET /api/v1/me?" + "x" * 9_000 + " HTTP/1.1", "GET /\x01 HTTP/1.1", "FETCH * HTTP/9.9",
    "hello", "GET /%", "\x16\x03\x01"])
def test_requests_that_are_hardly_any(address: str, settings: Config, request_line: str,
                                      capfd: pytest.CaptureFixture[str]) -> None:
    sent = f"{request_line}\r\nHost: x\r\nConnection: close\r\n\r\n"
    status, answer = exchange(settings, sent.encode("latin-1"))
    assert 400 <= status < 500
    assert b"Traceback" not in answer
    assert request_line not in "".join(capfd.readouterr())


def test_a_client_that_promises_more_than_it_sends_is_answered_in_time(
        address: str, settings: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "LATEST", 0.3)
    status, answer = exchange(settings, (HEAD + "Content-Length: 100\r\n\r\n{").encode())
    assert (status, b'"answer_late"' in answer) == (504, True)
    assert b"content-security-policy" in answer.lower()


@pytest.mark.parametrize("path", ["/filings/x/attachments", "/api/v1/attachments", "/any/attachments"])
def test_a_stranger_gets_no_longer_time_where_files_come_in(
        address: str, settings: Config, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setattr(server, "LATEST", 0.3)
    head = (f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
            "Connection: close\r\nContent-Length: 5000000\r\n\r\n--b\r\n")
    status, _ = exchange(settings, head.encode())
    assert status in (401, 404, 504)


def test_health_is_the_whole_platform_s(address: str, person: Callable[[str], Person]) -> None:
    person("songming.filer")
    told = eventually(lambda: (seen := httpx.get(f"{address}/health")).status_code == 200 and seen.json())
    assert told["status"] == "ok"
    assert set(told["parts"]) == set(NAMES)
    metrics = generate_latest(REGISTRY).decode()
    assert 'rongcuo_answer_seconds_count{' in metrics
    assert "rongcuo_http_requests_total{" in metrics
    assert httpx.get(f"{address}/metrics").status_code == 404, "figures are for operators, on the health port"


def test_the_correlation_id_reaches_the_services(person: Callable[[str], Person], host: ServiceHost) -> None:
    filer = person("songming.filer")
    answer = filer.http.post("/filings", json={"content": CONTENT}, headers={"X-Correlation-ID": "wire:77"})
    assert answer.headers["X-Correlation-ID"] == "wire:77"
    refused = filer.http.get("/filings/none", headers={"X-Correlation-ID": "wire:78"})
    assert refused.json()["reference"] == "wire:78"


def test_a_service_that_is_away_is_said_so_and_the_others_go_on(tmp_path: Path, settings: Config) -> None:
    alone = replace(settings, data_dir=tmp_path, http_port=free_port(), bus_url="embedded://alone")
    with hosted([IdentityService, GatewayService], alone):
        filer = Person(f"http://127.0.0.1:{alone.http_port}", "songming.filer")
        for _ in range(7):
            answer = filer.get("/filings")
            assert (answer.status_code, answer.json()["code"]) == (503, "service_unavailable")
            assert answer.headers["Retry-After"]
        assert filer.get("/organs", division_code="530127").status_code == 200
        filer.http.close()


def test_what_is_sent_is_what_is_kept(person: Callable[[str], Person]) -> None:
    title = "容错 <b>&amp; 𠮷 '; drop table filings;--"
    filer = person("songming.filer")
    draft = filer.does("/filings", {"content": {**CONTENT, "title": title}})
    assert filer.sees(f"/filings/{draft['filing_id']}")["content"]["title"] == title
    assert json.loads(json.dumps(draft)) == draft
