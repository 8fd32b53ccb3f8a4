"""Nobody alone starts, ends or replaces the reporter's right, and nobody alone decides it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.casework.apart import officer_keys
from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.clarify import (
    Address,
    Answer,
    Entered,
    FalseAccusationQuery,
    HandlingKind,
    ReportOutcome,
    Unheard,
)
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerDismissed
from rongcuo.contracts.review import RecusalGround
from services.clarify.usecases import false_accusations, settling
from services.clarify.views import false_accusations as questions
from tests.unit.clarify import scene as people
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import LEAD_ABOVE, ZHAO, officer
from tests.unit.clarify_procedures import accusation_scene as scene
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.accusation_scene import LATER, NOW, PAPERS, WANG, by, papers
from tests.unit.clarify_procedures.clarification_scene import PAPER
from tests.unit.clarify_procedures.desk import OTHER_ABOVE, PROVINCE_LEAD, Desk
from tests.unit.clarify_procedures.test_accusation_fairness import APPROVED, ended, opened, requested, sent_up

OTHER = scene.ZHAO
UNCONFIRMED = r"clarify\.entry_unconfirmed"


def out_of_reach():
    case = scene.weighed(scene.inquiring())
    case.ask_reporter("来源和依据", by(WANG))
    case.record_unheard(Unheard.NOT_REACHED, "电话停机", (), by(WANG, LATER))
    return case


def test_whoever_is_served_after_all_was_not_out_of_reach():
    case = out_of_reach()
    case.serve_draft(scene.DRAFT, by(WANG, LATER))
    case.record_service(LATER.date(), False, PAPERS, by(WANG, LATER))
    assert not case.was_read(Address.DRAFT), "by one person's word"
    with pytest.raises(CaseError, match=r"clarify\.confirms_own_entry"):
        case.confirm_entry(1, by(WANG, LATER))
    case.confirm_entry(1, by(OTHER, LATER))
    assert case.was_read(Address.DRAFT)
    end = LATER + timedelta(days=40)
    with pytest.raises(CaseError, match=r"clarify\.reporter_not_heard"):
        case.request_finding(replace(scene.FILE, committee_on=end.date()), by(WANG, end))
    case.take_draft_back("听取说明", by(WANG, end))
    with pytest.raises(CaseError, match=r"clarify\.reporter_was_reached"):
        case.record_unheard(Unheard.NOT_REACHED, "电话停机", (), by(WANG, end))
    scene.wrote(case, end).record_hearing("他人转来", "没有", (), by(WANG, end))
    scene.confirmed(case, end).serve_draft(scene.DRAFT, by(WANG, end))


def test_a_hearing_from_a_paper_holds_once_they_have_read_it_or_somebody_else_confirms_it():
    for holds in (lambda case: scene.read(case), lambda case: case.confirm_entry(1, by(OTHER))):
        case = scene.weighed(scene.inquiring())
        case.ask_reporter("来源和依据", by(WANG))
        case.record_hearing("承认编造", "没有依据", PAPERS, by(WANG))
        with pytest.raises(CaseError, match=UNCONFIRMED):
            case.serve_draft(scene.DRAFT, by(WANG))
        holds(case)
        case.serve_draft(scene.DRAFT, by(WANG, LATER))


def test_asked_anew_they_are_heard_anew_whatever_was_entered_before():
    case = scene.weighed(scene.inquiring())
    case.ask_reporter("来源和依据", by(WANG))
    case.record_hearing("承认编造", "没有依据", PAPERS, by(WANG))
    scene.heard(case).serve_draft(scene.DRAFT, by(WANG))
    assert [each.what for each in case.entries] == [Entered.HEARING] * 2


def test_the_first_word_does_not_end_their_ten_days():
    case = scene.answered(scene.drafted())
    with pytest.raises(CaseError, match=r"clarify\.draft_open"):
        case.request_finding(scene.FILE, by(WANG))
    scene.answered(case, NOW + timedelta(days=9))
    end = NOW + timedelta(days=15)
    too_early = replace(scene.FILE, committee_on=(NOW + timedelta(days=9)).date())
    with pytest.raises(CaseError, match=r"clarify\.committee_too_early"):
        case.request_finding(too_early, by(WANG, end))
    case.request_finding(replace(scene.FILE, committee_on=end.date()), by(WANG, end))


def test_what_was_entered_names_the_words_in_question():
    case = scene.unread_draft()
    case.record_service(NOW.date(), False, PAPERS, by(WANG))
    other = scene.unread_draft()
    other.addressed = (*other.addressed[:-1], replace(other.addressed[-1], words="别的"))
    other.record_service(NOW.date(), False, PAPERS, by(WANG))
    one, another = case.entries[-1], other.entries[-1]
    assert (len(one.digest), one.what, one.on) == (64, Entered.SERVICE, NOW.date())
    assert one.digest != another.digest


def test_nobody_refuses_to_sign_on_the_day_on_which_it_was_written():
    case = scene.unread_finding()
    with pytest.raises(CaseError, match=r"clarify\.served_too_soon"):
        case.record_service(NOW.date(), True, PAPERS, by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.served_too_soon"):
        case.record_service(NOW.date() - timedelta(days=1), False, PAPERS, by(WANG))
    day = NOW + timedelta(days=1)
    case.record_service(day.date(), True, PAPERS, by(WANG, day))
    scene.confirmed(case, day)
    assert (case.entries[-1].unsigned, case.entries[-1].confirmed_by) == (True, "zhao")
    with pytest.raises(CaseError, match=r"clarify\.entry_unknown"):
        case.confirm_entry(1, by(OTHER, day))


def test_a_complaint_from_a_paper_is_read_back_to_them():
    case = scene.complained()
    assert (case.addressed[-1].about, "不服" in case.addressed[-1].words) == (Address.TAKEN_DOWN, True)


def test_nothing_is_heavier_than_the_draft():
    case = scene.effective()
    with pytest.raises(CaseError, match=r"clarify\.heavier_than_draft"):
        case.record_handling(replace(scene.HANDLING, kind=HandlingKind.JUDICIAL), by(WANG, LATER))
    case.record_handling(replace(scene.HANDLING, kind=HandlingKind.NONE), by(WANG, LATER))
    bare = scene.heard(scene.weighed(scene.inquiring()))
    with pytest.raises(CaseError, match=r"clarify\.handling_kind_missing"):
        bare.serve_draft(replace(scene.DRAFT, handling_kind=None), by(WANG))


def test_what_was_refused_above_is_asked_once_more_with_the_refusal_and_never_again(desk: Desk):
    case_id = requested(desk)
    desk.give(LEAD_ABOVE, false_accusations.answer_beginning, contract.AnswerBeginning, case_id,
              answer=Answer.REFUSED, reasons="只有推测")
    opened(desk, new_evidence="新的转账记录", attachments=(PAPER,))
    again = desk.store.false_accusations.of_report("r1")[-1]
    assert [(each.by, each.reasons) for each in again.approvals] == [("above", "只有推测")]
    again.state = State.UNPROVEN
    desk.put(again)
    refused("clarify.inquired_already", lambda: opened(
        desk, new_evidence="再一份", attachments=(PAPER,)))


def test_nobody_passes_both_gates(desk: Desk):
    case_id = sent_up(desk)
    refused("clarify.approved_the_beginning", lambda: desk.give(
        LEAD_ABOVE, false_accusations.answer_finding, contract.AnswerFinding, case_id, **APPROVED))
    desk.give(OTHER_ABOVE, false_accusations.answer_finding, contract.AnswerFinding, case_id, **APPROVED)
    assert desk.inquiry.state is State.FOUND


def test_where_the_organ_has_no_other_lead_the_finding_goes_to_the_next_one(desk: Desk):
    desk.officers = tuple(each for each in desk.officers if each.officer_id != "above2")
    case_id = sent_up(desk)
    assert desk.inquiry.deciding_organ_id == "530000"
    desk.give(PROVINCE_LEAD, false_accusations.answer_finding, contract.AnswerFinding, case_id, **APPROVED)
    assert desk.inquiry.state is State.FOUND


def test_whoever_decides_it_reads_the_report_and_not_who_made_it(desk: Desk):
    case_id = requested(desk)

    def seen(actor) -> contract.FalseAccusationView:
        return questions.false_accusation(desk.sit(actor), FalseAccusationQuery(case_id=case_id))
    view = seen(LEAD_ABOVE)
    assert [each.text for each in view.allegations] == [each.text for each in desk.report.allegations]
    assert {each.outcome for each in view.findings} == {ReportOutcome.SUSPECTED_MALICIOUS}
    assert (view.sees_report, view.reporter_ref) == (False, "r-7f3a"), "they read the talk along"
    desk.give(LEAD_ABOVE, false_accusations.answer_beginning, contract.AnswerBeginning, case_id, **APPROVED)
    assert seen(LEAD_ABOVE).allegations == (), "once it was decided"


def test_an_organ_that_is_kept_away_as_a_whole_is_passed_over(desk: Desk):
    at.suspected(desk)
    case = desk.inquiry
    case.apart = replace(case.apart, keys=case.apart.keys | officer_keys("above", "above2"))
    desk.put(case)
    desk.give(ZHAO, false_accusations.request_beginning, contract.RequestBeginning, case.id, grounds="可疑")
    assert desk.inquiry.deciding_organ_id == "530000"
    desk.give(PROVINCE_LEAD, false_accusations.answer_beginning, contract.AnswerBeginning, case.id,
              **APPROVED)


def test_what_waits_where_nobody_is_left_goes_on(desk: Desk):
    case_id = requested(desk)
    desk.give(LEAD_ABOVE, false_accusations.recuse, contract.RecuseFromFalseAccusation, case_id,
              officer_id="above", ground=RecusalGround.OTHER, reason="与举报人有过节")
    assert desk.inquiry.deciding_organ_id == people.ABOVE
    desk.officers = tuple(replace(each, active=False) if each.officer_id == "above2" else each
                          for each in desk.officers)
    settling.take_dismissal(desk.sit(SYSTEM), OfficerDismissed(officer_id="above2", organ_id=people.ABOVE))
    assert (desk.inquiry.state, desk.inquiry.deciding_organ_id) == (State.BEGIN_APPROVAL, "530000")
    desk.give(PROVINCE_LEAD, false_accusations.answer_beginning, contract.AnswerBeginning, case_id,
              **APPROVED)


@pytest.mark.parametrize(("mistaken", "outcome"), [
    (True, ReportOutcome.MISTAKEN), (False, ReportOutcome.SUSPECTED_MALICIOUS)])
def test_a_report_is_suspected_no_more_where_it_was_a_mistake(desk: Desk, mistaken: bool, outcome):
    ended(desk, mistaken)
    assert desk.report.outcome is outcome
    assert not questions.access.handles(ZHAO, desk.inquiry), "it is over"


def test_nor_where_the_finding_was_set_aside(desk: Desk):
    case_id = sent_up(desk)
    desk.give(OTHER_ABOVE, false_accusations.answer_finding, contract.AnswerFinding, case_id, **APPROVED)
    desk.wrote()
    desk.give(PROVINCE_LEAD, false_accusations.answer_complaint, contract.AnswerComplaint, case_id,
              upheld=False, reasons="证据不足")
    assert desk.report.outcome is ReportOutcome.UNSUBSTANTIATED


def test_a_single_officer_has_somebody_above_confirm_what_they_entered(desk: Desk):
    at.inquiring(desk)
    case = desk.inquiry
    case.ask_reporter("来源和依据", people.by(ZHAO))
    case.record_service(people.RECEIVED_AT.date(), False, papers("b"), people.by(ZHAO))
    desk.put(case)
    strange = officer("far", Role.LEAD, organ_id="530300", unit="曲靖市纪委监委")
    refused("not_found", lambda: desk.give(
        strange, false_accusations.confirm_entry, contract.ConfirmEntry, case.id, number=1))
    desk.give(LEAD_ABOVE, false_accusations.confirm_entry, contract.ConfirmEntry, case.id, number=1)
    assert desk.inquiry.addressed[0].read_at is not None
