"""Two small services: the painter paints walls, the looker hears of it. A test chooses how they behave."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import eventlet
from sqlalchemy import Column, Integer, MetaData, String, Table, func, insert, select, update
from sqlalchemy.orm import Session

from rongcuo.chassis.hosting.host import ServiceHost
from rongcuo.chassis.service import ExecutionProvider, command, every, on_event, query
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate, Event, event
from rongcuo.contracts.fields import identifier
from tests.integration.chassis.painting_contracts import (
    BABBLE,
    LOOK,
    PAINT,
    PAINT_AND_LINGER,
    PAINT_AND_SHOW_ONCE,
    PAINT_IF_BARE,
    PASS_ON,
    REFUSE,
    SCRATCH,
    STUMBLE,
    Paint,
    WallQuery,
    WallView,
)
from tests.integration.front_door import provider_of

PAINTER = Actor("officer-1", "刘建国", "530127", "530127", "嵩明县某局", frozenset({Role.FILER}))
SECRET = "身份证530127199001011234"
METADATA, SEEN = MetaData(), MetaData()
walls = Table("walls", METADATA, Column("id", String(64), primary_key=True), Column("version", Integer))
seen = Table("seen", SEEN, Column("seq", Integer, primary_key=True, autoincrement=True),
             Column("wall", String(64)), Column("coat", Integer))


@event("painter", "wall_painted")
class WallPainted(Event):
    wall: str = identifier()
    coat: int = 0


@event("painter", "wall_scratched")
class WallScratched(Event):
    """Nobody has a handler for it."""

    wall: str = identifier()


@dataclass
class Wall(Aggregate):
    id: str = ""

    def paint(self) -> None:
        self.record(WallPainted(wall=self.id, coat=self.version + 1))


class Walls:
    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, wall: str) -> Wall:
        query = select(walls.c.version).where(walls.c.id == wall).with_for_update()
        return Wall(id=wall, version=self.session.scalar(query) or 0)

    def put(self, wall: Wall) -> None:
        row = {"id": wall.id, "version": wall.version}
        if wall.version == len(wall.happened):
            self.session.execute(insert(walls).values(**row))
        else:
            self.session.execute(update(walls).where(walls.c.id == wall.id).values(**row))


class Sights:
    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, wall: str, coat: int) -> None:
        self.session.execute(insert(seen).values(wall=wall, coat=coat))

    def all(self) -> list[tuple[str, int]]:
        return [(row.wall, row.coat) for row in self.session.execute(select(seen).order_by(seen.c.seq))]

    def count(self) -> int:
        return self.session.scalar(select(func.count()).select_from(seen)) or 0


@dataclass
class Conduct:
    """How the looker and the painter behave in this test."""

    fail: Counter[str] = field(default_factory=Counter)      # wall → so many more failures
    broken: set[str] = field(default_factory=set)            # walls that always fail
    slow: dict[str, float] = field(default_factory=dict)     # wall → seconds
    gates: dict[tuple[str, int], Callable[[], bool]] = field(default_factory=dict)   # what a coat waits for
    tried: list[tuple[str, int]] = field(default_factory=list)
    ran: list[str] = field(default_factory=list)             # painter's methods, as they ran
    ticks: int = 0
    ticking: int = 0
    overlapped: bool = False

    def reset(self) -> None:
        self.__init__()  # type: ignore[misc]


CONDUCT = Conduct()


class Painter:
    name = "painter"
    context = ExecutionProvider(METADATA, Walls)

    @command(PAINT)
    def paint(self, command: Paint) -> WallView:
        CONDUCT.ran.append(command.command_id)
        with self.context.unit() as unit:
            wall = unit.store.get(command.wall)
            wall.paint()
            view = WallView(wall=wall.id, coats=wall.version)
            return unit.commit(wall, answer=view)

    @command(PAINT_AND_LINGER)
    def paint_and_linger(self, command: Paint) -> WallView:
        view = self.paint(command)
        eventlet.sleep(CONDUCT.slow.get(command.wall, 0))
        return view

    @command(PAINT_IF_BARE)
    def paint_if_bare(self, command: Paint) -> WallView:
        with self.context.reading() as store:
            if store.get(command.wall).version:
                raise CaseError("forbidden")
        return self.paint(command)

    @command(PAINT_AND_SHOW_ONCE)
    def paint_and_show_once(self, command: Paint) -> WallView:
        with self.context.unit() as unit:
            wall = unit.store.get(command.wall)
            wall.paint()
            unit.commit(wall)
        return WallView(wall=wall.id, coats=wall.version)

    @command(SCRATCH)
    def scratch(self, command: Paint) -> None:
        with self.context.unit() as unit:
            wall = unit.store.get(command.wall)
            wall.record(WallScratched(wall=wall.id))
            unit.commit(wall)

    @query(LOOK)
    def look(self, query: WallQuery) -> WallView:
        CONDUCT.ran.append(f"look:{query.wall}")
        eventlet.sleep(CONDUCT.slow.get(query.wall, 0))
        _wait_at_gate(query.wall)
        with self.context.reading() as store:
            return WallView(wall=query.wall, coats=store.get(query.wall).version)

    @query(STUMBLE)
    def stumble(self, query: WallQuery) -> WallView:
        raise ValueError(f"{SECRET} {query.wall}")

    @query(REFUSE)
    def refuse(self, query: WallQuery) -> WallView:
        code = "storage_unavailable" if query.wall == "full" else "forbidden"
        raise CaseError(code, "这面墙不归您管", {"wall": query.wall})

    @query(BABBLE)
    def babble(self, query: WallQuery) -> Any:
        return {query.wall: object()}

    @query(PASS_ON)
    def pass_on(self, query: WallQuery) -> WallView:
        return self.context.ask(LOOK, query)

    @every(seconds=0.05)
    def tick(self) -> None:
        CONDUCT.ticks += 1
        CONDUCT.ticking += 1
        CONDUCT.overlapped |= CONDUCT.ticking > 1
        eventlet.sleep(CONDUCT.slow.get("tick", 0))
        CONDUCT.ticking -= 1
        if CONDUCT.ticks == 1:
            raise ValueError(SECRET)


def _wait_at_gate(wall: str, coat: int = 0) -> None:
    """Coat 0: a look."""
    while not CONDUCT.gates.get((wall, coat), lambda: True)():
        eventlet.sleep(0.02)


class Looker:
    name = "looker"
    context = ExecutionProvider(SEEN, Sights)

    @on_event(WallPainted)
    def see(self, event: WallPainted) -> None:
        CONDUCT.tried.append((event.wall, event.coat))
        eventlet.sleep(CONDUCT.slow.get(event.wall, 0))
        _wait_at_gate(event.wall, event.coat)
        with self.context.unit() as unit:
            unit.store.add(event.wall, event.coat)
            if event.wall in CONDUCT.broken or CONDUCT.fail[event.wall] > 0:
                CONDUCT.fail[event.wall] -= 1
                raise ValueError(f"{SECRET} {event.wall}")
            unit.commit()


def sights(host: ServiceHost) -> list[tuple[str, int]]:
    with provider_of(host, "looker").runtime.database.reading() as session:
        return Sights(session).all()


def letters(host: ServiceHost, service: str = "looker") -> list[Any]:
    return list(provider_of(host, service).runtime.dead_letters.list().rows)


def waiting(host: ServiceHost) -> int:
    return provider_of(host, "painter").runtime.outbox.backlog()


def until(condition: Any, seconds: float = 120) -> None:
    """Wait for a condition; its last value is the failure's message."""
    with eventlet.Timeout(seconds, exception=False):
        while not condition():
            eventlet.sleep(0.02)
    assert condition()


def child_script() -> str:
    return str(Path(__file__).with_name("painting_child.py"))
