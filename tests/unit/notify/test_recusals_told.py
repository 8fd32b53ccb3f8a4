"""An application for a recusal is told to the leads, its answer to the subject."""

from services.notify import usecases
from tests.unit.notify import case_scene as cases
from tests.unit.notify.case_scene import moved, stands
from tests.unit.notify.desk import FakeDesk


def test_the_leads_are_asked_and_the_subject_is_answered(desk: FakeDesk) -> None:
    for event in (cases.opened(), moved("ask_recusal", stands("verification", "wang")),
                  moved("answer_recusal", stands("verification", "wang"))):
        usecases.hear(desk, cases.CASE, event, "mail")
    assert "请答复回避申请" in desk.told("lead")
    assert desk.told("liu") == ["容错认定申请已收到", "回避申请已答复"]
    assert not {"请答复回避申请", "回避申请已答复"} & set(desk.told("wang"))
    assert desk.store.matters[cases.CASE].task.holders == ("wang",)
