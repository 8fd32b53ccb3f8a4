"""A scenario: who did what, when, and what must hold at the end."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from scenarios.moments import moment_of

IN_CHINESE = {"是": True, "否": False}


@dataclass(frozen=True)
class Scenario:
    """`given` was reported, `chosen` fills what the report leaves open, `expect` must hold at the end.

    `problem`: why the file cannot be played at all; empty where it can. `unread`: its keys that nothing is
    made of, such as `chosen.weather`.
    """

    id: str
    practices: tuple[str, ...] = ()
    place: str = ""
    given: Mapping[str, Any] = field(default_factory=dict)
    chosen: Mapping[str, Any] = field(default_factory=dict)
    expect: Mapping[str, Any] = field(default_factory=dict)
    problem: str = ""
    unread: tuple[str, ...] = ()

    @property
    def filed_at(self) -> datetime | None:
        """When a filing was made in advance, if there was one."""
        return moment_of(self.chosen.get("filed_at"))

    @property
    def is_funnel(self) -> bool:
        """Whether the scenario counts the filings of a whole place."""
        return bool(self.expect.get("funnel"))

    def cases(self) -> tuple["Scenario", ...]:
        """Its several cases (`cases:`), each a scenario of its own that inherits what is said for all."""
        told = self.chosen.get("cases") or ()
        return tuple(self._case(number, case) for number, case in enumerate(told, 1))

    def _case(self, number: int, case: Mapping[str, Any]) -> "Scenario":
        shared = {key: value for key, value in self.chosen.items() if key not in {"cases", "filed_at"}}
        return replace(self, id=f"{self.id}.{number}", place=str(case.get("place", self.place)),
                       given={**self.given, **case, **(case.get("given") or {})},
                       chosen={**shared, **case, **(case.get("chosen") or {})},
                       expect=expected_of(case.get("expect")))


def expected_of(said: Any) -> Mapping[str, Any]:
    """What is expected: by its keys, or in one word how the determination ends."""
    if said is None:
        return {}
    told = said if isinstance(said, Mapping) else {"determination": said}
    return {key: _plain(value) for key, value in told.items()}


def _plain(said: Any) -> Any:
    """With 是 and 否 as yes and no, also inside."""
    if isinstance(said, Mapping):
        return {key: _plain(value) for key, value in said.items()}
    return IN_CHINESE.get(said, said) if isinstance(said, str) else said


def is_said(key: str, expected: Any) -> bool:
    """Whether an expectation asks for anything: an empty one does not. That there be no determination may be
    written as nothing."""
    return expected not in ({}, [], "", None) or (key == "determination" and expected is None)
