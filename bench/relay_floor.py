"""Publishes the outbox's events with nothing but py-amqp, as fast as it goes. Started by bench.relay."""

import time
from pathlib import Path
from typing import Any

import amqp
import psycopg2
from psycopg2.extras import NamedTupleCursor

from bench.handoff_pairs import connected
from rongcuo.chassis.messaging import OutboundMessage
from rongcuo.chassis.outbox.fast_path import message_of
from rongcuo.chassis.signing import KeyFolder, Seals

QUEUES = ("filing.events--review", "filing.events--notify")


def main(facts: dict[str, Any]) -> None:
    """Prints messages a second, from the first publish to the last confirm."""
    seals = Seals(KeyFolder(Path(facts["keys"])), "filing")
    messages = [message_of(row, seals) for row in _rows(facts["filing"], facts["n"])]
    connection = connected(facts["bus"])
    channel = connection.channel()
    _purge(channel)
    print(len(messages) / _publish(connection, channel, messages))
    _purge(channel)
    connection.close()


def _rows(database: str, most: int) -> list[Any]:
    rows = NamedTupleCursor
    with psycopg2.connect(database) as connection, connection.cursor(cursor_factory=rows) as cursor:
        cursor.execute("SELECT * FROM outbox ORDER BY seq LIMIT %s", (most,))
        return list(cursor.fetchall())


def _publish(connection: amqp.Connection, channel: amqp.Channel, messages: list[OutboundMessage]) -> float:
    confirmed = [0]

    def acknowledged(tag: int, _multiple: bool) -> None:
        confirmed[0] = max(confirmed[0], tag)

    channel.events["basic_ack"].add(acknowledged)
    channel.confirm_select()
    prepared = [(amqp.Message(message.body, content_type="application/json", delivery_mode=2,
                              message_id=message.message_id, application_headers=dict(message.headers),
                              **message.properties), message) for message in messages]
    begun = time.perf_counter()
    for ready, message in prepared:
        channel.basic_publish(ready, message.exchange, message.routing_key, mandatory=True)
    while confirmed[0] < len(messages):
        connection.drain_events(timeout=60)
    return time.perf_counter() - begun


def _purge(channel: amqp.Channel) -> None:
    for queue in QUEUES:
        channel.queue_purge(queue)
