"""R9: poison among good messages, all signed by identity. It becomes dead letters, no good one suffers,
and no body is logged."""

import json
import random
from collections import Counter
from functools import partial
from uuid import UUID

import amqp

from rongcuo.chassis.messaging.cloudevents import HEADERS
from rongcuo.chassis.signing import KeyFolder, Seals, statements
from tests.chaos.figures import Figures
from tests.chaos.homes import Town, place
from tests.chaos.processes import Nursery, await_count, until
from tests.chaos.sizes import Size

CANARY = "身份证530127199001011234"
EXCHANGE, KEY = "identity.events", "identity.officer_enrolled.v1"
HEADER = "cloudEvents:"
NAMES = ("specversion", "id", "type", "source", "subject", "time", "sequence", "correlationid")
Message = tuple[bytes, str, dict[str, object]]


def good(number: int) -> Message:
    """An officer is enrolled."""
    officer = {"officer_id": f"good-{number}", "name": "示例", "organ_id": "530127",
               "division_code": "530127", "unit": "示例",
               "email": f"good-{number}@example.invalid", "roles": ["reviewer"]}
    values = ("1.0", UUID(int=number + 1).hex, KEY, "identity", f"good-{number}",
              "2026-03-03T09:00:00+08:00", "1", "chaos")
    headers: dict[str, object] = {HEADER + name: value for name, value in zip(NAMES, values, strict=True)}
    return json.dumps(officer).encode(), "application/json", headers


def poison(number: int, dice: random.Random) -> Message:
    """One that can't be worked on, with the canary in its body, unlike every other."""
    _, kind, headers = good(10**9 + number)
    mark = f"{CANARY}/{number}"
    bodies = {
        "bad JSON": ("{" + mark).encode(), "not UTF-8": b"\xff\xfe" + mark.encode("utf-16"),
        "a list": json.dumps([mark]).encode(), "a wrong shape": json.dumps({"officer_id": [mark]}).encode(),
        "too deep": b"[" * 50_000 + mark.encode(), "random": dice.randbytes(300) + mark.encode(),
        "a pickle": b"\x80\x04c" + mark.encode(), "empty": b"" if number < 1 else mark.encode()}
    spoilt = {"type": "identity.officer_enrolled.v9", "id": None, "subject": None, "sequence": "0",
              "time": "yesterday", "specversion": "3"}
    which = dice.choice([*bodies, *spoilt])
    if which in bodies:
        return bodies[which], "application/x-python-serialize" if which == "a pickle" else kind, headers
    return json.dumps({"note": mark}).encode(), kind, {**headers, HEADER + which: spoilt[which]}


def run(size: Size, seed: int, nursery: Nursery, figures: Figures) -> None:
    dice = random.Random(f"poison {seed}")
    with Town(place("poison"), nursery) as town:
        plan = [*(True for _ in range(size.poison)), *(False for _ in range(size.good))]
        dice.shuffle(plan)
        _send(town, plan, dice, figures)
        await_count(lambda: _arrived(town), len(plan))
        until(lambda: _rested(town), 600, "the good and the bad coming to rest", 1)
        letters = town.books.rows("notify", "SELECT event_id, digest, state FROM dead_letters")
        enrolled = Counter(row[0] for row in town.books.rows("notify", "SELECT id FROM officers"))
        alive = all(service.running for service in town.services.values())
        told = _bodies_in_logs(town)
    enrolled = Counter({one: times for one, times in enrolled.items() if one.startswith("good-")})
    wanted = Counter(f"good-{number}" for number in range(size.good))
    affected = sum(((wanted - enrolled) + (enrolled - wanted)).values())
    figures.put(poison={"sent": size.poison, "contained": len(letters), "good": size.good,
                        "good_affected": affected, "bodies_in_logs": told})
    figures.tell(f"{len(letters)} of {size.poison} contained among {size.good}, {affected} affected, "
                 f"{told} bodies in logs")
    if len(letters) != size.poison or affected or told or not alive:
        figures.fail(f"poison: {len(letters)} contained, {affected} affected, {told} in logs, alive {alive}; "
                     f"not there: {sorted(wanted - enrolled)[:20]}")


def _send(town: Town, plan: list[bool], dice: random.Random, figures: Figures) -> None:
    with amqp.Connection(f"127.0.0.1:{town.rabbit.port}", "rongcuo", town.rabbit.password,
                         confirm_publish=True) as connection:     # a close would overtake what is on its way
        channel = connection.channel()
        seals = Seals(KeyFolder(town.keys), "identity")
        numbers = {True: iter(range(len(plan))), False: iter(range(len(plan)))}
        for sent, bad in enumerate(plan):
            number = next(numbers[bad])
            body, kind, headers = poison(number, dice) if bad else good(number)
            headers = {name: value for name, value in headers.items() if value is not None}
            headers = seals.sealed(headers, partial(statements.event, attributes=HEADERS, body=body))
            message = amqp.Message(body, content_type=kind, application_headers=headers, delivery_mode=2)
            channel.basic_publish(message, EXCHANGE, KEY)
            if sent % 5_000 == 4_999:
                figures.tell(f"{sent + 1} of {len(plan)} sent")


def _arrived(town: Town) -> int:
    """The good that took effect, and the bad that were put aside."""
    return sum(town.books.rows("notify", asked)[0][0] for asked in (
        "SELECT count(*) FROM officers WHERE id LIKE 'good-%'", "SELECT count(*) FROM dead_letters"))


def _rested(town: Town) -> bool:
    """Nothing more comes: none too many either."""
    with amqp.Connection(f"127.0.0.1:{town.rabbit.port}", "rongcuo", town.rabbit.password) as connection:
        channel = connection.channel()
        queues = ("identity.events--notify", "notify.dead-letters")
        waiting = sum(channel.queue_declare(queue, passive=True).message_count for queue in queues)
    return _still(town) and waiting == 0   # what a consumer holds the broker does not count: the tables tell


_before: dict[str, int] = {}


def _still(town: Town) -> bool:
    """Whether nothing was added since the last look."""
    now = {table: town.books.rows("notify", f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608
           for table in ("inbox", "dead_letters")}
    same = now == _before
    _before.update(now)
    return same


def _bodies_in_logs(town: Town) -> int:
    """Lines with the canary, as it is or as Python or JSON would escape it."""
    escaped = CANARY.encode("unicode_escape")
    shapes = (CANARY.encode(), escaped, b"530127199001011234", CANARY.encode("utf-16")[2:])
    return sum(any(shape in line for shape in shapes) for log in town.logs() if log.is_file()
               for line in log.read_bytes().splitlines())
