"""notify (通知): tasks with owner and deadline, inbox, deliveries with receipts, watchdog."""

from rongcuo.contracts.notify.commands import (
    DeliveriesQuery,
    InboxQuery,
    MarkRead,
    MatterTasksQuery,
    SendAgain,
    TasksQuery,
    WatchdogQuery,
)
from rongcuo.contracts.notify.enums import (
    DeliveryState,
    MatterKind,
    TaskState,
)
from rongcuo.contracts.notify.views import (
    DeliveriesPage,
    DeliveryView,
    InboxPage,
    MatterTasks,
    MessageView,
    TasksPage,
    TaskView,
    WatchdogReport,
)

__all__ = [
    "DeliveriesPage",
    "DeliveriesQuery",
    "DeliveryState",
    "DeliveryView",
    "InboxPage",
    "InboxQuery",
    "MarkRead",
    "MatterKind",
    "MatterTasks",
    "MatterTasksQuery",
    "MessageView",
    "SendAgain",
    "TaskState",
    "TaskView",
    "TasksPage",
    "TasksQuery",
    "WatchdogQuery",
    "WatchdogReport",
]
