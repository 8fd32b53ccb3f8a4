"""What follows a decision: told to the subject, filed for record, and again after another decision."""

from dataclasses import replace
from datetime import date

import pytest

from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.determination import Opinion, Outcome, Rectification
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.determination import Determination
from services.determination.domain.determination.appeal_of_case import answer_appeal
from tests.unit.casework.looking import last
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import LEAD, PANEL, QIAN, TERMS, WANG, by
from tests.unit.determination.meeting import scene as meetings
from tests.unit.review.scene import day, holder

LATER = day(3, 20)
PANEL_IDS = frozenset(each.officer_id for each in PANEL)
ORDER = Rectification(what="补办手续", due_on=date(2026, 6, 30))


def appealed(case: Determination) -> Determination:
    said = Opinion(outcome=Outcome.EXEMPT, terms=TERMS, stated_by="panel1", stated_at=LATER)
    answer_appeal(case, said, PANEL_IDS, by(PANEL[0], LATER))
    return case


def corrected(case: Determination) -> Determination:
    case.correct(case.current.outcome, TERMS, "笔误", by(LEAD, LATER))
    return case


@pytest.mark.parametrize("changed", [appealed, corrected])
@pytest.mark.parametrize("of", [scene.told, scene.concluded])
def test_another_decision_is_told_and_filed_for_record_like_the_first(changed, of):
    case = changed(of())
    assert (case.state, case.ended, case.clock.started) == (State.FEEDBACK, False, LATER)
    assert last(case).standing.stage == "feedback"
    case.give_feedback("已反馈新决定", "", by(WANG, LATER))
    assert last(case).decision_id == "d1-2"
    case.file_for_record("景洪市委", "原函作废", by(WANG, LATER))
    assert (last(case).decision_id, last(case).outcome) == ("d1-2", case.current.outcome)
    assert case.state is State.CONCLUDED


def test_what_was_not_told_yet_keeps_its_date():
    case = scene.decided()
    started = case.clock.started
    corrected(case)
    assert (case.state, case.clock.started) == (State.FEEDBACK, started)


def test_where_nothing_follows_a_decision_a_corrected_case_stays_concluded():
    case, songming = scene.concluded(), scene.RULES.pack("530127", scene.NOW.date())
    case.pack_id, case.stage = songming.id, "joint_meeting"
    case.correct(case.current.outcome, TERMS, "笔误", replace(by(LEAD, LATER), pack=songming))
    assert case.state is State.CONCLUDED


def test_feedback_and_notice_tell_all_that_their_letters_need():
    case = scene.resolved()
    terms = replace(TERMS, effects="不影响年度考核", rectification=ORDER)
    case.make(Outcome.LIGHTEN, terms, by(WANG))
    until = last(case).appeal_until
    case.give_feedback("当面反馈", " 接受 ", by(WANG))
    told = last(case)
    assert (told.answer, told.effects, told.rectification, told.appeal_until) == (
        "接受", "不影响年度考核", ORDER, until)
    case.file_for_record("景洪市委", "一并函告", by(WANG))
    assert last(case).note == "一并函告"


def test_a_case_tells_who_stands_apart():
    case = scene.verifying()
    case.recuse(holder(QIAN), RecusalGround.OTHER, "同学", by(LEAD))
    standing = last(case).standing
    assert (standing.apart, standing.units_apart) == (("qian", "subject"), (scene.UNIT,))


def test_an_appeal_and_a_meeting_tell_who_stands_apart():
    appeal, _ = scene.appealed()
    standing = last(appeal).standing
    assert (standing.apart, standing.units_apart) == (("subject",), (scene.UNIT,))
    case = meetings.MadeUpCase(barred={"m2": RecusalGround.OTHER}, recused=frozenset({"zhao"}))
    standing = last(meetings.convened(case)).standing
    assert (standing.apart, standing.units_apart) == (("m2", "subject", "zhao"), (meetings.SUBJECT_UNIT,))


def test_a_subject_without_an_account_is_only_known_by_their_unit():
    standing = last(scene.opened(subject=replace(scene.PERSON, officer_id=""))).standing
    assert (standing.apart, standing.units_apart) == ((), (scene.UNIT,))
