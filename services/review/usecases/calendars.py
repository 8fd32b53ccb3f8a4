"""A new calendar edition moves the dates of reviews."""

from rongcuo.casework import calendars
from rongcuo.chassis.ports import ExecutionContext
from services.review.ports import Cases


def follow_calendars(context: ExecutionContext[Cases]) -> None:
    """Of all that are open."""
    calendars.follow_calendars(context, lambda store: store)
