"""What lies between a case, its meeting and its appeal: none goes on as if another had not moved."""

from dataclasses import replace

from rongcuo.contracts.determination import APPLIES_NOT, NO_MAJORITY, DecisionTerms, ItemState, Outcome
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.determination.assessment import answerable, assessed
from tests.unit.casework.looking import refused
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import LEAD, MEMBERS, PANEL, TERMS, WANG, by
from tests.unit.determination.meeting import scene as meetings
from tests.unit.determination.meeting.scene import FOUR, ONE, SUN, MadeUpCase, item
from tests.unit.determination.meeting.steps import code_of
from tests.unit.review.scene import holder, view

ONLY_REASONS = DecisionTerms(reasons="原决定正确", cited=TERMS.cited)


def recuse(case, officer) -> None:
    case.recuse(holder(officer), RecusalGround.OTHER, "同学", by(scene.DEPUTY))


def test_a_vote_is_not_to_be_had_without_its_voter():
    case = scene.resolved()
    case.recuse(holder(MEMBERS[0]), RecusalGround.RELATIVE, "近亲属", by(LEAD))
    refused("determination.voter_recused", case, lambda it: it.make(Outcome.LIGHTEN, TERMS, by(WANG)))
    case.send_back("有成员回避，另行表决", by(LEAD))
    assert (case.state, case.resolved, case.voters) == (State.VERIFICATION, "", frozenset())


def test_what_everybody_signed_is_not_sent_back():
    refused("determination.resolved_already", scene.resolved(), lambda it: it.send_back("再查", by(LEAD)))


def test_a_panel_that_no_longer_qualifies_decides_nothing_until_it_is_formed_anew():
    appeal, case = scene.heard()
    recuse(case, PANEL[0])
    refused("review.recused", appeal, lambda it: it.decide(Outcome.LIGHTEN, ONLY_REASONS, case, by(PANEL[2])))
    others = (*PANEL[1:], replace(PANEL[0], officer_id="panel4"))
    appeal.form_panel(tuple(view(each) for each in others), case, by(scene.DEPUTY))
    scene.agreed(appeal, Outcome.LIGHTEN, ONLY_REASONS, case, by(PANEL[2]))
    assert appeal.upheld


def test_who_was_handed_the_case_meanwhile_is_no_panel_any_more():
    appeal, case = scene.heard()
    case.assign(replace(view(WANG), officer_id=PANEL[1].officer_id), by(LEAD))
    refused("appeal.first_decider", appeal,
            lambda it: it.decide(Outcome.LIGHTEN, ONLY_REASONS, case, by(PANEL[2])))


def test_who_upheld_a_decision_hears_no_other_appeal_against_it():
    appeal, case = scene.heard()
    scene.agreed(appeal, Outcome.LIGHTEN, ONLY_REASONS, case, by(PANEL[0]))
    assert {each.officer_id for each in PANEL} <= case.engaged


def test_whoever_is_recused_from_a_case_convenes_no_meeting_about_it():
    about = MadeUpCase(recused=frozenset({"lead"}))
    assert code_of(lambda: meetings.convened(about)) == "meeting.recused"


def test_no_outcome_comes_back_while_another_disputed_item_has_no_majority():
    disputed = MadeUpCase(disputed=("gain", "fraud"))
    meeting = meetings.in_session(disputed, absent=(FOUR,))
    split = dict(zip(meetings.FIVE[:4], ("applies", "applies", "applies_not", "applies_not"), strict=True))
    meetings.vote(meeting, split)
    assert (item(meeting).result, item(meeting, 2).state) == (NO_MAJORITY, ItemState.DROPPED)
    meeting.call_roll(meeting.attendance.member_ids, meetings.by(SUN))
    meetings.vote(meeting, APPLIES_NOT, 1)
    meeting.recuse_member("case1", "m4", RecusalGround.OTHER, "同学", meetings.by(FOUR))
    assert [each.state for each in meeting.agenda.items] == [
        ItemState.REVEALED, ItemState.WAITING, ItemState.DROPPED]
    meetings.vote(meeting, APPLIES_NOT, 1)
    assert meeting.agenda.resolution("case1") == NO_MAJORITY


def test_minutes_that_tell_of_a_case_withdrawn_since_are_signed_anew():
    meeting = meetings.with_minutes(MadeUpCase(), MadeUpCase("case2"))
    meeting.sign_minutes(meetings.by(ONE))
    meeting.drop("case1", meetings.by(LEAD))
    assert (meeting.signatures, meeting.next_to_sign) == ((), "m1")


def test_a_meeting_whose_cases_have_all_left_can_be_called_off():
    meeting = meetings.in_session()
    meetings.vote(meeting, "exempt")
    meeting.adjourn("人数不足", meetings.LATER, meetings.by(SUN))
    assert code_of(lambda: meeting.cancel("不再开会", meetings.by(SUN))) == "meeting.votes_cast"
    meeting.drop("case1", meetings.by(LEAD))
    meeting.cancel("案件已退回", meetings.by(SUN))
    assert meeting.over


def test_who_has_nothing_left_to_answer_is_not_offered_to_assess():
    case = scene.verifying()
    scene.assessed(case, WANG, LEAD)
    left = answerable(case, "wang")
    assert not set(left) & assessed(case)
    for name in left:
        for assessor in (WANG, LEAD):
            case.assess(name, scene.answers_to(case, name), by(assessor))
    refused("determination.assessment_final", case, lambda it: it.require("assess", by(WANG)))
