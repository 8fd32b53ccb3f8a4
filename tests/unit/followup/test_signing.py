"""Nobody signs for others, and nobody's silence holds anything up."""

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import Grade, Recommendation
from rongcuo.contracts.followup import ProgrammeState as State
from tests.unit.followup import scene
from tests.unit.followup.scene import GOAL, OVER, PAPER, WANG, WEN, at, by

AFTER = scene.at(3, 17)     # ten working days, and one


def refused(code: str):
    return pytest.raises(CaseError, match=code.replace(".", r"\."))


def test_nobody_signs_for_somebody_who_can_sign_in_and_for_others_there_is_a_paper():
    programme = scene.counselling()
    scene.visit(programme)
    with refused("followup.step_not_written"):
        scene.sign_step(programme)
    programme.write_step("谈话", by(WANG))
    with refused("followup.not_the_person"):
        scene.sign_step(programme, PAPER, actor=WANG)
    programme.write_plan("想补业务", (GOAL,), by(WANG))
    with refused("followup.not_the_person"):
        scene.sign_plan(programme, "", PAPER, actor=WANG)
    with refused("followup.unit_signs_itself"):
        scene.sign_plan(programme, "局长李某", PAPER, actor=WEN)
    without = scene.counselling(scene.NO_ACCOUNT)
    scene.visit(without)
    without.write_step("谈话", by(WANG))
    with refused("followup.paper_missing"):
        scene.sign_step(without, actor=WANG)
    scene.sign_step(without, PAPER, actor=WANG)
    assert without.records[0].signature.entered_by == "wang"
    assert without.state is State.ASSISTANCE
    assert without.standing().subject_id == ""


def test_who_does_not_sign_is_asked_for_nothing_more_once_they_had_time_and_the_reason_is_theirs_to_read():
    programme = scene.counselling()
    scene.visit(programme)
    programme.write_step("谈话", by(WANG))
    for day in (2, 16):
        with refused("followup.time_to_read"):
            programme.go_on_unsigned("本人拒签", by(WANG, scene.at(3, day)))
    programme.go_on_unsigned("本人对处分有意见，不愿签", by(WANG, AFTER))
    assert programme.records[0].signature.unsigned == "本人对处分有意见，不愿签"
    assert programme.state is State.ASSISTANCE


def test_a_signature_holds_to_the_words_that_were_read():
    programme = scene.counselling()
    scene.visit(programme)
    programme.write_step("谈话", by(WANG))
    read = programme.records[-1].digest
    programme.write_step("承认全部问题", by(WANG))
    for other in (read, ""):
        with refused("followup.signed_another_text"):
            programme.sign_step(other, (), by(WEN))
    scene.sign_step(programme)
    assert programme.records[0].signature.digest == programme.records[0].digest
    programme.write_plan("想补业务", (GOAL,), by(WANG))
    first = programme.plans[-1].digest
    programme.write_plan("想补业务", (GOAL,), by(WANG))
    for for_unit, actor in (("", WEN), ("局长李某", WANG)):
        with refused("followup.signed_another_text"):
            programme.sign_plan(first, for_unit, (PAPER,), by(actor))


def test_no_plan_is_held_up_by_whoever_does_not_sign_it():
    programme = scene.assistance()
    programme.name_mentor(scene.MENTOR, by(WANG))
    programme.write_plan("想补业务", (GOAL,), by(WANG))
    with refused("followup.plan_not_signed"):
        programme.write_step("帮扶", by(WANG, scene.at(3, 16)))
    programme.write_step("帮扶", by(WANG, AFTER))


def test_a_silent_unit_holds_no_end_up():
    programme = scene.concluding()
    with refused("followup.unit_not_heard"):
        programme.evaluate(Grade.GOOD, "帮扶有效", by(WANG, at(1, 11, 2027)))
    programme.evaluate(Grade.GOOD, "帮扶有效", by(WANG, at(1, 12, 2027)))


def test_an_unanswered_question_holds_no_end_up():
    programme = scene.concluding()
    scene.done(programme)
    programme.escalate("岗位需要协调", by(WANG, OVER))
    with refused("followup.above_was_asked"):
        programme.complete(Recommendation.NOTHING, "结束", by(WANG, OVER))
    later = at(1, 29, 2027)
    programme.complete(Recommendation.NOTHING, "结束", by(WANG, later))
