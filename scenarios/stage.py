"""What the plays share: the agenda, the people, the time, and what was seen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from scenarios.agenda import Agenda
from scenarios.facts import Scenario
from scenarios.people import People
from scenarios.platform import Answer


@dataclass
class Seen:
    """What a scenario's play has brought about so far, as the platform tells it."""

    scenario: Scenario
    receipt: Answer = field(default_factory=dict)
    filing: Answer = field(default_factory=dict)
    case: Answer = field(default_factory=dict)
    refused_with: str = ""


@dataclass
class Stage:
    """Where all plays meet."""

    people: People
    set_time: Callable[[datetime], None]
    agenda: Agenda = field(default_factory=Agenda)
    seen: dict[str, Seen] = field(default_factory=dict)
    filings: list[Seen] = field(default_factory=list)
