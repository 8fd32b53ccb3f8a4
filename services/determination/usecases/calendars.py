"""A new calendar edition moves the dates of cases and appeals."""

from rongcuo.casework import calendars
from rongcuo.chassis.ports import ExecutionContext
from services.determination.ports import Cases


def follow_calendars(context: ExecutionContext[Cases]) -> None:
    """Of all that are open."""
    calendars.follow_calendars(context, lambda store: store.determinations, lambda store: store.appeals)
