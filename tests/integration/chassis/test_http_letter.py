"""HTTP by the letter on the server of health, which every process has."""

import socket
from collections.abc import Iterator
from functools import partial
from io import BytesIO

import eventlet
import pytest

from deploy.local import free_port
from rongcuo.chassis.hosting import http
from rongcuo.chassis.hosting.health import HealthServer
from tests.integration.chassis.raw_http import AFTER, GET, HEADS, HOST, exchange


@pytest.fixture(scope="module")
def watch() -> Iterator[tuple[str, int]]:
    """The small server for health, of no service."""
    port = free_port()
    server = HealthServer("127.0.0.1", port, dict)
    server.start()
    yield "127.0.0.1", port
    server.stop()


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_a_head_that_is_not_by_the_letter_is_refused(
        watch: tuple[str, int], head: bytes) -> None:
    answers = exchange(watch, head + AFTER)
    assert len(answers) == 1
    assert answers[0][2:5] in (b"400", b"431")


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
