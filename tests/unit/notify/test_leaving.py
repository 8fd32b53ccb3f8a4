"""What a lead hears where the post of somebody has ended who sat on a matter with others."""

import pytest

from services.notify.usecases import hearing
from tests.unit.notify import case_scene as cases
from tests.unit.notify import scene
from tests.unit.notify.case_scene import CASE, meeting_stands, moved, stands
from tests.unit.notify.context import FakeContext


def hear(context: FakeContext, *events) -> None:
    for event in events:
        hearing.hear(context, event.standing.matter_id, event, "mail")


def holders(context: FakeContext, matter_id: str = CASE) -> tuple[str, ...]:
    return context.store.matters[matter_id].task.holders


def test_of_a_team_that_goes_on_the_lead_hears_that_somebody_left(context: FakeContext) -> None:
    hear(context, cases.opened(), moved("form_team", stands("verification", "sun", "wang", "zhao"), "sun"),
         moved("post_ended", stands("verification", "wang", "zhao"), "sun"))
    assert holders(context) == ("wang", "zhao")
    assert context.told("lead")[-1] == "有人离岗，可补充人员"
    assert "有人离岗，可补充人员" not in context.told("wang") + context.told("sun")


@pytest.mark.parametrize(("gone", "told"), [("chair", "请另定主持人"), ("sun", "会议成员离岗")])
def test_the_lead_hears_of_a_meeting_that_somebody_left(context: FakeContext, gone: str, told: str) -> None:
    stays = () if gone == "chair" else ("chair",)
    hear(context, cases.meeting("convene", meeting_stands("convened", "chair")),
         cases.meeting("post_ended", meeting_stands("convened", *stays), gone))
    assert context.told("lead")[-1] == told
    assert holders(context, "m1") == (stays or (scene.QUEUE,))
