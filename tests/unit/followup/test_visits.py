"""Visits, steps and plans: who visits, how often, and what a step needs."""

from datetime import date, timedelta

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    Talk,
    TalkWith,
    VisitKind,
    VisitPlace,
    VisitRecorded,
    VisitState,
)
from rongcuo.contracts.review import RecusalGround
from services.followup.domain.programme import Programme
from tests.unit.followup import scene
from tests.unit.followup.scene import (
    GOAL,
    KIN,
    LEAD,
    NOW,
    PAPER,
    TALKS,
    WANG,
    WEN,
    ZHAO,
    by,
)
from tests.unit.review.scene import holder, view


def refused(code: str):
    return pytest.raises(CaseError, match=code.replace(".", r"\."))


def told(programme: Programme, kind: type) -> list:
    return [event for _, event in programme.happened if isinstance(event, kind)]


def test_the_third_formal_visit_of_a_year_is_refused_unless_the_person_asked():
    programme = scene.counselling()
    scene.plan_visit(programme, date(2026, 4, 1))
    scene.plan_visit(programme, date(2026, 7, 1))
    with refused("followup.visits_enough"):
        scene.plan_visit(programme, date(2026, 10, 1))
    scene.plan_visit(programme, date(2027, 1, 5))
    scene.plan_visit(programme, date(2026, 10, 1), VisitKind.CONTACT)
    programme.request_visit("想再谈谈", (), by(WEN))
    number = scene.plan_visit(programme, date(2026, 10, 1), request=1)
    assert programme.visits[-1].asked
    with refused("followup.no_such_request"):
        scene.plan_visit(programme, date(2026, 11, 1), request=1)
    programme.cancel_visit(number, "下乡", by(WANG))
    scene.plan_visit(programme, date(2026, 11, 1), request=1)


def test_visits_of_their_other_programmes_count_for_the_year():
    with refused("followup.visits_enough"):
        scene.plan_visit(scene.counselling(), elsewhere=2)


def test_who_declines_is_not_asked_again_and_again_and_may_want_it_after_all():
    programme = scene.counselling()
    programme.decline_visit(scene.plan_visit(programme), "不方便", (), by(WEN))
    programme.accept_visit(1, (), by(WEN))
    assert (programme.visits[0].state, programme.visits[0].reason) == (VisitState.PLANNED, "")
    with refused("followup.visit_not_declined"):
        programme.accept_visit(1, (), by(WEN))
    programme.decline_visit(1, "不方便", (), by(WEN))
    scene.plan_visit(programme)
    with refused("followup.visits_enough"):
        scene.plan_visit(programme)
    with refused("followup.day_past"):
        programme.accept_visit(1, (), by(WEN, NOW + timedelta(days=1)))


def test_a_visit_counts_for_the_year_in_which_it_was_made_and_contacts_have_their_number_too():
    programme = scene.counselling()
    for _ in range(2):
        scene.visit(programme)
    later = scene.plan_visit(programme, date(2027, 1, 5))
    with refused("followup.visits_enough"):
        programme.record_visit(later, NOW.date(), TALKS, "", scene.ALONE, by(WANG))
    elsewhere = {**scene.ALONE, VisitKind.FORMAL: 2}
    other = scene.counselling()
    scene.plan_visit(other, date(2027, 1, 5))
    with refused("followup.visits_enough"):
        other.record_visit(1, NOW.date(), TALKS, "", elsewhere, by(WANG))
    other.record_visit(1, NOW.date(), TALKS, "", scene.ALONE, by(WANG))
    for _ in range(6):
        scene.plan_visit(other, kind=VisitKind.CONTACT)
    with refused("followup.visits_enough"):
        scene.plan_visit(other, kind=VisitKind.CONTACT)


def test_nobody_declines_for_whoever_can_sign_in_and_for_others_there_is_a_paper():
    programme, without = scene.counselling(), scene.counselling(scene.NO_ACCOUNT)
    for each in (programme, without):
        scene.plan_visit(each)
    with refused("followup.not_the_person"):
        programme.decline_visit(1, "电话里说不来", (PAPER,), by(WANG))
    with refused("followup.paper_missing"):
        without.decline_visit(1, "电话里说不来", (), by(WANG))
    without.decline_visit(1, "书面说不来", (PAPER,), by(WANG))
    assert (without.visits[0].entered_by, without.visits[0].attachments) == ("wang", (PAPER,))


def test_what_the_visited_person_said_is_theirs_to_put_right():
    programme = scene.counselling()
    with refused("followup.visit_not_made"):
        programme.correct_talk(1, "我没有这样说", (), by(WEN))
    scene.visit(programme)
    assert told(programme, VisitRecorded)[-1].subject_told == "followup.visit_recorded"
    with refused("followup.not_the_person"):
        programme.correct_talk(1, "他没有这样说", (PAPER,), by(WANG))
    programme.correct_talk(1, "我没有说认识到位", (), by(WEN))
    assert programme.visits[0].talks[0].words == "认识到位，情绪低落"
    assert told(programme, VisitRecorded)[-1].said == "认识到位，情绪低落\n本人更正：我没有说认识到位"


@pytest.mark.parametrize(("visitors", "code"), [
    ((WANG,), "followup.visitors_too_few"), ((WANG, WANG), "followup.visitors_too_few"),
    ((WANG, KIN), "review.recused"), ((WANG, WEN), "review.recused")])
def test_at_least_two_visit_who_are_free(visitors, code):
    programme = scene.counselling()
    with refused(code):
        programme.plan_visit(VisitKind.FORMAL, NOW.date(), VisitPlace.OFFICE, tuple(map(view, visitors)),
                             "提纲", 0, 0, by(WANG))


def test_whoever_was_recused_visits_no_more_and_one_whose_post_ended_neither():
    programme = scene.counselling()
    programme.recuse(holder(ZHAO), RecusalGround.OTHER, "同学", by(LEAD))
    with refused("review.recused"):
        scene.plan_visit(programme)
    with refused("followup.visitor_unknown"):
        programme.plan_visit(VisitKind.FORMAL, NOW.date(), VisitPlace.OFFICE,
                             (view(WANG), view(LEAD, active=False)), "提纲", 0, 0, by(WANG))


def test_nobody_is_visited_formally_by_telephone_nor_yesterday_and_no_place_is_a_case_talk_room():
    programme = scene.counselling()
    with refused("followup.day_past"):
        scene.plan_visit(programme, NOW.date() - timedelta(days=1))
    both = (view(WANG), view(ZHAO))
    with refused("followup.formal_by_telephone"):
        programme.plan_visit(VisitKind.FORMAL, NOW.date(), VisitPlace.TELEPHONE, both, "提纲", 0, 0, by(WANG))
    assert {each.value for each in VisitPlace} == {
        "office", "meeting_room", "workplace", "home", "telephone"}


def test_a_visit_that_was_made_has_a_talk_with_the_person_and_names_the_others():
    programme = scene.counselling()
    number = scene.plan_visit(programme)
    with refused("followup.person_not_talked_to"):
        programme.record_visit(number, NOW.date(), TALKS[1:], "", scene.ALONE, by(WANG))
    with refused("followup.talk_with_nobody"):
        programme.record_visit(number, NOW.date(), (
            *TALKS, Talk(with_whom=TalkWith.COLLEAGUE, words="还好")), "", scene.ALONE, by(WANG))
    with refused("followup.day_ahead"):
        programme.record_visit(number, NOW.date() + timedelta(days=1), TALKS, "", scene.ALONE, by(WANG))
    programme.record_visit(number, NOW.date(), TALKS, "", scene.ALONE, by(WANG))
    with refused("followup.visit_not_planned"):
        programme.record_visit(number, NOW.date(), TALKS, "", scene.ALONE, by(WANG))
    [event] = told(programme, VisitRecorded)
    assert event.said == "认识到位，情绪低落"
    assert "仍认真" not in str(event)
    assert event.others == "单位负责人"


def test_counselling_needs_a_talk_and_help_a_mentor_and_a_plan_that_both_signed():
    programme = scene.counselling()
    with refused("followup.visit_missing"):
        programme.write_step("谈话", by(WANG))
    programme = scene.assistance()
    with refused("followup.mentor_missing"):
        programme.write_step("帮扶", by(WANG))
    programme.name_mentor(scene.MENTOR, by(WANG))
    with refused("followup.plan_not_signed"):
        programme.write_step("帮扶", by(WANG))
    programme.write_plan("想补业务", (GOAL,), by(WANG))
    scene.sign_plan(programme)
    with refused("followup.plan_not_signed"):
        programme.write_step("帮扶", by(WANG))
    with refused("followup.paper_missing"):
        scene.sign_plan(programme, "局长李某", actor=WANG)
    scene.sign_plan(programme, "局长李某", PAPER, actor=WANG)
    programme.write_step("帮扶", by(WANG))
    programme.write_plan("又想换岗", (GOAL,), by(WANG))
    assert [each.signed is not None for each in programme.plans] == [True, False]
