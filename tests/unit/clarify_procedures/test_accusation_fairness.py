"""Who was suspected once is not so again and again, and nobody with a hand in it decides it."""

from datetime import timedelta

import pytest

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.clarify import (
    Answer,
    FalseAccusationQuery,
    LinkKind,
    ManagedBy,
    MayHandle,
    PersonLevel,
)
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.vault import ReporterAsked, ReporterRead, Wish
from rongcuo.policy.calendar import midnight
from services.clarify.usecases import false_accusations, heeding, reporter, reports
from services.clarify.views import false_accusations as questions
from services.clarify.views import reporter as for_the_vault
from tests.unit.clarify import scene
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import LEAD, LEAD_ABOVE, RECEIVED_AT, WANG, ZHAO, officer
from tests.unit.clarify_procedures import accusation_scene
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.clarification_scene import PAPER
from tests.unit.clarify_procedures.desk import OTHER_ABOVE, PROVINCE_LEAD, SUSPECTED, Desk

APPROVED = {"answer": Answer.APPROVED, "reasons": "同意"}


def opened(desk: Desk, **facts: object) -> None:
    desk.give(LEAD, false_accusations.open_one, contract.OpenFalseAccusation, report_id="r1",
              managed_by=ManagedBy.COUNTY, **facts)


def requested(desk: Desk) -> str:
    at.suspected(desk)
    desk.give(ZHAO, false_accusations.request_beginning, contract.RequestBeginning, desk.inquiry.id,
              grounds="可疑")
    return desk.inquiry.id


def sent_up(desk: Desk) -> str:
    at.proven(desk)
    case_id = desk.inquiry.id
    desk.give(ZHAO, false_accusations.serve_draft, contract.ServeDraftFinding, case_id,
              draft=accusation_scene.DRAFT)
    desk.wrote()
    desk.give(ZHAO, false_accusations.answer_draft, contract.RecordDraftAnswer, case_id, words="不服",
              considered="已核")
    at.confirmed(desk)
    desk.now = RECEIVED_AT + timedelta(days=20)
    file = contract.FindingFile(review_opinion="清楚", committee_on=desk.now.date())
    desk.give(ZHAO, false_accusations.request_finding, contract.RequestFinding, case_id, file=file)
    return case_id


def ended(desk: Desk, mistaken: bool) -> None:
    at.inquiring(desk)
    desk.give(ZHAO, false_accusations.end, contract.EndFalseAccusation, desk.inquiry.id, mistaken=mistaken,
              reasons="不是诬告")


def test_what_was_explained_as_mistaken_is_never_inquired_into_again(desk: Desk):
    ended(desk, mistaken=True)
    refused("clarify.inquired_already", lambda: opened(
        desk, new_evidence="新的转账记录", attachments=(PAPER,)))


def test_nor_what_was_found_and_set_aside(desk: Desk):
    case_id = sent_up(desk)
    desk.give(OTHER_ABOVE, false_accusations.answer_finding, contract.AnswerFinding, case_id, **APPROVED)
    desk.wrote()
    desk.give(PROVINCE_LEAD, false_accusations.answer_complaint, contract.AnswerComplaint, case_id,
              upheld=False, reasons="证据不足")
    assert desk.inquiry.state is State.SET_ASIDE
    refused("clarify.inquired_already", lambda: opened(
        desk, new_evidence="新的转账记录", attachments=(PAPER,)))


def test_what_could_not_be_proven_is_inquired_into_again_on_new_evidence_alone(desk: Desk):
    ended(desk, mistaken=False)
    for lacking in ({}, {"new_evidence": "新的转账记录"}, {"attachments": (PAPER,)}):
        refused("clarify.new_evidence_wanted", lambda facts=lacking: opened(desk, **facts))
    opened(desk, new_evidence="新的转账记录", attachments=(PAPER,))
    _, again = desk.store.false_accusations.of_report("r1")
    [evidence] = again.proof.evidence
    assert (evidence.title, evidence.attachments) == ("新的转账记录", (PAPER,))
    assert f"evidence.{evidence.evidence_id}" in again.proof.lacking


@pytest.mark.parametrize("kind", LinkKind)
def test_told_a_second_time_the_unproven_is_no_suspicion(desk: Desk, kind: LinkKind):
    first = scene.found(contract.ReportOutcome.NOT_RESOLVED, contract.ReportOutcome.NOT_RESOLVED)
    first.id, first.number, first.reporter_ref = "r0", "信访〔2026〕0号", "r-7f39"
    repeated = scene.verified()
    repeated.link(first, kind, scene.by(WANG))
    desk.put(first, repeated)
    findings = tuple(scene.finding(number, SUSPECTED) for number in (1, 2))
    refused("clarify.not_resolved_is_not_false", lambda: desk.give(
        WANG, heeding.find, contract.RecordFindings, report_id="r1", findings=findings))


def test_nor_where_they_are_linked_after_the_suspicion(desk: Desk):
    first = scene.found(contract.ReportOutcome.NOT_RESOLVED, contract.ReportOutcome.NOT_RESOLVED)
    first.id, first.number, first.reporter_ref = "r0", "信访〔2026〕0号", "r-7f39"
    desk.put(first)
    case_id = requested(desk)
    reports.link(desk.sit(WANG), contract.LinkReport(
        command_id="c", report_id="r1", other_id="r0", kind=LinkKind.REPEATS))
    refused("clarify.not_resolved_is_not_false", lambda: desk.give(
        LEAD_ABOVE, false_accusations.answer_beginning, contract.AnswerBeginning, case_id, **APPROVED))


def test_half_a_report_is_no_suspicion(desk: Desk):
    report = scene.verified()
    report.find((scene.finding(1, SUSPECTED),), scene.by(WANG))
    desk.put(report)
    refused("clarify.suspicion_open", lambda: opened(desk))


@pytest.mark.parametrize(("made", "usecase", "command"), [
    (requested, false_accusations.answer_beginning, contract.AnswerBeginning),
    (sent_up, false_accusations.answer_finding, contract.AnswerFinding)])
def test_neither_gate_is_passed_while_the_report_is_looked_into_again(desk: Desk, made, usecase, command):
    case_id = made(desk)
    desk.give(LEAD, reports.send_back, contract.ReturnReport, report_id="r1", reasons="证据不足")
    refused("clarify.suspicion_open", lambda: desk.give(OTHER_ABOVE, usecase, command, case_id, **APPROVED))


def test_who_opened_it_and_who_ever_had_the_report_approves_nothing(desk: Desk):
    report = scene.disposed(contract.ReportDisposal.VERIFY)     # the lead disposed of it
    report.form_team((scene.view(at.QIAN), scene.view(ZHAO)), scene.by(scene.SECOND))
    report.form_team((scene.view(WANG), scene.view(ZHAO)), scene.by(scene.SECOND))
    report.find(tuple(scene.finding(number, SUSPECTED) for number in (1, 2)), scene.by(WANG))
    desk.put(report)
    desk.give(WANG, false_accusations.open_one, contract.OpenFalseAccusation, report_id="r1",
              managed_by=ManagedBy.COUNTY)
    assert {each.officer_id for each in desk.inquiry.engaged} >= {"lead", "second", "wang", "zhao", "qian"}


def test_at_a_prefecture_the_lead_who_opened_or_gave_it_out_decides_neither_gate(desk: Desk):
    report = scene.verified()
    report.find(tuple(scene.finding(number, SUSPECTED) for number in (1, 2)), scene.by(WANG))
    report.organ_id, report.assignee, report.team = scene.ABOVE, None, ()     # as it was handed up
    desk.put(report)
    desk.give(LEAD_ABOVE, false_accusations.open_one, contract.OpenFalseAccusation, report_id="r1",
              managed_by=ManagedBy.COUNTY)
    case_id = desk.inquiry.id
    third = officer("above3", Role.LEAD, organ_id=scene.ABOVE, unit="昆明市纪委监委")
    desk.officers += (scene.view(third),)
    refused("clarify.chooses_who_decides", lambda: desk.give(
        OTHER_ABOVE, false_accusations.assign, contract.AssignFalseAccusation, case_id, officer_id="above3"))
    refused("clarify.chooses_who_decides", lambda: desk.give(
        LEAD_ABOVE, false_accusations.recuse, contract.RecuseFromFalseAccusation, case_id,
        officer_id="above3", ground=RecusalGround.OTHER, reason="太严"))
    refused("clarify.chooses_who_decides", lambda: desk.give(
        LEAD_ABOVE, reports.recuse, contract.RecuseFromReport, report_id="r1", officer_id="above3",
        ground=RecusalGround.OTHER, reason="太严"))
    desk.give(OTHER_ABOVE, false_accusations.assign, contract.AssignFalseAccusation, case_id,
              officer_id="kun")
    desk.give(scene.REVIEWER_ABOVE, false_accusations.request_beginning, contract.RequestBeginning, case_id,
              grounds="可疑")
    for actor in (LEAD_ABOVE, OTHER_ABOVE):
        refused("clarify.had_a_hand", lambda who=actor: desk.give(
            who, false_accusations.answer_beginning, contract.AnswerBeginning, case_id, **APPROVED))
    desk.give(third, false_accusations.answer_beginning, contract.AnswerBeginning, case_id, **APPROVED)


@pytest.mark.parametrize(("level", "approver"), [
    (PersonLevel.BUREAU, "530000"), (PersonLevel.COUNTY, scene.ABOVE), (PersonLevel.TOWNSHIP, scene.ABOVE)])
def test_the_level_of_the_post_says_who_approves_whatever_is_written(desk: Desk, level, approver):
    report = scene.verified()
    report.classify(1, ("work.responsibility",), level, scene.by(WANG))
    report.find(tuple(scene.finding(number, SUSPECTED) for number in (1, 2)), scene.by(WANG))
    desk.put(report)
    opened(desk)
    assert desk.inquiry.approver_id == approver


def test_a_level_that_is_found_out_later_sends_it_to_the_province(desk: Desk):
    case_id = requested(desk)
    desk.give(WANG, reports.classify, contract.ClassifyReport, report_id="r1", allegation=1,
              categories=("work.responsibility",), level=PersonLevel.BUREAU)
    refused("not_found", lambda: desk.give(
        LEAD_ABOVE, false_accusations.answer_beginning, contract.AnswerBeginning, case_id, **APPROVED))
    desk.give(PROVINCE_LEAD, false_accusations.answer_beginning, contract.AnswerBeginning, case_id,
              **APPROVED)


def test_whoever_is_to_decide_can_step_back(desk: Desk):
    case_id = requested(desk)
    desk.give(LEAD_ABOVE, false_accusations.recuse, contract.RecuseFromFalseAccusation, case_id,
              officer_id="above", ground=RecusalGround.OTHER, reason="与举报人有过节")
    refused("not_found", lambda: desk.give(
        LEAD_ABOVE, false_accusations.answer_beginning, contract.AnswerBeginning, case_id, **APPROVED))
    assert desk.inquiry.state is State.BEGIN_APPROVAL


def test_whoever_decides_it_reads_what_the_reporter_wrote_and_handles_nothing(desk: Desk):
    def told(officer_id: str) -> tuple[bool, bool]:
        answer = for_the_vault.may_handle(desk.sit(SYSTEM), MayHandle(
            reporter_ref="r-7f3a", officer_id=officer_id))
        return answer.handles, answer.reads
    requested(desk)
    assert [told(each) for each in ("above", "kun", "prov", "liu", "zhao")] == [
        (False, True), (False, False), (False, False), (False, False), (True, False)]
    desk.give(LEAD_ABOVE, false_accusations.answer_beginning, contract.AnswerBeginning, desk.inquiry.id,
              **APPROVED)
    assert told("above") == (False, False)


def test_what_the_reporter_asks_for_and_reads_is_heard_where_it_is_inquired_into(desk: Desk):
    at.proven(desk)
    about = {"reporter_ref": "r-7f3a", "organ_id": scene.ORGAN, "at": desk.now}
    reporter.take_request(desk.sit(SYSTEM), ReporterAsked(wish=Wish.RECUSAL, **about))
    assert desk.inquiry.unread_since == desk.now
    reporter.take_receipt(desk.sit(SYSTEM), ReporterRead(told_until=desk.now, shown=desk.shown, **about))
    assert {each.read_at for each in desk.inquiry.addressed} == {desk.now}


def test_what_the_reporter_wrote_is_on_the_inquirys_view(desk: Desk):
    at.proven(desk)
    desk.wrote()
    view = questions.false_accusation(desk.sit(LEAD), FalseAccusationQuery(case_id=desk.inquiry.id))
    assert view.unread_since == midnight(desk.now)
