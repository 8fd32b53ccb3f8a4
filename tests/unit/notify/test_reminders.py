"""Staged reminders: each stage at most once per deadline, none after the end, no flood when time jumps."""

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from rongcuo.contracts.identity import OfficerDismissed
from rongcuo.policy.pack import Reminder
from services.notify.domain.task import Task, due_stage, next_stage
from services.notify.usecases import hearing, reminding
from tests.unit.notify import scene
from tests.unit.notify.context import FakeContext

LATER = scene.DUE + timedelta(days=10)
DUE_SOON, OVERDUE = "期限将到", "期限已到"
STAGES = some.lists(some.integers(-200, 200), max_size=6, unique=True).map(
    lambda hours: tuple(Reminder(timedelta(hours=each), f"s{each}", None) for each in hours))


def hear(context: FakeContext, *events: object) -> None:
    for event in events:
        hearing.hear(context, scene.MATTER, event, "mail")


def remind_at(context: FakeContext, *moments: datetime) -> None:
    for context.now in moments:
        reminding.remind(context, "mail")


def reminders(context: FakeContext, officer_id: str) -> list[str]:
    return [subject for subject in context.told(officer_id) if subject in (DUE_SOON, OVERDUE)]


def every_hour(since: datetime, until: datetime) -> list[datetime]:
    return [since + timedelta(hours=hour) for hour in range(int((until - since) / timedelta(hours=1)) + 1)]


def test_each_stage_of_the_pack_is_sent_once(context: FakeContext) -> None:
    hear(context, scene.submitted(due_at=LATER), scene.opened(LATER), scene.assigned("wang", due_at=LATER))
    remind_at(context, *every_hour(scene.FILED_AT, LATER + timedelta(days=3)))
    before = sum(1 for stage in scene.PACK.reminders if stage.offset < timedelta(0))
    after = len(scene.PACK.reminders) - before
    assert reminders(context, "wang") == [DUE_SOON] * before + [OVERDUE] * after
    assert reminders(context, "lead") == [OVERDUE] * after


def test_a_task_that_waits_reminds_the_whole_queue_but_no_party(context: FakeContext) -> None:
    hear(context, scene.submitted(due_at=LATER), scene.opened(LATER))
    remind_at(context, LATER - timedelta(hours=3))
    assert reminders(context, "wang") == reminders(context, "zhao") == [DUE_SOON]
    assert reminders(context, "party") == reminders(context, "lead") == []


def test_three_weeks_asleep_is_one_reminder(context: FakeContext) -> None:
    hear(context, scene.submitted(due_at=LATER), scene.opened(LATER), scene.assigned("wang", due_at=LATER))
    remind_at(context, LATER + timedelta(weeks=3), LATER + timedelta(weeks=4))
    assert reminders(context, "wang") == [OVERDUE]


def test_what_is_overdue_when_it_is_opened_is_said(context: FakeContext) -> None:
    context.now = scene.DUE + timedelta(weeks=3)
    hear(context, scene.submitted(), scene.opened())
    remind_at(context, context.now)
    assert reminders(context, "lead") == [OVERDUE]


def test_reminders_end_with_the_task(context: FakeContext) -> None:
    hear(context, scene.submitted(due_at=LATER), scene.opened(LATER), scene.review_accepted(),
         scene.accepted())
    remind_at(context, *every_hour(LATER - timedelta(days=4), LATER + timedelta(days=3)))
    assert reminders(context, "wang") == []


def test_reminders_stand_still_with_the_clock(context: FakeContext) -> None:
    hear(context, scene.submitted(due_at=LATER), scene.opened(LATER), scene.suspended())
    remind_at(context, LATER + timedelta(days=1))
    assert reminders(context, "zhao") == []


def test_reminders_move_with_the_deadline(context: FakeContext) -> None:
    hear(context, scene.submitted(due_at=LATER), scene.opened(LATER), scene.assigned("wang", due_at=LATER))
    remind_at(context, LATER - timedelta(hours=3))
    moved = LATER + timedelta(days=5)
    hear(context, scene.moved(moved))
    remind_at(context, LATER + timedelta(hours=1))
    assert reminders(context, "wang") == [DUE_SOON]
    remind_at(context, moved - timedelta(hours=3))
    assert reminders(context, "wang") == [DUE_SOON] * 2


def test_a_deadline_moved_nearer_is_reminded_of_again(context: FakeContext) -> None:
    hear(context, scene.submitted(due_at=LATER), scene.opened(LATER), scene.assigned("wang", due_at=LATER))
    remind_at(context, LATER - timedelta(hours=24))
    hear(context, scene.moved(LATER - timedelta(hours=22)))
    remind_at(context, context.now)
    assert reminders(context, "wang") == [DUE_SOON] * 2


def test_when_the_holder_has_left_the_leads_are_reminded(context: FakeContext) -> None:
    hear(context, scene.submitted(due_at=LATER), scene.opened(LATER), scene.assigned("wang", due_at=LATER))
    hearing.dismiss(context, OfficerDismissed(officer_id="wang", organ_id=scene.ORGAN))
    remind_at(context, LATER - timedelta(hours=3))
    assert (reminders(context, "wang"), reminders(context, "lead")) == ([], [DUE_SOON])


def test_the_filer_is_reminded_of_a_supplement(context: FakeContext) -> None:
    hear(context, scene.submitted(), scene.opened(), scene.supplement_requested(scene.FILED_AT, LATER))
    remind_at(context, LATER - timedelta(hours=3))
    assert reminders(context, "liu") == [DUE_SOON]


@given(stages=STAGES, due_in=some.integers(0, 300), ticks=some.lists(some.integers(0, 900), max_size=25))
@settings(max_examples=300)
def test_at_most_once_in_order_and_never_two_at_one_look(stages: tuple[Reminder, ...], due_in: int,
                                                         ticks: list[int]) -> None:
    opened = scene.FILED_AT
    task = Task("t", "verification", ("wang",), opened + timedelta(hours=due_in), opened)
    sent: list[Reminder] = []
    for hour in sorted(ticks):
        now = opened + timedelta(hours=hour)
        planned = next_stage(task, stages)
        stage = due_stage(task, stages, now)
        assert (stage is not None) == (planned is not None and planned <= now), "the plan and the look agree"
        if stage is not None:
            task.reminded_until = task.due_at + stage.offset
            sent.append(stage)
            assert due_stage(task, stages, now) is None
    offsets = [stage.offset for stage in sent]
    assert offsets == sorted(set(offsets))
    assert all(task.due_at + offset > opened or offset >= timedelta(0) for offset in offsets)
