"""Staged reminders of deadlines: the pack of the matter says when."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.policy.pack import Reminder
from services.notify.domain import Notification, Task, TrackedCase, about, due_stage, lead_queue, next_stage
from services.notify.ports import Notices
from services.notify.usecases.notifications import tell

AT_ONCE = 50  # matters that one tick reminds of; the next tick goes on


def plan(context: ExecutionContext[Notices], matter: TrackedCase) -> None:
    """Note when the matter's next reminder is due, whatever has become of its task."""
    task = matter.task
    matter.remind_at = next_stage(task, _stages(context, matter)) if task else None


def remind(context: ExecutionContext[Notices], channel: str) -> None:
    """Send what is due by now. Every replica calls this; each claims its own matters."""
    with context.unit() as unit:
        matters = unit.store.claim_reminders(context.now, AT_ONCE)
        for matter in matters:
            tell(context, unit.store, matter, _reminders(context, unit.store, matter), channel)
            plan(context, matter)
        unit.commit(*matters)


def _reminders(context: ExecutionContext[Notices], store: Notices, matter: TrackedCase) -> list[Notification]:
    task = matter.task
    stage = due_stage(task, _stages(context, matter), context.now) if task else None
    if task is None or stage is None:
        return []
    task.reminded_until = task.due_at + stage.offset
    return [_notification(store, matter, task, stage)]


def _notification(store: Notices, matter: TrackedCase, task: Task, stage: Reminder) -> Notification:
    """Leads hear of what is overdue, and of what is held by somebody who has left."""
    facts = matter.known
    overdue = bool(stage.offset.total_seconds() >= 0)
    gone = any(not officer.active for officer in store.officers(task.holders).values())
    to = (*task.holders, lead_queue(facts.organ_id)) if overdue or gone else task.holders
    key = f"{task.id}/{task.due_at.isoformat()}/{stage.code}"
    told = about(facts.number, facts.title, due=task.due_at)
    but = tuple(party for party in facts.parties if party not in task.holders)
    return Notification(key, "task_overdue" if overdue else "task_due", to, told, but)


def _stages(context: ExecutionContext[Notices], matter: TrackedCase) -> tuple[Reminder, ...]:
    return context.rules.pack_by_id(matter.known.pack_id).reminders
