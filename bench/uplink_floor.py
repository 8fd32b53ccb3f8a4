"""The same entries, published, consumed and committed with nothing but py-amqp and psycopg2, in batches of as
many. Started by bench.uplink."""

import json
import time
from typing import Any

import amqp
import psycopg2
from psycopg2.extras import execute_values

from bench.handoff_pairs import connected
from bench.uplink_matters import backlog
from rongcuo.contracts.province import ENTRIES

QUEUE = "uplink-floor"
TABLE = ("CREATE TABLE entry (kind text NOT NULL, id text PRIMARY KEY, version int NOT NULL, "
         "body text NOT NULL)")
INSERT = ("INSERT INTO entry VALUES %s ON CONFLICT (id) DO UPDATE SET version = excluded.version, "
          "body = excluded.body")


def main(facts: dict[str, Any]) -> None:
    """Prints entries a second: each batch is published and confirmed, consumed, committed, acknowledged."""
    entries = backlog(facts["n"])
    connection = connected(facts["bus"])
    channel = connection.channel()
    channel.queue_delete(QUEUE)      # of the round before
    channel.queue_declare(QUEUE, durable=True, auto_delete=False)
    channel.confirm_select()
    with psycopg2.connect(facts["dsn"]) as database, database.cursor() as cursor:
        cursor.execute(TABLE)
        database.commit()
        batches = _Batches(connection, channel, database, cursor)
        begun = time.perf_counter()
        for first in range(0, len(entries), ENTRIES):
            batches.through([(each.kind, each.body) for each in entries[first:first + ENTRIES]])
        print(len(entries) / (time.perf_counter() - begun))
    connection.close()


class _Batches:
    def __init__(self, connection: Any, channel: Any, database: Any, cursor: Any) -> None:
        self._connection, self._channel, self._database, self._cursor = connection, channel, database, cursor
        self._confirmed, self._sent = 0, 0
        self._came: list[Any] = []
        channel.events["basic_ack"].add(self._acknowledged)
        channel.basic_qos(0, 0, False)
        channel.basic_consume(QUEUE, callback=self._came.append)

    def _acknowledged(self, tag: int, _multiple: bool) -> None:
        self._confirmed = max(self._confirmed, tag)

    def through(self, entries: list[tuple[str, str]]) -> None:
        for kind, body in entries:
            self._channel.basic_publish(amqp.Message(body, delivery_mode=2, type=kind), "", QUEUE)
        self._sent += len(entries)
        while self._confirmed < self._sent or len(self._came) < len(entries):
            self._connection.drain_events(timeout=60)
        rows = {}
        for message in self._came:
            told = json.loads(message.body)
            rows[told["matter_id"]] = (message.properties["type"], told["matter_id"], told["version"],
                                       message.body)
        execute_values(self._cursor, INSERT, list(rows.values()), page_size=ENTRIES)
        self._database.commit()
        self._channel.basic_ack(self._came[-1].delivery_tag, multiple=True)
        self._came.clear()
