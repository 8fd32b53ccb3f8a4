"""The record of 温某 at an empty database: filing and determination answer what they are told to."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from rongcuo.contracts.determination import DecidedAbout, DecidedCase
from rongcuo.contracts.determination.operations import DECIDED_ABOUT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FiledBy, FiledMatter, FilingState, GuidedOn
from rongcuo.contracts.filing.operations import FILED_BY
from rongcuo.contracts.followup import FactKind, FactRef
from services.followup.storage import METADATA, FollowupStorage
from tests.unit.followup import desk, scene
from tests.unit.followup.scene import NOW, ORGAN

FILING, CASE = FactRef(kind=FactKind.FILING, matter_id="f1"), FactRef(
    kind=FactKind.DETERMINATION, matter_id="d1")
PROGRAMME = FactRef(kind=FactKind.PROGRAMME, matter_id="p1")
FILED = FiledBy(matters=(FiledMatter(
    filing_id="f1", number="容报〔2026〕1号", title="先行供水", organ_id=ORGAN, state=FilingState.ACCEPTED,
    submitted_at=NOW, guidance=(GuidedOn(on=date(2026, 2, 3), words="补签合同"),)),))
DECIDED = DecidedAbout(cases=(DecidedCase(
    case_id="d1", number="容认〔2026〕2号", title="先行施工", organ_id=ORGAN, outcome="exempt",
    decided_at=NOW),))


@dataclass
class Desk(desk.Desk):
    """`kept_from`: officers for whom neither other service has anything; `away`: services that do not
    answer."""

    kept_from: set[str] = field(default_factory=set)
    away: set[str] = field(default_factory=set)
    by_itself: bool = False

    def ask(self, operation: Any, question: Any) -> Any:
        told = {FILED_BY.name: FILED, DECIDED_ABOUT.name: DECIDED}.get(operation.name)
        if told is None:
            return super().ask(operation, question)
        assert not self.inside, "no call may be made inside a transaction"
        if operation.service in self.away:
            raise CaseError("service_unavailable")
        hidden = not self.by_itself and self.actor.officer_id in self.kept_from
        about = question.filer_id if operation is FILED_BY else question.subject_id
        return type(told)() if hidden or about != "wen" else told

    def ask_itself(self, operation: Any, question: Any) -> Any:
        self.by_itself = True
        try:
            return self.ask(operation, question)
        finally:
            self.by_itself = False


@contextmanager
def opened() -> Iterator[Desk]:
    """With the programme of 温某, of which 赵 was recused."""
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with Session(engine) as session:
        there = Desk(store=FollowupStorage(session))
        there.put(scene.assistance())
        yield there
    engine.dispose()
