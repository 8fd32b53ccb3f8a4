"""A determination that waits for the leads: they are told what they have to do, and nobody else is."""

from tests.unit.notify import case_scene as cases
from tests.unit.notify import scene
from tests.unit.notify.case_scene import moved, stands
from tests.unit.notify.desk import FakeDesk
from tests.unit.notify.test_following import hear, task


def test_the_leads_are_told_when_it_is_theirs_to_convene_and_to_decide(desk: FakeDesk) -> None:
    theirs = stands("joint_meeting", scene.LEADS)
    hear(desk, cases.opened(), moved("accept", stands("verification", "wang")))
    known = list(desk.told("wang"))
    hear(desk, moved("report", stands("joint_meeting", "wang")), moved("assess", theirs),
         moved("assess", theirs), moved("put_on_agenda", theirs), moved("take_off_agenda", theirs),
         moved("put_on_agenda", theirs), moved("resolve", theirs))
    assert desk.told("lead")[1:] == ["请召集联席会议", "请召集联席会议", "请作出认定"]
    assert desk.told("wang") == [*known, "进入下一环节"]
    assert task(desk).holders == (scene.LEADS,)
