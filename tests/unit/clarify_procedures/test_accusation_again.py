"""What follows for a report from an inquiry into who made it: whom it is given, and what is found of it
again."""

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import Role
from rongcuo.contracts.clarify import Address, FalseAccusationState, ManagedBy, PersonLevel
from rongcuo.policy.divisions import PROVINCE
from services.clarify.usecases import false_accusations, heeding, reports
from tests.unit.clarify import scene
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import LEAD_ABOVE, WANG, officer
from tests.unit.clarify_procedures.desk import OTHER_ABOVE, PROVINCE_LEAD, SUSPECTED, Desk
from tests.unit.clarify_procedures.test_accusation_fairness import APPROVED, ended, sent_up

THIRD = officer("above3", Role.LEAD, organ_id=scene.ABOVE, unit="昆明市纪委监委")
CHOSEN = "clarify.chooses_who_decides"


def at_the_prefecture(desk: Desk) -> None:
    """The report was handed up there, and is inquired into."""
    report = scene.verified()
    report.find(tuple(scene.finding(number, SUSPECTED) for number in (1, 2)), scene.by(WANG))
    report.organ_id, report.assignee, report.team = scene.ABOVE, None, ()
    desk.put(report)
    desk.officers += (scene.view(THIRD),)
    desk.give(LEAD_ABOVE, false_accusations.open_one, contract.OpenFalseAccusation, report_id="r1",
              managed_by=ManagedBy.COUNTY)


def test_nobody_bars_who_could_decide_the_inquiry_by_giving_them_the_report(desk: Desk):
    at_the_prefecture(desk)
    refused(CHOSEN, lambda: desk.give(
        OTHER_ABOVE, reports.assign, contract.AssignReport, report_id="r1", officer_id="above3"))
    desk.give(OTHER_ABOVE, reports.assign, contract.AssignReport, report_id="r1", officer_id="kun")
    assert "above3" not in {each.officer_id for each in desk.report.hands}


def test_nor_by_making_them_verify_it(desk: Desk):
    at_the_prefecture(desk)
    desk.give(OTHER_ABOVE, reports.send_back, contract.ReturnReport, report_id="r1", reasons="证据不足")
    refused(CHOSEN, lambda: desk.give(
        OTHER_ABOVE, reports.form_team, contract.FormReportTeam, report_id="r1",
        officer_ids=("kun", "above3")))


def suspected_again(desk: Desk) -> None:
    desk.give(WANG, heeding.find, contract.RecordFindings, report_id="r1", findings=tuple(
        scene.finding(number, SUSPECTED) for number in (1, 2)))


def test_what_an_inquiry_held_to_be_a_mistake_is_not_suspected_again(desk: Desk):
    ended(desk, mistaken=True)
    refused("clarify.not_resolved_is_not_false", lambda: suspected_again(desk))


def test_nor_what_was_found_and_set_aside(desk: Desk):
    case_id = sent_up(desk)
    desk.give(OTHER_ABOVE, false_accusations.answer_finding, contract.AnswerFinding, case_id, **APPROVED)
    desk.give(PROVINCE_LEAD, false_accusations.answer_complaint, contract.AnswerComplaint, case_id,
              upheld=False, reasons="证据不足")
    refused("clarify.not_resolved_is_not_false", lambda: suspected_again(desk))


def test_what_could_not_be_proven_may_be(desk: Desk):
    ended(desk, mistaken=False)
    suspected_again(desk)
    assert desk.report.outcome is SUSPECTED


def test_a_level_that_is_found_out_after_the_finding_brings_it_before_the_province(desk: Desk):
    case_id = sent_up(desk)
    desk.give(OTHER_ABOVE, false_accusations.answer_finding, contract.AnswerFinding, case_id, **APPROVED)
    desk.give(WANG, reports.classify, contract.ClassifyReport, report_id="r1", allegation=1,
              categories=("work.responsibility",), level=PersonLevel.BUREAU)
    case = desk.inquiry
    assert (case.state, case.approver_id, case.addressed[-1].about) == (
        FalseAccusationState.FINDING_APPROVAL, PROVINCE, Address.RAISED)
    refused("not_found", lambda: desk.give(
        OTHER_ABOVE, false_accusations.answer_finding, contract.AnswerFinding, case_id, **APPROVED))
    desk.give(PROVINCE_LEAD, false_accusations.answer_finding, contract.AnswerFinding, case_id, **APPROVED)
    assert [each.organ_id for each in desk.inquiry.approvals[-2:]] == [scene.ABOVE, PROVINCE]
