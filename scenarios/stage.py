"""What the plays share: the agenda, the people, the time, and what was seen."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from secrets import token_hex

from scenarios.agenda import Agenda
from scenarios.facts import Scenario
from scenarios.people import GROUPS, OF_A_GROUP, People, Place
from scenarios.platform import Answer
from scenarios.reporter import Reporter
from scenarios.wording import NotUnderstood

PROVISIONAL = "(暂定)"  # a deadline in a year whose working days are not published
Custodians = Mapping[str, Sequence[str]]


def no_ceremonies(organ_id: str, _: Custodians) -> Mapping[str, str]:
    """Where nobody can reach the platform's database."""
    raise NotUnderstood(f"{organ_id}: 没有保管人密钥 · no custodians' keys to seal a reporter with")


@dataclass
class Seen:
    """What a scenario's play has brought about so far, as the platform tells it.

    `place` is set once a filing or a determination was planned. `oversight`: the filing's. `determination`,
    `meeting`: as last seen.
    `roll_refused_with`: at the first roll of the meeting, if too few had come. `appeal_refused_with`: the
    code. `clue_number` is empty where no clue was disposed of. `reporter`: what they alone know, and
    `reporter_side`: what they see by their code. `report`, `filing_check`, `clearing`, `inquiry`: as last
    seen; `refusal`: the clearing as it was refused. `programme`: of return visits, and
    its `schedule` as it was laid out at first. `problem`: what came of it, and the `risk_points` that a later
    filer is shown. `proposal`: as last seen, and `reminded`, when it was overdue. `casebook_…`: the typical
    case and its guide, as others read and find them. `…_refused_with`: the codes of what the platform does
    not let be. `cases`: what its several cases brought about.
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
    oversight: Answer = field(default_factory=dict)
    case: Answer = field(default_factory=dict)
    refused_with: str = ""
    clue_number: str = ""
    determination: Answer = field(default_factory=dict)
    meeting: Answer = field(default_factory=dict)
    roll_refused_with: str = ""
    appeal_refused_with: str = ""
    reporter: Reporter = field(default_factory=Reporter)
    reporter_side: Answer = field(default_factory=dict)
    report: Answer = field(default_factory=dict)
    filing_check: Answer = field(default_factory=dict)
    clearing: Answer = field(default_factory=dict)
    refusal: Answer = field(default_factory=dict)
    clearing_refused_with: str = ""
    programme: Answer = field(default_factory=dict)
    proposal: Answer = field(default_factory=dict)
    reminded: Answer = field(default_factory=dict)
    schedule: list[Answer] = field(default_factory=list)
    card_letter: Answer = field(default_factory=dict)
    alone_refused_with: str = ""
    third_refused_with: str = ""
    problem: Answer = field(default_factory=dict)
    risk_points: list[Answer] = field(default_factory=list)
    bare_refused_with: str = ""
    owner_refused_with: str = ""
    casebook_entry: Answer = field(default_factory=dict)
    casebook_guide: Answer = field(default_factory=dict)
    casebook_found: bool = False
    too_few_refused_with: str = ""
    inquiry: Answer = field(default_factory=dict)
    inquiry_refused_with: str = ""
    gate_refused_with: str = ""
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
    """Where all plays meet. `seen`: by scenario; `actors`: by the id that acts are put under, cases too.
    `hold_ceremonies`: makes the keys of an organ's custodians, whose ids it is told by group, and answers
    their `cards`; a command does that, beside the platform. `seed`: random signs, from which the reporters'
    codes follow, so that the same play entered again enters nothing anew."""

    people: People
    set_time: Callable[[datetime], None]
    hold_ceremonies: Callable[[str, Custodians], Mapping[str, str]] = no_ceremonies
    seed: str = field(default_factory=token_hex)
    cards: dict[str, str] = field(default_factory=dict)
    agenda: Agenda = field(default_factory=Agenda)
    seen: dict[str, Seen] = field(default_factory=dict)
    actors: dict[str, Seen] = field(default_factory=dict)
    filings: list[Seen] = field(default_factory=list)

    def found_custody(self, organ_id: str) -> None:
        """Before the first reporter of an organ is sealed; once."""
        keys = self.people.supervisor.get("/vault/keys", organ_id=organ_id)
        if not (keys.get("a") and keys.get("b")):
            self.cards |= self.hold_ceremonies(organ_id, {
                group: [self.people.custodian(organ_id, group, number).officer_id
                        for number in range(1, OF_A_GROUP + 1)] for group in GROUPS})

    def key(self, scenario: str, step: str) -> str:
        """The id of a command, so that playing twice on one platform does nothing twice."""
        told = f"demo.{scenario}.{step}"
        plain = re.fullmatch(r"[A-Za-z0-9_.:@-]{1,64}", told)
        return told if plain else f"demo.{sha256(told.encode()).hexdigest()[:40]}"
