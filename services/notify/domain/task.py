"""A task: what is to be done about a matter, by whom, by when."""

from dataclasses import dataclass
from datetime import date, datetime

from rongcuo.contracts.notify import TaskState
from rongcuo.policy.calendar import ZONE

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
