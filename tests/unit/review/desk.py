"""A desk without database and broker: cases in a dictionary, identity as a list of officers."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event
from rongcuo.contracts.identity import OfficerQuery, OfficerView
from services.review.domain import ReviewCase
from tests.unit.review.scene import EVERYBODY, FILED_AT, RULES, view


@dataclass
class FakeCases:
    """Gives out copies, so that only what was put is kept."""

    rows: dict[str, ReviewCase] = field(default_factory=dict)

    def get(self, case_id: str) -> ReviewCase:
        if case_id not in self.rows:
            raise CaseError("not_found")
        return deepcopy(self.rows[case_id])

    def put(self, case: ReviewCase) -> None:
        self.rows[case.id] = deepcopy(case)

    read = get

    def editions(self) -> tuple[tuple[str, str], ...]:
        return tuple({(case.division_code, case.edition) for case in self.rows.values() if not case.ended})

    def claim(self, division_code: str, edition: str, most: int) -> tuple[ReviewCase, ...]:
        found = [case for case in self.rows.values()
                 if not case.ended and (case.division_code, case.edition) == (division_code, edition)]
        return tuple(deepcopy(case) for case in found[:most])


@dataclass
class FakeUnit:
    store: FakeCases
    told: list[Event]

    def commit(self, *cases: ReviewCase, answer: Any = None) -> Any:
        for case in cases:
            self.told += [happening for _, happening in case.take_events()]
            self.store.put(case)
        return answer


@dataclass
class FakeDesk:
    """`told` are the events of all commits, `units` how many transactions were opened."""

    actor: Actor = SYSTEM
    now: datetime = FILED_AT
    rules: Any = RULES
    store: FakeCases = field(default_factory=FakeCases)
    officers: tuple[OfficerView, ...] = tuple(view(each) for each in EVERYBODY)
    told: list[Event] = field(default_factory=list)
    reads: list[tuple[str, str]] = field(default_factory=list)
    units: int = 0
    inside: bool = False

    @contextmanager
    def unit(self) -> Iterator[FakeUnit]:
        self.units, self.inside = self.units + 1, True
        try:
            yield FakeUnit(self.store, self.told)
        finally:
            self.inside = False

    @contextmanager
    def reading(self) -> Iterator[FakeCases]:
        yield self.store

    def ask(self, service: str, method: str, question: OfficerQuery, answer: type) -> OfficerView:
        assert (service, method, answer) == ("identity", "officer", OfficerView)
        assert not self.inside, "no call may be made inside a transaction"
        for known in self.officers:
            if known.officer_id == question.officer_id:
                return known
        raise CaseError("not_found")

    def note_read(self, what: str, subject: str) -> None:
        self.reads.append((what, subject))

    def new_id(self) -> str:
        raise AssertionError("a case has its filing's id")

    def sit(self, actor: Actor, now: datetime | None = None) -> "FakeDesk":
        """Another person comes to the desk."""
        self.actor, self.now = actor, now or self.now
        return self
