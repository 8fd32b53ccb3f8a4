"""A context without database and broker: what a service keeps in dictionaries, other services as lists."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event
from rongcuo.contracts.identity import OfficersView, OfficerView
from rongcuo.contracts.identity.operations import OFFICER, OFFICERS
from rongcuo.contracts.ledger import LineWritten
from rongcuo.contracts.operation import Operation
from rongcuo.policy.rules import Rules

RULES = Rules()


@dataclass
class FakeRepository:
    """Gives out copies, so that only what was put is kept."""

    rows: dict[str, Any] = field(default_factory=dict)

    def get(self, aggregate_id: str) -> Any:
        if aggregate_id not in self.rows:
            raise CaseError("not_found")
        return deepcopy(self.rows[aggregate_id])

    def put(self, aggregate: Any) -> None:
        self.rows[aggregate.id] = deepcopy(aggregate)

    read = get

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        return tuple(each.id for each in self.rows.values() if not each.ended and officer_id in each.holders)

    def open_of(self, organ_id: str) -> tuple[Any, ...]:
        return tuple(deepcopy(each) for each in self.rows.values()
                     if each.organ_id == organ_id and not each.ended)

    def standing_still(self) -> tuple[str, ...]:
        return tuple(each.id for each in self.rows.values() if not each.ended and each.clock.suspended)

    def editions(self) -> tuple[tuple[str, str], ...]:
        return tuple({(case.division_code, case.edition) for case in self.rows.values() if not case.ended})

    def claim(self, division_code: str, edition: str, most: int) -> tuple[Any, ...]:
        found = [case for case in self.rows.values()
                 if not case.ended and (case.division_code, case.edition) == (division_code, edition)]
        return tuple(deepcopy(case) for case in found[:most])


@dataclass
class FakeUnit:
    store: Any
    told: list[Event]
    audits: list[tuple[str, str, dict[str, Any]]]

    def audit(self, what: str, subject: str, **facts: Any) -> None:
        self.audits.append((what, subject, facts))

    def commit(self, *aggregates: Any, answer: Any = None) -> Any:
        for aggregate in aggregates:
            self.told += [happening for _, happening in aggregate.take_events()]
            self.store.put(aggregate)
        return answer


@dataclass
class FakeContext:
    """`told` are the events of all commits, `units` how many transactions were opened; identity knows the
    `officers`."""

    officers: tuple[OfficerView, ...]
    now: datetime
    actor: Actor = SYSTEM
    rules: Any = RULES
    store: Any = field(default_factory=FakeRepository)
    ids: int = 0
    told: list[Event] = field(default_factory=list)
    audits: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    reads: list[tuple[str, str]] = field(default_factory=list)
    readers: list[LineWritten] = field(default_factory=list)
    units: int = 0
    inside: bool = False

    @contextmanager
    def unit(self) -> Iterator[FakeUnit]:
        self.units, self.inside = self.units + 1, True
        try:
            yield FakeUnit(self.store, self.told, self.audits)
        finally:
            self.inside = False

    @contextmanager
    def reading(self) -> Iterator[Any]:
        yield self.store

    def ask(self, operation: Operation[Any, Any], question: Any) -> Any:
        assert not self.inside, "no call may be made inside a transaction"
        if operation is OFFICERS:
            return OfficersView(officers=tuple(
                each for each in self.officers if each.organ_id == question.organ_id and each.active))
        assert operation is OFFICER
        known = {officer.officer_id: officer for officer in self.officers}
        if question.officer_id not in known:
            raise CaseError("not_found")
        return known[question.officer_id]

    def ask_itself(self, operation: Operation[Any, Any], question: Any) -> Any:
        """Here nobody's sight is less than the platform's."""
        return self.ask(operation, question)

    def audit_read(self, what: str, subject: str, **_facts: Any) -> None:
        self.reads.append((what, subject))
        self.readers.append(LineWritten(
            officer_id=self.actor.officer_id, organ_id=self.actor.organ_id, at=self.now))

    def audited(self, what: str, subject: str) -> tuple[LineWritten, ...]:
        both = zip(self.reads, self.readers, strict=True)
        return tuple(line for read, line in reversed(list(both)) if read == (what, subject))

    def new_id(self) -> str:
        self.ids += 1
        return f"id{self.ids}"

    def sit(self, actor: Actor, now: datetime | None = None) -> "FakeContext":
        """Another person acts."""
        self.actor, self.now = actor, now or self.now
        return self
