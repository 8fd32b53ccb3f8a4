"""Who is reported by name and unit, as most are, is cleared as the person they are: they see it, answer it
and object to it themselves, in one case."""

from dataclasses import replace

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import Role
from rongcuo.contracts.clarify import ClarificationQuery, ReportedPerson
from services.clarify.domain import Report, following
from services.clarify.domain.accounts import Accounts
from services.clarify.usecases import clarifications
from services.clarify.views import clarifications as questions
from tests.unit.clarify import scene
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import BUREAU, GIFTS, LIU, SECOND, UNBUILT, WANG, by, officer, view
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.clarification_scene import PAPER
from tests.unit.clarify_procedures.desk import UNTRUE, Desk

BY_NAME = ReportedPerson(name="柳 成林", unit=BUREAU, post="副局长")
NAMESAKE = officer("liu-too", Role.FILER, unit=BUREAU, name="柳成林")
W = {"ground": "no_harm", "reasons": "没有造成影响"}


def reported(*people: ReportedPerson) -> Report:
    content = replace(scene.CONTENT, allegations=tuple(
        replace(each, person=person) for each, person in zip((UNBUILT, GIFTS), people, strict=True)))
    report = scene.registered(content)
    report.open((view(LIU),), scene.OFFICERS, by(scene.SYSTEM))
    report.assign(view(WANG), by(scene.LEAD))
    report.accept(by(WANG))
    report.unconfirmed = "无人接听"
    report.dispose(contract.ReportDisposal.INQUIRY, False, "先谈话函询", by(scene.LEAD))
    report.find(tuple(scene.finding(number, UNTRUE) for number in (1, 2)), by(WANG))
    return report


def begun(desk: Desk, *people: ReportedPerson) -> str:
    desk.put(reported(*people))
    at.answered(desk)
    at.closed(desk)
    desk.give(scene.LEAD, clarifications.assign, contract.AssignClarification, desk.clearing.id,
              officer_id="wang")
    return desk.clearing.id


def asked(desk: Desk, *people: ReportedPerson) -> str:
    case_id = begun(desk, *people)
    desk.give(WANG, clarifications.assess, contract.AssessClarification, case_id, grounds=("career",),
              effects="影响考察", allegations=at.WORDS)
    desk.give(WANG, clarifications.plan, contract.PlanClarification, case_id, plan=at.PLAN)
    desk.give(WANG, clarifications.ask_opinion, contract.AskOpinion, case_id)
    return case_id


def opinion(desk: Desk, **rest) -> contract.ClearingOpinion:
    return replace(contract.ClearingOpinion(agrees=False, words="不愿澄清", given_on=desk.now.date(),
                                            attachments=(PAPER,)), **rest)


def test_by_name_and_unit_it_is_their_account_that_is_concerned(desk: Desk):
    case_id = asked(desk, BY_NAME, BY_NAME)
    assert desk.clearing.concerned.officer_id == "liu"
    assert questions.clarification(desk.sit(LIU), ClarificationQuery(case_id=case_id)).preview
    refused("clarify.not_concerned", lambda: desk.give(
        WANG, clarifications.give_opinion, contract.GiveOpinion, case_id, opinion=opinion(desk)))


def test_named_once_by_account_and_once_by_name_there_is_one_clearing_of_both(desk: Desk):
    begun(desk, UNBUILT.person, BY_NAME)
    assert (desk.clearing.concerned.officer_id, tuple(desk.clearing.untrue)) == ("liu", ("1", "2"))


def test_a_no_reaches_them_too(desk: Desk):
    desk.put(reported(BY_NAME, BY_NAME))
    at.answered(desk, clear=False)
    at.closed(desk)
    desk.give(LIU, clarifications.object_to_it, contract.ObjectToNoClarification, desk.clearing.id,
              words="影响了考察")
    assert desk.clearing.objection is not None


def test_a_name_without_a_unit_is_surely_nobodys_account():
    nowhere, accounts = replace(BY_NAME, unit=""), Accounts((view(LIU), view(WANG)))
    assert (accounts.of(nowhere).officer_id, accounts.may_be(nowhere)) == ("", {"liu"})
    assert (accounts.of(BY_NAME).officer_id, accounts.may_be(BY_NAME)) == ("liu", frozenset())
    elsewhere = replace(BY_NAME, unit="嵩明县水务局")
    assert (accounts.of(elsewhere).officer_id, accounts.may_be(elsewhere)) == ("", frozenset())


def test_where_several_may_be_meant_nobody_answers_for_them_without_saying_who(desk: Desk):
    desk.officers = (*desk.officers, view(NAMESAKE))
    case_id = asked(desk, BY_NAME, BY_NAME)
    assert desk.clearing.concerned.officer_id == ""
    seen = questions.clarification(desk.sit(WANG), ClarificationQuery(case_id=case_id))
    assert seen.namesakes >= 2
    refused("clarify.of_whom_missing", lambda: desk.give(
        WANG, clarifications.give_opinion, contract.GiveOpinion, case_id, opinion=opinion(desk)))
    desk.give(WANG, clarifications.give_opinion, contract.GiveOpinion, case_id,
              opinion=opinion(desk, of_whom="分管城建的柳成林，核对了身份证"))
    assert desk.clearing.opinion.of_whom


def test_who_has_left_answers_on_paper_and_who_is_enrolled_anew_by_themselves(desk: Desk):
    case_id = asked(desk, UNBUILT.person, BY_NAME)
    desk.officers = tuple(replace(each, active=each.officer_id != "liu") for each in desk.officers)
    desk.give(WANG, clarifications.give_opinion, contract.GiveOpinion, case_id,
              opinion=opinion(desk, agrees=True, modes=(contract.ClarificationMode.MEETING,)))
    assert desk.clearing.opinion.entered_by == "wang"
    left = replace(view(LIU), active=False)
    again = following.to_clear(desk.report, Accounts((view(NAMESAKE),), (left,)))
    assert [each.officer_id for each in again] == ["liu-too"]


def test_an_application_that_is_entered_for_whoever_has_an_account_is_theirs(desk: Desk):
    desk.give(scene.LEAD, clarifications.apply, contract.ApplyForClarification, organ_id=scene.ORGAN,
              concerned=contract.Concerned(name="柳成林", unit=BUREAU), situation="副局长", reported="礼金",
              wish="说明", attachments=(PAPER,))
    [case] = [each for each in desk.store.clarifications.open_of(scene.ORGAN) if each.application]
    assert (case.concerned.officer_id, case.application.entered_by) == ("liu", "lead")
    desk.give(scene.LEAD, clarifications.assign, contract.AssignClarification, case.id, officer_id="wang")
    nothing = {"ground": "nothing_untrue", "reasons": "没有"}
    desk.give(WANG, clarifications.propose_refusal, contract.ProposeRefusal, case.id, **nothing)
    refused("clarify.own_proposal", lambda: desk.give(
        scene.LEAD, clarifications.refuse, contract.RefuseClarification, case.id, **nothing))
    desk.give(SECOND, clarifications.refuse, contract.RefuseClarification, case.id, **nothing)
