"""A context and a repository in memory: they keep what was committed, and forget what was not."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.documents.operations import ATTACHMENT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.identity.operations import OFFICER
from rongcuo.contracts.operation import Operation
from rongcuo.policy.rules import Rules
from services.filing.domain import Filing, Series
from services.filing.domain.change import FilingChange
from services.filing.domain.oversight import Oversight
from services.filing.ports import Filings

RULES = Rules()


@dataclass
class Cabinet:
    """What is committed. `told` to others: subject, version, event. `audits` in the ledger: what, subject."""

    filings: dict[str, Filing] = field(default_factory=dict)
    counters: Counter[tuple[Series, str, int]] = field(default_factory=Counter)
    told: list[tuple[str, int, Event]] = field(default_factory=list)
    audits: list[tuple[str, str]] = field(default_factory=list)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)  # by whom, by digest
    oversights: dict[str, Oversight] = field(default_factory=dict)
    changes: dict[str, FilingChange] = field(default_factory=dict)
    officers: dict[str, OfficerView] = field(default_factory=dict)

    def copy(self) -> "Cabinet":
        """Another one with the same content; what a filing is made of never changes, only the filing does."""
        filings = {filing_id: replace(filing, happened=[]) for filing_id, filing in self.filings.items()}
        oversights = {each.id: replace(each, happened=[]) for each in self.oversights.values()}
        changes = {each.id: replace(each, happened=[]) for each in self.changes.values()}
        return Cabinet(filings, self.counters.copy(), self.told.copy(), self.audits.copy(), self.files,
                       oversights, changes, self.officers)

    def events(self, filing_id: str) -> list[Event]:
        return [event for subject, _, event in self.told if subject == filing_id]


class FakeOversights:
    """The repository of what follows acceptances."""

    def __init__(self, cabinet: Cabinet) -> None:
        self.cabinet = cabinet

    def get(self, oversight_id: str) -> Oversight:
        if oversight_id not in self.cabinet.oversights:
            raise CaseError("not_found")
        return replace(self.cabinet.oversights[oversight_id])

    read = get

    def find_of(self, filing: Filing) -> Oversight | None:
        found = (each.id for each in self.cabinet.oversights.values() if each.filing_id == filing.id)
        return next(map(self.get, found), None)

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        return tuple(each.id for each in self.cabinet.oversights.values() if each.looks_at(officer_id)
                     or (each.officer and each.officer.officer_id == officer_id))


class FakeChanges:
    """The repository of changes."""

    def __init__(self, cabinet: Cabinet) -> None:
        self.cabinet = cabinet

    def get(self, change_id: str) -> FilingChange:
        if change_id not in self.cabinet.changes:
            raise CaseError("not_found")
        return replace(self.cabinet.changes[change_id])

    read = get

    def of_filing(self, filing_id: str) -> tuple[FilingChange, ...]:
        theirs = (each.id for each in self.cabinet.changes.values() if each.filing_id == filing_id)
        return tuple(map(self.get, theirs))

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        return tuple(each.id for each in self.cabinet.changes.values() if each.pending and each.reviewer
                     and each.reviewer.officer_id == officer_id)


class FakeFilings:
    """The repository inside one transaction, over its own copy of the cabinet."""

    def __init__(self, cabinet: Cabinet) -> None:
        self.cabinet = cabinet
        self.oversights = FakeOversights(cabinet)
        self.changes = FakeChanges(cabinet)

    def get(self, filing_id: str) -> Filing:
        if filing_id not in self.cabinet.filings:
            raise CaseError("not_found")
        return replace(self.cabinet.filings[filing_id])

    read = get

    def require_new(self, filing: Filing, keys: frozenset[str]) -> None:
        others = (other for other in self.cabinet.filings.values() if other.id != filing.id)
        twin = next((other for other in others if other.matter_key in keys), None)
        if twin:
            raise CaseError("filing.duplicate_matter", details={"number": twin.number})

    def active_twin(self, filing: Filing) -> Filing | None:
        found = (other.id for other in self.cabinet.filings.values()
                 if other.id != filing.id and other.matter_key == filing.own_key)
        return next(map(self.get, found), None)

    def put(self, filing: Filing | Oversight | FilingChange) -> None:
        if isinstance(filing, FilingChange):
            self.cabinet.changes[filing.id] = filing
            return
        if isinstance(filing, Oversight):
            self.cabinet.oversights[filing.id] = filing
            return
        others = (other for other in self.cabinet.filings.values() if other.id != filing.id)
        twin = next((other for other in others if other.matter_key == filing.matter_key), None)
        if twin and filing.matter_key:
            raise CaseError("filing.duplicate_matter", details={"number": twin.number})
        self.cabinet.filings[filing.id] = filing

    def next_number(self, series: Series, organ_id: str, year: int) -> int:
        self.cabinet.counters[series, organ_id, year] += 1
        return self.cabinet.counters[series, organ_id, year]

    def numbered(self, numbers: tuple[str, ...], void_by: str) -> list[Filing]:
        found = [each.id for each in self.cabinet.filings.values()
                 if each.number in numbers or void_by in each.voiding.found]
        return [self.get(filing_id) for filing_id in found]

    def claim_run_out(self, before: date, most: int) -> list[Filing]:
        run_out = [each.id for each in self.cabinet.filings.values()
                   if each.state == "accepted" and each.valid_until and each.valid_until < before]
        return [self.get(filing_id) for filing_id in run_out[:most]]


@dataclass
class FakeUnit:
    store: FakeFilings
    committed: bool = False

    def commit(self, *aggregates: Any, answer: Any = None) -> Any:
        for filing in aggregates:
            self.store.put(filing)
            told = ((filing.id, version, event) for version, event in filing.take_events())
            self.store.cabinet.told.extend(told)
        self.committed = True
        return answer

    def audit(self, what: str, subject: str, **_facts: str | int) -> None:
        self.store.cabinet.audits.append((what, subject))


@dataclass
class FakeContext:
    """One occasion: who, when, and the cabinet it works on."""

    cabinet: Cabinet
    now: datetime
    actor: Actor = SYSTEM
    rules: Rules = RULES

    @contextmanager
    def unit(self) -> Iterator[FakeUnit]:
        unit = FakeUnit(FakeFilings(self.cabinet.copy()))
        yield unit
        if unit.committed:
            vars(self.cabinet).update(vars(unit.store.cabinet))

    @contextmanager
    def reading(self) -> Iterator[Filings]:
        yield FakeFilings(self.cabinet.copy())

    def ask(self, operation: Operation[Any, Any], question: Any) -> Any:
        if operation is OFFICER:
            if question.officer_id not in self.cabinet.officers:
                raise CaseError("not_found")
            return self.cabinet.officers[question.officer_id]
        assert operation is ATTACHMENT
        mine = self.cabinet.files.get(self.actor.officer_id, {})
        if question.sha256 not in mine:
            raise CaseError("not_found")
        return mine[question.sha256]

    def new_id(self) -> str:
        return f"filing{len(self.cabinet.filings) + 1}"
