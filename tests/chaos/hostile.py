"""R17: hostile sizes. Whatever is far too large is refused, changes nothing, and keeps nobody waiting."""

import os
import random
import time
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.synchronize import Event

import httpx

from services import WITH_DATABASE
from services.gateway.app import Settings, create_app
from tests.chaos.figures import Figures
from tests.chaos.homes import Cottage, place
from tests.chaos.journeys import Office
from tests.chaos.load import token_of
from tests.chaos.oversized import Sent, commands, forms, uploads
from tests.chaos.processes import Nursery
from tests.chaos.recount import settled
from tests.chaos.sizes import Size

ANSWER_S, HEALTH_S = 1.0, 0.2      # goals of the full size; the small one asks for the outcomes only
PATIENCE_S = 60.0
UPLOADS = "/api/v1/attachments"


@dataclass
class Found:
    """Of all that was sent. `wrong`: what was answered otherwise than it should have been."""

    inputs: int = 0
    worst_answer_s: float = 0.0
    worst_answer_of: str = ""
    worst_upload_s: float = 0.0
    worst_health_s: float = 0.0
    worst_health_of: str = ""
    wrong: list[str] = field(default_factory=list)


def run(size: Size, seed: int, nursery: Nursery, figures: Figures) -> None:
    dice, found = random.Random(f"hostile {seed}"), Found()
    with Cottage(place("hostile"), nursery) as house:
        office = Office(house.address, dice)
        token = token_of(office, "songming.filer")
        assert settled(house.books, PATIENCE_S)     # what the start tells is heard
        before = _rows(house)
        with _Health(house.address) as health:
            for sent in _inputs(office.http, size, dice):
                _send(house.address, token, sent, health, found)
        grown = {name: rows for name, rows in _rows(house).items() if rows != before[name]}
        office.close()
    told = {name: value for name, value in vars(found).items() if name != "wrong"}
    figures.put(hostile=told | {"wrong": len(found.wrong), "load": round(os.getloadavg()[0], 1)})
    figures.tell(f"{told}, load {os.getloadavg()[0]:.1f}")
    changed = (f"{name} has {now} lines in its ledger" for name, now in grown.items())
    for fault in (*found.wrong[:10], *_too_slow(found, size), *changed):
        figures.fail(fault)


def _inputs(http: httpx.Client, size: Size, dice: random.Random) -> Iterator[Sent]:
    small = [*commands(http), *forms(_forms())]
    yield from small if size.everything else dice.sample(small, size.hostile)
    yield from uploads(UPLOADS, size.large)


def _forms() -> list[str]:
    """Every address of the console that takes a form."""
    app = create_app(None, Settings(rules=None, now=None, secret_key="of no use"))  # type: ignore[arg-type]
    return sorted({rule.rule.replace("<", "").replace(">", "").replace("path:", "")
                   for rule in app.url_map.iter_rules() if "POST" in rule.methods
                   and not rule.rule.startswith("/api")})


def _send(address: str, token: str, sent: Sent, health: "_Health", found: Found) -> None:
    body = sent.body()
    headers = {"Content-Type": sent.media_type, "Authorization": f"Bearer {token}"}
    health.begin()
    begun = time.monotonic()
    try:
        status = httpx.request(sent.verb, address + sent.address, content=body, headers=headers,
                               timeout=PATIENCE_S).status_code
    except httpx.HTTPError:
        status = 0
    _note(found, sent, status, time.monotonic() - begun, health.worst)


def _note(found: Found, sent: Sent, status: int, seconds: float, health: float) -> None:
    found.inputs += 1
    if not (status == 201 if sent.taken else 400 <= status < 500):
        found.wrong.append(f"{status} for {sent.name}")
    if sent.name.startswith("upload"):
        found.worst_upload_s = max(found.worst_upload_s, round(seconds, 2))
    elif seconds > found.worst_answer_s:
        found.worst_answer_s, found.worst_answer_of = round(seconds, 2), sent.name
    if health > found.worst_health_s:
        found.worst_health_s, found.worst_health_of = round(health, 3), sent.name


def _too_slow(found: Found, size: Size) -> Iterator[str]:
    """An upload may take as long as its bytes do; others don't wait for it."""
    if size.everything and found.worst_answer_s > ANSWER_S:
        yield f"{found.worst_answer_s} s for {found.worst_answer_of}"
    if size.everything and found.worst_health_s > HEALTH_S:
        yield f"health took {found.worst_health_s} s during {found.worst_health_of}"


def _rows(house: Cottage) -> dict[str, int]:
    """Lines of each service's ledger. The files that are taken are lines of documents."""
    return {name: int(house.books.rows(name, "SELECT count(*) FROM ledger")[0][0])
            for name in WITH_DATABASE if name != "documents"}


class _Health:
    """Somebody who asks for health all the time, in a process of their own: what it costs to make and send a
    body keeps them from nothing. `worst`: seconds since `begin`, also of one who still waits."""

    def __init__(self, address: str) -> None:
        apart = get_context("spawn")
        self._stopping = apart.Event()
        self._worst, self._asked = apart.Value("d", 0.0, lock=False), apart.Value("d", 0.0, lock=False)
        self._asking = apart.Process(target=_ask, args=(address, self._stopping, self._worst, self._asked),
                                     daemon=True)

    def __enter__(self) -> "_Health":
        self._asking.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._asking.join(PATIENCE_S)

    def begin(self) -> None:
        self._worst.value = 0.0

    @property
    def worst(self) -> float:
        asked = self._asked.value
        return max(self._worst.value, time.monotonic() - asked if asked else 0.0)


def _ask(address: str, stopping: Event, worst: c_double, asked: c_double) -> None:
    """The clock is one for all processes of a machine."""
    with httpx.Client(base_url=address, timeout=PATIENCE_S) as http:
        while not stopping.wait(0.02):
            asked.value = time.monotonic()
            http.get("/health")
            worst.value, asked.value = max(worst.value, time.monotonic() - asked.value), 0.0
