"""A digest (每日汇总): what is routine, told to a person once a day in one mail instead of each at once.

Everybody chooses for themselves. Their inbox has each at once all the same. `messages.yaml` says what is
routine.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from rongcuo.contracts.events import Aggregate
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.pack import QuietHours

MOST = 200      # notices in one mail


@dataclass
class Digest(Aggregate):
    """Of an officer, by their id. `due_at`: when what waits is gathered next; None while nothing may wait."""

    id: str
    daily: bool = False
    due_at: datetime | None = None

    def choose(self, daily: bool, now: datetime, quiet: QuietHours) -> None:
        """What waits when somebody wants each at once again is told now."""
        self.daily = daily
        self.due_at = morning_after(now, quiet) if daily else now

    def gathered(self, many: int, now: datetime, quiet: QuietHours) -> None:
        """So many are on their way. Where that was a whole mail, there may be more."""
        if many < MOST:
            self.due_at = morning_after(now, quiet) if self.daily else None


def morning_after(now: datetime, quiet: QuietHours) -> datetime:
    """The next time that quiet hours end, after now."""
    at = datetime.combine(now.astimezone(ZONE).date(), quiet.end, ZONE)
    return at if at > now else at + timedelta(days=1)
