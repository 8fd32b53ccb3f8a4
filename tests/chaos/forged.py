"""R16: well-formed messages that nobody who may send them has signed, and genuine ones sent again.

Whoever sends them here may write everywhere on the broker. What takes effect is counted in the databases,
from outside; what is told to the operators on the services' own metrics pages and in the dead letters.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from http.client import HTTPConnection
from itertools import count
from typing import Any

import amqp

from rongcuo.chassis.messaging.refusals import KEPT_PER_HOUR
from rongcuo.chassis.signing import KeyFolder
from services import WITH_DATABASE
from tests.chaos.figures import Figures
from tests.chaos.forgeries import WAYS, Forger, Message, contents, kinds
from tests.chaos.hearers import HEARERS, QUEUES, SOURCES, hears
from tests.chaos.homes import Town, place
from tests.chaos.journeys import Office, planned
from tests.chaos.processes import Nursery, await_count, until
from tests.chaos.recount import settled
from tests.chaos.sizes import Size

COUNTED = re.compile(r'^rongcuo_not_authentic_total\{service="\w+"\} (\S+)', re.MULTILINE)
TABLES = ("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' "
          "ORDER BY table_name")
APART = {"dead_letters", "ledger_nodes", "ledger_subjects", "ledger_checkpoints", "trial"}
OF_A_TIMER = {"watches"}     # how far the watchdog has looked, each minute, whoever sends what
COUNTED_ONLY = {"ledger", "outbox", "sessions"}     # a question says that somebody is there
CALLS = "amq.topic"
COPIES = 3
State = Mapping[tuple[str, str], Any]


def run(size: Size, seed: int, nursery: Nursery, figures: Figures) -> None:
    dice = random.Random(f"forged {seed}")
    with Town(place("forged"), nursery) as town:
        forged = _forged(town, size.forged, seed, dice)
        genuine = _genuine(town, seed, dice)
        before, told_before = _state(town), _told(town)
        _send(town, genuine * COPIES)
        _send(town, forged)
        expected = sum(map(_receivers, forged))
        figures.tell(f"{len(forged)} forged ones sent, for {expected} receivers")
        await_count(lambda: _told(town) - told_before, expected)
        until(lambda: _rested(town), 600, "the queues being empty and all being told of", 1)
        told, after, letters = _told(town) - told_before, _state(town), _letters(town)
        alive = all(service.running for service in town.services.values())
    effects = [f"{service}.{table}" for (service, table), rows in after.items()
               if before[service, table] != rows]
    figures.put(forged={"sent": len(forged), "told": told - expected + len(forged), "effects": len(effects),
                        "replayed": COPIES * len(genuine)})
    figures.tell(f"{len(forged)} forged for {expected} receivers, {told} told, {letters} of them kept; "
                 f"{COPIES * len(genuine)} genuine ones again; changed: {effects or 'nothing'}")
    if effects or told != expected or not alive or not 0 < letters <= KEPT_PER_HOUR * len(WITH_DATABASE):
        figures.fail(f"forged: changed {effects}, {told} of {expected} told, {letters} kept, alive {alive}")


def _forged(town: Town, wanted: int, seed: int, dice: random.Random) -> list[Message]:
    """Of every method and type, in every way, as many as are wanted."""
    forger = Forger(KeyFolder(town.keys), dice)
    chosen = list(kinds(lambda source: source in SOURCES))
    each = max(1, min(20, wanted // len(chosen)))
    samples = {what: contents(contract, each, seed) for what, contract in chosen}
    plan = [(what, WAYS[number % len(WAYS)]) for number, what in
            zip(range(wanted), _round(dice.sample(list(samples), len(samples))), strict=False)]
    dice.shuffle(plan)
    return [way(forger, forger.genuine(what, samples[what])) for what, way in plan]


def _round(what: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Round and round, one further each time, so that each meets every way."""
    for turn in count():
        yield from what[turn % len(what):]
        yield from what[:turn % len(what)]


def _receivers(message: Message) -> int:
    """How many services get it."""
    if message.exchange == CALLS:
        return 1
    source = message.exchange.partition(".")[0]
    return sum(hears(one, message.routing_key) for one in HEARERS[source])


def _genuine(town: Town, seed: int, dice: random.Random) -> list[Message]:
    """Every call and event of a filing's way, as somebody who listens in could send them again."""
    with _operator(town) as connection:
        channel = connection.channel()
        queue = channel.queue_declare("chaos.listener").queue
        channel.queue_bind(queue, CALLS, "#")
        for source in SOURCES:
            channel.queue_bind(queue, f"{source}.events", "#")
        office = Office(town.address, dice)
        for journey in planned(f"偷听 {seed}", 1, dice):
            office.travel(journey, 60)
        office.close()
        assert settled(town.books, 60)
        heard = list(iter(lambda: channel.basic_get(queue, no_ack=True), None))
        channel.queue_delete(queue)
    return [Message(one.delivery_info["exchange"], one.delivery_info["routing_key"], dict(one.headers),
                    one.body.encode() if isinstance(one.body, str) else bytes(one.body), _properties(one))
            for one in heard if "." in one.delivery_info["routing_key"]]


def _properties(message: amqp.Message) -> dict[str, str]:
    return {name: message.properties[name] for name in ("correlation_id", "reply_to")
            if message.properties.get(name)}


def _send(town: Town, messages: Sequence[Message]) -> None:
    with _operator(town) as connection:
        channel = connection.channel()
        for one in messages:
            channel.basic_publish(amqp.Message(one.body, content_type="application/json", delivery_mode=2,
                                               application_headers=one.headers, **one.properties),
                                  one.exchange, one.routing_key)     # confirmed


def _operator(town: Town) -> amqp.Connection:
    return amqp.Connection(f"127.0.0.1:{town.rabbit.port}", "rongcuo", town.rabbit.password,
                           confirm_publish=True)


def _rested(town: Town) -> bool:
    with _operator(town) as connection:
        channel = connection.channel()
        if any(channel.queue_declare(queue, passive=True).message_count for queue in QUEUES):
            return False
    return _still(_told(town))


_counts: list[int] = []


def _still(count: int) -> bool:
    """Whether this many were told of at the last five looks too."""
    _counts.append(count)
    return _counts[-5:] == [count] * 5


def _told(town: Town) -> int:
    """What the services count on their own pages."""
    counted = 0
    for service in town.services.values():
        connection = HTTPConnection("127.0.0.1", service.health_port, timeout=60)
        connection.request("GET", "/metrics")
        page = connection.getresponse().read().decode()
        counted += sum(int(float(found)) for found in COUNTED.findall(page))
        connection.close()
    return counted


def _letters(town: Town) -> int:
    """Of those that were kept for the operators."""
    asked = "SELECT count(*) FROM dead_letters WHERE reason_code = 'not_authentic'"
    return sum(town.books.rows(service, asked)[0][0] for service in WITH_DATABASE)


def _state(town: Town) -> State:
    """All rows of all tables; of some how many, for the rest of them is bookkeeping."""
    found: dict[tuple[str, str], Any] = {}
    for service in WITH_DATABASE:
        for (table,) in town.books.rows(service, TABLES):
            asked = "count(*)" if table in COUNTED_ONLY else "md5(string_agg(t::text, '|' ORDER BY t::text))"
            if table not in APART | OF_A_TIMER:
                found[service, table] = town.books.rows(service, f"SELECT {asked} FROM {table} t")  # noqa: S608
    return found
