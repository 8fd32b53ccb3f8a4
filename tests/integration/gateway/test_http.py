"""HTTP by the letter: what two readers could understand differently is refused, on both of our servers."""

import socket
from collections.abc import Iterator
from functools import partial
from io import BytesIO

import eventlet
import pytest

from deploy.local import free_port
from rongcuo.chassis import http
from rongcuo.chassis.config import Config
from rongcuo.chassis.health import HealthServer

HOST, JSON = b"Host: x\r\n", b"Content-Type: application/json\r\n"
GET, POST = b"GET /health HTTP/1.1\r\n", b"POST /api/v1/tokens HTTP/1.1\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"
HEADS = {
    "two lengths": POST + HOST + JSON + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ",
    "the same length twice": POST + HOST + JSON + b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
    "two lengths in one": POST + HOST + JSON + b"Content-Length: 2, 2\r\n\r\n{}",
    "a length with a sign": POST + HOST + JSON + b"Content-Length: +2\r\n\r\n{}",
    "a length with a line": POST + HOST + JSON + b"Content-Length: 0_2\r\n\r\n{}",
    "a length below nothing": POST + HOST + b"Content-Length: -2\r\n\r\n{}",
    "an endless length": POST + HOST + b"Content-Length: " + b"9" * 19 + b"\r\n\r\n{}",
    "a length and chunks": POST + HOST + CHUNKED + b"Content-Length: 2\r\n\r\n0\r\n\r\n",
    "chunks twice": POST + HOST + CHUNKED + CHUNKED + b"\r\n0\r\n\r\n",
    "chunks in disguise": POST + HOST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "chunks of gzip": POST + HOST + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "chunks after a tab in the name": POST + HOST + b"Transfer-Encoding\t: chunked\r\n\r\n0\r\n\r\n",
    "chunks in HTTP/1.0": b"POST /api/v1/tokens HTTP/1.0\r\n" + CHUNKED + b"\r\n0\r\n\r\n",
    "NUL in a header": GET + HOST + b"X: a\x00b\r\n\r\n",
    "a bell in a header": GET + HOST + b"X: a\x07b\r\n\r\n",
    "a carriage return in a header": GET + HOST + b"X: a\rContent-Length: 5\r\n\r\n",
    "no host": GET + b"\r\n",
    "two hosts": GET + HOST + HOST + b"\r\n",
    "a host with a path": GET + b"Host: x/y\r\n\r\n",
    "a host with a name before it": GET + b"Host: a@x\r\n\r\n",
    "bare line feeds": (GET + HOST + b"\r\n").replace(b"\r\n", b"\n"),
    "one bare line feed": GET + b"Host: x\n\r\n",
    "a bare line feed at the end": GET + HOST + b"\n",
    "a folded line": GET + HOST + b"X: a\r\n b\r\n\r\n",
    "a folded line first": GET + b" Host: x\r\n\r\n",
    "a blank before the colon": GET + b"Host : x\r\n\r\n",
    "no colon": GET + HOST + b"X\r\n\r\n",
    "no name": GET + HOST + b": x\r\n\r\n",
    "a name with a blank": GET + HOST + b"X Y: x\r\n\r\n",
    "a name that is not ASCII": GET + HOST + b"X\xc3\xa9: x\r\n\r\n",
    "two blanks in the first line": b"GET  /health HTTP/1.1\r\n" + HOST + b"\r\n",
    "a tab in the first line": b"GET\t/health HTTP/1.1\r\n" + HOST + b"\r\n",
    "a blank in the address": b"GET /health x HTTP/1.1\r\n" + HOST + b"\r\n",
    "an address that is not ASCII": b"GET /\xe9 HTTP/1.1\r\n" + HOST + b"\r\n",
    "a version that is none": b"GET /health HTTP/1.10\r\n" + HOST + b"\r\n",
    "a version in small letters": b"GET /health http/1.1\r\n" + HOST + b"\r\n",
    "a later version": b"GET /health HTTP/2.0\r\n" + HOST + b"\r\n",
    "no version": b"GET /health\r\n\r\n",
    "an empty line first": b"\r\n" + GET + HOST + b"\r\n",
    "two tokens": GET + HOST + b"Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    "a huge header": GET + HOST + b"X: " + b"y" * 70_000 + b"\r\n\r\n",
    "many headers": GET + HOST + b"X: y\r\n" * 200 + b"\r\n",
    "a head that breaks off": GET + HOST + b"X: y",
}
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
AFTER = b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


@pytest.fixture(scope="module")
def gate(address: str, settings: Config) -> tuple[str, int]:
    return settings.http_host, settings.http_port


@pytest.fixture(scope="module")
def watch() -> Iterator[tuple[str, int]]:
    """The small server for health, of no service."""
    port = free_port()
    server = HealthServer("127.0.0.1", port, dict)
    server.start()
    yield "127.0.0.1", port
    server.stop()


def exchange(place: tuple[str, int], sent: bytes) -> list[bytes]:
    """The first lines of all answers, until the server closes."""
    with socket.create_connection(place, timeout=20) as line:
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
        answer = b""
        while more := line.recv(65_536):
            answer += more
    return [part.split(b"\r\n")[0] for part in answer.split(b"HTTP/1.")[1:]]


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
@pytest.mark.parametrize("server", ["gate", "watch"])
def test_a_head_that_is_not_by_the_letter_is_refused_and_the_connection_closed(
        request: pytest.FixtureRequest, server: str, head: bytes) -> None:
    answers = exchange(request.getfixturevalue(server), head + AFTER)
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
    assert [answer[2:5] for answer in answers] == [b"422", b"200"]


def test_one_connection_carries_many_requests(gate: tuple[str, int]) -> None:
    sound = POST + HOST + JSON + b"Content-Length: 2\r\n\r\n{}"
    old = b"GET /health HTTP/1.0\r\n\r\n"
    answers = exchange(gate, sound + b"GET /nowhere HTTP/1.1\r\nhost: [::1]:80\r\nX:\r\n\r\n" + sound + old)
    assert [answer[2:5] for answer in answers] == [b"422", b"404", b"422", b"200"]


@pytest.mark.parametrize("sent", [b"", b"GET", GET + b"Host:", GET + HOST])
def test_nobody_who_says_a_request_drop_by_drop_is_waited_for(
        gate: tuple[str, int], monkeypatch: pytest.MonkeyPatch, sent: bytes) -> None:
    monkeypatch.setattr(http, "IDLE", 0.2)
    monkeypatch.setattr(http, "HEAD", 0.2)
    with socket.create_connection(gate, timeout=20) as line:
        line.sendall(sent)
        while more := line.recv(65_536):
            assert b" 400 " in more


def test_a_body_that_nobody_wants_is_read_on_for_a_while_only(
        gate: tuple[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "LEAVING", 0.2)
    with socket.create_connection(gate, timeout=20) as line:
        line.sendall(GET + HOST + b"Content-Length: 1000\r\n\r\n")
        answer = b""
        while more := line.recv(65_536):
            answer += more
    assert answer.startswith(b"HTTP/1.1 200")


def test_the_server_of_health_says_what_it_knows(watch: tuple[str, int]) -> None:
    assert [answer[2:5] for answer in exchange(watch, GET + HOST + b"\r\n")] == [b"503"]


def test_a_long_body_that_comes_quickly_keeps_nobody_waiting() -> None:
    turns, here, there = 0, *socket.socketpair()

    def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            eventlet.sleep(0)

    busy = eventlet.spawn(others)
    body = http.Body(BytesIO(b"x" * 1_000_000), 1_000_000, here, protocol=None)
    pieces = sum(1 for _ in iter(partial(body.read, 10_000), b""))
    busy.kill()
    here.close()
    there.close()
    assert pieces == 100
    assert turns >= pieces - 1
