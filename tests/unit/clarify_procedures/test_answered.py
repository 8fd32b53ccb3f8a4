"""Whoever applied to be cleared, or knows that they were reported, hears why they are not, and may object."""

from dataclasses import replace

import pytest

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.clarify import (
    ClarificationRefused,
    ClarificationsQuery,
    ClarificationState,
    ReportDisposal,
    ReportedPerson,
    ReportOutcome,
)
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.clarification import Clarification
from services.clarify.usecases import clarifications, heeding
from services.clarify.views import clarifications as questions
from tests.unit.clarify import scene
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import LEAD, LEAD_ABOVE, LIU, SECOND, WANG, officer
from tests.unit.clarify_procedures import clarification_scene as cleared
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.desk import Desk
from tests.unit.clarify_procedures.test_clarification_usecases import APPLY
from tests.unit.clarify_procedures.test_heeding import found_again

State = ClarificationState
NOTHING = {"ground": "nothing_untrue", "reasons": "没有关于您的反映被认定为不属实"}


def applied(desk: Desk) -> Clarification:
    desk.give(LIU, clarifications.apply, contract.ApplyForClarification, **APPLY)
    [case] = [each for each in desk.store.clarifications.open_of(scene.ORGAN) if each.application]
    desk.give(LEAD, clarifications.assign, contract.AssignClarification, case.id, officer_id="wang")
    return case


def test_what_is_found_true_after_all_is_answered_to_whoever_applied_and_goes_to_the_next_level(desk: Desk):
    at.found(desk, at.UNTRUE, at.UNTRUE)
    case_id = applied(desk).id
    found_again(desk, ReportOutcome.SUBSTANTIATED)
    at.closed(desk)
    assert desk.store.clarifications.get(case_id).state is State.ASSESSMENT
    refused("clarify.nothing_to_clear", lambda: desk.give(
        WANG, clarifications.link_report, contract.LinkClarification, case_id, report_id="r1"))
    desk.give(WANG, clarifications.propose_refusal, contract.ProposeRefusal, case_id, **NOTHING)
    desk.give(SECOND, clarifications.refuse, contract.RefuseClarification, case_id, **NOTHING)
    [told] = [each for each in desk.told if isinstance(each, ClarificationRefused)]
    assert (told.standing.subject_id, told.ground_code, told.report_id) == ("liu", "nothing_untrue", "")
    assert told.appeal_until is not None
    desk.give(LIU, clarifications.object_to_it, contract.ObjectToNoClarification, case_id, words="没有此事")
    desk.give(LEAD_ABOVE, clarifications.answer_objection, contract.AnswerObjection, case_id, clear=False,
              reasons="没有可以澄清的结论")
    assert desk.store.clarifications.get(case_id).state is State.REFUSED


@pytest.mark.parametrize("settled", [True, False])
def test_no_report_ends_what_somebody_applied_for_nor_settles_it(settled: bool):
    case = cleared.applied()
    case.take_events()
    case.heed_report(settled, cleared.by(SYSTEM))
    assert (case.state, case.settled, case.happened) == (State.ASSESSMENT, False, [])


def not_cleared(desk: Desk, disposal: ReportDisposal = ReportDisposal.INQUIRY) -> list[ClarificationRefused]:
    """What is told of a report found untrue, whose question was answered with no."""
    report = scene.disposed(disposal)
    if disposal is ReportDisposal.VERIFY:
        report.form_team((scene.view(WANG), scene.view(scene.ZHAO)), scene.by(LEAD))
    report.find(tuple(scene.finding(number, at.UNTRUE) for number in (1, 2)), scene.by(WANG))
    desk.put(report)
    said_no = LEAD if disposal is ReportDisposal.VERIFY else WANG
    at.answered(desk, clear=False, actor=said_no)
    at.closed(desk)
    return [each for each in desk.told if isinstance(each, ClarificationRefused)]


def test_a_no_is_told_at_the_end_to_whoever_was_asked_with_its_ground_and_the_objection(desk: Desk):
    [told] = not_cleared(desk)
    assert (told.standing.subject_id, told.whom) == ("liu", "柳成林")
    assert (told.ground_code, told.reasons, told.refused_by_name) == ("no_harm", "查明不实", LEAD.name)
    assert told.appeal_until is not None
    case_id = desk.clearing.id
    seen = questions.page(desk.sit(LIU), ClarificationsQuery(tab="own"))
    assert [each.case_id for each in seen.lines] == [case_id]
    desk.give(LIU, clarifications.object_to_it, contract.ObjectToNoClarification, case_id, words="影响了考察")
    desk.give(LEAD_ABOVE, clarifications.answer_objection, contract.AnswerObjection, case_id, clear=True,
              reasons="确有影响")
    assert (desk.clearing.state, desk.clearing.directed) == (State.ASSESSMENT, True)


def test_nobody_learns_of_a_report_by_hearing_that_they_are_not_cleared(desk: Desk):
    assert not_cleared(desk, ReportDisposal.VERIFY) == []
    assert desk.store.clarifications.of_report("r1") == ()
    assert questions.page(desk.sit(LIU), ClarificationsQuery(tab="own")).lines == ()


def test_nor_before_the_report_is_closed_and_of_what_proved_true_nobody_hears(desk: Desk):
    at.answered(at.found(desk, at.UNTRUE, ReportOutcome.SUBSTANTIATED), clear=False)
    assert desk.store.clarifications.of_report("r1") == ()
    at.closed(desk)
    assert tuple(desk.clearing.untrue) == ("1",)


@pytest.mark.parametrize("ground", ["", "other", "not_convenient"])
def test_a_no_has_one_of_the_grounds_of_any_refusal(desk: Desk, ground: str):
    at.found(desk, at.UNTRUE, at.UNTRUE)
    with pytest.raises(CaseError) as refusal:
        desk.give(WANG, heeding.answer_clearing, contract.AnswerClearing, report_id="r1", clear=False,
                  ground=ground, words="没有影响")
    known = refusal.value.details["known"]
    assert known == list(scene.PACK.clarification.refusals)


def test_whoever_said_no_or_closed_it_does_not_answer_the_objection(desk: Desk):
    """Above the province there is no organ: others of the same one answer."""
    said_no, closed, free = (officer(f"p{number}", Role.LEAD, organ_id="530000", unit="云南省纪委监委")
                             for number in range(3))
    report = scene.disposed()
    report.find(tuple(scene.finding(number, at.UNTRUE) for number in (1, 2)), scene.by(WANG))
    report.organ_id, report.assignee = "530000", None
    desk.put(report)
    at.answered(desk, clear=False, actor=said_no)
    desk.give(closed, heeding.close, contract.CloseReport, report_id="r1")
    case_id, no = desk.clearing.id, {"clear": False, "reasons": "没有影响"}
    desk.give(LIU, clarifications.object_to_it, contract.ObjectToNoClarification, case_id, words="影响了考察")
    for actor in (said_no, closed):
        refused("clarify.had_a_hand", lambda who=actor: desk.give(
            who, clarifications.answer_objection, contract.AnswerObjection, case_id, **no))
    desk.give(free, clarifications.answer_objection, contract.AnswerObjection, case_id, **no)
    assert desk.clearing.objection.answered_by == "p2"


def test_whoever_said_yes_does_not_approve_it(desk: Desk):
    at.before_the_head(desk, said_yes=LEAD)
    refused("clarify.own_proposal", lambda: desk.give(
        LEAD, clarifications.approve, contract.ApproveClarification, desk.clearing.id))
    desk.give(SECOND, clarifications.approve, contract.ApproveClarification, desk.clearing.id)
    assert desk.clearing.state is State.CARRYING_OUT


def answering_no(desk: Desk, ground: str) -> None:
    desk.give(WANG, heeding.answer_clearing, contract.AnswerClearing, report_id="r1", clear=False,
              ground=ground, words="不澄清")


@pytest.mark.parametrize("ground", ["nothing_untrue", "not_excluded", "closed_on_reply"])
def test_a_no_has_a_ground_that_the_findings_bear_out(desk: Desk, ground: str):
    at.found(desk, at.UNTRUE, at.UNTRUE)
    refused("clarify.ground_not_borne_out", lambda: answering_no(desk, ground))
    assert desk.report.clearing is None


@pytest.mark.parametrize("ground", ["person_declines", "interview_only"])
def test_nobody_declines_who_was_not_asked(desk: Desk, ground: str):
    report = scene.verified()
    report.find(tuple(scene.finding(number, at.UNTRUE) for number in (1, 2)), scene.by(WANG))
    desk.put(report)
    refused("clarify.ground_not_borne_out", lambda: answering_no(desk, ground))


def test_a_no_that_several_would_read_is_given_to_each_in_their_own_clearing(desk: Desk):
    report = scene.disposed()
    report.allegations = (scene.UNBUILT, replace(scene.GIFTS, person=ReportedPerson(
        name="陈二", unit="嵩明县水务局")))
    report.find(tuple(scene.finding(number, at.UNTRUE) for number in (1, 2)), scene.by(WANG))
    desk.put(report)
    refused("clarify.answered_each", lambda: answering_no(desk, "no_harm"))
    at.answered(desk)
    cases = desk.store.clarifications.of_report("r1")
    assert {case.concerned.name for case in cases} == {"柳成林", "陈二"}
    assert all(len(case.untrue) == 1 for case in cases)


@pytest.mark.parametrize("ground", ["not_excluded", "no_harm", "person_declines", "closed_on_reply"])
def test_a_refusal_without_a_linked_report_tells_of_none(desk: Desk, ground: str):
    case_id, said = applied(desk).id, {"ground": ground, "reasons": "查无实据但不能排除"}
    refused("clarify.ground_not_borne_out", lambda: desk.give(
        WANG, clarifications.propose_refusal, contract.ProposeRefusal, case_id, **said))
    desk.give(WANG, clarifications.propose_refusal, contract.ProposeRefusal, case_id, **NOTHING)
    refused("clarify.ground_not_borne_out", lambda: desk.give(
        SECOND, clarifications.refuse, contract.RefuseClarification, case_id, **said))
