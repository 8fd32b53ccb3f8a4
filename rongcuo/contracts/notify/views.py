"""What notify answers."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.notify.enums import DeliveryState, MatterKind, TaskState


@dataclass(frozen=True, kw_only=True)
class TaskView:
    """A task. `kind` is the stage it belongs to. `owner` is an officer's name, or the organ's queue where
    nobody holds it yet."""

    task_id: str
    matter_id: str
    kind: str
    title: str
    owner_id: str
    owner: str
    organ_id: str
    overdue: bool
    provisional: bool
    number: str = ""
    suspended: bool = False  # the clock stands still; then there is no `due_at`
    matter_kind: MatterKind = chosen(default=MatterKind.FILING)
    state: TaskState = chosen()
    due_at: datetime | None = moment(default=None)
    opened_at: datetime = moment()
    closed_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class TasksPage:
    """`next_cursor` is empty on the last page."""

    tasks: tuple[TaskView, ...] = ()
    next_cursor: str = ""


@dataclass(frozen=True, kw_only=True)
class MessageView:
    """A message in the inbox, Chinese first."""

    message_id: str
    matter_id: str
    subject: str
    body: str
    read: bool
    matter_kind: MatterKind = chosen(default=MatterKind.FILING)
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class InboxPage:
    """`unread`: how many of the actor's messages are, counted up to 1,000; `daily`: see DigestView."""

    unread: int
    messages: tuple[MessageView, ...] = ()
    next_cursor: str = ""
    daily: bool = False


@dataclass(frozen=True, kw_only=True)
class DigestView:
    """`daily`: what is routine is mailed once a day, together. Everything else is mailed at once, and all of
    it stands in the inbox at once."""

    daily: bool


@dataclass(frozen=True, kw_only=True)
class DeliveryView:
    """One message to one recipient on one channel, with its receipt."""

    delivery_id: str
    matter_id: str
    recipient_id: str
    recipient: str
    channel: str
    subject: str
    attempts: int
    receipt: str
    message_id: str = ""  # one message goes out on several channels
    state: DeliveryState = chosen()
    next_at: datetime | None = moment(default=None)
    delivered_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class MatterTasks:
    """What is to be done about a matter, and what each party has been told."""

    tasks: tuple[TaskView, ...] = ()
    deliveries: tuple[DeliveryView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DeliveriesPage:
    """`counts` per state, over all deliveries, up to 1,000."""

    counts: dict[str, int]
    deliveries: tuple[DeliveryView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WatchdogReport:
    """`without_task`: matters open beyond the grace time without an open task that has owner and deadline.

    `unreachable` names a service that did not answer; then the report is incomplete and says so.
    """

    open_matters: int
    open_tasks: int
    without_task: tuple[str, ...]
    unreachable: str
    at: datetime = moment()
