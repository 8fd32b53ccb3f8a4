"""Why a service is at work: a command, an event it hears, a timer's tick, a frame, or a question."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.events import Event


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer and its JSON, as they were committed."""

    answer: Any
    text: str


@dataclass(slots=True)
class Command:
    """`digest` tells the payload of one command from another's. `given`: what it was answered, once it is."""

    command_id: str
    digest: str
    given: Answer | None = field(default=None, compare=False)


@dataclass(slots=True)
class ReceivedEvent:
    """An event. `consumer` names who listens and to which source: versions count per consumer and subject.
    One who is `selective` hears only some of them, and waits for none. `noted`: whether it stands in the
    inbox by now. `told`: what it says, for who gathers beforehand what several are going to ask for."""

    consumer: str
    event_id: str
    subject: str
    sequence: int
    selective: bool = False
    noted: bool = field(default=False, compare=False)
    told: Event | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Tick:
    """A timer: as many units of work as it needs, one after another. `ending`: whether the service stops, for
    work that would go on as long as there is some."""

    ending: Callable[[], bool] = bool


@dataclass(frozen=True, slots=True)
class Query:
    """A question: reading only."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A call whose content says by its numbers what of it is new: nothing is kept of the call itself."""


Trigger = Command | ReceivedEvent | Tick | Query | Numbered


@dataclass(frozen=True, slots=True)
class Invocation:
    """All that is fixed when the work begins. `expected`, `caller`: see chassis.call_context."""

    service: str
    trigger: Trigger
    actor: Actor
    now: datetime
    correlation_id: str
    expected: str = ""
    caller: str = ""


class AlreadyAnswered(Exception):
    """This command was carried out before; `answer` is what was answered then, as JSON data."""

    def __init__(self, answer: Any) -> None:
        super().__init__("answered before")
        self.answer = answer


class AlreadyReceived(Exception):
    """This event took effect before, or a later version of its subject did."""
