"""What the plays share: the agenda, the people, the time, and what was seen."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from scenarios.agenda import Agenda
from scenarios.facts import Scenario
from scenarios.people import People, Place
from scenarios.platform import Answer

PROVISIONAL = "(暂定)"  # a deadline in a year whose working days are not published


@dataclass
class Seen:
    """What a scenario's play has brought about so far, as the platform tells it.

    `place` is set once a filing or a determination was planned. `determination`, `meeting`: as last seen.
    `roll_refused_with`: at the first roll of the meeting, if too few had come. `appeal_refused_with`: the
    code. `clue_number` is empty where no clue was disposed of. `cases`: what its several cases brought about.
    `organ_id`: where it was filed, for so many `households`. `provisional`: a deadline may still move.
    `failures`: why the play could not go on. `instead`: what was found where an expectation does not hold.
    """

    scenario: Scenario
    place: Place | None = None
    organ_id: str = ""
    households: int = 0
    provisional: bool = False
    receipt: Answer = field(default_factory=dict)
    filing: Answer = field(default_factory=dict)
    case: Answer = field(default_factory=dict)
    refused_with: str = ""
    clue_number: str = ""
    determination: Answer = field(default_factory=dict)
    meeting: Answer = field(default_factory=dict)
    roll_refused_with: str = ""
    appeal_refused_with: str = ""
    cases: list["Seen"] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    instead: dict[str, str] = field(default_factory=dict)

    @property
    def all(self) -> list["Seen"]:
        """Itself and its cases."""
        return [self, *self.cases]

    @property
    def decisions(self) -> list[Answer]:
        """Every decision of its determination, the first one first."""
        return list(self.determination.get("decisions", ()))

    @property
    def decision(self) -> Answer:
        """The decision that holds; empty where none does."""
        current = [each for each in self.decisions if each["standing"] == "current"]
        return current[-1] if current else {}


@dataclass
class Stage:
    """Where all plays meet. `seen`: by scenario; `actors`: by the id that acts are put under, cases too."""

    people: People
    set_time: Callable[[datetime], None]
    agenda: Agenda = field(default_factory=Agenda)
    seen: dict[str, Seen] = field(default_factory=dict)
    actors: dict[str, Seen] = field(default_factory=dict)
    filings: list[Seen] = field(default_factory=list)

    def key(self, scenario: str, step: str) -> str:
        """The id of a command, so that playing twice on one platform does nothing twice."""
        told = f"demo.{scenario}.{step}"
        plain = re.fullmatch(r"[A-Za-z0-9_.:@-]{1,64}", told)
        return told if plain else f"demo.{sha256(told.encode()).hexdigest()[:40]}"
