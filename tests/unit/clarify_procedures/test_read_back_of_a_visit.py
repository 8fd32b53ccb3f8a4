"""What was written down of a visit is theirs to read, and what is beside the plan is shown to all."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.clarify import ClarificationState as State
from rongcuo.contracts.clarify import (
    ClarificationVisited,
    VisitAnswer,
)
from rongcuo.contracts.review import HeldBy
from services.clarify.domain.clarification import Clarification, digest_of
from services.clarify.domain.clarification.plan import beyond
from services.clarify.presenters.clarifications import view_of
from tests.unit.clarify_procedures import clarification_scene as scene
from tests.unit.clarify_procedures.clarification_scene import (
    IN_TIME,
    LEAD,
    PAPER,
    PLAN,
    SUBJECT,
    UNTROUBLED,
    WANG,
    by,
)
from tests.unit.clarify_procedures.test_read_back import MEETING, refused


def test_what_was_written_down_of_a_visit_is_theirs_to_read_and_to_put_right():
    case = scene.visited()
    [told] = [each for _, each in case.happened if isinstance(each, ClarificationVisited)]
    assert told.subject_told
    assert view_of(case, by(SUBJECT, IN_TIME)).visit.words == "已恢复考察"
    refused("clarify.visit_awaited", lambda: case.give_feedback("完成", by(WANG, IN_TIME)))
    refused("review.reasons_missing", lambda: case.answer_visit(VisitAnswer(troubled=True), by(
        SUBJECT, IN_TIME)))
    case.answer_visit(VisitAnswer(troubled=True, words="会议没有开"), by(SUBJECT, IN_TIME))
    assert view_of(case, by(WANG, IN_TIME)).held_by is HeldBy.DECISION
    refused("clarify.head_wanted", lambda: case.give_feedback("完成", by(WANG, IN_TIME)))
    case.send_back("补开会议", by(LEAD, IN_TIME))
    assert case.state is State.CARRYING_OUT


def sent_back() -> Clarification:
    case = scene.visited()
    case.answer_visit(VisitAnswer(troubled=True, words="会议没有开"), by(SUBJECT, IN_TIME))
    case.send_back("补开会议", by(LEAD, IN_TIME))
    return case


def test_what_was_sent_back_is_finished_by_something_that_is_done_since():
    case, since = sent_back(), IN_TIME + timedelta(days=3)
    refused("clarify.nothing_done_since", lambda: case.finish(by(WANG, since)))
    refused("clarify.not_then", lambda: case.record_act(scene.act(MEETING), by(WANG, since)))
    case.record_act(scene.act(MEETING, since), by(WANG, since))
    case.finish(by(WANG, since))
    assert case.state is State.ARCHIVE


def test_that_it_still_has_effects_stands_until_they_say_otherwise():
    case, again = sent_back(), IN_TIME + timedelta(days=50)
    case.record_act(scene.act(MEETING, IN_TIME), by(WANG, IN_TIME))
    case.finish(by(WANG, IN_TIME))
    case.archive("档2", "", True, by(WANG, IN_TIME))
    case.record_visit(scene.visit(again.date()), by(WANG, again))
    later = again + timedelta(days=60)
    refused("clarify.head_wanted", lambda: case.give_feedback("完成", by(WANG, later)))
    case.answer_visit(UNTROUBLED, by(SUBJECT, again))
    case.give_feedback("完成", by(WANG, again))
    assert case.state is State.CLOSED


def test_an_answer_that_is_entered_takes_no_effect_away():
    case = scene.visited()
    case.visit, case.signs_in = scene.visit(troubled=True, measures="补开会议"), False
    case.answer_visit(replace(UNTROUBLED, attachments=(PAPER,)), by(WANG, IN_TIME))
    assert case.troubled


def test_who_says_nothing_to_it_had_the_time_to():
    case, later = scene.visited(), IN_TIME + timedelta(days=30)
    case.give_feedback("完成", by(WANG, later))
    assert case.state is State.CLOSED


# ------------------------------------------------------------------ who else hears of it is in the plan


@pytest.mark.parametrize("other", [{"personnel_body": "某局人事科"}, {"units": (scene.UNIT, "某镇")}])
def test_who_else_hears_of_it_they_are_asked_about_anew(other):
    case = scene.answered()
    case.make_plan(replace(PLAN, **other), by(WANG))
    assert case.opinion_clock is None


def test_a_plan_of_before_has_the_digest_that_it_had():
    case = scene.planned(plan=replace(PLAN, personnel_body="", units=()))
    lines = "\n".join((PLAN.head, *(line for each in case.preview for line in each.lines), *(
        f"{each.mode} {each.who} {each.place}" for each in PLAN.audiences)))
    said = replace(case.preview[0], lines=tuple(lines.split("\n")))
    assert case.plan_digest == digest_of(said)


def test_who_was_told_or_asked_beside_the_plan_is_shown_to_all():
    case = scene.carried_out()
    case.ask_unit("u1", "某镇", "恢复考察", IN_TIME.date(), by(WANG))
    case.ask_unit("u2", scene.UNIT, "恢复考察", IN_TIME.date(), by(WANG))
    case.finish(by(WANG))
    case.archive("档1", "", True, by(WANG))
    assert case.personnel_body == PLAN.personnel_body
    for actor in (SUBJECT, LEAD):
        assert view_of(case, by(actor)).beyond_plan == ("某镇",)
    assert beyond(None, "组织部", ()) == ("组织部",)
