"""HTTP by the letter: what two readers could understand differently is refused."""

import socket

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting import http
from tests.integration.chassis.raw_http import CHUNKED, GET, HEADS, HOST, JSON, POST, exchange

NOWHERE = b"GET /nowhere HTTP/1.1\r\n"     # 404 however the platform's parts are
AFTER = NOWHERE + HOST + b"Connection: close\r\n\r\n"
CHUNKS = {
    "0x": b"0x2\r\n{}\r\n0\r\n\r\n", "a sign": b"+2\r\n{}\r\n0\r\n\r\n", "a line": b"0_2\r\n{}\r\n0\r\n\r\n",
    "a blank before": b" 2\r\n{}\r\n0\r\n\r\n", "no size": b"\r\n{}\r\n0\r\n\r\n",
    "a bare line feed": b"2\n{}\r\n0\r\n\r\n",
    "more than its size": b"2\r\n{}  \r\n0\r\n\r\n", "no end": b"2\r\n{}0\r\n\r\n",
    "a line feed as its end": b"2\r\n{}\n0\r\n\r\n",
    "an endless size": b"0" * 300 + b"2\r\n{}\r\n0\r\n\r\n",
    "a size beyond all": b"f" * 17 + b"\r\n{}\r\n0\r\n\r\n",
    "an extension with NUL": b"2;a=\x00\r\n{}\r\n0\r\n\r\n",
    "a trailer that is none": b"2\r\n{}\r\n0\r\nGET /\r\n\r\n",
    "too many trailers": b"2\r\n{}\r\n0\r\n" + b"X: y\r\n" * 100 + b"\r\n",
    "an end that is missing": b"2\r\n{}\r\n0\r\n",
}


@pytest.fixture(scope="module")
def gate(address: str, settings: Config) -> tuple[str, int]:
    return settings.http_host, settings.http_port


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_a_head_that_is_not_by_the_letter_is_refused(
        gate: tuple[str, int], head: bytes) -> None:
    answers = exchange(gate, head + AFTER)
    assert len(answers) == 1
    assert answers[0][2:5] in (b"400", b"431")


@pytest.mark.parametrize("body", CHUNKS.values(), ids=CHUNKS.keys())
def test_chunks_that_are_not_by_the_letter_are_refused_and_the_connection_closed(
        gate: tuple[str, int], body: bytes) -> None:
    answers = exchange(gate, POST + HOST + JSON + CHUNKED + b"\r\n" + body + AFTER)
    assert [answer[2:5] for answer in answers] == [b"400"]


@pytest.mark.parametrize("body", CHUNKS.values(), ids=CHUNKS.keys())
def test_nor_is_anything_read_behind_them_where_nobody_wanted_the_body(
        gate: tuple[str, int], body: bytes) -> None:
    assert len(exchange(gate, GET + HOST + CHUNKED + b"\r\n" + body + AFTER)) == 1


@pytest.mark.parametrize("body", [
    b"2\r\n{}\r\n0\r\n\r\n", b"1\r\n{\r\n1;x=y\r\n}\r\n0\r\n\r\n", b"02\r\n{}\r\n00\r\nX: y\r\n\r\n",
    b"A\r\n{        }\r\n0\r\n\r\n"])
def test_chunks_by_the_letter_are_read_and_the_connection_goes_on(gate: tuple[str, int], body: bytes) -> None:
    answers = exchange(gate, POST + HOST + JSON + CHUNKED + b"\r\n" + body + AFTER)
    assert [answer[2:5] for answer in answers] == [b"422", b"404"]


def test_one_connection_carries_many_requests(gate: tuple[str, int]) -> None:
    sound = POST + HOST + JSON + b"Content-Length: 2\r\n\r\n{}"
    old = b"GET /nowhere HTTP/1.0\r\n\r\n"
    answers = exchange(gate, sound + b"GET /nowhere HTTP/1.1\r\nhost: [::1]:80\r\nX:\r\n\r\n" + sound + old)
    assert [answer[2:5] for answer in answers] == [b"422", b"404", b"422", b"404"]


@pytest.mark.parametrize("sent", [b"", b"GET", GET + b"Host:", GET + HOST])
def test_nobody_who_says_a_request_drop_by_drop_is_waited_for(
        gate: tuple[str, int], monkeypatch: pytest.MonkeyPatch, sent: bytes) -> None:
    monkeypatch.setattr(http, "IDLE", 0.2)
    monkeypatch.setattr(http, "HEAD", 0.2)
    with socket.create_connection(gate, timeout=120) as line:
        line.sendall(sent)
        while more := line.recv(65_536):
            assert b" 400 " in more


def test_a_body_that_nobody_wants_is_read_on_for_a_while_only(
        gate: tuple[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "LEAVING", 0.2)
    with socket.create_connection(gate, timeout=120) as line:
        line.sendall(NOWHERE + HOST + b"Content-Length: 1000\r\n\r\n")
        answer = b""
        while more := line.recv(65_536):
            answer += more
    assert answer.startswith(b"HTTP/1.1 404")


@pytest.mark.parametrize("told", [b"Content-Length: 8000000\r\n\r\n", CHUNKED + b"\r\n7A1200\r\n"])
def test_the_sender_of_a_body_that_nobody_wants_sees_the_answer_where_the_connection_closes_after_it(
        gate: tuple[str, int], told: bytes) -> None:
    with socket.create_connection(gate, timeout=120) as line:
        line.sendall(NOWHERE + HOST + b"Connection: close\r\n" + told + b" " * 8_000_000 + b"\r\n0\r\n\r\n")
        answer = b""
        while more := line.recv(65_536):
            answer += more
    assert answer.startswith(b"HTTP/1.1 404")
