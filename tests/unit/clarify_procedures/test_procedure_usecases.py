"""Use cases of both procedures: who sees what, what is asked before a transaction, and what is committed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import pytest

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import (
    Answer,
    ClarificationStart,
    ReportOutcome,
)
from rongcuo.contracts.clarify import ClarificationState as Clearing
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.documents.operations import ATTACHMENT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.operation import Operation
from services.clarify.access import clarifications as clearing_access
from services.clarify.access import false_accusations as access
from services.clarify.domain.clarification import Unfounded
from services.clarify.domain.false_accusation import FalseAccusation, Suspicion
from services.clarify.presenters import clarifications as presenters
from services.clarify.usecases import clarification, false_accusation
from tests.unit.casework import context
from tests.unit.clarify_procedures import accusation_scene as accused
from tests.unit.clarify_procedures import clarification_scene as cleared
from tests.unit.clarify_procedures.clarification_scene import (
    COLLEAGUE,
    KIN,
    LEAD,
    NOW,
    PAPER,
    SUBJECT,
    WANG,
    by,
)
from tests.unit.review.scene import officer, view


@dataclass
class FakeRepository(context.FakeRepository):
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)

    def next_number(self, organ_id: str, year: int) -> int:
        self.numbers[organ_id, year] = self.numbers.get((organ_id, year), 0) + 1
        return self.numbers[organ_id, year]

    def of_report(self, report_id: str) -> tuple[Any, ...]:
        return tuple(self.get(each.id) for each in self.rows.values() if each.report_id == report_id)


@dataclass
class FakeReports:
    outcome: ReportOutcome = ReportOutcome.SUSPECTED_MALICIOUS

    def suspicion(self, report_id: str, _: Actor) -> Suspicion:
        return replace(accused.suspicion(self.outcome), report_id=report_id)

    def unfounded(self, report_id: str, allegations: tuple[str, ...], _: Actor) -> Unfounded:
        return replace(cleared.REPORT, report_id=report_id, allegations=tuple(
            each for each in cleared.ALLEGATIONS if each.allegation_id in allegations))


@dataclass
class FakeStorage:
    false_accusations: FakeRepository = field(default_factory=FakeRepository)
    clarifications: FakeRepository = field(default_factory=FakeRepository)
    suspicions: FakeReports = field(default_factory=FakeReports)

    @property
    def unfounded_reports(self) -> FakeReports:
        return self.suspicions

    def put(self, aggregate: Any) -> None:
        kept = self.false_accusations if isinstance(aggregate, FalseAccusation) else self.clarifications
        kept.put(aggregate)


@dataclass
class FakeContext(context.FakeContext):
    """Documents know the files named in `uploads`."""

    officers: tuple[OfficerView, ...] = tuple(map(view, (*accused.EVERYBODY, *cleared.EVERYBODY)))
    now: datetime = NOW
    store: FakeStorage = field(default_factory=FakeStorage)
    uploads: frozenset[str] = frozenset({PAPER.sha256})

    @contextmanager
    def unit(self) -> Iterator[context.FakeUnit]:
        self.units, self.inside = self.units + 1, True
        try:
            yield context.FakeUnit(self.store, self.told, self.audits)
        finally:
            self.inside = False

    def ask(self, operation: Operation[Any, Any], question: Any) -> Any:
        if operation is not ATTACHMENT:
            return super().ask(operation, question)
        assert not self.inside, "no call may be made inside a transaction"
        if question.sha256 not in self.uploads:
            raise CaseError("not_found")
        return replace(PAPER, name=question.name)


OPEN = contract.OpenFalseAccusation(command_id="c", report_id="r1")


def test_a_suspected_report_is_inquired_into_once_at_a_time():
    desk = FakeContext(actor=accused.LEAD)
    opened = false_accusation.open_one(desk, OPEN)
    assert (opened.number, opened.state) == ("诬核〔2026〕1号", State.PREPARATION)
    assert opened.pseudonym == "举报人7"
    with pytest.raises(CaseError, match=r"clarify\.inquired_already"):
        false_accusation.open_one(desk, OPEN)
    desk.store.suspicions.outcome = ReportOutcome.NOT_RESOLVED
    with pytest.raises(CaseError, match=r"clarify\.not_suspected"):
        false_accusation.open_one(desk, replace(OPEN, report_id="r2"))
    assert len(desk.store.false_accusations.rows) == 1


def test_the_way_through_both_gates_by_commands():
    desk = FakeContext(actor=accused.LEAD)
    case_id = false_accusation.open_one(desk, OPEN).case_id

    def give(kind: type, **rest: Any) -> Any:
        return kind(command_id="c", case_id=case_id, **rest)
    false_accusation.assign(desk, give(contract.AssignFalseAccusation, officer_id="wang"))
    desk.sit(accused.WANG)
    false_accusation.request_beginning(desk, give(contract.RequestBeginning, grounds="可疑"))
    with pytest.raises(CaseError, match="forbidden"):
        false_accusation.answer_beginning(
            desk, give(contract.AnswerBeginning, answer=Answer.APPROVED, reasons="同意"))
    desk.sit(accused.CITY)
    false_accusation.answer_beginning(
        desk, give(contract.AnswerBeginning, answer=Answer.APPROVED, reasons="同意"))
    desk.sit(accused.WANG)
    added = false_accusation.add_evidence(
        desk, give(contract.AddAccusationEvidence, title="鉴定意见", attachments=(PAPER,)))
    assert added.lacking[-2:] == ("fabrication.proven", "intent.proven")
    with pytest.raises(CaseError, match=r"attachment\.unknown"):
        false_accusation.add_evidence(desk, give(
            contract.AddAccusationEvidence, title="别的", attachments=(replace(PAPER, sha256="cd" * 32),)))
    for element in contract.Element:
        for factor in contract.Factor:
            last = false_accusation.weigh(desk, give(contract.WeighFactor, weighing=accused.weighing(
                element, factor, contract.Bearing.PROVES, added.evidence[0].evidence_id)))
    assert last.lacking == ()
    false_accusation.ask_reporter(desk, give(contract.AskReporter, question="来源和依据"))
    false_accusation.record_hearing(desk, give(contract.RecordReporterHearing, source="他人", basis="没有"))
    false_accusation.serve_draft(desk, give(contract.ServeDraftFinding, draft=accused.DRAFT))
    false_accusation.answer_draft(desk, give(contract.RecordDraftAnswer, words="不服", considered="已核"))
    sent = false_accusation.request_finding(desk, give(contract.RequestFinding, file=accused.FILE))
    assert sent.state is State.FINDING_APPROVAL
    desk.sit(accused.CITY_OTHER)
    found = false_accusation.answer_finding(
        desk, give(contract.AnswerFinding, answer=Answer.APPROVED, reasons="同意"))
    assert (found.state, found.complain_until) == (State.FOUND, NOW.date().replace(month=4, day=1))


def test_what_a_report_turns_out_to_be_changes_the_inquiries_of_that_report_alone():
    desk = FakeContext(actor=accused.LEAD)
    for report in ("r1", "r2"):
        false_accusation.open_one(desk, replace(OPEN, report_id=report))
    with desk.unit() as unit:
        changed = false_accusation.heed_outcome(desk, unit.store, "r1", ReportOutcome.MISTAKEN, "误解")
        unit.commit(*changed)
        assert false_accusation.heed_outcome(
            desk, unit.store, "r2", ReportOutcome.SUSPECTED_MALICIOUS, "") == ()
    states = {each.report_id: each.state for each in desk.store.false_accusations.rows.values()}
    assert states == {"r1": State.MISTAKEN, "r2": State.PREPARATION}


@pytest.mark.parametrize("actor", [
    accused.NAMED, accused.KIN, accused.ELSEWHERE, officer("op", Role.OPERATOR), officer("m", Role.MEMBER),
    officer("namedlead", Role.LEAD, Role.SUPERVISOR, unit=accused.UNIT, organ_id="530100")])
def test_for_whoever_is_named_and_their_line_an_inquiry_is_not_there(actor: Actor):
    for case in (make() for make in accused.CASES.values()):
        assert not access.sees(actor, case)
        with pytest.raises(CaseError, match="not_found"):
            access.require(actor, access.Verb.ASSIGN, case)


def test_the_approving_organ_sees_it_from_the_first_request_on():
    assert not access.sees(accused.CITY, accused.prepared())
    assert access.sees(accused.CITY, accused.requested())
    assert access.sees(accused.CITY, accused.found())
    assert not access.sees(accused.ABOVE, accused.found())
    assert access.sees(accused.ABOVE, accused.complained())


PROPOSE = contract.ProposeClarification(
    command_id="c", report_id="r1", concerned=cleared.PERSON, allegations=("a1", "a3"), grounds=("career",),
    effects="影响考察")
APPLY = contract.ApplyForClarification(
    command_id="c", organ_id="530181", concerned=cleared.PERSON, situation="任副局长", reported="收受礼金",
    wish="在本单位说明")


def test_a_clearing_is_proposed_once_for_a_person_and_report():
    desk = FakeContext(actor=WANG)
    proposed = clarification.propose(desk, PROPOSE)
    assert (proposed.number, proposed.state) == ("澄清〔2026〕1号", Clearing.ASSESSMENT)
    assert [each.allegation_id for each in proposed.allegations] == ["a1", "a3"]
    with pytest.raises(CaseError, match=r"clarify\.proposed_already"):
        clarification.propose(desk, PROPOSE)
    with pytest.raises(CaseError, match=r"clarify\.nothing_to_clear"):
        clarification.propose(desk, replace(PROPOSE, report_id="r2", allegations=("a3", "a4")))


def test_who_signs_in_applies_for_themselves_whatever_name_they_give():
    desk = FakeContext(actor=SUBJECT)
    told = clarification.apply(desk, replace(APPLY, concerned=replace(cleared.PERSON, name="别人")))
    assert (told.concerned.name, told.start) == (SUBJECT.name, ClarificationStart.APPLICATION)
    with pytest.raises(CaseError, match="forbidden"):
        clarification.apply(desk, replace(APPLY, concerned=replace(cleared.PERSON, officer_id="colleague")))


def test_a_caseworker_enters_an_application_only_for_whoever_can_not_sign_in():
    desk = FakeContext(actor=WANG)
    with pytest.raises(CaseError, match=r"clarify\.not_concerned"):
        clarification.apply(desk, replace(APPLY, attachments=(PAPER,)))
    nobodys = replace(APPLY, concerned=cleared.NO_ACCOUNT)
    with pytest.raises(CaseError, match=r"clarify\.paper_missing"):
        clarification.apply(desk, nobodys)
    assert clarification.apply(desk, replace(nobodys, attachments=(PAPER,))).concerned == cleared.NO_ACCOUNT


def test_the_person_sees_their_clearing_once_they_were_told_and_none_of_its_inside():
    assert not clearing_access.sees(SUBJECT, cleared.planned())
    case = cleared.refused()
    assert clearing_access.sees(SUBJECT, case)
    shown = presenters.view_of(case, by(SUBJECT))
    assert (shown.reasons, shown.refusal.code if shown.refusal else "") == ("没有造成影响", "no_harm")
    assert shown.allowed == ("object",)
    assert (shown.allegations, shown.asks) == ((), ())
    assert (shown.effects, shown.recommendation, shown.report_id) == ("", "", "")
    assert "propose_refusal" not in {each.what for each in shown.history}
    assert presenters.view_of(case, by(LEAD)).recommendation == "没有造成影响"


@pytest.mark.parametrize("actor", [COLLEAGUE, KIN])
def test_for_others_of_their_unit_a_clearing_is_not_there(actor: Actor):
    for case in (make() for make in cleared.CASES.values()):
        assert not clearing_access.sees(actor, case)


def test_the_preview_is_shown_to_the_person_when_they_are_asked_and_to_the_organ_before():
    assert presenters.view_of(cleared.planned(), by(WANG)).preview
    assert presenters.view_of(cleared.asked(), by(SUBJECT)).preview
    assert presenters.view_of(cleared.asked(), by(SUBJECT)).allowed == ("give_opinion",)


def test_what_can_be_chosen_is_shown_to_the_organ_while_it_is_to_be_chosen():
    refusals = {each.code for each in presenters.view_of(cleared.assessing(), by(WANG)).refusals_known}
    assert refusals == set(cleared.PACK.clarification.refusals)
    assert presenters.view_of(cleared.asked(), by(SUBJECT)).refusals_known == ()
    assert presenters.view_of(cleared.finished(), by(WANG)).grounds_known == ()


def test_guidance_and_unwilling_units_are_for_those_who_clear():
    case = cleared.finished()
    case.ask_unit("u1", cleared.UNIT, "宣读", NOW.date(), by(WANG))
    case.answer_unit("u1", False, "怕再引起议论", by(WANG))
    assert [each.ask.reason for each in presenters.unwilling(case, NOW.date())] == ["怕再引起议论"]
    assert presenters.line_of(case, by(WANG)).units_waiting == 1
    assert {each.code for each in presenters.view_of(case, by(WANG)).guidance} >= {"duty", "small_circle"}
    assert presenters.view_of(case, by(SUBJECT)).guidance == ()
    assert presenters.view_of(case, by(SUBJECT)).asks == ()
