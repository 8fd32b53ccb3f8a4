"""Submits, then does the bare handing over, in turns. Started by bench.handoff."""

import json
from typing import Any
from uuid import uuid4

import amqp
import psycopg2
from kombu.utils.url import parse_url

from bench.caller import Caller, calling, timed
from bench.progress import progress

QUEUE = "bench-handoff"
REST = 0.15    # seconds, so that each hand-over is over before the next begins
BODY = json.dumps({"body": "报备" * 400}, ensure_ascii=False)


class BareHandover:
    """A row committed, and a message about it published and confirmed."""

    def __init__(self, bus_url: str, database: str) -> None:
        self._database = psycopg2.connect(database)
        self._channel = connected(bus_url, confirm_publish=True).channel()

    def once(self) -> None:
        row = (uuid4().hex, BODY)
        with self._database, self._database.cursor() as cursor:
            cursor.execute("INSERT INTO sent VALUES (%s, %s)", row)
        message = amqp.Message(BODY.encode(), message_id=row[0], delivery_mode=2)
        self._channel.basic_publish(message, "", QUEUE)


def connected(bus_url: str, **options: Any) -> amqp.Connection:
    """A bare connection to the broker."""
    told = parse_url(bus_url)
    connection = amqp.Connection(f"{told['hostname']}:{told['port']}", told["userid"], told["password"],
                                 **options)
    connection.connect()
    return connection


def main(facts: dict[str, Any]) -> None:
    """Do it so many times."""
    calling(facts, lambda caller: _pairs(caller, facts))
    print("null")


def _pairs(caller: Caller, facts: dict[str, Any]) -> None:
    bare = BareHandover(facts["bus"], facts["bare"])
    for number in range(facts["n"]):
        progress("handoff_ratio", number, facts["n"])
        timed(caller.submit, REST)
        timed(bare.once, REST)
    timed(lambda: None, 2.0)
