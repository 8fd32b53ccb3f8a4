"""A desk for one call at a time: the real storage on SQLite in memory, time that stands where it is put."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.events import Event
from services.identity.storage import METADATA, OfficerStorage

MORNING = datetime(2026, 2, 13, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


class PlainPasswords:
    """No hashing, and a list of what was compared."""

    def __init__(self) -> None:
        self.compared: list[str | None] = []

    def hash(self, password: str) -> str:
        return f"hash of {password}"

    def match(self, password_hash: str | None, password: str) -> bool:
        self.compared.append(password_hash)
        return password_hash == self.hash(password)


class Unit:
    def __init__(self, session: Session, told: list[Event]) -> None:
        self._session, self._told = session, told
        self.store = OfficerStorage(session)

    def commit(self, *aggregates: Any, answer: Any = None) -> Any:
        for aggregate in aggregates:
            self.store.put(aggregate)
            self._told += [happening for _, happening in aggregate.take_events()]
        self._session.commit()
        return answer

    def note(self, what: str, subject: str, **facts: str | int) -> None:
        """The ledger is not looked at here."""


@dataclass
class FakeDesk:
    actor: Actor = SYSTEM
    now: datetime = MORNING
    told: list[Event] = field(default_factory=list)
    rules: Any = None

    def __post_init__(self) -> None:
        self._engine = create_engine("sqlite://", poolclass=StaticPool)
        METADATA.create_all(self._engine)
        self._ids = 0

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        with Session(self._engine) as session:
            yield Unit(session, self.told)

    @contextmanager
    def reading(self) -> Iterator[OfficerStorage]:
        with Session(self._engine) as session:
            yield OfficerStorage(session)

    def new_id(self) -> str:
        self._ids += 1
        return f"id{self._ids}"

    def close(self) -> None:
        self._engine.dispose()

    def ask(self, *question: Any) -> Any:  # noqa: ARG002
        raise AssertionError("identity asks nobody")


def somebody(*roles: Role, division: str = "530127", unit: str = "某单位", id: str = "me") -> Actor:
    return Actor(id, "某人", division, division, unit, frozenset(roles))
