"""A task: what is to be done about a matter, by whom, by when. Of its staged reminders the pack says how long
before or after the deadline; each is sent at most once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from rongcuo.contracts.notify import TaskState
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.pack import Reminder

SUPPLEMENT = "supplement"  # 补正: the filer's task; every other kind is the code of a stage of the review


def local_day(at: datetime) -> date:
    """The date in Asia/Shanghai."""
    return at.astimezone(ZONE).date()


@dataclass
class Task:
    """`holders` are officers, or one role queue. While `suspended` its deadline stands still and is silent.

    `reminded_until` is the moment of the latest reminder stage that was sent for the present deadline.
    """

    id: str
    kind: str
    holders: tuple[str, ...]
    due_at: datetime
    opened_at: datetime
    provisional: bool = False
    suspended: bool = False
    closed_at: datetime | None = None
    reminded_until: datetime | None = None

    @property
    def state(self) -> TaskState:
        """Open until the stage that asked for it has passed."""
        return TaskState.CLOSED if self.closed_at else TaskState.OPEN

    @property
    def running(self) -> bool:
        """Whether its deadline comes nearer."""
        return self.closed_at is None and not self.suspended

    def overdue(self, now: datetime) -> bool:
        """Late is who is later than the day, not the hour: limits count days."""
        return self.running and local_day(now) > local_day(self.due_at)

    def move(self, due_at: datetime, provisional: bool) -> None:
        """Another deadline; its reminders begin anew."""
        if due_at != self.due_at:
            self.reminded_until = None
        self.due_at, self.provisional = due_at, provisional


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
