"""A connection on which much comes in and nothing goes out is not given up by the broker."""

from types import SimpleNamespace

import eventlet
import pytest
from kombu import Queue

from rongcuo.chassis.messaging import OutboundMessage, Publisher, connection
from rongcuo.chassis.messaging import consumer as queue_consumer
from rongcuo.chassis.messaging.consumer import QueueConsumer
from tests.integration.chassis.painting import until

QUEUE = Queue("looker.dead-letters", durable=True, queue_arguments={"x-queue-type": "quorum"})
HEARTBEAT = 1      # second; RabbitMQ gives up who is silent for two to three of them
STREAM = 8.0       # seconds, without one in which nothing comes in


class Silent:
    """Takes what comes and never says a word to the broker."""

    queue, prefetch = QUEUE, 0

    def __init__(self):
        self.taken = 0

    def take(self, _message):
        self.taken += 1


class Counting(QueueConsumer):
    """Knows over how many connections it has consumed."""

    lines = 0

    def on_consume_ready(self, *args, **kwargs):
        self.lines += 1
        super().on_consume_ready(*args, **kwargs)


@pytest.fixture
def consumer(rabbit_url, monkeypatch):
    monkeypatch.setattr(connection, "HEARTBEAT", HEARTBEAT)
    monkeypatch.setattr(queue_consumer, "TICK_EVERY", HEARTBEAT / 4)
    consumer = Counting()
    consumer.container = SimpleNamespace(service_name="looker", config={"AMQP_URI": rabbit_url},
                                         spawn_managed_thread=eventlet.spawn)
    yield consumer
    consumer.stop()


def test_steady_traffic_is_no_silence(rabbit_url, consumer):
    silent, publisher = Silent(), Publisher(rabbit_url, [QUEUE])
    consumer.register_provider(silent)
    consumer.start()
    sent = 0
    with eventlet.Timeout(STREAM, exception=False):
        while True:
            publisher.publish(OutboundMessage(b"{}", "", QUEUE.name))
            sent += 1
            eventlet.sleep(0.05)
    until(lambda: silent.taken >= sent)
    assert consumer.lines == 1
    publisher.close()
