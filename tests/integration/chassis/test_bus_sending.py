"""Sending from memory: at once, once, bounded, and never instead of the outbox."""

import time
from datetime import timedelta

import eventlet

from rongcuo.chassis.messaging import OutboundMessage, PendingConfirm, Publisher, bus_connection
from rongcuo.chassis.outbox import fast_path, relay
from rongcuo.chassis.triggers import Tick
from tests.integration.chassis.bus import depth
from tests.integration.chassis.painting import Looker, Painter, letters, provider_of, sights, until, waiting

QUEUE = "painter.events--looker"
NEVER = 600.0    # seconds between two looks at the outbox: the test is over before the second


def relay_of(host):
    return provider_of(host, "painter").relay


def ready(host, state="running"):
    until(lambda: relay_of(host).state == state and relay_of(host)._fast_path.from_memory)


def add_coat(host, wall):
    with provider_of(host, "painter").runtime.context(Tick()).unit() as unit:
        found = unit.store.get(wall)
        found.paint()
        unit.commit(found)


def test_what_was_just_committed_goes_out_from_memory(rabbit_url, open_host, monkeypatch):
    monkeypatch.setattr(relay, "GATHER", NEVER)
    host = open_host(rabbit_url, outbox_poll=NEVER)
    ready(host)
    for _ in range(3):
        add_coat(host, "north")
    until(lambda: sights(host) == [("north", 1), ("north", 2), ("north", 3)])
    assert waiting(host) == 3, "marked later, many at once"
    relay_of(host).stop()
    assert waiting(host) == 0


def test_what_is_committed_just_before_the_way_opens_is_not_left_behind(rabbit_url, open_host, monkeypatch):
    host = open_host(rabbit_url, outbox_poll=NEVER)
    ready(host)
    sending = relay_of(host)._fast_path
    sending.from_memory, take = False, sending.take

    def overtaken(limit):
        monkeypatch.undo()
        rows = take(limit)
        add_coat(host, "north")
        return rows

    monkeypatch.setattr(sending, "take", overtaken)
    relay_of(host)._woken.set()
    until(lambda: sights(host) == [("north", 1)])


def test_a_frozen_broker_slows_no_commit_and_fills_no_memory(
        rabbit_url, rabbit_node, open_host, monkeypatch):
    monkeypatch.setattr(fast_path, "IN_MEMORY", 10)
    host = open_host(rabbit_url)
    ready(host)
    rabbit_node.freeze()
    try:
        slowest = max(timed(lambda: add_coat(host, "north")) for _ in range(40))
        under_way = relay_of(host)._fast_path._under_way
        assert (slowest < 2, waiting(host)) == (True, 40)
        assert 10 <= len(under_way) < 40, "from the eleventh on they are left to the outbox"
        until(lambda: relay_of(host).state == "bus_away")
        assert not under_way
    finally:
        rabbit_node.thaw()
    until(lambda: sights(host) == [("north", coat) for coat in range(1, 41)], 60)
    until(lambda: waiting(host) == 0)
    assert letters(host) == []


def timed(step):
    """Seconds; then it is the others' turn, as it is while an answer is sent."""
    begun = time.monotonic()
    step()
    taken = time.monotonic() - begun
    eventlet.sleep(0)
    return taken


def test_two_replicas_each_send_their_own_and_nothing_twice(
        rabbit_url, open_host, postgres_config, monkeypatch):
    monkeypatch.setattr(fast_path, "MOMENT", timedelta(minutes=1))
    hosts = [open_host(rabbit_url, Painter, known=[Looker], database_url=postgres_config.database_url)
             for _ in range(2)]
    until(lambda: sorted(relay_of(host).state for host in hosts) == ["running", "standby"])
    running, standby = sorted(hosts, key=lambda host: relay_of(host).state)
    with monkeypatch.context() as held:
        held.setattr(relay_of(standby)._fast_path, "mark", lambda: None)   # its events stay on their way
        for host in (running, standby):
            ready(host, relay_of(host).state)
            for _ in range(10):
                add_coat(host, f"wall-{hosts.index(host)}")
        looks_again(running, monkeypatch)
    until(lambda: waiting(running) == 0)
    assert depth(rabbit_url, QUEUE) == 20


def looks_again(host, monkeypatch):
    """Its relay looks into the outbox twice more."""
    sending, looks = relay_of(host)._fast_path, []
    take = sending.take
    monkeypatch.setattr(sending, "take", lambda limit: (looks.append(limit), take(limit))[1])
    until(lambda: len(looks) >= 2)


def test_what_is_confirmed_is_marked_within_a_moment_though_nobody_looks(rabbit_url, open_host):
    host = open_host(rabbit_url, Painter, known=[Looker], outbox_poll=NEVER)
    ready(host)
    for _ in range(3):
        add_coat(host, "north")
        until(lambda: waiting(host) == 0)


def test_what_could_not_go_from_memory_wakes_the_relay(rabbit_url, open_host):
    host = open_host(rabbit_url, outbox_poll=NEVER)
    ready(host)
    provider_of(host, "painter").bus.publisher.abandon("the test breaks it")
    add_coat(host, "north")
    until(lambda: sights(host) == [("north", 1)])


def test_what_a_broken_line_confirmed_is_not_marked(rabbit_url, open_host, monkeypatch):
    """Its broker may have been replaced by one that knows nothing of it."""
    monkeypatch.setattr(relay, "GATHER", NEVER)
    host = open_host(rabbit_url, Painter, known=[Looker], outbox_poll=NEVER)
    ready(host)
    add_coat(host, "north")
    sending = relay_of(host)._fast_path
    until(lambda: len(sending._confirmed) == 1)
    publisher = provider_of(host, "painter").bus.publisher
    publisher.abandon("the test breaks it")
    publisher.open()
    sending.mark()
    assert (waiting(host), sending._confirmed) == (1, [])


def test_a_batch_arrives_whole_and_in_order(rabbit_url):
    publisher = Publisher(rabbit_url)
    with bus_connection(rabbit_url) as connection:
        channel = connection.channel()
        channel.queue_declare("whole", auto_delete=False, durable=True, arguments={"x-queue-type": "quorum"})
        bodies = [str(number).encode() for number in range(2000)]
        bodies[1000] = b"x" * 500_000        # more than a frame, and more than is written at once
        messages = [OutboundMessage(body, "", "whole") for body in bodies]
        pairs = [(message, PendingConfirm(message.message_id)) for message in messages]
        publisher.send_all(pairs)
        assert publisher.outcomes([confirm for _, confirm in pairs]) == [None] * 2000
        got = [channel.basic_get("whole", no_ack=True) for _ in bodies]
        assert [message.body if isinstance(message.body, bytes) else message.body.encode()
                for message in got] == bodies
        channel.queue_delete("whole")
    publisher.close()
