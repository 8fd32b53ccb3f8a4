"""What an officer enters for somebody neither starts, ends nor replaces what is theirs: it is read back to
them, and counts from when it has reached them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.clarify import (
    ClarificationMode,
    ClearingNotice,
    Concerned,
    ConcernedKind,
)
from rongcuo.contracts.clarify import ClarificationState as State
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.clarification import Clarification
from services.clarify.presenters.clarifications import view_of
from tests.unit.clarify_procedures import clarification_scene as scene
from tests.unit.clarify_procedures.clarification_scene import (
    AGREED,
    CITY,
    IN_TIME,
    LEAD,
    NO_ACCOUNT,
    NOW,
    PAPER,
    SUBJECT,
    WANG,
    by,
)

MEETING = ClarificationMode.MEETING
DECLINED = replace(AGREED, agrees=False, declines=True, words="不希望再提起")
RECEIPT = replace(PAPER, name="送达回证.pdf", sha256="e9" * 32)
ON_PAPER = replace(AGREED, attachments=(PAPER,))


def refused(code: str, act) -> None:
    with pytest.raises(CaseError) as refusal:
        act()
    assert refusal.value.code == code


def objected_to_what_was_dropped(case: Clarification) -> Clarification:
    case.drop_mode(MEETING, "领导忙", by(LEAD))
    case.object("说好要开会的", (), by(SUBJECT))
    return case


# ------------------------------------------------------------------ an objection is not outrun


def test_nothing_is_ended_while_an_objection_waits_and_it_goes_on_once_it_is_answered():
    case = scene.carrying_out()
    case.record_act(scene.act(), by(WANG))
    objected_to_what_was_dropped(case)
    refused("clarify.objection_awaited", lambda: case.finish(by(WANG)))
    case.answer_objection(False, "确实开不成", by(CITY))
    case.finish(by(WANG))
    assert case.state is State.ARCHIVE


@pytest.mark.parametrize(("start", "act"), [
    (scene.finished, lambda case: case.archive("档1", "组织部", True, by(WANG))),
    (scene.to_visit, lambda case: case.record_visit(scene.visit(), by(WANG, IN_TIME))),
    (scene.visited, lambda case: case.give_feedback("完成", by(WANG, IN_TIME)))])
def test_nor_filed_visited_or_closed(start, act):
    case = start()
    case.dropped = {MEETING: "领导忙"}
    case.object("说好要开会的", (), by(SUBJECT, IN_TIME))
    refused("clarify.objection_awaited", lambda: act(case))


def test_whoever_hands_it_up_does_not_answer_it_by_that():
    case = objected_to_what_was_dropped(scene.carrying_out())
    case.hand_up("本机关无人可办", by(LEAD))
    assert case.asked_organ_id == case.organ_id == "530100"


def test_what_the_next_level_restored_is_not_dropped_again():
    case = objected_to_what_was_dropped(scene.carrying_out())
    case.answer_objection(True, "应当开会", by(CITY))
    refused("clarify.mode_restored", lambda: case.drop_mode(MEETING, "还是忙", by(LEAD)))
    assert case.dropped == {}


def test_what_is_dropped_once_more_is_objected_to_once_more():
    case = objected_to_what_was_dropped(scene.carrying_out())
    case.answer_objection(True, "应当开会", by(CITY))
    case.hand_up("确实开不成", by(LEAD))
    above = replace(CITY, officer_id="city2", name="另某")
    case.drop_mode(MEETING, "还是忙", by(above))
    case.object("又不开了", (), by(SUBJECT))
    assert case.asked_organ_id == "530000"
    refused("clarify.objected_already", lambda: case.object("又不开了", (), by(SUBJECT)))


# ------------------------------------------------------------------ what they said, or somebody for them


@pytest.mark.parametrize("start", [scene.asked, scene.before_the_head])
def test_who_said_that_they_want_none_may_say_otherwise_until_it_is_decided(start):
    case = start()
    case.give_opinion(DECLINED, by(SUBJECT))
    case.give_opinion(AGREED, by(SUBJECT))
    by_then = case.refuse if case.state is State.APPROVAL else case.propose_refusal
    refused("clarify.ground_not_borne_out", lambda: by_then("person_declines", "本人不愿", by(LEAD)
                                                            if case.state is State.APPROVAL else by(WANG)))


def test_a_plan_is_not_approved_against_what_they_said_last():
    case = scene.before_the_head()
    case.give_opinion(replace(AGREED, agrees=False, words="不要开会"), by(SUBJECT))
    refused("clarify.against_opinion", lambda: case.approve("同意", by(LEAD)))


def test_what_is_entered_for_them_ends_no_time_of_theirs():
    case = scene.asked(NO_ACCOUNT)
    case.give_opinion(replace(DECLINED, attachments=(PAPER,)), by(WANG))
    for ahead in (0, 100):
        refused("clarify.ground_not_borne_out", lambda days=ahead: case.propose_refusal(
            "person_declines", "本人不愿", by(WANG, NOW + timedelta(days=days))))
        refused("clarify.opinion_awaited", lambda days=ahead: case.request_approval(
            "建议", "同意", False, by(WANG, NOW + timedelta(days=days))))
    served = NOW + timedelta(days=100)
    refused("clarify.paper_missing", lambda: case.serve("当面送达", (), by(WANG, served)))
    for actor in (WANG, LEAD):
        case.serve("当面送达", (RECEIPT,), by(actor, served))
    refused("clarify.nothing_unread", lambda: case.serve("当面送达", (RECEIPT,), by(WANG, served)))
    case.propose_refusal("person_declines", "本人不愿", by(WANG, served + timedelta(days=7)))
    assert case.proposed_refusal == "person_declines"


def test_nothing_entered_stands_in_place_of_their_own_word():
    case = scene.answered()
    case.signs_in = False
    refused("clarify.own_word_stands", lambda: case.give_opinion(
        replace(DECLINED, attachments=(PAPER,)), by(WANG)))


def test_an_objection_entered_for_them_uses_up_none_of_theirs():
    case = scene.refused()
    case.signs_in = False
    case.object("影响了考察", (PAPER,), by(WANG))
    case.answer_objection(False, "没有影响", by(CITY))
    case.signs_in = True
    case.object("有会议记录为证", (), by(SUBJECT, NOW + timedelta(days=5)))
    assert case.state is State.OBJECTED
    case.answer_objection(False, "没有影响", by(CITY, NOW + timedelta(days=6)))
    refused("clarify.objected_already", lambda: case.object(
        "还有", (), by(SUBJECT, NOW + timedelta(days=7))))


def test_a_unit_takes_its_application_back_on_its_paper():
    unit = Concerned(name=scene.UNIT, unit=scene.UNIT, kind=ConcernedKind.ORGANISATION, officer_id="subject")
    case = Clarification.apply("k1", "1", unit, replace(scene.APPLICATION, attachments=(PAPER,)),
                               scene.ORGAN, scene.DIVISION, by(SUBJECT))
    refused("clarify.paper_missing", lambda: case.withdraw("不再需要", by(SUBJECT)))
    case.withdraw("不再需要", by(SUBJECT), (PAPER,))
    assert case.state is State.WITHDRAWN


def test_where_effects_are_on_file_nobody_says_that_there_was_no_harm():
    refused("clarify.ground_not_borne_out", lambda: scene.assessing().propose_refusal(
        "no_harm", "没有影响", by(WANG)))
    assert scene.refusable().proposed_refusal == "no_harm"


# ------------------------------------------------------------------ from when it has reached them


def test_their_time_runs_from_when_they_read_it_and_ends_at_the_pack_s_longest():
    case, read = scene.refused(), NOW + timedelta(days=8)
    assert view_of(case, by(SUBJECT)).unread == (ClearingNotice.REFUSAL,)
    longest = case.object_until(by(SUBJECT))
    case.read(by(SUBJECT, read))
    assert NOW.date() + timedelta(days=14) < case.object_until(by(SUBJECT)) < longest
    late = scene.refused()
    late.read(by(SUBJECT, NOW + timedelta(days=60)))
    assert late.object_until(by(SUBJECT)) == longest


def test_on_whoever_has_no_account_it_is_served_first():
    case = scene.refusable(NO_ACCOUNT)
    case.refuse("no_harm", "没有造成影响", by(LEAD))
    assert case.object_until(by(LEAD)) is None
    case.object("有影响", (PAPER,), by(LEAD, NOW + timedelta(days=200)))
    assert case.state is State.OBJECTED


def test_nobody_alone_says_that_it_was_served_and_one_paper_shows_one_thing():
    case, other = scene.asked(NO_ACCOUNT), replace(PAPER, name="意见.pdf", sha256="e1" * 32)
    case.serve("当面送达", (PAPER,), by(WANG))
    assert view_of(case, by(WANG)).unread
    refused("clarify.confirms_own_entry", lambda: case.serve("当面送达", (PAPER,), by(WANG)))
    refused("clarify.paper_used", lambda: case.give_opinion(ON_PAPER, by(WANG)))
    case.serve("当面送达", (PAPER,), by(LEAD, NOW + timedelta(days=2)))
    assert not view_of(case, by(WANG)).unread
    [receipt] = case.receipts
    assert (receipt.entered_by, receipt.confirmed_by) == ("wang", "lead")
    assert receipt.at == NOW + timedelta(days=2)
    case.give_opinion(replace(DECLINED, attachments=(other,)), by(WANG, NOW + timedelta(days=2)))
    case.propose_refusal("person_declines", "本人不愿", by(WANG, NOW + timedelta(days=20)))
    case.refuse("person_declines", "本人不愿", by(LEAD, NOW + timedelta(days=20)))
    for paper in (PAPER, other):
        refused("clarify.paper_used", lambda again=paper: case.serve(
            "当面送达", (again,), by(WANG, NOW + timedelta(days=20))))
    case.serve("当面送达", (replace(PAPER, sha256="e2" * 32),), by(WANG, NOW + timedelta(days=20)))
    case.object("我没有说过", (replace(PAPER, sha256="e3" * 32),), by(LEAD, NOW + timedelta(days=90)))
    assert case.state is State.OBJECTED


def test_nobody_enters_that_somebody_has_read_what_they_can_read_here():
    refused("clarify.reads_here", lambda: scene.refused().serve("当面送达", (PAPER,), by(LEAD)))
    refused("clarify.not_concerned", lambda: scene.refused().read(by(WANG)))


# ------------------------------------------------------------------ the word of a visit
