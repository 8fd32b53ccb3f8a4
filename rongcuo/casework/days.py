"""The local day, as lists compare due dates with it."""

from datetime import datetime, time

from rongcuo.policy.calendar import ZONE


def midnight(now: datetime) -> datetime:
    """The beginning of the local day."""
    return datetime.combine(now.astimezone(ZONE).date(), time(), ZONE)
