"""The casebook's use cases on a database, with one concluded determination to tell of."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from rongcuo.contracts import determination
from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.determination import Act, Initiation, Outcome, Subject
from rongcuo.contracts.determination.operations import DETERMINATION
from rongcuo.contracts.followup import (
    BeginEntry,
    Combination,
    EntriesQuery,
    EntryQuery,
    EntrySourceKind,
    MaskChoice,
    MaskDecision,
)
from services.followup.usecases import casebook
from services.followup.views import casebook as views
from tests.unit.followup import scene
from tests.unit.followup.casebook_scene import QIAN, TEXT
from tests.unit.followup.desk import Desk, opened
from tests.unit.followup.scene import DEPUTY, LEAD, NOW, ZHAO
from tests.unit.review.scene import view


class Office(Desk):
    """Determinations know one case, of which the decision holds."""

    standing: determination.DecisionStanding = determination.DecisionStanding.CURRENT
    withheld: bool = False

    def ask(self, operation: Any, question: Any) -> Any:
        if operation is not DETERMINATION:
            return super().ask(operation, question)
        assert not self.inside, "no call may be made inside a transaction"
        decision = determination.DecisionView(
            decision_id="d1-1", basis="meeting", decided_by_name="联席会议", outcome=Outcome.EXEMPT,
            terms=determination.DecisionTerms(reasons="为公"), standing=self.standing, decided_at=NOW)
        return determination.DeterminationView(
            case_id="d1", number="容认〔2026〕2号", title="清水项目", situation="", grounds="",
            organ_id="532323", division_code="532323", judged_by="", run_by="", stage="", assignee_id="wang",
            assignee_name="王立", subject=Subject(name="温建国", unit=scene.UNIT, officer_id="wen"),
            act=Act(what="先行施工", since=date(2026, 1, 1), until=date(2026, 1, 2)), opened_at=NOW,
            initiation=Initiation.CLUE, state=determination.DeterminationState.CONCLUDED,
            decisions=(decision,), withheld=self.withheld)


@contextmanager
def office_opened() -> Iterator[Office]:
    """At an empty database."""
    with opened() as desk:
        yield Office(store=desk.store, officers=(*desk.officers, view(QIAN)))


def begin(office: Office, actor: Actor = LEAD, **other: Any) -> str:
    told = {"kind": EntrySourceKind.DETERMINATION, "source_id": "d1", "area": "land", "text": TEXT} | other
    return str(office.give(actor, casebook.begin, BeginEntry, **told).case_id)


def decide_all(office: Office, entry_id: str) -> None:
    office.give(LEAD, casebook.propose, contract.ProposeMasks, entry_id)
    masks = office.store.casebook.read(entry_id).masks
    office.give(LEAD, casebook.decide, contract.DecideMasks, entry_id, decisions=tuple(
        MaskDecision(number=each.number, choice=MaskChoice.MASK) for each in masks))


def checked(office: Office, told: Combination | None = None, **other: Any) -> str:
    entry_id = begin(office, **other)
    decide_all(office, entry_id)
    office.give(LEAD, casebook.describe, contract.DescribeEntry, entry_id, area="general",
                combination=told or Combination())
    office.give(LEAD, casebook.name_checkers, contract.NameCheckers, entry_id, officer_ids=("zhao", "qian"))
    for actor in (ZHAO, QIAN):
        office.give(actor, casebook.confirm, contract.ConfirmMasks, entry_id)
    return entry_id


def out(office: Office, **other: Any) -> str:
    entry_id = checked(office, **other)
    office.give(DEPUTY, casebook.publish, contract.PublishEntry, entry_id)
    return entry_id


def seen(office: Office, entry_id: str, actor: Actor = LEAD) -> contract.EntryView:
    return views.entry(office.sit(actor), EntryQuery(case_id=entry_id))


def listed(office: Office, actor: Actor, **asked: Any) -> list[str]:
    return [each.case_id for each in views.page(office.sit(actor), EntriesQuery(**asked)).lines]
