"""What a decision's subject and a meeting's members read, where something is not known or not there."""

from dataclasses import replace
from datetime import date

import pytest

from rongcuo.contracts.determination import Initiation
from tests.unit.notify import case_scene as cases
from tests.unit.notify.case_scene import meeting_stands, moved, stands
from tests.unit.notify.context import FakeContext
from tests.unit.notify.test_following import hear


@pytest.mark.parametrize(("basis", "until", "subject", "said"), [
    ("appeal", None, "容错认定已因申诉变更", "不能再申诉"),
    ("meeting", None, "容错认定有新的决定", "以决定书为准"),
    ("correction", None, "容错认定有新的决定", "以决定书为准"),
    ("meeting", date(2026, 6, 30), "容错认定已作出", "2026年6月30日 前（含当日）申诉")])
def test_nobody_is_told_of_an_appeal_that_they_do_not_have(
        context: FakeContext, basis: str, until: date | None, subject: str, said: str) -> None:
    hear(context, replace(cases.made(basis), appeal_until=until))
    assert context.told("liu") == [subject]
    [told] = [each for each in context.store.messages.values() if each.recipient_id == "liu"]
    assert said in told.body
    assert ("可以在" in told.body) is bool(until)


@pytest.mark.parametrize(("what", "told"), [
    ("write_facts_material", "请看查明的事实"), ("suspend", "办理时限暂停"), ("extend", "办理期限延长"),
    ("resume", "办理时限恢复"), ("hand_up", "改由上级机关办理")])
def test_the_subject_hears_what_they_may_answer_and_what_makes_them_wait(
        context: FakeContext, what: str, told: str) -> None:
    hear(context, cases.opened(), moved("accept", stands("verification", "wang")),
         moved(what, stands("verification", "wang")))
    assert context.told("liu") == ["容错认定申请已收到", "请您说明情况", told]


def test_facts_are_shown_also_to_whom_nobody_has_told_of_the_case(context: FakeContext) -> None:
    hear(context, cases.opened(Initiation.CLUE), moved("suspend", stands("verification", "wang")))
    assert context.told("liu") == []
    hear(context, moved("write_facts_material", stands("verification", "wang")))
    assert context.told("liu") == ["请看查明的事实"]


def test_a_meeting_without_a_place_says_so_in_each_language(context: FakeContext) -> None:
    hear(context, replace(cases.meeting("convene", meeting_stands("convened", "chair")), place=""))
    [told] = [each for each in context.store.messages.values() if each.recipient_id == "wang"]
    zh, en = told.body.split("\n\n")
    assert "地点：待通知。" in zh
    assert "place: to be announced" in en
