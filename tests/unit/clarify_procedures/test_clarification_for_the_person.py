"""What an organ may not do in the person's place, one step after the other: clear a part, answer for them,
keep from them why."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.clarify import ClarificationStart, Concerned, ConcernedKind
from rongcuo.contracts.errors import CaseError
from services.clarify.presenters.clarifications import view_of
from tests.unit.clarify_procedures import clarification_scene as scene
from tests.unit.clarify_procedures.clarification_scene import (
    AGREED,
    CITY,
    COLLEAGUE,
    LEAD,
    NOW,
    PLAN,
    SUBJECT,
    WANG,
    by,
)


@pytest.mark.parametrize("allegations", [(), ("a1",), ("a2",)])
def test_what_was_found_untrue_is_cleared_as_a_whole(allegations: tuple[str, ...]):
    case, part = scene.assessing(), replace(PLAN, allegations=allegations)
    with pytest.raises(CaseError, match=r"clarify\.allegations_left_out"):
        case.make_plan(part, by(WANG))
    case = scene.before_the_head()
    case.plan = part
    with pytest.raises(CaseError, match=r"clarify\.allegations_left_out"):
        case.approve("同意", by(LEAD))


def test_words_for_a_part_of_it_are_no_way_around():
    case = scene.assessing()
    case.assess(("career",), "受到影响", scene.WORDS[1:], by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.allegations_left_out"):
        case.make_plan(replace(PLAN, allegations=("a2",)), by(WANG))


def test_who_can_sign_in_is_answered_for_by_nobody():
    on_paper = replace(AGREED, attachments=(scene.PAPER,))
    for actor in (WANG, LEAD, COLLEAGUE):
        with pytest.raises(CaseError, match=r"clarify\.not_concerned"):
            scene.asked().give_opinion(on_paper, by(actor))


@pytest.mark.parametrize("concerned", [scene.PERSON, scene.NO_ACCOUNT])
def test_nobody_agreed_before_they_were_asked(concerned: Concerned):
    case, actor = scene.asked(concerned), SUBJECT if concerned.officer_id else WANG
    early = replace(AGREED, given_on=NOW.date() - timedelta(days=1), attachments=(scene.PAPER,))
    with pytest.raises(CaseError, match=r"clarify\.opinion_before_asking"):
        case.give_opinion(early, by(actor))
    assert case.opinion is None


@pytest.mark.parametrize("ground", ["nothing_untrue", "person_declines"])
def test_a_refusal_has_a_ground_that_the_matter_bears_out(ground: str):
    with pytest.raises(CaseError, match=r"clarify\.ground_not_borne_out"):
        scene.answered().propose_refusal(ground, "理由", by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.ground_not_borne_out"):
        scene.refusable().refuse(ground, "理由", by(LEAD))
    case = scene.asked()
    case.give_opinion(replace(AGREED, agrees=False, declines=True, words="不希望再提起"), by(SUBJECT))
    case.propose_refusal("person_declines", "本人不希望再提起", by(WANG))
    assert case.proposed_refusal == "person_declines"


def test_words_that_judge_the_person_or_point_at_the_reporter_are_shown_before_they_are_said():
    case = scene.planned()
    assert view_of(case, by(LEAD)).doubtful == ()
    said = replace(scene.WORDS[0], words="张三实名举報其受贿", conclusion="该同志一贯清正廉洁")
    case.assess(("career",), "受到影响", (said, scene.WORDS[1]), by(WANG))
    assert set(view_of(case, by(LEAD)).doubtful) == {"实名", "举报", "一贯", "清正廉洁"}


def test_so_are_those_of_whom_it_is_said_to_and_what_units_are_asked():
    audience = replace(scene.WRITTEN, who="实名举报人所在科室", place="诬告者办公室")
    case = scene.planned(plan=replace(PLAN, audiences=(audience, scene.MEETING), head="县局党组（转来信人）"))
    assert {"实名", "举报", "诬告", "来信"} <= set(view_of(case, by(LEAD)).doubtful)
    case = scene.carrying_out()
    case.ask_unit("u1", scene.UNIT, "请知情人到场", scene.IN_TIME.date(), by(WANG))
    assert view_of(case, by(LEAD)).doubtful == ("知情人",)


def test_why_a_plan_goes_further_is_an_inside_matter():
    case = scene.planned(plan=replace(PLAN, despite="本人情绪化"))
    case.ask_opinion(by(WANG))
    seen, inside = view_of(case, by(SUBJECT)), view_of(case, by(WANG))
    assert (seen.plan.despite, inside.plan.despite) == ("", "本人情绪化")
    assert seen.plan.audiences == inside.plan.audiences
    assert seen.doubtful == ()


def test_for_a_unit_nobody_of_it_speaks_without_its_paper():
    unit = Concerned(name=scene.UNIT, unit=scene.UNIT, kind=ConcernedKind.ORGANISATION, officer_id="subject")
    with pytest.raises(CaseError, match=r"clarify\.paper_missing"):
        scene.applied(unit)
    case = scene.asked(unit)
    with pytest.raises(CaseError, match=r"clarify\.paper_missing"):
        case.give_opinion(AGREED, by(SUBJECT))
    case.give_opinion(replace(AGREED, attachments=(scene.PAPER,)), by(SUBJECT))
    assert case.opinion.entered_by == ""


def test_what_the_next_level_wants_cleared_is_not_exchanged_for_less():
    case = scene.objected()
    case.start = ClarificationStart.APPLICATION
    case.answer_objection(True, "确有影响", by(CITY))
    less = replace(scene.REPORT, report_id="r2", untrue={"a2": scene.UNTRUE["a2"]})
    with pytest.raises(CaseError, match=r"clarify\.must_clear"):
        case.link_report(less, by(WANG))


def test_only_grounds_that_hold_are_offered():
    unlinked, linked = scene.applied(), scene.answered()
    assert [each.code for each in view_of(unlinked, by(LEAD)).refusals_known] == ["nothing_untrue"]
    offered = {each.code for each in view_of(linked, by(LEAD)).refusals_known}
    assert offered == scene.PACK.clarification.refusals.keys() - {
        "nothing_untrue", "person_declines", "no_harm"}
