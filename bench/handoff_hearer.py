"""The bare receiver: takes from a quorum queue, commits one row, acknowledges. Started by bench.handoff."""

from typing import Any

import amqp
import psycopg2

from bench.handoff_pairs import QUEUE, connected


def main(facts: dict[str, Any]) -> None:
    """Until the process is ended."""
    database, connection = psycopg2.connect(facts["bare"]), connected(facts["bus"])
    channel = connection.channel()
    channel.queue_declare(QUEUE, durable=True, auto_delete=False, arguments={"x-queue-type": "quorum"})

    def hear(message: amqp.Message) -> None:
        with database, database.cursor() as cursor:
            cursor.execute("INSERT INTO received VALUES (%s, %s)", (message.message_id, message.body))
        channel.basic_ack(message.delivery_tag)

    channel.basic_qos(0, 10, False)
    channel.basic_consume(QUEUE, callback=hear)
    print("ready", flush=True)
    while True:
        connection.drain_events()
