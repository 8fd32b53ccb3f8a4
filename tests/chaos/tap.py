"""A listener of its own on all events: reads the versions as they pass, and sends copies to disturb.

It speaks plain AMQP and has a durable queue, so that it sees what passes while it is cut off too.
"""

import random
import time
from collections import defaultdict
from contextlib import suppress
from itertools import pairwise
from threading import Event, Thread

import amqp

from deploy.local import RabbitNode
from tests.chaos.hearers import SOURCES

QUEUE = "chaos.tap"
COPY = "chaos-copy"
COPIES = 3
ABSENT = (OSError, amqp.AMQPError, AttributeError, TypeError)   # a connection that breaks shows in many ways


class Tap:
    """`likely`: the share of events that are sent three times more, some later and in another order."""

    def __init__(self, node: RabbitNode, likely: float, dice: random.Random) -> None:
        self._node, self._likely, self._dice = node, likely, dice
        self._held: list[tuple[str, str, bytes, dict]] = []
        self._stopping = Event()
        self._connection: amqp.Connection | None = None
        self.seen: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.events: set[str] = set()
        self.copies = 0
        self._connect()
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Send the copies still held, then leave."""
        self._stopping.set()
        self._thread.join(60)

    @property
    def overtaken(self) -> int:
        """Events that passed after a later one of their subject. Whoever listens must put that right."""
        return sum(later < earlier for versions in self.seen.values()
                   for earlier, later in pairwise(versions))

    def _connect(self) -> None:
        connection = amqp.Connection(f"127.0.0.1:{self._node.port}", "rongcuo", self._node.password,
                                     connect_timeout=3, read_timeout=5, write_timeout=5, confirm_publish=True)
        connection.connect()
        channel = connection.channel()
        channel.queue_declare(QUEUE, durable=True, auto_delete=False, arguments={"x-queue-type": "quorum"})
        for source in SOURCES:
            channel.queue_bind(QUEUE, f"{source}.events", "#")
        channel.basic_qos(0, 200, False)
        channel.basic_consume(QUEUE, callback=self._take)
        self._connection, self._sender = connection, connection.channel()

    def _run(self) -> None:
        while not self._stopping.is_set() or self._held:
            try:
                if self._connection is None:
                    self._connect()
                self._send_some()
                with suppress(TimeoutError):
                    self._connection.drain_events(timeout=0.1)
            except ABSENT:
                self._lose()
        self._lose()

    def _lose(self) -> None:
        connection, self._connection = self._connection, None
        with suppress(*ABSENT):
            connection.collect()
        time.sleep(0.2)

    def _take(self, message: amqp.Message) -> None:
        headers = message.headers
        if message.properties.get("app_id") != COPY:
            source, subject = headers["cloudEvents:source"], headers["cloudEvents:subject"]
            if headers["cloudEvents:id"] not in self.events:
                self.events.add(headers["cloudEvents:id"])
                self.seen[source, subject].append(int(headers["cloudEvents:sequence"]))
            if self._dice.random() < self._likely:
                key = message.delivery_info["routing_key"]
                body = message.body.encode() if isinstance(message.body, str) else message.body
                self._held += [(f"{source}.events", key, body, dict(headers))] * COPIES
        message.channel.basic_ack(message.delivery_tag)

    def _send_some(self) -> None:
        """A few of the copies held, in any order; all of them at the end."""
        self._dice.shuffle(self._held)
        held = len(self._held)
        wanted = held if self._stopping.is_set() else self._dice.randint(0, min(6, held))
        for _ in range(wanted):
            exchange, key, body, headers = self._held[-1]
            copy = amqp.Message(body, content_type="application/json", application_headers=headers,
                                app_id=COPY, delivery_mode=2)
            self._sender.basic_publish(copy, exchange, key)     # confirmed
            self._held.pop()
            self.copies += 1
