"""Staged reminders: the pack says how long before or after a deadline, each stage is sent at most once."""

from collections.abc import Iterable
from datetime import datetime

from rongcuo.policy.pack import Reminder
from services.notify.domain.task import Task


def next_stage(task: Task, stages: Iterable[Reminder]) -> datetime | None:
    """When the next reminder about this task is due; None when none is left or its clock stands still."""
    return min((_moment(task, stage) for stage in _left(task, stages)), default=None)


def due_stage(task: Task, stages: Iterable[Reminder], now: datetime) -> Reminder | None:
    """The latest stage that is due by `now` and was not sent yet. Earlier ones that were slept through are
    passed over: who looks away for three weeks reads one sentence, not a pile."""
    reached = [stage for stage in _left(task, stages) if _moment(task, stage) <= now]
    return max(reached, key=lambda stage: stage.offset, default=None)


def _left(task: Task, stages: Iterable[Reminder]) -> list[Reminder]:
    return [stage for stage in stages if task.running and not _past(task, stage)]


def _past(task: Task, stage: Reminder) -> bool:
    """Sent already, or a stage before the deadline that would only repeat the news of the task's opening."""
    at = _moment(task, stage)
    sent = task.reminded_until is not None and at <= task.reminded_until
    return sent or (at <= task.opened_at and at < task.due_at)


def _moment(task: Task, stage: Reminder) -> datetime:
    return task.due_at + stage.offset
