"""The service's use cases on a database: people of 牟定 (532323) and the prefecture, and one programme."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from rongcuo.contracts import determination
from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.documents.operations import ATTACHMENT
from rongcuo.contracts.errors import CaseError
from services.followup.domain.programme import Programme
from services.followup.storage import METADATA, FollowupStorage
from services.followup.usecases import opening, programmes
from tests.unit.casework import context
from tests.unit.clarify_procedures.desk import Unit
from tests.unit.followup import scene
from tests.unit.followup.scene import LEAD, NOW, PAPER, ZHAO
from tests.unit.review.scene import view


@dataclass
class Desk(context.FakeContext):
    """Documents know one file."""

    officers: tuple[Any, ...] = tuple(map(view, scene.EVERYBODY))
    now: datetime = scene.NOW
    rules: Any = scene.RULES
    store: Any = None

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        self.units, self.inside = self.units + 1, True
        try:
            yield Unit(self.store, self.told, self.audits)
        finally:
            self.inside = False
            self.store.session.rollback()

    def ask(self, operation: Any, question: Any) -> Any:
        if operation is not ATTACHMENT:
            return super().ask(operation, question)
        assert not self.inside, "no call may be made inside a transaction"
        if question.sha256 != PAPER.sha256:
            raise CaseError("not_found")
        return replace(PAPER, name=question.name)

    def put(self, *aggregates: Any) -> None:
        """As it was committed before."""
        with self.unit() as unit:
            unit.commit(*aggregates)
        self.told.clear()

    @property
    def programme(self) -> Programme:
        """The only one of 温某."""
        [found] = self.store.programmes.of_person("wen")
        return found

    def give(self, actor: Actor, usecase: Any, command: type[Any], case_id: str = "", **rest: Any) -> Any:
        """A command, as somebody gives it."""
        about = {"case_id": case_id} if case_id else {}
        return usecase(self.sit(actor), command(command_id="c", **about, **rest))


@contextmanager
def opened() -> Iterator[Desk]:
    """At an empty database."""
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with Session(engine) as session:
        yield Desk(store=FollowupStorage(session))
    engine.dispose()


def standing(case_id: str = "d1") -> Standing:
    return Standing(kind="determination", matter_id=case_id, number="容认〔2026〕2号", title="某事",
                    organ_id=scene.ORGAN, division_code=scene.DIVISION, pack_id=scene.PACK.id,
                    stage="feedback", due_at=NOW)


def made(outcome: Outcome, case_id: str = "d1") -> determination.DeterminationMade:
    return determination.DeterminationMade(
        standing=standing(case_id), decision_id=f"{case_id}-1", replaces="", basis="meeting",
        subject=determination.Subject(name="温某", unit=scene.UNIT, officer_id="wen"),
        act=determination.Act(what="先行施工", since=date(2026, 1, 1), until=date(2026, 1, 2)),
        outcome=outcome, initiation=determination.Initiation.CLUE, decided_at=NOW,
        terms=determination.DecisionTerms(reasons="为公"))


def registered(desk: Any, actor: Actor = ZHAO) -> Any:
    """The sanction of 温某; its programme is with 王."""
    desk.give(actor, opening.register_sanction, contract.RegisterSanction, attachments=(PAPER,),
              person=scene.PERSON, sanction=scene.SANCTION)
    desk.give(LEAD, programmes.assign, contract.AssignProgramme, desk.programme.id, officer_id="wang")
    return desk
