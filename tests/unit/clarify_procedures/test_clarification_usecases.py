"""A clearing by commands, from a report that was found untrue to its end; applications; and who sees it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.clarify import (
    CaseNumber,
    ClarificationAppliedFor,
    ClarificationMode,
    ClarificationQuery,
    ClarificationsQuery,
    ClarificationState,
    ClearingAct,
    Concerned,
    UnwillingUnitsQuery,
    Visit,
)
from rongcuo.contracts.clarify.clarification import operations
from rongcuo.contracts.operation import Command
from rongcuo.contracts.review import RecusalGround
from services.clarify.usecases import clarifications
from services.clarify.views import clarifications as questions
from tests.unit.clarify import scene
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import LEAD, LEAD_ABOVE, LIU, RECEIVED_AT, SECOND, WANG, officer
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.clarification_scene import PAPER
from tests.unit.clarify_procedures.desk import Desk

State = ClarificationState
APPLY = {"organ_id": scene.ORGAN, "concerned": Concerned(name="别人", officer_id="liu"),
         "situation": "任副局长", "reported": "收受礼金", "wish": "在本单位说明"}


def look(desk: Desk, actor=LEAD) -> contract.ClarificationView:
    return questions.clarification(desk.sit(actor), ClarificationQuery(case_id=desk.clearing.id))


def listed(desk: Desk, actor, tab: str = "organ") -> list[str]:
    page = questions.page(desk.sit(actor), ClarificationsQuery(tab=tab))
    assert page.counts[tab] == len(page.lines)
    return [each.case_id for each in page.lines]


def test_the_way_from_an_unfounded_report_to_the_end_of_its_clearing(desk: Desk):
    at.approved(desk)
    case_id, then = desk.clearing.id, RECEIVED_AT + timedelta(days=40)

    def give(actor, usecase, kind, **rest):
        return desk.give(actor, usecase, kind, case_id, **rest)
    for mode in (ClarificationMode.WRITTEN, ClarificationMode.MEETING):
        act = ClearingAct(mode=mode, host="李某", place="会议室", audience="局机关", reach=36, at=RECEIVED_AT,
                  attachments=(PAPER,))
        give(WANG, clarifications.record_act, contract.RecordAct, act=act)
    give(WANG, clarifications.finish, contract.FinishClearing)
    give(WANG, clarifications.archive, contract.ArchiveClarification, archive_number="档1",
         personnel_body="县委组织部", integrity_file=True)
    desk.now = then
    give(WANG, clarifications.record_visit, contract.RecordVisit, visit=Visit(
        on=then.date(), how="上门", words="已恢复考察"))
    refused("clarify.visit_awaited", lambda: give(
        WANG, clarifications.give_feedback, contract.GiveClearingFeedback, note="澄清已完成"))
    assert look(desk, LIU).visit.words == "已恢复考察"
    give(LIU, clarifications.answer_visit, contract.AnswerVisit, answer=contract.VisitAnswer(troubled=False))
    told = give(WANG, clarifications.give_feedback, contract.GiveClearingFeedback, note="澄清已完成")
    assert isinstance(told, CaseNumber)
    assert (look(desk).state, look(desk, LIU).feedback) == (State.CLOSED, "澄清已完成")
    assert [each.kind for each in desk.told if each.kind.startswith("clarification_") and each.kind != (
        "clarification_moved")] == [
        "clarification_proposed", "clarification_begun", "clarification_opinion_asked",
        "clarification_approved",
        "clarification_written", "clarification_carried_out", "clarification_archived",
        "clarification_copied", "clarification_visited", "clarification_closed"]


def test_a_refusal_is_objected_to_and_answered_by_the_next_level(desk: Desk):
    at.refused(desk)
    case_id = desk.clearing.id
    desk.give(LIU, clarifications.object_to_it, contract.ObjectToNoClarification, case_id, words="影响了考察")
    assert listed(desk, LEAD_ABOVE, "objections") == [case_id]
    answer = {"clear": True, "reasons": "确有影响"}
    for actor in (LEAD, SECOND):
        refused("forbidden", lambda who=actor: desk.give(
            who, clarifications.answer_objection, contract.AnswerObjection, case_id, **answer))
    desk.give(LEAD_ABOVE, clarifications.answer_objection, contract.AnswerObjection, case_id, **answer)
    assert look(desk).state is State.ASSESSMENT
    assert look(desk, LIU).objection.clear is True


def test_the_person_sees_theirs_once_they_are_told_and_none_of_its_inside(desk: Desk):
    at.answered(at.found(desk, at.UNTRUE, at.UNTRUE))
    refused("not_found", lambda: look(desk, LIU))
    assert (listed(desk, LIU, "own"), listed(desk, LIU)) == ([], [])
    at.closed(desk)
    assert (look(desk, LIU).preview, look(desk, LIU).allowed) == ((), ())
    desk.give(LEAD, clarifications.assign, contract.AssignClarification, desk.clearing.id, officer_id="wang")
    desk.give(WANG, clarifications.assess, contract.AssessClarification, desk.clearing.id,
              grounds=("career",), effects="影响考察", allegations=at.WORDS)
    desk.give(WANG, clarifications.plan, contract.PlanClarification, desk.clearing.id, plan=at.PLAN)
    assert (look(desk, LIU).preview, look(desk, LIU).plan) == ((), None)
    desk.give(WANG, clarifications.ask_opinion, contract.AskOpinion, desk.clearing.id)
    assert (listed(desk, LIU, "own"), listed(desk, LIU)) == ([desk.clearing.id], [])
    shown = look(desk, LIU)
    assert shown.preview
    assert shown.allowed == ("give_opinion", "read")
    assert (shown.report_id, shown.effects, shown.allegations, shown.untrue, shown.settled) == (
        "", "", (), (), False)
    assert not {"assess", "report_closed"} & {each.what for each in shown.history}
    assert desk.reads == []


def test_for_others_whom_the_report_was_kept_from_it_is_not_there(desk: Desk):
    at.approved(desk)
    case_id = desk.clearing.id
    for actor in (scene.COLLEAGUE, scene.NAMESAKE, scene.ELSEWHERE, scene.OPERATOR):
        for tab in questions.TABS:
            assert listed(desk, actor, tab) == []
        refused("not_found", lambda who=actor: look(desk, who))
        refused("not_found", lambda who=actor: desk.give(
            who, clarifications.approve, contract.ApproveClarification, case_id))
    assert listed(desk, LEAD) == listed(desk, WANG, "mine") == [case_id]


def test_who_signs_in_applies_for_themselves_whatever_name_they_give(desk: Desk):
    desk.give(LIU, clarifications.apply, contract.ApplyForClarification, **APPLY)
    [case] = desk.store.clarifications.open_of(scene.ORGAN)
    assert (case.concerned.name, case.concerned.unit) == ("柳成林", scene.BUREAU)
    others = {**APPLY, "concerned": Concerned(name="别人", officer_id="wang")}
    refused("forbidden", lambda: desk.give(
        LIU, clarifications.apply, contract.ApplyForClarification, **others))
    refused("policy.unknown_division", lambda: desk.give(
        LIU, clarifications.apply, contract.ApplyForClarification, **{**APPLY, "organ_id": "110000"}))


def test_a_caseworker_enters_one_only_for_whoever_can_not_sign_in_and_with_the_paper(desk: Desk):
    def enter(**rest):
        return desk.give(WANG, clarifications.apply, contract.ApplyForClarification, **{**APPLY, **rest})
    refused("clarify.not_concerned", lambda: enter(attachments=(PAPER,)))
    nobodys = Concerned(name="王某", unit="某村")
    refused("clarify.paper_missing", lambda: enter(concerned=nobodys))
    refused("attachment.unknown", lambda: enter(concerned=nobodys, attachments=(
        replace(PAPER, sha256="cd" * 32),)))
    enter(concerned=nobodys, attachments=(PAPER,))
    [case] = desk.store.clarifications.open_of(scene.ORGAN)
    assert case.application is not None
    assert case.application.entered_by == "wang"


def test_an_application_is_linked_with_the_closed_report_about_whoever_applied(desk: Desk):
    at.found(desk, at.UNTRUE, at.UNTRUE)
    at.answered(desk, clear=False)
    desk.give(LIU, clarifications.apply, contract.ApplyForClarification, **APPLY)
    [case] = desk.store.clarifications.open_of(scene.ORGAN)
    desk.give(LEAD, clarifications.assign, contract.AssignClarification, case.id, officer_id="wang")
    link = {"report_id": "r1"}
    refused("clarify.report_open", lambda: desk.give(
        WANG, clarifications.link_report, contract.LinkClarification, case.id, **link))
    at.closed(desk)
    refused("not_found", lambda: desk.give(
        WANG, clarifications.link_report, contract.LinkClarification, case.id, report_id="r9"))
    desk.give(WANG, clarifications.link_report, contract.LinkClarification, case.id, **link)
    assert tuple(desk.store.clarifications.get(case.id).untrue) == ("1", "2")


def test_what_an_organs_own_people_apply_for_goes_to_the_organ_above(desk: Desk):
    own = {**APPLY, "concerned": Concerned(name="", officer_id="wang")}
    desk.give(WANG, clarifications.apply, contract.ApplyForClarification, **own)
    [event] = [each for each in desk.told if isinstance(each, ClarificationAppliedFor)]
    clarifications.find_an_organ(desk.sit(SYSTEM), event)
    [case] = desk.store.clarifications.open_of(scene.ABOVE)
    assert case.first_organ_id == scene.ORGAN
    assert (listed(desk, LEAD), listed(desk, LEAD_ABOVE)) == ([], [case.id])


def test_units_that_were_asked_and_did_not_are_listed_with_the_guidance(desk: Desk):
    at.approved(desk)
    case_id, until = desk.clearing.id, RECEIVED_AT.date() + timedelta(days=3)
    desk.give(WANG, clarifications.ask_unit, contract.AskUnit, case_id, unit=scene.BUREAU, what="宣读",
              until=until)
    query = UnwillingUnitsQuery(division_code=scene.DIVISION)
    assert questions.unwilling_units(desk.sit(LEAD), query).units == ()
    desk.now = RECEIVED_AT + timedelta(days=4)
    told = questions.unwilling_units(desk.sit(LEAD), query)
    assert [(each.case_id, each.ask.unit) for each in told.units] == [(case_id, scene.BUREAU)]
    assert {each.code for each in told.guidance} >= {"duty", "small_circle"}
    assert (listed(desk, LEAD, "units"), listed(desk, scene.COLLEAGUE, "units")) == ([case_id], [])
    [ask] = desk.clearing.asks
    desk.give(WANG, clarifications.answer_unit, contract.RecordUnitAnswer, case_id, ask_id=ask.ask_id,
              done=True)
    assert listed(desk, LEAD, "units") == []


def test_who_has_nobody_left_hands_it_up_by_stepping_back(desk: Desk):
    at.to_clear(desk)
    for actor in (WANG, scene.ZHAO, at.QIAN, LEAD, SECOND):
        desk.give(actor, clarifications.recuse, contract.RecuseFromClarification, desk.clearing.id,
                  officer_id=actor.officer_id, ground=RecusalGround.RELATIVE, reason="表弟")
    assert desk.clearing.organ_id == scene.ABOVE


def test_a_read_by_a_supervisor_is_written_down(desk: Desk):
    at.to_clear(desk)
    look(desk, LEAD)
    assert desk.reads == []
    look(desk, officer("watch", Role.SUPERVISOR, unit="县委"))
    assert desk.reads == [("clarify.clarification_read", desk.clearing.id)]


@pytest.mark.parametrize("garbage", ["", "3", "allegation", "1 "])
def test_words_for_what_is_not_there_change_nothing(desk: Desk, garbage: str):
    at.to_clear(desk)
    before = desk.clearing.version
    refused("clarify.beyond_allegations", lambda: desk.give(
        WANG, clarifications.assess, contract.AssessClarification, desk.clearing.id, grounds=("career",),
        effects="影响", allegations=(replace(at.WORDS[0], allegation_id=garbage),)))
    assert desk.clearing.version == before


def test_no_command_answers_with_content():
    told = {each.gives for each in vars(operations).values() if isinstance(each, Command)}
    assert told == {CaseNumber}
