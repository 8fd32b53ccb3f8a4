"""Acknowledgements that travel together: only what is done is acknowledged, and all of it."""

from contextlib import suppress

import eventlet
import pytest
from amqp import spec
from kombu import Queue

from rongcuo.chassis.messaging import bus_connection
from tests.integration.chassis.painting import until

QUEUE = Queue("looker.dead-letters", durable=True, queue_arguments={"x-queue-type": "quorum"})


@pytest.fixture
def channel(rabbit_url):
    with bus_connection(rabbit_url) as connection:
        channel = connection.channel()
        bound = QUEUE(channel)
        bound.declare()
        for place in range(6):
            channel.basic_publish(channel.prepare_message(str(place).encode()), "", QUEUE.name)
        yield channel


def taken(channel):
    """The six messages, in their order."""
    messages = []
    channel.basic_consume(QUEUE.name, callback=lambda raw: messages.append(channel.message_to_python(raw)))
    until(lambda: _drained(channel) and len(messages) == 6)
    return messages


def _drained(channel):
    with suppress(TimeoutError):
        channel.connection.drain_events(timeout=0.1)
    return True


def sent(channel, monkeypatch):
    """The acknowledgements that were written: pairs (tag, multiple)."""
    frames, send = [], channel.send_method

    def recording(method, *args, **kwargs):
        if method == spec.Basic.Ack:
            frames.append(args[1])
        return send(method, *args, **kwargs)

    monkeypatch.setattr(channel, "send_method", recording)
    return frames


def left(channel):
    """What the broker gives out again once this channel has gone."""
    connection = channel.connection.client
    channel.close()
    again = connection.channel()
    messages = []
    again.basic_consume(QUEUE.name, callback=lambda raw: messages.append(again.message_to_python(raw)))
    for _ in range(10):
        _drained(again)
    return sorted(bytes(message.body).decode() for message in messages)


def test_what_is_done_in_one_breath_goes_in_one_frame(channel, monkeypatch):
    messages, frames = taken(channel), sent(channel, monkeypatch)
    for message in messages[:4]:
        message.ack()
    eventlet.sleep(0)
    assert frames == [(4, True)]
    assert left(channel) == ["4", "5"]


def test_what_is_still_in_work_is_never_acknowledged_with_the_others(channel, monkeypatch):
    messages, frames = taken(channel), sent(channel, monkeypatch)
    for place in (4, 0, 1, 5):
        messages[place].ack()
    eventlet.sleep(0)
    assert frames == [(2, True), (5, False), (6, False)]
    messages[3].requeue()
    messages[2].ack()
    eventlet.sleep(0)
    assert frames[3:] == [(3, False)]
    assert left(channel) == ["3"]
