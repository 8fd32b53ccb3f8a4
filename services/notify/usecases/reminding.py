"""Staged reminders of deadlines, and of clocks that stand still: the pack of the matter says when."""

from datetime import datetime, timedelta

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.pack import Reminder
from services.notify.domain.notifications import Notification, notification
from services.notify.domain.task import due_stage, next_stage
from services.notify.domain.tracked_case import TrackedCase
from services.notify.ports import Notices
from services.notify.usecases.notifications import tell

AT_ONCE = 50  # matters that one tick reminds of; the next tick goes on


def plan(context: ExecutionContext[Notices], case: TrackedCase) -> None:
    """Note when the matter's next reminder is due, whatever has become of its task."""
    task = case.task
    case.remind_at = next_stage(task, _stages(context, case)) if task else None
    if task and task.suspended:
        case.remind_at = _looked_at_again(context, case)


def remind(context: ExecutionContext[Notices], channel: str) -> None:
    """Send what is due by now. Every replica calls this; each claims its own matters."""
    with context.unit() as unit:
        cases = unit.store.claim_reminders(context.now, AT_ONCE)
        for case in cases:
            tell(context, unit.store, case, _reminders(context, unit.store, case), channel)
            plan(context, case)
        unit.commit(*cases)


def _reminders(context: ExecutionContext[Notices], store: Notices, case: TrackedCase) -> list[Notification]:
    """Leads hear of what is overdue, of what is held by somebody who has left, and of what stands still."""
    task = case.task
    if task and task.suspended:
        return _still_stopped(context, case)
    stage = due_stage(task, _stages(context, case), context.now) if task else None
    if task is None or stage is None:
        return []
    task.reminded_until = task.due_at + stage.offset
    overdue = stage.offset >= timedelta()
    gone = any(not officer.active for officer in store.officers(task.holders).values())
    to = (*task.holders, case.leads) if overdue or gone else task.holders
    but = tuple(party for party in case.known.parties if party not in task.holders)
    return [notification(case, "task_overdue" if overdue else "task_due", to, but,
                         f"{task.id}/{task.due_at.isoformat()}/{stage.code}", due=task.due_at)]


def _still_stopped(context: ExecutionContext[Notices], case: TrackedCase) -> list[Notification]:
    at, paused_at = _looked_at_again(context, case), case.reviewing.paused_at
    if at is None or paused_at is None or at > context.now:
        return []
    case.reviewing.paused_at = context.now
    return [notification(case, "clock_still_stopped", (case.leads,), case.known.concerned,
                         f"{case.id}/stopped/{paused_at.isoformat()}")]


def _looked_at_again(context: ExecutionContext[Notices], case: TrackedCase) -> datetime | None:
    """By when a clock stands still for so long that the leads hear of it (again)."""
    if case.reviewing.paused_at is None:
        return None
    pack = context.rules.pack_by_id(case.known.pack_id)
    clock = DeadlineClock(case.reviewing.paused_at, pack.suspension.look_again_after)
    return clock.due(context.rules.calendar(case.known.division_code), pack.office_hours.close).at


def _stages(context: ExecutionContext[Notices], case: TrackedCase) -> tuple[Reminder, ...]:
    return context.rules.pack_by_id(case.known.pack_id).reminders
