"""Messages that nobody should ever have sent, put straight into every queue of the deployment."""

import json
import re
from datetime import UTC, datetime
from uuid import uuid4

import amqp
import pytest

from scenarios.platform import Answer, awaited
from tests.chaos.books import PostgresBooks
from tests.chaos.hearers import QUEUES
from tests.chaos.recount import dead_letters
from tests.e2e.platform import Deployed, Platform
from tests.e2e.steps import content_of, opened, submitted

pytestmark = [pytest.mark.parametrize("both", [pytest.param(
    Deployed, id="deployed", marks=[pytest.mark.broker, pytest.mark.postgres])], indirect=True)]

KNOWN = ("filing.filing_submitted.v1", "review.review_accepted.v1")
SECRET = "机密正文"


def _event_headers(type_name: str) -> dict[str, str]:
    named = {"specversion": "1.0", "id": uuid4().hex, "type": type_name, "source": "filing",
             "subject": uuid4().hex, "time": datetime.now(UTC).isoformat(), "sequence": "1",
             "correlationid": uuid4().hex}
    return {f"cloudEvents:{name}": value for name, value in named.items()}


def _messages(known: str) -> list[amqp.Message]:
    """Truncated, garbage, well-formed of the wrong shape, of an unknown version, without any header."""
    mark = f"{SECRET} {uuid4().hex}"
    bodies = [f'{{"title": "{mark}', f"\x00\x01 {mark}", json.dumps([mark]), json.dumps({"title": mark}),
              json.dumps({"args": {"title": mark}, "kwargs": []})]
    headers = [_event_headers(known), _event_headers(known), _event_headers(known),
               _event_headers(known.replace(".v1", ".v99")), {}]
    return [amqp.Message(body.encode(), content_type="application/json", application_headers=header,
                         delivery_mode=2) for body, header in zip(bodies, headers, strict=True)]


def test_they_become_dead_letters_and_nothing_else_happens(platform: Platform) -> None:
    assert isinstance(platform, Deployed)
    place = platform.people.at("530322", "陆良县水务局")
    books = PostgresBooks(platform.deployment.postgres.url("rongcuo_{service}").replace("+psycopg2", ""))
    before = len(dead_letters(books))
    sent = _publish(platform)

    def look() -> Answer | None:
        return {"all": True} if len(dead_letters(books)) >= before + sent else None
    awaited(look, "dead letters")
    lines = _letters(platform)
    assert len(lines) == before + sent
    codes = {line.split("  ")[-2] for line in lines}
    assert codes == {"not_authentic"}, "what nobody has signed is not even read"

    assert platform.command_line("health").returncode == 0
    receipt = submitted(place.filer, content_of(platform, "530322", "照常办理的事项"))
    assert opened(place, receipt["filing_id"])["number"] == receipt["number"]
    assert SECRET not in platform.logs()
    _reads_and_discards(platform, lines[0])


def _publish(platform: Deployed) -> int:
    node = platform.deployment.rabbit
    sent = 0
    with amqp.Connection(f"127.0.0.1:{node.port}", "rongcuo", node.password) as connection:
        channel = connection.channel()
        channel.confirm_select()
        for queue in QUEUES:
            channel.queue_declare(queue, passive=True)
            for message in _messages(KNOWN[queue.startswith("review")]):
                channel.basic_publish_confirm(message, routing_key=queue)
                sent += 1
    return sent


def _letters(platform: Platform) -> list[str]:
    listed = platform.command_line("deadletters", "list")
    assert listed.returncode == 0, listed.stderr
    return listed.stdout.splitlines()


def _reads_and_discards(platform: Platform, line: str) -> None:
    """What an operator does with one of them."""
    found = re.match(r"(\w+) +(\d+) ", line)
    assert found
    about = ("--service", found[1], found[2])
    assert SECRET in platform.command_line("deadletters", "show", *about).stdout
    assert platform.command_line("deadletters", "discard", *about, "--reason", "误投").returncode == 0
    assert line not in _letters(platform)
    again = platform.command_line("deadletters", "discard", *about, "--reason", "误投")
    assert (again.returncode, "dead_letter.settled" in again.stderr) == (1, True)
