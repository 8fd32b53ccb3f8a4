"""S1: garbage over HTTP, on every queue, and by the API's own description. Nothing breaks or is told."""

import random
import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import amqp

from rongcuo.contracts.identity import EnrolOfficer
from services.identity import demonstration
from tests.chaos.described import described
from tests.chaos.figures import Figures
from tests.chaos.hearers import QUEUES
from tests.chaos.homes import Town, place
from tests.chaos.journeys import Office, planned
from tests.chaos.load import token_of
from tests.chaos.processes import Nursery, until
from tests.chaos.raw import UNDECODABLE, RawMessage
from tests.chaos.recount import recounted, settled
from tests.chaos.sizes import Size

SECRET = "garbage-canary-530127199001011234"
# What only an exception's text or a traceback would say.
TOLD = re.compile(rb"Traceback|File \"|[a-z]\.py\b|sqlalchemy|psycopg|sqlite3|werkzeug|marshmallow|"
                  rb"[A-Z][a-z]+Error\b|<class '|object at 0x")
EVERY_QUEUE = (*QUEUES, "review.after-200", "determination.after-200", "notify.after-1000")
METHODS = (b"GET", b"POST", b"PUT", b"DELETE", b"PATCH", b"OPTIONS", b"HEAD", b"TRACE", b"BREW", b"")
PATHS = (b"/", b"/health", b"/api/v1/filings", b"/api/v1/tokens", b"/api/v1/reviews/%00",
         b"/..%2f..%2fetc/passwd", b"/api/v1/filings?limit=99999999999999999999",
         b"/api/v1/filings?cursor=%ff%fe", b"/console", b"*")
HEADERS = (b"Content-Length: -1", b"Content-Length: 99999999999", b"Content-Length: x", b"Host: \xff\xfe",
           b"Transfer-Encoding: chunked", b"Transfer-Encoding: chunked\r\nContent-Length: 3", b"Cookie: \x00",
           b"Authorization: Bearer \xf0\x9f\x92\xa3", b"Authorization: Basic !!", b"Expect: 100-continue",
           b"Content-Type: application/json", b"Content-Type: text/html", b"X: " + b"y" * 70_000, b"no colon",
           b"Accept-Language: \xff;q=x", b"Range: bytes=9-1", b"Idempotency-Key: ../../", b": empty")
STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})")


@dataclass
class Seen:
    """What came back. `told` holds the beginning of every answer that says too much."""

    inputs: int = 0
    five_xx: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def add(self, sent: str, status: int, answer: bytes) -> None:
        self.inputs += 1
        if status >= 500:
            self.five_xx.append(f"{status} for {sent[:300]}")
        if found := TOLD.search(answer):
            self.told.append(f"{found[0]!r} in the answer to {sent[:300]}")


def run(size: Size, seed: int, nursery: Nursery, figures: Figures) -> None:
    dice, seen = random.Random(f"garbage {seed}"), Seen()
    with Town(place("garbage"), nursery) as town:
        office = Office(town.address, dice)
        _http(town, size.garbage, dice, seen)
        figures.tell(f"{seen.inputs} raw HTTP inputs")
        tokens = [token_of(office, account.username) for account in _one_of_each_role()]
        described(town.address, tokens, size.examples, seed, seen.add)
        figures.tell(f"{seen.inputs} with those by description: {len(seen.five_xx)} answered 5xx, "
                     f"{len(seen.told)} told too much")
        sent = _queues(town, max(10, size.garbage // len(EVERY_QUEUE)), dice)
        seen.inputs += sent
        faults = _afterwards(town, office, seed, dice)
        office.close()
    figures.put(s1={"inputs": seen.inputs, "five_xx": len(seen.five_xx), "exception_texts": len(seen.told)})
    figures.tell(f"{sent} messages of garbage on {len(EVERY_QUEUE)} queues; {seen.inputs} inputs in all")
    for fault in (*_some(seen.five_xx), *_some(seen.told), *faults):
        figures.fail(fault)


def _some(found: list[str]) -> list[str]:
    return list(dict.fromkeys(found))[:10]


def _one_of_each_role() -> Iterator[EnrolOfficer]:
    known: set[tuple[str, ...]] = set()
    for account in demonstration.accounts():
        if account.roles not in known:
            known.add(account.roles)
            yield account


def _http(town: Town, count: int, dice: random.Random, seen: Seen) -> None:
    for _ in range(count):
        request = _request(dice)
        answer = _exchange(town, request)
        status = STATUS.match(answer)
        seen.add(repr(request[:200]), int(status[1]) if status else 0, answer)


def _request(dice: random.Random) -> bytes:
    if dice.random() < 0.2:
        return dice.randbytes(dice.randint(1, 600))
    line = b" ".join((dice.choice(METHODS), dice.choice(PATHS), dice.choice((b"HTTP/1.1", b"HTTP/9", b""))))
    headers = dice.sample(HEADERS, dice.randint(0, 4))
    body = dice.choice((b"", b"{", b"[" * 3_000, b"{\"username\": \"" + SECRET.encode() + b"\\ud800\"}",
                        b"5\r\nhello\r\n0\r\n\r\n", b"zz\r\n", dice.randbytes(200)))
    return b"\r\n".join((line, b"Host: x", b"Connection: close", *headers, b"", body))


def _exchange(town: Town, request: bytes) -> bytes:
    """All that comes back within a second; the sender then says no more."""
    host, port = town.address.removeprefix("http://").split(":")
    received = b""
    with suppress(OSError), socket.create_connection((host, int(port)), timeout=60) as client:
        client.sendall(request)
        client.shutdown(socket.SHUT_WR)
        while piece := client.recv(65_536):
            received += piece
    return received


def _queues(town: Town, each: int, dice: random.Random) -> int:
    """Garbage straight into every queue, past every exchange."""
    sent = 0
    with amqp.Connection(f"127.0.0.1:{town.rabbit.port}", "rongcuo", town.rabbit.password,
                         confirm_publish=True) as connection:
        channel = connection.channel()
        for queue in EVERY_QUEUE:
            channel.queue_declare(queue, passive=True)     # it is really there
            for _ in range(each):
                channel.basic_publish(_message(dice), "", queue)
                sent += 1
    return sent


def _message(dice: random.Random) -> amqp.Message:
    mark = SECRET.encode()
    if dice.random() < 0.1:
        return RawMessage(mark, dice.choice(list(UNDECODABLE.values())))
    body = dice.choice((dice.randbytes(200), b"{" + mark, b'{"args": [{}], "kwargs": {}}', b"[" * 5_000, b"",
                        mark, b'{"args": [], "kwargs": {"x": 1}}', b'{"args": [null], "kwargs": null}',
                        b"null"))
    headers = dice.choice(({}, {"x-death": "no list"}, {"x-death": [{"queue": 5}]}, {"x-attempts": "many"},
                           {"x": "\\u0000"}, {"nameko.deadline": "nan"},
                           {"cloudEvents:id": 7, "cloudEvents:subject": ["x"]}, {"nameko.call_id_stack": "x"},
                           {"x-dead-queue": "\x00", "x-dead-code": "x" * 500}, {"compression": "gzip"}))
    kind = dice.choice(("application/json", "application/x-python-serialize", "text/plain", ""))
    return amqp.Message(body, content_type=kind, application_headers=headers, delivery_mode=2,
                        correlation_id=dice.choice(("", "x" * 200)), reply_to=dice.choice(("", "nobody")))


def _afterwards(town: Town, office: Office, seed: int, dice: random.Random) -> list[str]:
    """The same processes live, work goes on, nothing of the garbage was logged."""
    faults = [f"{one.name} has died" for one in town.services.values() if not one.running]
    until(lambda: all(one.well(5) for one in town.services.values()), 60, "all being well after the garbage")
    journeys = planned(f"照常 {seed}", 3, dice)
    for journey in journeys:
        office.travel(journey, 60)
    settled(town.books, 60)
    wanted = {journey.title for journey in journeys}
    tally = recounted(town.books, journeys)
    lost = [told for told in (*tally.lost, *tally.duplicated) if any(title in told for title in wanted)]
    logged = sum(SECRET.encode() in log.read_bytes() for log in town.logs() if log.is_file())
    return [*faults, *lost, *([f"garbage stands in {logged} logs"] if logged else [])]
