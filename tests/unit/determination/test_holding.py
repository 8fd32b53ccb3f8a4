"""In whose hands a determination is, or an appeal, in every state of it."""

import pytest

from rongcuo.casework.holding import held_by, next_to_act
from rongcuo.contracts.determination import AppealState, DeterminationState
from rongcuo.contracts.review import HeldBy, RecusalGround
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination import Determination
from services.determination.domain.determination.appeal_of_case import lodge_appeal
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import LEAD, SUBJECT, WANG, ZHAO, by
from tests.unit.review.scene import holder as holder_of


def on_the_agenda():
    case = scene.before_meeting()
    case.put_on_agenda("m1", by(LEAD))
    return case


def after_no_majority():
    case = on_the_agenda()
    case.take_off_agenda("m1", by(LEAD))
    return case


def short_of_assessors():
    case = scene.before_meeting()
    case.assessments = ()
    return case


def suspended():
    case = scene.verifying()
    case.suspend("等鉴定", by(LEAD))
    return case


def one_recused():
    case = scene.verifying()
    case.recuse(holder_of(ZHAO), RecusalGround.RELATIVE, "近亲属", by(LEAD))
    return case


def revoked():
    case = scene.decided()
    case.revoke("有新证据", by(LEAD))
    return case


def appealed():
    return scene.appealed()[1]


def appealed_at_the_end():
    case = scene.concluded()
    lodge_appeal(case, "ap1", by(SUBJECT))
    return case


@pytest.mark.parametrize(("made", "holder"), [
    (scene.opened, HeldBy.ASSIGNMENT), (scene.held, HeldBy.HANDLER), (scene.verifying, HeldBy.HANDLER),
    (suspended, HeldBy.HANDLER), (one_recused, HeldBy.TEAM_FORMING),
    (scene.before_meeting, HeldBy.CONVENING), (short_of_assessors, HeldBy.HANDLER),
    (on_the_agenda, HeldBy.MEETING), (after_no_majority, HeldBy.CONVENING),
    (scene.resolved, HeldBy.DECISION), (scene.decided, HeldBy.HANDLER), (scene.told, HeldBy.HANDLER),
    (scene.concluded, HeldBy.NOBODY), (appealed, HeldBy.HANDLER), (appealed_at_the_end, HeldBy.APPEAL),
    (revoked, HeldBy.HANDLER), (scene.refused_case, HeldBy.NOBODY), (scene.withdrawn, HeldBy.NOBODY)],
    ids=lambda each: getattr(each, "__name__", str(each)))
def test_who_has_it(made, holder):
    assert held_by(made()) is holder


LEADS = (f"{scene.ORGAN}/lead",)


@pytest.mark.parametrize(("made", "task_of"), [
    (scene.opened, ()), (scene.held, ("wang",)), (scene.verifying, ("wang", "zhao")), (one_recused, LEADS),
    (scene.before_meeting, LEADS), (on_the_agenda, LEADS), (after_no_majority, LEADS),
    (short_of_assessors, ("wang", "zhao")), (scene.resolved, LEADS), (scene.decided, ("wang", "zhao")),
    (lambda: scene.appealed()[0], LEADS)],
    ids=lambda each: getattr(each, "__name__", str(each)))
def test_the_task_is_theirs_in_whose_hands_it_is(made, task_of):
    matter = made()
    assert matter.standing().holders == task_of == next_to_act(matter)


def test_no_state_is_without_an_answer():
    assert (set(Determination.held), set(Appeal.held)) == (set(DeterminationState), set(AppealState))


@pytest.mark.parametrize("actor", [LEAD, WANG], ids=lambda actor: actor.officer_id)
def test_a_case_that_is_over_is_in_nobodys_hands_whoever_held_it(actor):
    case = scene.concluded()
    case.assignee = holder_of(actor)
    assert held_by(case) is HeldBy.NOBODY
