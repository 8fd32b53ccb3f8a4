"""What was read long ago goes. What was not read stays, however old it is."""

from datetime import timedelta

from rongcuo.chassis.ports import ExecutionContext
from services.notify.ports import Notices

AT_ONCE = 1_000     # messages that one tick drops; the next tick goes on


def prune(context: ExecutionContext[Notices], kept_for: timedelta) -> None:
    """Drop what was read longer ago than that, but nothing of which a delivery is under way, nor of a matter
    that waits for somebody: of that the same might be told again."""
    with context.unit() as unit:
        unit.store.drop_read(context.now - kept_for, AT_ONCE)
        unit.commit()
