"""Events: past tense, declared once by their publisher, carried as CloudEvents 1.0.

A payload in use is never edited. An optional field with a default keeps the version; anything else makes
a new class with the next version and an `@upcast` from the one before. One stored sample per version must
load for ever (tests/contract/samples).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, TypeVar, cast, dataclass_transform
from uuid import uuid4

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.serialisation import dump, load

E = TypeVar("E", bound="Event")
Payload = dict[str, Any]
Change = Callable[[Payload], Payload]


class Event:
    """Base of every event dataclass. `source` is the publishing service, `kind` the name without version.
    `rare`: as of an operation, no metric counts it."""

    source: ClassVar[str]
    kind: ClassVar[str]
    version: ClassVar[int]
    rare: ClassVar[bool]

    @classmethod
    def type_name(cls) -> str:
        """The wire name, such as `filing.filing_submitted.v1`; also the routing key."""
        return f"{cls.source}.{cls.kind}.v{cls.version}"


EVENTS: dict[str, type[Event]] = {}
UPCASTS: dict[str, tuple[str, Change]] = {}


@dataclass_transform(frozen_default=True, kw_only_default=True)
def event(source: str, kind: str, version: int = 1, *, rare: bool = False) -> Callable[[type[E]], type[E]]:
    """Declare an event, which makes a frozen dataclass of it: `@event("filing", "filing_submitted")`."""

    def declare(cls: type[E]) -> type[E]:
        cls.source, cls.kind, cls.version, cls.rare = source, kind, version, rare
        EVENTS[cls.type_name()] = cls
        return dataclass(frozen=True, kw_only=True)(cls)

    return declare


def upcast(old: str, new: type[Event]) -> Callable[[Change], Change]:
    """Register how the payload of the wire name `old` becomes the payload of `new`."""

    def register(change: Change) -> Change:
        UPCASTS[old] = (new.type_name(), change)
        return change

    return register


def load_event(type_name: str, data: Mapping[str, Any]) -> Event:
    """Read an event of any known version as the newest one.

    Raises CaseError `events.unknown_version` or `invalid`.
    """
    payload = data
    while type_name in UPCASTS:
        type_name, change = UPCASTS[type_name]
        payload = change(dict(payload))
    if type_name not in EVENTS:
        raise CaseError("events.unknown_version", type_name)
    return load(EVENTS[type_name], payload, tolerant=True)


@dataclass(frozen=True, slots=True)
class Envelope:
    """An event on its way. `sequence` is the aggregate's version: 1, 2, 3 … without gaps per `subject`."""

    event_id: str
    type_name: str
    source: str
    subject: str
    sequence: int
    time: datetime
    correlation_id: str
    data: Payload

    @property
    def event(self) -> Event:
        """The payload as its newest class."""
        return load_event(self.type_name, self.data)


def tag_of(aggregate_id: str, version: int, edits: int = 0) -> str:
    """Names one state of an aggregate, also where only its row is read."""
    return f"{aggregate_id}:{version}.{edits}"


@dataclass
class Aggregate:
    """An aggregate that records what happened to it. Each event takes the next version.

    `edits` counts the changes that no event tells, such as those of a draft; `unseen` those versions that its
    tag does not count, where a new tag would tell when somebody was there.
    """

    version: int = field(default=0, kw_only=True)
    edits: int = field(default=0, kw_only=True)
    unseen: int = field(default=0, kw_only=True)
    happened: list[tuple[int, Event]] = field(default_factory=list, kw_only=True, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._as_read = self.version - self.unseen, self.edits

    @property
    def tag(self) -> str:
        """Names this very state of this aggregate: whoever has another one knows that it changed."""
        return self._tag(self.version - self.unseen, self.edits)

    @property
    def tag_as_read(self) -> str:
        """The tag it had when it was read, before anything was told to it."""
        return self._tag(*self._as_read)

    def was_read_as(self, tag: str) -> bool:
        """Whether whoever names this tag has read the state that was read here."""
        return tag == self.tag_as_read

    def _tag(self, version: int, edits: int) -> str:
        return tag_of(cast(Any, self).id, version, edits)

    def record(self, happening: Event) -> None:
        """Remember an event until it is committed with the aggregate's row."""
        self.version += 1
        self.happened.append((self.version, happening))

    def take_events(self) -> list[tuple[int, Event]]:
        """Hand over what was recorded since the last call."""
        taken, self.happened = self.happened, []
        return taken


def envelope(subject: str, sequence: int, happening: Event, time: datetime, correlation_id: str) -> Envelope:
    """Wrap an event with a fresh id."""
    return Envelope(uuid4().hex, happening.type_name(), happening.source, subject, sequence, time,
                    correlation_id, dump(happening))
