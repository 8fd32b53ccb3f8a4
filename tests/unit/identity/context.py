"""A context for one call at a time: the real storage on SQLite in memory, time that stands still."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event
from rongcuo.contracts.notify.operations import MAIL_LINK
from rongcuo.contracts.operation import Operation
from services.identity.domain.strength import require_strong
from services.identity.ports import Guard
from services.identity.storage import METADATA, OfficerStorage, SqlBudgets

MORNING = datetime(2026, 2, 13, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


class PlainPasswords:
    """No hashing, and a list of what was compared."""

    def __init__(self) -> None:
        self.compared: list[str | None] = []

    def require_strong(self, password: str, about: tuple[str, ...]) -> None:
        require_strong(password, about)

    def hash(self, password: str) -> str:
        return f"hash of {password}"

    def match(self, password_hash: str | None, password: str, *, known: bool) -> bool:  # noqa: ARG002
        self.compared.append(password_hash)
        return password_hash == self.hash(password)


class SlowPasswords(PlainPasswords):
    """Time passes while a password is compared: once, `meanwhile` happens in it."""

    meanwhile: Callable[[], object] | None = None

    def match(self, password_hash: str | None, password: str, *, known: bool) -> bool:
        happens, self.meanwhile = self.meanwhile, None
        if happens:
            happens()
        return super().match(password_hash, password, known=known)


class Lines:
    """What the security log was told."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, dict[str, str | int]]] = []

    def write(self, what: str, **facts: str | int) -> None:
        self.lines.append((what, facts))

    def named(self) -> list[str]:
        return [what for what, _ in self.lines]


class Unit:
    def __init__(self, session: Session, told: list[Event], noted: list[tuple[str, str]]) -> None:
        self._session, self._told, self._noted = session, told, noted
        self._pending: list[tuple[str, str]] = []
        self.store = OfficerStorage(session)

    def commit(self, *aggregates: Any, answer: Any = None) -> Any:
        for aggregate in aggregates:
            self.store.put(aggregate)
            self._told += [happening for _, happening in aggregate.take_events()]
        self._session.commit()
        self._noted += self._pending
        return answer

    def audit(self, what: str, subject: str, **facts: str | int) -> None:
        self._pending.append((" ".join((what, *map(str, facts.values()))), subject))


@dataclass
class FakeContext:
    actor: Actor = SYSTEM
    now: datetime = MORNING
    told: list[Event] = field(default_factory=list)
    noted: list[tuple[str, str]] = field(default_factory=list)     # in the ledger, and about whom
    rules: Any = None
    mailed: list[Any] = field(default_factory=list)
    no_mail: str = ""

    def __post_init__(self) -> None:
        self._engine = create_engine("sqlite://", poolclass=StaticPool)
        METADATA.create_all(self._engine)
        self._ids = 0

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        with Session(self._engine) as session:
            yield Unit(session, self.told, self.noted)

    @contextmanager
    def reading(self) -> Iterator[OfficerStorage]:
        with Session(self._engine) as session:
            yield OfficerStorage(session)

    def new_id(self) -> str:
        self._ids += 1
        return f"id{self._ids}"

    @contextmanager
    def at_once(self) -> Iterator[Session]:
        with Session(self._engine) as session, session.begin():
            yield session

    @contextmanager
    def glancing(self) -> Iterator[Session]:
        with Session(self._engine) as session:
            yield session

    def guard(self, passwords: "PlainPasswords | None" = None) -> Guard:
        budgets = SqlBudgets(self, lambda: self.now.timestamp())  # type: ignore[arg-type]
        return Guard(passwords or PlainPasswords(), budgets, Lines(), mails_when_asked=True)

    def close(self) -> None:
        self._engine.dispose()

    def ask(self, operation: Operation[Any, Any], question: Any) -> None:
        assert operation is MAIL_LINK
        self.mailed.append(question)
        if self.no_mail:
            raise CaseError(self.no_mail)


def somebody(*roles: Role, division: str = "530127", unit: str = "某单位", id: str = "me") -> Actor:
    return Actor(id, "某人", division, division, unit, frozenset(roles))
