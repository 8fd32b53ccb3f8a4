"""What could turn a clearing against the person: silence, an answer taken from them, a meeting of nobody, a
judge of their own case, a ground that does not hold."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.clarify import (
    ClarificationBegun,
    ClarificationMode,
    ClarificationQuery,
    ClarificationState,
    ReportDisposal,
    ReportOutcome,
)
from rongcuo.contracts.errors import CaseError
from services.clarify.usecases import clarifications, heeding, reports
from services.clarify.views import clarifications as questions
from tests.unit.clarify import scene
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import LEAD, LEAD_ABOVE, LIU, SECOND, WANG
from tests.unit.clarify_procedures import clarification_scene as cleared
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.clarification_scene import by
from tests.unit.clarify_procedures.desk import QIAN, UNTRUE, Desk
from tests.unit.clarify_procedures.test_answered import NOTHING, applied

State = ClarificationState
MEETING = ClarificationMode.MEETING
WHY = {"ground": "no_harm", "reasons": "没有造成影响"}


def seen(desk: Desk, actor=LIU) -> contract.ClarificationView:
    return questions.clarification(desk.sit(actor), ClarificationQuery(case_id=desk.clearing.id))


def objects(desk: Desk, case_id: str) -> None:
    desk.give(LIU, clarifications.object_to_it, contract.ObjectToNoClarification, case_id, words="没有办")


def drawn_up(desk: Desk, case_id: str) -> None:
    desk.give(LEAD_ABOVE, clarifications.hand_up, contract.HandClarificationUp, case_id, reason="本机关办")


def answers(desk: Desk, case_id: str, clear: bool = True) -> None:
    desk.give(LEAD_ABOVE, clarifications.answer_objection, contract.AnswerObjection, case_id, clear=clear,
              reasons="应当抓紧办理")


# What nothing comes of.

def test_who_was_asked_is_told_at_the_end_of_the_report_that_theirs_is_under_way(desk: Desk):
    at.answered(at.found(desk, UNTRUE, UNTRUE))
    refused("not_found", lambda: seen(desk))
    at.closed(desk)
    [told] = [each for each in desk.told if isinstance(each, ClarificationBegun)]
    assert (told.standing.subject_id, seen(desk).state) == ("liu", State.ASSESSMENT)


def test_who_was_not_asked_hears_of_no_report_by_it(desk: Desk):
    report = scene.verified()
    report.find(tuple(scene.finding(number, UNTRUE) for number in (1, 2)), scene.by(WANG))
    desk.put(report)
    at.answered(desk)
    at.closed(desk)
    assert not [each for each in desk.told if isinstance(each, ClarificationBegun)]
    refused("not_found", lambda: seen(desk))


def test_a_yes_that_is_left_lying_is_objected_to_and_the_next_level_answers_or_does_it_itself(desk: Desk):
    at.to_clear(desk)
    case_id = desk.clearing.id
    refused("clarify.nothing_to_object", lambda: objects(desk, case_id))
    desk.now += timedelta(days=400)
    assert "object" in seen(desk).allowed
    objects(desk, case_id)
    assert (desk.clearing.state, seen(desk).complaint.organ_id) == (State.ASSESSMENT, scene.ABOVE)
    assert any(scene.ABOVE in each for each in desk.clearing.standing().holders)
    refused("clarify.objected_already", lambda: objects(desk, case_id))
    refused("forbidden", lambda: desk.give(
        SECOND, clarifications.answer_objection, contract.AnswerObjection, case_id, clear=False,
        reasons="忙"))
    answers(desk, case_id)
    assert (desk.clearing.state, seen(desk).complaint.clear) == (State.ASSESSMENT, True)
    desk.now += timedelta(days=60)
    objects(desk, case_id)
    drawn_up(desk, case_id)
    assert (desk.clearing.organ_id, seen(desk).complaint.clear) == (scene.ABOVE, True)


def test_a_clearing_that_was_directed_and_then_lies_still_is_no_end(desk: Desk):
    at.refused(desk)
    case_id = desk.clearing.id
    objects(desk, case_id)
    answers(desk, case_id)
    desk.now += timedelta(days=400)
    assert "object" in seen(desk).allowed
    assert "hand_up" in seen(desk, LEAD_ABOVE).allowed


def test_where_nothing_can_be_cleared_as_directed_a_second_refusal_is_objected_to_again(desk: Desk):
    case_id = applied(desk).id
    for _ in range(2):
        desk.give(WANG, clarifications.propose_refusal, contract.ProposeRefusal, case_id, **NOTHING)
        desk.give(SECOND, clarifications.refuse, contract.RefuseClarification, case_id, **NOTHING)
        objects(desk, case_id)
        answers(desk, case_id)
    assert desk.store.clarifications.get(case_id).state is State.ASSESSMENT


def test_a_stage_entered_again_keeps_its_limit():
    case, now = cleared.before_the_head(), cleared.NOW
    for _ in range(3):
        now += timedelta(days=5)
        case.send_back("再核", by(cleared.LEAD, now))
        now += timedelta(days=5)
        case.request_approval("建议澄清", "同意", False, by(cleared.WANG, now))
    assert case.late


def test_a_report_sent_back_again_and_again_is_late():
    report = scene.found(UNTRUE, UNTRUE)
    for days in range(40, 400, 40):
        report.send_back("补充", scene.by(LEAD, scene.later(days)))
        report.find(tuple(scene.finding(number, UNTRUE) for number in (1, 2)),
                    scene.by(WANG, scene.later(days + 20)))
    assert report.late


# What is done for them.

def test_a_meeting_of_nobody_and_without_a_trace_is_none():
    case = cleared.carrying_out()
    for wrong, code in ((replace(cleared.act(MEETING), reach=0), "reach_missing"),
                        (replace(cleared.act(MEETING), attachments=()), "act_paper_missing")):
        with pytest.raises(CaseError, match=code):
            case.record_act(wrong, by(cleared.WANG))


def test_what_still_troubles_them_goes_back_or_the_head_says_why_not():
    case = cleared.to_visit()
    case.record_visit(cleared.visit(troubled=True, measures="会议没有开"), by(cleared.WANG, cleared.IN_TIME))
    with pytest.raises(CaseError, match=r"clarify\.head_wanted"):
        case.give_feedback("已办结", by(cleared.WANG, cleared.IN_TIME))
    case.send_back("补开会议", by(cleared.LEAD, cleared.IN_TIME))
    case.record_act(cleared.act(MEETING, cleared.IN_TIME), by(cleared.WANG, cleared.IN_TIME))
    assert case.state is State.CARRYING_OUT
    assert not cleared.visited().transitions.allow(State.CLOSED, "return")
    with pytest.raises(CaseError, match=r"clarify\.move_not_allowed"):
        cleared.visited().send_back("再来一次", by(cleared.LEAD, cleared.IN_TIME))


def test_a_mode_that_was_dropped_is_objected_to(desk: Desk):
    at.approved(desk)
    case_id = desk.clearing.id
    desk.give(SECOND, clarifications.drop_mode, contract.DropMode, case_id, mode=MEETING, reasons="不便")
    objects(desk, case_id)
    answers(desk, case_id)
    assert desk.clearing.dropped == {}


# Who decides.

def test_who_found_closed_or_entered_it_or_answered_the_objection_does_not_approve_it(desk: Desk):
    at.before_the_head(desk)
    assert {"wang", "lead"} <= {each.officer_id for each in desk.clearing.engaged}
    refused("clarify.own_proposal", lambda: desk.give(
        LEAD, clarifications.approve, contract.ApproveClarification, desk.clearing.id))


def test_who_directed_it_and_draws_it_up_is_not_its_head(desk: Desk):
    at.refused(desk)
    case_id = desk.clearing.id
    objects(desk, case_id)
    answers(desk, case_id)
    drawn_up(desk, case_id)
    assert "above" in {each.officer_id for each in desk.clearing.judges}
    case = desk.clearing
    case.state = State.APPROVAL
    with pytest.raises(CaseError, match=r"clarify\.own_proposal"):
        case.approve("同意", scene.by(LEAD_ABOVE))


def test_a_team_finds_as_it_was_formed_and_none_of_it_closes(desk: Desk):
    report = scene.disposed(ReportDisposal.VERIFY)
    report.form_team((scene.view(WANG), scene.view(SECOND)), scene.by(LEAD))
    desk.put(report)
    found = {"report_id": "r1", "findings": tuple(
        scene.finding(number, ReportOutcome.UNSUBSTANTIATED) for number in (1, 2))}
    desk.give(LEAD, reports.assign, contract.AssignReport, report_id="r1", officer_id="qian")
    refused("review.not_assigned", lambda: desk.give(QIAN, heeding.find, contract.RecordFindings, **found))
    desk.give(WANG, heeding.find, contract.RecordFindings, **found)
    assert {each.officer_id for each in desk.report.finders} == {"wang", "second"}
    refused("clarify.closes_own_finding", lambda: at.answered(desk, clear=False, actor=SECOND))
    at.answered(desk, actor=LEAD)
    refused("clarify.closes_own_finding", lambda: desk.give(
        SECOND, heeding.close, contract.CloseReport, report_id="r1"))
