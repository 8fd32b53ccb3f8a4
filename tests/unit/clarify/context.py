"""A context of clarify: its people, what it keeps, and filing's answers."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.clarify import RegisterReport, ReportRegistered
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.filing.operations import FILING, RECEIPT
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.vault import Registering
from rongcuo.contracts.vault.operations import MAY_REGISTER
from services.clarify.domain import FiledMatter, Report
from services.clarify.domain.false_accusation import FalseAccusation
from services.clarify.usecases import registering
from services.clarify.usecases.registering import open_report
from tests.unit.casework import context
from tests.unit.clarify import scene
from tests.unit.clarify.scene import CONTENT, EVERYBODY, LEAD, RECEIVED_AT, WANG, view


class FakeReports(context.FakeRepository):
    counted: int = 0

    def of_reporter(self, reporter_ref: str) -> Report | None:
        found = [each for each in self.rows.values() if reporter_ref and each.reporter_ref == reporter_ref]
        return deepcopy(found[-1]) if found else None

    def next_number(self, _organ_id: str, _year: int) -> int:
        self.counted += 1
        return self.counted


class FakeFollowing(context.FakeRepository):
    counted: int = 0

    def of_report(self, report_id: str) -> tuple[Any, ...]:
        return tuple(deepcopy(each) for each in self.rows.values() if each.report_id == report_id)

    read_of_report = of_report

    def asked_of(self, organ_id: str) -> tuple[str, ...]:
        return tuple(each.id for each in self.rows.values()
                     if not each.ended and organ_id in (each.approver_id, each.complaint_organ_id))

    def next_number(self, _organ_id: str, _year: int) -> int:
        self.counted += 1
        return self.counted


@dataclass
class FakeFilings:
    kept: dict[str, FiledMatter] = field(default_factory=dict)

    def keep(self, matter: FiledMatter) -> None:
        self.kept[matter.filing_id] = matter

    def read(self, filing_id: str) -> FiledMatter:
        if filing_id not in self.kept:
            raise CaseError("clarify.filing_unknown")
        return self.kept[filing_id]

    def near(self, _division_code: str, _allegation: Any) -> tuple[FiledMatter, ...]:
        return tuple(self.kept.values())


@dataclass
class FakeStore:
    reports: FakeReports = field(default_factory=FakeReports)
    false_accusations: FakeFollowing = field(default_factory=FakeFollowing)
    clarifications: FakeFollowing = field(default_factory=FakeFollowing)
    filings: FakeFilings = field(default_factory=FakeFilings)

    def put(self, aggregate: Aggregate) -> None:
        kept = {Report: self.reports, FalseAccusation: self.false_accusations}
        kept.get(type(aggregate), self.clarifications).put(aggregate)


@dataclass
class FakeContext(context.FakeContext):
    """`filings`: what filing answers, by id; `receipts` likewise. `not_theirs`: references of reporters whom
    the vault knows to be somebody else's."""

    officers: tuple[OfficerView, ...] = tuple(map(view, EVERYBODY))
    now: datetime = RECEIVED_AT
    store: FakeStore = field(default_factory=FakeStore)
    filings: Mapping[str, Any] = field(default_factory=dict)
    receipts: Mapping[str, Any] = field(default_factory=dict)
    not_theirs: frozenset[str] = frozenset()

    def ask(self, operation: Any, question: Any) -> Any:
        if operation in (FILING, RECEIPT):
            answers = self.filings if operation is FILING else self.receipts
            if question.filing_id not in answers:
                raise CaseError("not_found")
            return answers[question.filing_id]
        if operation is MAY_REGISTER:
            return Registering(may=question.reporter_ref not in self.not_theirs)
        return super().ask(operation, question)

    def sit(self, actor: Actor, now: datetime | None = None) -> "FakeContext":
        super().sit(actor, now)
        return self

    def heard(self) -> None:
        """What was registered comes round to the service itself."""
        registered = [each for each in self.told if isinstance(each, ReportRegistered)]
        self.told = [each for each in self.told if each not in registered]
        for each in registered:
            open_report(self.sit(SYSTEM), each)


def registered(content=CONTENT, actor=WANG) -> FakeContext:
    context = FakeContext().sit(actor)
    registering.register(context, RegisterReport(command_id="c1", content=content))
    return context


def opened(content=CONTENT) -> FakeContext:
    context = registered(content)
    context.heard()
    return context


def assigned() -> FakeContext:
    context = opened()
    report = context.store.reports.get("id1")
    report.assign(view(WANG), scene.by(LEAD))
    context.store.put(report)
    return context.sit(WANG)


def refused(code: str, act) -> None:
    with pytest.raises(CaseError) as refusal:
        act()
    assert refusal.value.code == code
