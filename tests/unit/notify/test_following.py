"""Determinations, meetings and appeals: the task is what the last event says, and who is told what."""

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.determination import Initiation
from services.notify.domain.task import Task
from services.notify.usecases import hearing
from tests.unit.notify import case_scene as cases
from tests.unit.notify import scene
from tests.unit.notify.case_scene import CASE, appeal_stands, meeting_stands, moved, stands
from tests.unit.notify.context import FakeContext

QUIET = ("link_filing", "add_evidence", "record_finding", "record_statement", "answer_negative_item",
         "assess")


def hear(context: FakeContext, *events: object) -> None:
    for event in events:
        matter_id = event.standing.matter_id if hasattr(event, "standing") else event.matter_id
        hearing.hear(context, matter_id, event, "mail")


def task(context: FakeContext, matter_id: str = CASE) -> Task | None:
    return context.store.matters[matter_id].task


def test_an_application_is_acknowledged_and_waits_in_the_queue(context: FakeContext) -> None:
    hear(context, cases.opened())
    assert (task(context).kind, task(context).holders, task(context).due_at) == (
        "preliminary_review", (scene.QUEUE,), cases.DUE)
    assert context.told("liu") == ["容错认定申请已收到"]
    assert context.told("wang") == context.told("lead") == ["新认定事项待受理"]
    assert context.told("party") == []


@pytest.mark.parametrize("initiation", [Initiation.OWN_INITIATIVE, Initiation.CLUE])
def test_who_did_not_apply_hears_nothing_until_the_case_is_taken_up(
        context: FakeContext, initiation: Initiation) -> None:
    hear(context, cases.opened(initiation))
    assert (context.told("liu"), context.store.matters[CASE].known.filer_id) == ([], "")
    accepted = moved("accept", stands("verification", "wang"))
    hear(context, accepted, accepted)
    assert context.told("liu") == ["请您说明情况"]
    assert context.store.matters[CASE].known.filer_id == "liu"


@pytest.mark.parametrize(("initiation", "told"), [
    (Initiation.APPLICATION, ["容错认定申请已收到", "容错认定不予受理"]), (Initiation.CLUE, [])])
def test_a_refusal_is_told_to_who_knows_of_the_case(
        context: FakeContext, initiation: Initiation, told: list[str]) -> None:
    hear(context, cases.opened(initiation), cases.refused())
    assert context.told("liu") == told
    assert task(context) is None


def test_the_task_is_held_by_whom_the_event_names(context: FakeContext) -> None:
    hear(context, cases.opened(), moved("assign", stands("preliminary_review", "wang"), "wang"))
    assert task(context).holders == ("wang",)
    hear(context, moved("accept", stands("verification", "wang", due_at=cases.later(10))),
         moved("form_team", stands("verification", "wang", "zhao", due_at=cases.later(10)), "wang", "zhao"))
    kinds = [(each.kind, each.holders, each.closed_at is None) for each in context.store.matters[CASE].tasks]
    assert kinds == [("preliminary_review", ("wang",), False), ("verification", ("wang", "zhao"), True)]
    assert context.told("wang") == ["新认定事项待受理", "请您办理", "进入下一环节"]
    assert context.told("zhao") == ["新认定事项待受理", "请您参加核查"]


def test_the_steps_inside_are_told_to_nobody(context: FakeContext) -> None:
    hear(context, cases.opened(), moved("accept", stands("verification", "wang", "zhao")))
    before = len(context.store.messages)
    hear(context, *(moved(what, stands("verification", "wang", "zhao"), "liu", "zhao") for what in QUIET))
    assert len(context.store.messages) == before
    assert task(context).holders == ("wang", "zhao")


def test_the_recused_is_told_and_the_rest_assign_anew(context: FakeContext) -> None:
    hear(context, cases.opened(), moved("assign", stands("preliminary_review", "wang"), "wang"),
         moved("recuse", stands("preliminary_review"), "wang"))
    assert context.told("wang")[-1] == "您已回避"
    assert context.told("zhao")[-1] == context.told("lead")[-1] == "需要重新分派"
    assert context.told("liu") == ["容错认定申请已收到"]


def test_the_recused_hear_and_see_nothing_more(context: FakeContext) -> None:
    apart = ("liu", "wang")
    hear(context, cases.opened(), moved("accept", stands("verification", "wang", "zhao")),
         moved("recuse", stands("verification", apart=apart), "wang"))
    known = list(context.told("wang"))
    hear(context, moved("suspend", stands("verification", suspended=True, apart=apart)),
         moved("resume", stands("verification", apart=apart, due_at=cases.later(3))),
         moved("report", stands("meeting", apart=apart, due_at=cases.later(5))))
    assert context.told("wang") == known
    assert context.told("zhao")[-1] != known[-1]
    case = context.store.matters[cases.CASE]
    assert case.recused == ("wang",)
    assert not case.inside_for(scene.WANG)
    assert "wang" not in case.task.holders


def test_who_is_of_the_subject_s_unit_sees_nothing_of_the_inside(context: FakeContext) -> None:
    hear(context, cases.opened(),
         moved("accept", stands("verification", "wang", units_apart=(cases.SUBJECT.unit,))),
         moved("suspend", stands("verification", "wang", suspended=True)))
    case = context.store.matters[cases.CASE]
    sun = scene.officer("sun", Role.REVIEWER, unit=cases.SUBJECT.unit)
    assert not case.inside_for(sun)
    assert case.inside_for(scene.officer("zhao", Role.REVIEWER, unit="县住建局"))
    assert case.inside_for(scene.ZHAO)
    assert (case.concerns(sun), case.concerns(scene.ZHAO)) == (True, False)


def test_the_clock_of_the_holders(context: FakeContext) -> None:
    hear(context, cases.opened(), moved("accept", stands("verification", "wang")))
    hear(context, moved("suspend", stands("verification", "wang", suspended=True)))
    assert task(context).suspended
    hear(context, moved("resume", stands("verification", "wang", due_at=cases.later(3))),
         moved("extend", stands("verification", "wang", due_at=cases.later(13))),
         moved("new_calendar", stands("verification", "wang", due_at=cases.later(14), provisional=True)))
    assert (task(context).due_at, task(context).provisional) == (cases.later(14), True)
    assert context.told("wang")[2:] == ["办理时限暂停", "办理时限恢复", "期限有变", "期限有变"]
    assert context.told("liu")[2:] == ["办理时限暂停", "办理时限恢复", "办理期限延长"]


def test_back_from_the_meeting_is_a_new_task(context: FakeContext) -> None:
    hear(context, cases.opened(), moved("accept", stands("verification", "wang")),
         moved("report", stands("joint_meeting")), moved("return", stands("verification", "wang")))
    assert [each.kind for each in context.store.matters[CASE].tasks] == [
        "preliminary_review", "verification", "joint_meeting", "verification"]
    assert context.told("lead") == ["新认定事项待受理", "进入下一环节"]
    assert context.told("wang")[-2:] == ["进入下一环节", "退回补充核查"]


def test_a_withdrawn_application_is_told_to_who_held_it(context: FakeContext) -> None:
    hear(context, cases.opened(), moved("accept", stands("verification", "wang")), cases.withdrawn())
    assert context.told("wang")[-1] == "已撤回"
    assert task(context) is None


def test_a_decision_its_feedback_and_its_record(context: FakeContext) -> None:
    hear(context, cases.opened(Initiation.CLUE), moved("accept", stands("verification", "wang")),
         moved("report", stands("joint_meeting")), cases.made(ended=False, stage="feedback"),
         cases.feedback(), cases.recorded())
    assert context.told("liu") == ["请您说明情况", "容错认定已作出", "认定结果已反馈"]
    assert task(context) is None
    made = next(each for each in context.store.messages.values() if each.subject.startswith("容错认定已作出"))
    assert "2026年6月30日" in made.body


def test_after_the_end_a_decision_may_be_corrected_or_the_case_be_open_again(context: FakeContext) -> None:
    hear(context, cases.opened(), cases.made(stage="verification"),
         cases.made("correction", stage="verification"))
    assert task(context) is None
    hear(context, cases.revoked())
    assert (task(context).kind, task(context).holders) == ("verification", (scene.QUEUE,))
    assert context.told("liu")[1:] == ["容错认定已作出", "容错认定已更正", "容错认定已撤销"]
    hear(context, cases.made(stage="verification"))
    hear(context, cases.revoked())
    assert task(context) is not None, "a closed task of the same stage is not open again, a new one is"
    tasks = [each.id for each in context.store.matters[CASE].tasks]
    assert len(set(tasks)) == len(tasks)


def test_a_meeting_tells_its_members_and_asks_whose_turn_it_is(context: FakeContext) -> None:
    hear(context, cases.meeting("convene", meeting_stands("convened", "chair")))
    assert (task(context, "m1").holders, task(context, "m1").due_at) == (("chair",), cases.DUE)
    hear(context, cases.meeting("call_roll", meeting_stands("in_session", "chair")),
         cases.meeting("open_vote", meeting_stands("in_session", "wang", "zhao"), *cases.MEMBERS))
    assert task(context, "m1").holders == ("wang", "zhao")
    hear(context, cases.sealed("wang", "zhao"), cases.sealed("zhao", "chair"), cases.revealed())
    assert task(context, "m1").holders == ("chair",)
    hear(context, cases.meeting("write_minutes", meeting_stands("minutes", "wang")),
         cases.meeting("sign_minutes", meeting_stands("minutes", "chair")),
         cases.meeting("sign_minutes", meeting_stands("signed", ended=True)), cases.concluded())
    assert context.told("wang") == ["请参加联席会议", "会议已点名", "请现在投票", "请会签纪要"]
    assert context.told("zhao") == ["请参加联席会议", "会议已点名", "请现在投票"]
    assert context.told("chair") == ["请参加联席会议", "会议已点名", "请会签纪要"]
    assert context.told("liu") == context.told("lead") == []
    assert task(context, "m1") is None


def test_a_meeting_that_is_put_off_or_called_off(context: FakeContext) -> None:
    until = cases.later(2)
    hear(context, cases.meeting("convene", meeting_stands("convened", "chair")),
         cases.meeting("recuse_member", meeting_stands("convened", "chair"), "wang"),
         cases.meeting("adjourn", meeting_stands("adjourned", "chair", due_at=until), meets_at=until))
    assert task(context, "m1").due_at == until
    hear(context, cases.meeting("cancel", meeting_stands("cancelled", ended=True)))
    assert context.told("wang") == ["请参加联席会议", "您已回避一项议题", "休会", "会议取消"]
    convened = next(each for each in context.store.messages.values() if each.subject.startswith("休会"))
    assert "2026年5月13日 17:30" in convened.body
    assert "三楼会议室" in convened.body


def test_an_appeal_and_its_panel(context: FakeContext) -> None:
    panel = appeal_stands("wang", "zhao")
    hear(context, cases.lodged(), cases.appeal_moved("form_panel", panel, "wang", "zhao"),
         cases.appeal_decided())
    assert context.told("liu") == ["申诉已收到", "申诉已有结果"]
    assert context.told("wang") == ["申诉待复核", "请您参加复核"]
    assert task(context, "a1") is None


def test_an_appeal_taken_back(context: FakeContext) -> None:
    hear(context, cases.lodged(), cases.appeal_moved("withdraw", appeal_stands(ended=True)))
    assert context.told("lead") == ["申诉待复核", "已撤回"]
    assert context.told("liu") == ["申诉已收到"]


def test_a_letter_is_told_once_to_its_recipients(context: FakeContext) -> None:
    hear(context, cases.opened(Initiation.CLUE), cases.letter(), cases.letter(),
         cases.letter(CASE, "l2", "wang", "liu"))
    assert context.told("liu") == ["文书已送达"] * 2
    assert context.told("wang") == ["新认定事项待受理", "文书已送达"]
    assert context.told("party") == []


def test_a_letter_heard_before_its_case_waits_for_it(context: FakeContext) -> None:
    hear(context, cases.letter())
    assert context.store.messages == {}
    hear(context, cases.opened())
    assert context.told("liu") == ["容错认定申请已收到", "文书已送达"]


def test_a_letter_about_a_filing(context: FakeContext) -> None:
    hearing.hear(context, scene.MATTER, scene.submitted(), "mail")
    hear(context, cases.letter(scene.MATTER))
    assert context.told("liu") == ["报备已收到", "文书已送达"]
