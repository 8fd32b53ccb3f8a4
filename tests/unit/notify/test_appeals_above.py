"""What the organ above, and the panel, are told of an appeal."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import Role
from services.notify.usecases import hearing
from tests.unit.notify import case_scene as cases
from tests.unit.notify import scene
from tests.unit.notify.case_scene import appeal_stands
from tests.unit.notify.context import FakeContext


@pytest.mark.parametrize(("subject_id", "told"), [("liu", "下级机关收到申诉"), ("", "下级机关代为录入申诉")])
def test_an_appeal_is_told_to_the_leads_above_whoever_entered_it(
        context: FakeContext, subject_id: str, told: str) -> None:
    """They may draw it up; theirs it is not yet."""
    for seat in (scene.officer("above", Role.LEAD, organ_id="530100"), scene.SUPERVISOR):
        hearing.enrol(context, scene.enrolled(seat), "mail")
    lodged = replace(cases.lodged(), standing=appeal_stands(subject_id=subject_id))
    hearing.hear(context, cases.APPEAL, lodged, "mail")
    assert (context.told("above"), context.told("supervisor")) == ([told], [])
    assert context.store.matters[cases.APPEAL].task.holders == (scene.QUEUE,)


def test_a_colleagues_opinion_is_told_to_those_of_the_panel_who_have_it_now(context: FakeContext) -> None:
    for name in ("a", "b", "c"):
        hearing.enrol(context, scene.enrolled(scene.officer(name, Role.MEMBER)), "mail")
    steps = (cases.lodged(), cases.appeal_moved("form_panel", appeal_stands("a", "b", "c"), "a", "b", "c"),
             cases.appeal_moved("speak", appeal_stands("b", "c")))
    for step in steps:
        hearing.hear(context, cases.APPEAL, step, "mail")
    assert context.told("a") == ["请您参加复核"]
    assert context.told("b") == ["请您参加复核", "请看同事的复核意见"]
    assert context.told("liu") == ["申诉已收到"]
    assert context.store.matters[cases.APPEAL].task.holders == ("b", "c")


def test_a_panel_that_disagrees_or_has_become_too_small_is_told_to_the_leads(context: FakeContext) -> None:
    for name in ("a", "b", "c"):
        hearing.enrol(context, scene.enrolled(scene.officer(name, Role.MEMBER)), "mail")
    leads = f"{scene.ORGAN}/lead"
    steps = (cases.lodged(), cases.appeal_moved("form_panel", appeal_stands("a", "b", "c"), "a", "b", "c"),
             cases.appeal_moved("no_majority", appeal_stands("a", "b", "c")),
             cases.appeal_moved("recuse", appeal_stands(leads), "a"))
    for step in steps:
        hearing.hear(context, cases.APPEAL, step, "mail")
    assert context.told("lead")[-2:] == ["复核组意见未过半数", "申诉待复核"]
    assert context.told("b") == ["请您参加复核", "请看同事的复核意见"]
