"""A small stand-in for the hub: it takes each number once, in one transaction with its effects, and answers
how far it has everything. And a node beside it, without a bus."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import MetaData
from sqlalchemy.orm import Session

from rongcuo.casework.counting.matter import subject_of
from rongcuo.chassis.config import Config
from rongcuo.chassis.database.streams import Streams, stream_tables
from rongcuo.chassis.database.types import canonical
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.service import ExecutionProvider, command
from rongcuo.chassis.triggers import Command, Query, ReceivedEvent, Tick
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event
from rongcuo.contracts.operation import NODE
from rongcuo.contracts.province.line import ENTRIES, SIGNS, Down, Exchanged, Frame, LineEntry
from rongcuo.contracts.province.operations import EXCHANGE
from rongcuo.contracts.serialisation import dump
from services.county import storage
from services.county.dependencies import ThisNode
from services.county.usecases import counting, exchanging

METADATA = MetaData()
TABLES = stream_tables("province", METADATA)
NODE_CODE = "530125"


class HubStorage:
    """The streams alone."""

    def __init__(self, session: Session) -> None:
        self.streams = Streams(session, TABLES)

    def put(self, aggregate: Any) -> None:
        """There are none."""


@dataclass
class Book:
    """What the hub was told, each entry once; frames as they came."""

    entries: list[LineEntry] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)

    def bodies(self, kind: str) -> list[dict[str, Any]]:
        return [json.loads(entry.body) for entry in self.entries if entry.kind == kind]


BOOK = Book()


def settle(unit: Any, frame: Frame, now: datetime, book: Book) -> Exchanged:
    """As the hub does it."""
    streams: Streams = unit.store.streams
    end = streams.locked(frame.node)
    trouble = end.trouble(frame.epoch, frame.first, frame.newest)
    fresh: Sequence[LineEntry] = () if trouble else end.take(frame.epoch, frame.first, frame.entries)
    if frame.their_epoch == end.epoch:
        streams.acknowledge(end, frame.received)
    streams.put(end)
    entries = streams.after(frame.node, end.acknowledged, ENTRIES, SIGNS)
    told = Exchanged(
        their_epoch=end.their_epoch, received=end.received, trouble=trouble or "", epoch=end.epoch,
        first=end.acknowledged + 1, newest=end.given, at=now,
        entries=tuple(LineEntry(kind=kind, body=body) for kind, body in entries))
    unit.commit(answer=told)
    book.frames.append(frame)
    book.entries += fresh
    return told


class ProvinceService:
    """On a bus."""

    name = "province"
    context = ExecutionProvider(METADATA, HubStorage)

    @command(EXCHANGE)
    def exchange(self, frame: Frame) -> Exchanged:
        assert self.context.caller == f"{NODE}{frame.node}"
        with self.context.unit() as unit:
            return settle(unit, frame, self.context.now, BOOK)


class Hub:
    """Without a bus. `lose`: so many answers are lost after the hub has committed."""

    def __init__(self, config: Config) -> None:
        self.shop = ServiceRuntime("province", METADATA, HubStorage, config)
        self.shop.start()
        self.book = Book()
        self.lose = 0
        self.away = False
        self._calls = 0

    def __call__(self, operation: Any, frame: Frame) -> Exchanged:
        assert operation == EXCHANGE
        if self.away:
            raise CaseError("service_unavailable", "province")
        self._calls += 1
        context = self.shop.context(Command(str(self._calls), ""), SYSTEM)
        with context.unit() as unit:
            told = settle(unit, frame, context.now, self.book)
        if self.lose:
            self.lose -= 1
            raise CaseError("answer_late", "province")
        return told

    def send(self, kind: str, *bodies: Any, node: str = NODE_CODE) -> None:
        """For a node; a text goes as it is."""
        texts = [body if isinstance(body, str) else canonical(dump(body)) for body in bodies]
        with self.shop.database.writing() as session, session.begin():
            Streams(session, TABLES).append(node, [(kind, text) for text in texts])

    def change_end(self, change: Callable[[Any], None], node: str = NODE_CODE) -> None:
        with self.shop.database.writing() as session, session.begin():
            streams = Streams(session, TABLES)
            end = streams.locked(node)
            change(end)
            streams.put(end)


class Node:
    """The service `county` without a bus."""

    def __init__(self, config: Config, hub: Hub) -> None:
        self.config = config
        self.hub = hub
        self.shop = ServiceRuntime("county", storage.METADATA, storage.CountyStorage, config)
        self.shop.start()
        self.this = ThisNode(config)
        self.versions: dict[str, int] = {}
        self._commands = 0

    def hear(self, event: Event) -> None:
        subject = subject_of(event)
        version = self.versions[subject] = self.versions.get(subject, 0) + 1
        this = ReceivedEvent(f"{event.source}.events--county", f"{subject}-{version}", subject, version, True)
        counting.count(self.shop.context(this, SYSTEM), event)

    def exchange(self) -> str:
        def context() -> Any:
            return self.shop.context(Tick(), SYSTEM, ask=self.hub)
        return exchanging.exchange(context(), context, self.this)

    def does(self, use_case: Any, question: Any, actor: Actor, *more: Any) -> Any:
        self._commands += 1
        context = self.shop.context(Command(f"c{self._commands}", ""), actor)
        return use_case(context, question, *more)

    def sees(self, view: Any, question: Any, actor: Actor) -> Any:
        return view(self.shop.context(Query(), actor), question)

    def store(self) -> Any:
        return self.shop.context(Query(), SYSTEM).reading()


def lead(organ_id: str = NODE_CODE) -> Actor:
    return Actor("lead", "孙正", organ_id, organ_id[:6], "", frozenset({Role.LEAD}))


def waiting(node: Node) -> int:
    with node.store() as store:
        end = store.end()
    return int(end.given - end.acknowledged)


WITNESSED = Down.WITNESSED.value
