"""The service's use cases on a database: people of 嵩明 (530127), 昆明 and the province, and a report of
which something was found."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.clarify import Bearing, Element, Factor, ReportOutcome
from rongcuo.contracts.documents.operations import ATTACHMENT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.vault import FileKind, Paper, PutToReporter, ReporterRead, ReporterWrote
from rongcuo.contracts.vault.operations import PAPER as OF_REPORTER
from services.clarify.domain import Report
from services.clarify.domain.clarification import Clarification
from services.clarify.domain.false_accusation import FalseAccusation
from services.clarify.storage import METADATA, ReportStorage
from services.clarify.usecases import clarifications, false_accusations, heeding, reporter
from tests.unit.casework.context import FakeUnit
from tests.unit.clarify import context, scene
from tests.unit.clarify.scene import LEAD, LIU, SECOND, WANG, officer
from tests.unit.clarify_procedures import accusation_scene
from tests.unit.clarify_procedures.clarification_scene import MEETING, PAPER, THEIR_PAPER, WRITTEN

PROVINCE_LEAD = officer("prov", Role.LEAD, organ_id="530000", unit="云南省纪委监委")
OTHER_ABOVE = officer("above2", Role.LEAD, organ_id=scene.ABOVE, unit="昆明市纪委监委")
QIAN = officer("qian", Role.REVIEWER)                 # had nothing to do with the report
EVERYBODY = (*scene.EVERYBODY, PROVINCE_LEAD, OTHER_ABOVE, QIAN)
UNTRUE, SUSPECTED = ReportOutcome.UNSUBSTANTIATED, ReportOutcome.SUSPECTED_MALICIOUS
WORDS = tuple(contract.AllegationWords(allegation_id=number, words=f"反映问题{number}", conclusion="不属实")
              for number in ("1", "2"))
PLAN = contract.Plan(allegations=("1", "2"), audiences=(WRITTEN, MEETING), head="县住建局党组")


class Unit(FakeUnit):
    """Commits to the database."""

    def commit(self, *aggregates: Any, answer: Any = None) -> Any:
        for aggregate in aggregates:
            self.store.put(aggregate)
            self.told += [happening for _, happening in aggregate.take_events()]
        self.store.session.commit()
        return answer


@dataclass
class Desk(context.FakeContext):
    """Documents know one file."""

    officers: tuple[Any, ...] = tuple(map(scene.view, EVERYBODY))
    paper_came: datetime | None = None      # into the vault; otherwise now

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        self.units, self.inside = self.units + 1, True
        try:
            yield Unit(self.store, self.told, self.audits)
        finally:
            self.inside = False
            self.store.session.rollback()

    def ask(self, operation: Any, question: Any) -> Any:
        if operation not in (ATTACHMENT, OF_REPORTER):
            return super().ask(operation, question)
        assert not self.inside, "no call may be made inside a transaction"
        if operation is OF_REPORTER:     # of whom the vault has one
            if (question.reporter_ref, question.file_id) != (self.report.reporter_ref, THEIR_PAPER.sha256):
                raise CaseError("not_found")
            return Paper(file_id=question.file_id, number=3, kind=FileKind.PDF, size=THEIR_PAPER.size,
                         at=self.paper_came or self.now)
        kept = {each.sha256: each for each in (PAPER,)}
        if question.sha256 not in kept:
            raise CaseError("not_found")
        return replace(kept[question.sha256], name=question.name)

    def put(self, *aggregates: Any) -> None:
        """As it was committed before."""
        with self.unit() as unit:
            unit.commit(*aggregates)
        self.told.clear()

    @property
    def report(self) -> Report:
        return self.store.reports.read("r1")

    @property
    def clearing(self) -> Clarification:
        """The only one."""
        [case] = self.store.clarifications.of_report("r1")
        return case

    @property
    def inquiry(self) -> FalseAccusation:
        """The only one."""
        [case] = self.store.false_accusations.of_report("r1")
        return case

    @property
    def shown(self) -> tuple[PutToReporter, ...]:
        """All that inquiries have put to the reporter."""
        return tuple(PutToReporter(case_id=case.id, place=place)
                     for case in self.store.false_accusations.of_report("r1")
                     for place in sorted(accusation_scene.everything(case)))

    def wrote(self) -> None:
        """The reporter, in the vault."""
        reporter.take_message(self.sit(SYSTEM, self.now), ReporterWrote(
            reporter_ref=self.report.reporter_ref, organ_id=scene.ORGAN, at=self.now, shown=self.shown))

    def read(self) -> None:
        """By the reporter, what was put to them."""
        reporter.take_receipt(self.sit(SYSTEM, self.now), ReporterRead(
            reporter_ref=self.report.reporter_ref, organ_id=scene.ORGAN, told_until=self.now, at=self.now,
            shown=self.shown))

    def give(self, actor: Actor, usecase: Any, kind: type[Any], case_id: str = "", **rest: Any) -> Any:
        """A command, as somebody gives it."""
        about = {"case_id": case_id} if case_id else {}
        return usecase(self.sit(actor), kind(command_id="c", **about, **rest))


@contextmanager
def opened() -> Iterator[Desk]:
    """At an empty database."""
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with Session(engine) as session:
        yield Desk(store=ReportStorage(session))
    engine.dispose()


def found(desk: Desk, *outcomes: ReportOutcome) -> Desk:
    """A report of two allegations, and what was found of them."""
    desk.put(scene.found(*outcomes))
    return desk


def answered(desk: Desk, clear: bool = True, actor: Actor = WANG) -> None:
    desk.give(actor, heeding.answer_clearing, contract.AnswerClearing, report_id="r1", clear=clear,
              ground="" if clear else "no_harm", words="查明不实")


def closed(desk: Desk) -> None:
    desk.give(LEAD, heeding.close, contract.CloseReport, report_id="r1")


def to_clear(desk: Desk, said_yes: Actor = WANG) -> Desk:
    """A report found untrue, answered with yes and closed; its clearing is with 王."""
    found(desk, UNTRUE, UNTRUE)
    answered(desk, actor=said_yes)
    closed(desk)
    desk.give(LEAD, clarifications.assign, contract.AssignClarification, desk.clearing.id, officer_id="wang")
    return desk


def planned(desk: Desk, said_yes: Actor = WANG) -> Desk:
    to_clear(desk, said_yes)
    case_id = desk.clearing.id
    desk.give(WANG, clarifications.assess, contract.AssessClarification, case_id, grounds=("career",),
              effects="影响考察", allegations=WORDS)
    desk.give(WANG, clarifications.plan, contract.PlanClarification, case_id, plan=PLAN)
    return desk


def before_the_head(desk: Desk, said_yes: Actor = WANG) -> Desk:
    planned(desk, said_yes)
    case_id, opinion = desk.clearing.id, contract.ClearingOpinion(
        agrees=True, modes=(contract.ClarificationMode.MEETING,), given_on=scene.RECEIVED_AT.date())
    desk.give(WANG, clarifications.ask_opinion, contract.AskOpinion, case_id)
    desk.give(LIU, clarifications.give_opinion, contract.GiveOpinion, case_id, opinion=opinion)
    desk.give(WANG, clarifications.request_approval, contract.RequestApproval, case_id,
              recommendation="建议澄清", review_opinion="同意")
    return desk


def approved(desk: Desk) -> Desk:
    before_the_head(desk)
    desk.give(SECOND, clarifications.approve, contract.ApproveClarification, desk.clearing.id)
    return desk


def refused(desk: Desk) -> Desk:
    to_clear(desk)
    case_id, why = desk.clearing.id, {"ground": "no_harm", "reasons": "没有造成影响"}
    desk.give(WANG, clarifications.propose_refusal, contract.ProposeRefusal, case_id, **why)
    desk.give(SECOND, clarifications.refuse, contract.RefuseClarification, case_id, **why)
    return desk


def suspected(desk: Desk, managed_by: contract.ManagedBy = contract.ManagedBy.COUNTY) -> Desk:
    """An inquiry that 赵 holds: 王 has found what the report is."""
    found(desk, SUSPECTED, SUSPECTED)
    desk.give(LEAD, false_accusations.open_one, contract.OpenFalseAccusation, report_id="r1",
              managed_by=managed_by)
    desk.give(LEAD, false_accusations.assign, contract.AssignFalseAccusation, desk.inquiry.id,
              officer_id="zhao")
    return desk


def inquiring(desk: Desk) -> Desk:
    suspected(desk)
    desk.give(scene.ZHAO, false_accusations.request_beginning, contract.RequestBeginning, desk.inquiry.id,
              grounds="截图系伪造")
    desk.give(scene.LEAD_ABOVE, false_accusations.answer_beginning, contract.AnswerBeginning, desk.inquiry.id,
              answer=contract.Answer.APPROVED, reasons="同意启动")
    return desk


def proven(desk: Desk) -> Desk:
    """Everything is weighed, and the reporter heard."""
    inquiring(desk)
    case_id = desk.inquiry.id
    desk.give(scene.ZHAO, false_accusations.add_evidence, contract.AddAccusationEvidence, case_id,
              title="鉴定意见", attachments=(PAPER,))
    [evidence] = desk.inquiry.proof.evidence
    for element in Element:
        for factor in Factor:
            weighing = accusation_scene.weighing(element, factor, Bearing.PROVES, evidence.evidence_id)
            desk.give(scene.ZHAO, false_accusations.weigh, contract.WeighFactor, case_id, weighing=weighing)
    desk.give(scene.ZHAO, false_accusations.ask_reporter, contract.AskReporter, case_id,
              question="来源和依据")
    desk.wrote()
    desk.give(scene.ZHAO, false_accusations.record_hearing, contract.RecordReporterHearing, case_id,
              source="他人转来", basis="没有其他依据")
    confirmed(desk)
    return desk


def confirmed(desk: Desk) -> None:
    """By a second person, what was entered for the reporter last."""
    desk.give(LEAD, false_accusations.confirm_entry, contract.ConfirmEntry, desk.inquiry.id,
              number=len(desk.inquiry.entries))
