"""Events: nothing lost, nothing twice, in order, and what can't be worked on is kept where people see it."""

import json
import time
from uuid import uuid4

import pytest
from kombu.entity import Queue as KombuQueue

from rongcuo.chassis.messaging import bus_connection
from rongcuo.chassis.messaging.cloudevents import HEADER
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.bus import ask, depth, paint, publish
from tests.integration.chassis.painting import (
    CONDUCT,
    PAINT,
    PAINTER,
    SCRATCH,
    SECRET,
    Looker,
    Painter,
    letters,
    provider_of,
    sights,
    until,
    waiting,
)

QUEUE = "painter.events--looker"


def told(wall, coat=1, **changes):
    """The headers of an event as the painter sends it."""
    values = {"specversion": "1.0", "id": uuid4().hex, "type": "painter.wall_painted.v1", "source": "painter",
              "subject": wall, "time": "2026-02-13T09:00:00+08:00", "sequence": str(coat),
              "correlationid": "corr-1", **changes}
    return {HEADER + name: value for name, value in values.items() if value is not None}


def tell(url, wall, coat=1, body=None, content_type="application/json", **changes):
    data = json.dumps({"wall": wall, "coat": coat}) if body is None else body
    publish(url, "painter.events", "painter.wall_painted.v1", data, headers=told(wall, coat, **changes),
            by="painter", content_type=content_type)


def test_an_event_reaches_its_handler(bus_url, open_host):
    host = open_host(bus_url)
    paint(host, "north", 3)
    until(lambda: sights(host) == [("north", 1), ("north", 2), ("north", 3)])
    until(lambda: waiting(host) == 0)


def test_trap_1_a_failed_handler_does_not_lose_the_event(bus_url, open_host):
    host = open_host(bus_url)
    CONDUCT.fail["north"] = 2
    paint(host, "north")
    until(lambda: sights(host) == [("north", 1)])
    assert CONDUCT.tried == [("north", 1)] * 3
    assert letters(host) == []


def test_trap_2_a_hopeless_event_is_tried_a_few_times_and_then_kept(bus_url, open_host):
    host = open_host(bus_url)
    CONDUCT.broken.add("north")
    begun = time.monotonic()
    paint(host, "north")
    until(lambda: len(letters(host)) == 1)
    assert time.monotonic() - begun > 0.3, "the delays were kept"
    (letter,) = letters(host)
    assert (letter.reason_code, letter.attempts, letter.subject) == ("unexpected", 3, "north")
    assert CONDUCT.tried == [("north", 1)] * 3
    assert sights(host) == []


def test_a_dead_letter_sent_again_is_handled(bus_url, open_host):
    host = open_host(bus_url)
    CONDUCT.broken.add("north")
    paint(host, "north")
    until(lambda: len(letters(host)) == 1)
    CONDUCT.broken.clear()
    shelf = provider_of(host, "looker").runtime.dead_letters
    shelf.ask_resend(letters(host)[0].letter_id, PAINTER)
    until(lambda: sights(host) == [("north", 1)])
    until(lambda: [letter.state for letter in shelf.list(None).rows] == ["resent"])


def test_a_dead_letter_without_its_queue_goes_back_to_the_operator(bus_url, open_host):
    host = open_host(bus_url)
    shelf = provider_of(host, "looker").runtime.dead_letters
    shelf.keep(consumer="gone", body=b"{}", headers={}, reason_code="unexpected", reason="", attempts=1)
    shelf.ask_resend(letters(host)[0].letter_id, PAINTER)
    until(lambda: [letter.reason_code for letter in letters(host)] == ["no_queue"])
    assert provider_of(host, "looker").relay.state in {"running", "starting"}
    shelf.discard(letters(host)[0].letter_id, PAINTER, "队列已撤销")


def test_later_events_wait_for_one_that_is_dead_and_follow_it(bus_url, open_host, monkeypatch):
    monkeypatch.setattr("rongcuo.chassis.entrypoints.events.LEEWAY_S", 1.0)
    monkeypatch.setattr("rongcuo.chassis.entrypoints.events.ORDER_DELAYS", (0.1, 0.2))
    host = open_host(bus_url)
    CONDUCT.broken.add("north")
    paint(host, "north", 2)
    until(lambda: len(letters(host)) == 2)
    assert [letter.reason_code for letter in letters(host)] == ["unexpected", "events.out_of_order"]
    CONDUCT.broken.clear()
    provider_of(host, "looker").runtime.dead_letters.ask_resend(letters(host)[0].letter_id, PAINTER)
    until(lambda: sights(host) == [("north", 1), ("north", 2)])


def test_a_discarded_event_needs_a_reason_and_counts_as_heard(bus_url, open_host):
    host = open_host(bus_url)
    CONDUCT.broken.add("north")
    paint(host, "north")
    until(lambda: len(letters(host)) == 1)
    shelf = provider_of(host, "looker").runtime.dead_letters
    with pytest.raises(CaseError, match=r"dead_letter\.reason_missing"):
        shelf.discard(letters(host)[0].letter_id, PAINTER, " ")
    shelf.discard(letters(host)[0].letter_id, PAINTER, "墙已拆除")
    CONDUCT.broken.clear()
    paint(host, "north")
    until(lambda: sights(host) == [("north", 2)])


POISON = {
    "bad JSON": {"body": "{" + SECRET},
    "not UTF-8": {"body": b"\xff\xfe" + SECRET.encode("utf-16")},
    "a pickle": {"body": b"\x80\x04c" + SECRET.encode(), "content_type": "application/x-python-serialize"},
    "a list": {"body": json.dumps([SECRET])},
    "a wrong shape": {"body": json.dumps({"wall": [SECRET]})},
    "nested too deep": {"body": "[" * 100_000},
    "3 MB": {"body": json.dumps({"wall": SECRET * 100_000})},
    "an unknown version": {"type": "painter.wall_painted.v9"},
    "an unknown type": {"type": f"painter.{'x' * 90}.v1"},
    "no id": {"id": None},
    "an endless id": {"id": "x" * 100},
    "no sequence": {"sequence": None},
    "a huge sequence": {"sequence": "9" * 50},
    "a time without zone": {"time": "2026-02-13T09:00:00"},
    "another source": {"source": "somebody", "body": json.dumps({"wall": "west", "coat": 1})},
    "NUL in a header": {"subject": "no\x00rth"},
    "no attribute at all": {"body": "{}", **dict.fromkeys(
        ("specversion", "id", "type", "source", "subject", "time", "sequence"))},
}


def test_trap_3_poison_becomes_dead_letters_and_is_never_logged(bus_url, open_host, logged):
    host = open_host(bus_url)
    for poison in POISON.values():
        tell(bus_url, poison.get("wall", "east"), **poison)
    publish(bus_url, "painter.events", "painter.wall_painted.v1", SECRET, content_encoding="gibberish",
            by="painter", headers={**told("east"), "compression": "application/x-gzip"})
    publish(bus_url, "painter.events", "#", b"", headers={}, by="painter")
    until(lambda: len(letters(host)) == len(POISON) + 2)
    paint(host, "north")
    until(lambda: sights(host) == [("north", 1)])
    assert CONDUCT.tried == [("north", 1)], "no handler saw any of it"
    assert {letter.attempts for letter in letters(host)} == {1}
    assert SECRET not in logged()
    assert "dead_letter" in logged()


def test_trap_4_an_event_without_a_queue_waits_in_the_outbox(bus_url, open_host):
    host = open_host(bus_url, Painter)
    paint_alone(host, "north")
    until(lambda: provider_of(host, "painter").relay.state == "unrouted")
    assert waiting(host) == 1
    host.stop()
    both = open_host(bus_url)     # a source binds the queues of those it knows when it starts
    until(lambda: sights(both) == [("north", 1)])
    until(lambda: waiting(both) == 0)


def paint_alone(host, wall):
    ask(host, PAINT, {"command_id": uuid4().hex, "wall": wall})


def test_a_known_hearer_that_starts_later_misses_nothing(bus_url, open_host):
    host = open_host(bus_url, Painter, known=[Looker])
    paint_alone(host, "north")
    until(lambda: waiting(host) == 0)
    late = open_host(bus_url, Looker)
    until(lambda: sights(late) == [("north", 1)])


def test_trap_12_a_duplicate_has_no_second_effect(bus_url, open_host):
    host = open_host(bus_url)
    for _ in range(3):
        tell(bus_url, "north", 1, id="the-same")
    tell(bus_url, "north", 1, id="another-of-the-same-version")
    tell(bus_url, "north", 2)
    until(lambda: sights(host) == [("north", 1), ("north", 2)])
    assert letters(host) == []


def test_events_of_one_subject_keep_their_order_and_do_not_hold_up_others(bus_url, open_host):
    host = open_host(bus_url)
    CONDUCT.gates["north", 1] = lambda: len(sights(host)) == 3
    paint(host, "north", 3)
    paint(host, "south", 3)
    until(lambda: len(sights(host)) == 6)
    in_order = [(wall, coat) for wall in ("south", "north") for coat in (1, 2, 3)]
    assert sights(host) == in_order, "the slow wall last, each wall in its order"
    assert len(CONDUCT.tried) == 6, "nothing was tried out of its turn"


def test_events_that_arrive_in_the_wrong_order_take_effect_in_the_right_one(bus_url, open_host):
    host = open_host(bus_url)
    for coat in (3, 2, 1):
        tell(bus_url, "north", coat)
    until(lambda: sights(host) == [("north", 1), ("north", 2), ("north", 3)])
    assert letters(host) == []


def test_an_event_without_a_handler_advances_its_subject(bus_url, open_host):
    host = open_host(bus_url)
    paint(host, "north")
    ask(host, SCRATCH, {"command_id": uuid4().hex, "wall": "north"})
    paint(host, "north")
    until(lambda: sights(host) == [("north", 1), ("north", 3)])


def test_what_is_on_the_wire_is_a_cloud_event(bus_url, open_host):
    host = open_host(bus_url, Painter, known=[Looker])
    paint_alone(host, "north")
    until(lambda: waiting(host) == 0)
    with bus_connection(bus_url) as connection:
        message = KombuQueue(QUEUE, channel=connection.channel()).get()
        assert json.loads(message.body) == {"wall": "north", "coat": 1}
        assert message.content_type == "application/json"
        attributes = {name.removeprefix(HEADER): value for name, value in message.headers.items()}
        message.requeue()
    assert attributes["specversion"] == "1.0"
    assert (attributes["type"], attributes["source"], attributes["subject"], attributes["sequence"]) == (
        "painter.wall_painted.v1", "painter", "north", "1")


def test_a_timer_survives_its_failures_and_never_overlaps_itself(bus_url, open_host, logged):
    CONDUCT.slow["tick"] = 0.2
    open_host(bus_url, Painter)
    until(lambda: CONDUCT.ticks > 3)
    assert not CONDUCT.overlapped
    assert SECRET not in logged()


def test_nothing_stays_behind_on_the_bus(bus_url, open_host):
    host = open_host(bus_url)
    CONDUCT.fail["north"] = 1
    paint(host, "north", 3)
    until(lambda: len(sights(host)) == 3)
    until(lambda: all(depth(bus_url, queue) == 0 for queue in (QUEUE, "looker.dead-letters", "rpc-painter")))
