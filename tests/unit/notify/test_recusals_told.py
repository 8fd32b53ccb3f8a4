"""An application for a recusal is told to the leads, its answer to the subject."""

from services.notify.usecases import hearing
from tests.unit.notify import case_scene as cases
from tests.unit.notify.case_scene import moved, stands
from tests.unit.notify.context import FakeContext


def test_the_leads_are_asked_and_the_subject_is_answered(context: FakeContext) -> None:
    for event in (cases.opened(), moved("ask_recusal", stands("verification", "wang")),
                  moved("answer_recusal", stands("verification", "wang"))):
        hearing.hear(context, cases.CASE, event, "mail")
    assert "请答复回避申请" in context.told("lead")
    assert context.told("liu") == ["容错认定申请已收到", "回避申请已答复"]
    assert not {"请答复回避申请", "回避申请已答复"} & set(context.told("wang"))
    assert context.store.matters[cases.CASE].task.holders == ("wang",)
