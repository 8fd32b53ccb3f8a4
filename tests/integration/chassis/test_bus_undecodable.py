"""A message whose properties py-amqp can't decode is one malformed message: it ends no connection."""

import gc
import sys

import amqp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kombu.utils.url import parse_url

from rongcuo.chassis.dead_letters.consumer import _row
from rongcuo.chassis.messaging.connection import _readable_properties
from rongcuo.chassis.messaging.topology import RPC
from tests.chaos.raw import UNDECODABLE, RawMessage
from tests.integration.chassis.bus import depth, paint
from tests.integration.chassis.painting import letters, sights, until
from tests.integration.front_door import calls_of


def throw(url: str, exchange: str, routing_key: str, properties: bytes) -> None:
    place = parse_url(url)
    with amqp.Connection(f"{place['hostname']}:{place['port']}", place["userid"], place["password"],
                         confirm_publish=True) as connection:
        connection.channel().basic_publish(RawMessage(b"{}", properties), exchange, routing_key)


@pytest.mark.parametrize("what", UNDECODABLE)
def test_it_is_a_dead_letter_and_everything_goes_on(rabbit_url, open_host, logged, what):
    host = open_host(rabbit_url)
    before = len(logged())      # a broker that still clears away the test before may refuse the first try
    for exchange, key in (("painter.events", "x"), (RPC.name, "painter.look"), ("", "looker.dead-letters")):
        throw(rabbit_url, exchange, key, UNDECODABLE[what])
    until(lambda: len(letters(host)) == 2 and len(letters(host, "painter")) == 1)
    paint(host, "north", 2)
    until(lambda: sights(host) == [("north", 1), ("north", 2)])
    assert "bus_lost" not in logged()[before:]
    assert depth(rabbit_url, "looker.dead-letters") == 0


def test_an_answer_like_that_is_dropped(rabbit_url, open_host, logged):
    host = open_host(rabbit_url)
    replies, before = calls_of(host).replies, len(logged())
    throw(rabbit_url, RPC.name, replies.routing_key, UNDECODABLE["a content type that is no text"])
    paint(host, "north")
    assert "bus_lost" not in logged()[before:]


def test_nobodys_finalizer_runs_on_a_stack_that_is_nearly_full():
    class Ring:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            depths.append(_depth())

    depths: list[int] = []
    thresholds = gc.get_threshold()
    try:
        for allocated in range(300, 1_000, 100):    # until the next collection
            gc.collect()
            gc.set_threshold(allocated)
            Ring()
            assert _readable_properties(UNDECODABLE["tables in tables in tables"], 0) == ({}, 0)
    finally:
        gc.set_threshold(*thresholds)
    gc.collect()
    assert max(depths) < sys.getrecursionlimit() / 2


def _depth() -> int:
    frame, depth = sys._getframe(), 0
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    return depth


class Letter:
    """A message as the keeper gets it."""

    body = b"{"

    def __init__(self, headers: object) -> None:
        self.headers = headers


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text() | st.binary(), inner, max_size=3))
NAMES = st.sampled_from(["x-death", "x-attempts", "x-dead-code", "cloudEvents:sequence", "cloudEvents:id"])


@given(st.dictionaries(NAMES | st.text() | st.binary(), ANYTHING | st.just("\\u0000"), max_size=6))
def test_any_headers_make_a_row(headers):
    row = _row(Letter(headers))
    assert "\x00" not in repr(row["headers"]).encode("unicode_escape").decode()
    assert all(isinstance(name, str) for name in row["headers"])
    assert 0 <= row["attempts"] <= 2**31
