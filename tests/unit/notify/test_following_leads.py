"""A determination that waits for the leads: they are told what they have to do, and nobody else is."""

from tests.unit.notify import case_scene as cases
from tests.unit.notify import scene
from tests.unit.notify.case_scene import moved, stands
from tests.unit.notify.context import FakeContext
from tests.unit.notify.test_following import hear, task


def test_the_leads_are_told_when_it_is_theirs_to_convene_and_to_decide(context: FakeContext) -> None:
    theirs = stands("joint_meeting", scene.LEADS)
    hear(context, cases.opened(), moved("accept", stands("verification", "wang")))
    known = list(context.told("wang"))
    hear(context, moved("report", stands("joint_meeting", "wang")), moved("assess", theirs),
         moved("assess", theirs), moved("put_on_agenda", theirs), moved("take_off_agenda", theirs),
         moved("put_on_agenda", theirs), moved("resolve", theirs))
    assert context.told("lead")[1:] == ["请召集联席会议", "请召集联席会议", "请作出认定"]
    assert context.told("wang") == [*known, "进入下一环节"]
    assert task(context).holders == (scene.LEADS,)
