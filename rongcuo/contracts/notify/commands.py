"""What notify can be asked to do, and asked for."""

from dataclasses import dataclass

from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.fields import chosen, identifier, next_page, number
from rongcuo.contracts.notify.enums import DeliveryState
from rongcuo.contracts.sorting import CaseSort


@dataclass(frozen=True, kw_only=True)
class MarkRead(CommandMessage):
    """Mark one of the actor's own messages as read."""

    message_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class ChooseDigest(CommandMessage):
    """The actor wants what is routine mailed once a day, together, or each at once."""

    daily: bool


@dataclass(frozen=True, kw_only=True)
class SendAgain(CommandMessage):
    """An operator sends a failed delivery again."""

    delivery_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class TasksQuery:
    """Open tasks of the actor: their own and those of their organ's roles."""

    include_closed: bool = False
    sort: CaseSort = chosen(default=CaseSort.DUE)
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class MatterTasksQuery:
    """All tasks and deliveries of one matter: what each party has been told."""

    matter_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class InboxQuery:
    """The actor's own messages, newest first."""

    unread_only: bool = False
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class DeliveriesQuery:
    """For operators: deliveries in a state (`failed` by default), without their content."""

    state: DeliveryState = chosen(default=DeliveryState.FAILED)
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class WatchdogQuery:
    """Compare the open matters of filing with the open tasks, now."""

    grace_seconds: int = number(0, 3_600, default=60)
