"""A scenario file: who did what, when, and what must hold at the end."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import yaml

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.divisions import division, divisions

FOLDER = Path(__file__).parent
FORENOON = time(9, 0)  # of a day that is named without an hour
UNREADABLE = (OSError, ValueError, TypeError, AttributeError, LookupError, yaml.YAMLError, CaseError)


@dataclass(frozen=True)
class Scenario:
    """`given` was reported, `chosen` fills what the report leaves open, `expect` must hold at the end.

    `problem`: why the file cannot be played at all; empty where it can.
    """

    id: str
    practices: tuple[str, ...] = ()
    place: str = ""
    given: Mapping[str, Any] = field(default_factory=dict)
    chosen: Mapping[str, Any] = field(default_factory=dict)
    expect: Mapping[str, Any] = field(default_factory=dict)
    problem: str = ""

    @property
    def filed_at(self) -> datetime | None:
        """When a filing was made in advance, if there was one."""
        return moment_of(self.chosen.get("filed_at"))

    @property
    def is_funnel(self) -> bool:
        """Whether the scenario counts the filings of a whole prefecture."""
        return "funnel" in self.expect

    def cases(self) -> tuple["Scenario", ...]:
        """Its several cases (`cases:`), each a scenario of its own that inherits what is said for all."""
        told = self.chosen.get("cases") or ()
        return tuple(self._case(number, case) for number, case in enumerate(told, 1))

    def _case(self, number: int, case: Mapping[str, Any]) -> "Scenario":
        shared = {key: value for key, value in self.chosen.items() if key not in {"cases", "filed_at"}}
        expect = case.get("expect", {})
        return replace(self, id=f"{self.id}.{number}", place=str(case.get("place", self.place)),
                       given={**self.given, **case, **(case.get("given") or {})},
                       chosen={**shared, **case, **(case.get("chosen") or {})},
                       expect=expect if isinstance(expect, Mapping) else {"determination": expect})


def moment_of(written: Any) -> datetime | None:
    """A moment as a file writes it: with or without its hour, in quotes or not; local time without a zone."""
    if isinstance(written, str):
        written = datetime.fromisoformat(written)
    if isinstance(written, date) and not isinstance(written, datetime):
        written = datetime.combine(written, FORENOON)
    elif isinstance(written, datetime) and written.tzinfo is None and written.time() == time():
        written = datetime.combine(written.date(), FORENOON)
    if not isinstance(written, datetime):
        return None
    return written.astimezone(ZONE) if written.tzinfo else written.replace(tzinfo=ZONE)


def day_of(written: Any) -> date | None:
    """A local date as a file writes it."""
    at = moment_of(written)
    return at.date() if at else None


def period_of(said: Any) -> tuple[date | None, date | None]:
    """The first and the last day of `{from, to}`, as it is written; a single day is both."""
    told = said if isinstance(said, Mapping) else {}
    first = next((told[key] for key in ("from", "since", "on", "date", "at") if told.get(key)), None)
    last = next((told[key] for key in ("to", "until") if told.get(key)), None)
    return day_of(first), day_of(last or (first if "from" not in told else None))


def read_scenarios(folder: Path = FOLDER) -> list[Scenario]:
    """Every scenario of a folder, by file name. One that cannot be read says so in `problem`."""
    return list(_unlike([_read(file) for file in sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")])]))


def _read(file: Path) -> Scenario:
    try:
        data = yaml.safe_load(file.read_text("utf-8"))
        found = Scenario(str(data["id"]), tuple(data.get("practices") or ()), _place(str(data["place"])),
                         data.get("given") or {}, _chosen(data), data.get("expect") or {})
        found.cases()
    except UNREADABLE as error:
        return Scenario(file.stem, problem=f"{file.name}: {type(error).__name__}: {error}")
    return found


def _place(written: str) -> str:
    """A division's code; a file may also call it by its name. Raises `policy.unknown_division`."""
    named = [each.code for each in divisions() if each.name == written]
    return named[0] if named else division(written).code


def _chosen(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Cases may stand beside `chosen` as well as in it."""
    chosen = data.get("chosen") or {}
    return {**chosen, "cases": data["cases"]} if data.get("cases") else chosen


def _unlike(scenarios: Iterable[Scenario]) -> Iterable[Scenario]:
    """No two with the same id: what happened is told by it."""
    known: set[str] = set()
    for scenario in scenarios:
        number, name = 2, scenario.id
        while name in known:
            name, number = f"{scenario.id}_{number}", number + 1
        known.add(name)
        yield replace(scenario, id=name)
