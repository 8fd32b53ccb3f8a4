"""Refused for a coded reason alone, carried out mode by mode, and visited after."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.actor import Role, queue
from rongcuo.contracts.clarify import (
    ClarificationArchived,
    ClarificationCarriedOut,
    ClarificationMode,
    ClarificationObjectionAnswered,
    ClarificationRefused,
    ClarificationWritten,
    UnitAnswer,
)
from rongcuo.contracts.clarify import ClarificationState as State
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.clarification import Clarification, is_unwilling
from tests.unit.clarify_procedures import clarification_scene as scene
from tests.unit.clarify_procedures.clarification_scene import (
    ABOVE,
    AGREED,
    CITY,
    COLLEAGUE,
    DEPUTY,
    LEAD,
    NOW,
    PLAN,
    SUBJECT,
    WANG,
    by,
)
from tests.unit.review.scene import officer, view


def told(case: Clarification, kind: type) -> list:
    return [event for _, event in case.happened if isinstance(event, kind)]


def test_a_refusal_has_a_code_of_the_packs_is_told_and_can_be_objected_to():
    case = scene.refusable()
    with pytest.raises(CaseError, match=r"clarify\.refusal_unknown"):
        case.refuse("not_convenient", "不方便", by(LEAD))
    with pytest.raises(CaseError, match=r"review\.reasons_missing"):
        case.refuse("no_harm", " ", by(LEAD))
    case.refuse("no_harm", "没有造成影响", by(LEAD))
    [refusal] = told(case, ClarificationRefused)
    assert (refusal.ground_code, refusal.ground) == ("no_harm", "没有造成影响")
    assert refusal.reasons == "没有造成影响"
    assert refusal.subject_told
    assert refusal.standing.subject_id == "subject"
    case.read(by(SUBJECT))
    assert refusal.appeal_until == case.object_until(by(SUBJECT)) == NOW.date() + timedelta(days=14)


def test_an_objection_comes_from_the_person_in_time_once_and_goes_to_the_next_level():
    case = scene.refused()
    case.read(by(SUBJECT))
    for actor in (WANG, COLLEAGUE, LEAD):
        with pytest.raises(CaseError, match=r"clarify\.not_concerned"):
            case.object("有影响", (scene.PAPER,), by(actor))
    with pytest.raises(CaseError, match=r"clarify\.objection_late"):
        case.object("有影响", (), by(SUBJECT, NOW + timedelta(days=15)))
    case.object("有影响", (), by(SUBJECT, NOW + timedelta(days=14)))
    assert case.standing().holders == (queue("530100", Role.LEAD),)
    later = NOW + timedelta(days=15)
    for actor in (LEAD, DEPUTY, ABOVE):
        with pytest.raises(CaseError, match=r"clarify\.approver_wanted"):
            case.answer_objection(False, "维持", by(actor, later))
    case.answer_objection(False, "维持", by(CITY, later))
    [answer] = told(case, ClarificationObjectionAnswered)
    assert (answer.cleared, answer.result, answer.subject_told != "") == (False, "维持不予澄清", True)
    with pytest.raises(CaseError, match=r"clarify\.objected_already"):
        case.object("还有影响", (), by(SUBJECT, later))


def test_what_the_next_level_wants_cleared_is_not_refused_again():
    case = scene.objected()
    case.answer_objection(True, "确有影响", by(CITY))
    assert (case.state, case.directed, case.refusal) == (State.ASSESSMENT, True, "")
    with pytest.raises(CaseError, match=r"clarify\.must_clear"):
        case.propose_refusal("no_harm", "没有", by(WANG))
    case.make_plan(PLAN, by(WANG))
    case.ask_opinion(by(WANG))
    case.give_opinion(AGREED, by(SUBJECT))
    case.request_approval("建议澄清", "同意", False, by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.must_clear"):
        case.refuse("no_harm", "没有", by(LEAD))


def test_for_somebody_without_an_account_it_is_on_paper():
    with pytest.raises(CaseError, match=r"clarify\.paper_missing"):
        scene.applied(scene.NO_ACCOUNT, WANG)
    case = Clarification.apply("k1", "澄清〔2026〕1号", scene.NO_ACCOUNT, replace(
        scene.APPLICATION, attachments=(scene.PAPER,)), scene.ORGAN, scene.DIVISION, by(WANG))
    assert case.application is not None
    assert case.application.entered_by == "wang"
    assert case.standing().subject_id == ""


def test_an_application_waits_for_its_report():
    case = scene.applied()
    case.assign(view(WANG), by(LEAD))
    with pytest.raises(CaseError, match=r"clarify\.report_missing"):
        case.make_plan(PLAN, by(WANG))
    case.link_report(scene.REPORT, by(WANG))
    case.assess(("career",), "受到影响", scene.WORDS, by(WANG))
    case.make_plan(PLAN, by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.not_an_application"):
        scene.assessing().link_report(scene.REPORT, by(WANG))
    assert case.plan == PLAN


def test_an_organisation_is_cleared_as_well_and_its_people_keep_out():
    case = scene.planned(scene.ORGANISATION)
    assert case.preview[0].lines[0] == "关于反映某街道办事处有关问题的核查情况"
    insider = officer("insider", Role.REVIEWER, unit="某街道办事处")
    assert case.bars(insider) is not None
    assert case.standing().units_apart == ("某街道办事处",)


def test_the_letter_is_called_for_by_the_written_mode_and_each_mode_comes_once():
    case = scene.carrying_out()
    assert told(case, ClarificationWritten) == []
    case.record_act(scene.act(), by(WANG))
    [letter] = told(case, ClarificationWritten)
    assert (letter.head, letter.said) == (PLAN.head, "反映：反映问题1 经查：结论1 现予以澄清。\n"
                                          "反映：反映问题2 经查：结论2 现予以澄清。")
    for mode in (ClarificationMode.WRITTEN, ClarificationMode.CIRCULAR):
        with pytest.raises(CaseError, match=r"clarify\.mode_not_planned"):
            case.record_act(scene.act(mode), by(WANG))
    for moment in (NOW - timedelta(hours=1), NOW + timedelta(hours=1)):
        with pytest.raises(CaseError, match=r"clarify\.not_then"):
            case.record_act(scene.act(ClarificationMode.MEETING, moment), by(WANG))


def test_nobody_is_cleared_before_every_mode_was_carried_out_or_dropped_for_a_reason():
    case = scene.carrying_out()
    case.record_act(scene.act(), by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.modes_left"):
        case.finish(by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.written_always"):
        case.drop_mode(ClarificationMode.WRITTEN, "不必", by(LEAD))
    with pytest.raises(CaseError, match=r"clarify\.head_wanted"):
        case.drop_mode(ClarificationMode.MEETING, "领导忙", by(WANG))
    case.drop_mode(ClarificationMode.MEETING, "本人改变意见", by(LEAD))
    case.finish(by(WANG))
    [record] = told(case, ClarificationCarriedOut)
    assert record.dropped == "会议未实施：本人改变意见"


def test_the_personnel_body_is_told_of_a_person():
    case = scene.finished()
    case.plan = replace(case.plan, personnel_body="")
    with pytest.raises(CaseError, match=r"clarify\.personnel_body_missing"):
        case.archive("档1", " ", True, by(WANG))
    case.archive("档1", "安宁市委组织部", True, by(WANG))
    [archived] = told(case, ClarificationArchived)
    assert (archived.personnel_body, archived.integrity_file) == ("安宁市委组织部", True)


@pytest.mark.parametrize("after", [0, 29, 30, 90, 95])
def test_a_visit_is_made_thirty_days_after_or_later(after: int):
    case, day = scene.to_visit(), NOW + timedelta(days=after)
    if after < 30:
        with pytest.raises(CaseError, match=r"clarify\.visit_too_early"):
            case.record_visit(scene.visit(day.date()), by(WANG, day))
        return
    case.record_visit(scene.visit(day.date()), by(WANG, day))
    assert case.late is (after > 91)     # the ninetieth day is a Sunday
    assert case.state is State.FEEDBACK


def test_a_visit_that_has_not_happened_is_not_recorded_and_what_troubles_is_met():
    case = scene.to_visit()
    with pytest.raises(CaseError, match=r"clarify\.day_ahead"):
        case.record_visit(scene.visit(), by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.measures_missing"):
        case.record_visit(scene.visit(troubled=True), by(WANG, scene.IN_TIME))
    case.record_visit(scene.visit(troubled=True, measures="商请恢复考察"), by(WANG, scene.IN_TIME))
    assert case.visit is not None


def test_units_that_were_asked_and_did_not_are_known():
    case, until = scene.finished(), NOW.date() + timedelta(days=5)
    with pytest.raises(CaseError, match=r"clarify\.day_over"):
        case.ask_unit("u0", scene.UNIT, "宣读", NOW.date() - timedelta(days=1), by(WANG))
    for name in ("u1", "u2", "u3"):
        case.ask_unit(name, scene.UNIT, "宣读", until, by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.unit_reason_missing"):
        case.answer_unit("u1", False, "", by(WANG))
    case.answer_unit("u1", False, "怕再引起议论", by(WANG))
    case.answer_unit("u2", True, "", by(WANG))
    assert [each.answer for each in case.asks] == [UnitAnswer.DECLINED, UnitAnswer.DONE, UnitAnswer.OPEN]
    assert [is_unwilling(each, until) for each in case.asks] == [True, False, False]
    assert [is_unwilling(each, until + timedelta(days=1)) for each in case.asks] == [True, False, True]


def test_nothing_of_a_clarification_knows_who_reported():
    for case in (make() for make in scene.CASES.values()):
        assert "reporter" not in repr(vars(case)).lower()
        for _, event in case.happened:
            assert not hasattr(event, "reporter_ref")
            assert not hasattr(event, "pseudonym")
