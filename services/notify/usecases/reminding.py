"""Staged reminders of deadlines: the pack of the matter says when."""

from datetime import timedelta

from rongcuo.chassis.ports import ExecutionContext
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


def remind(context: ExecutionContext[Notices], channel: str) -> None:
    """Send what is due by now. Every replica calls this; each claims its own matters."""
    with context.unit() as unit:
        cases = unit.store.claim_reminders(context.now, AT_ONCE)
        for case in cases:
            tell(context, unit.store, case, _reminders(context, unit.store, case), channel)
            plan(context, case)
        unit.commit(*cases)


def _reminders(context: ExecutionContext[Notices], store: Notices, case: TrackedCase) -> list[Notification]:
    """Leads hear of what is overdue, and of what is held by somebody who has left."""
    task = case.task
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


def _stages(context: ExecutionContext[Notices], case: TrackedCase) -> tuple[Reminder, ...]:
    return context.rules.pack_by_id(case.known.pack_id).reminders
