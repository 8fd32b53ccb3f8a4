"""What a node knows of its line to the hub, beside the numbers of both streams."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from rongcuo.contracts.province.line import Exchanged

NOTED_EVERY: Final = timedelta(seconds=30)     # the last exchange of a line on which nothing happens
OF_HUB: Final = "hub_"
BEHIND: Final = "behind"


class Stream(Protocol):
    """Our end of both streams with the hub."""

    epoch: int
    given: int
    acknowledged: int
    their_epoch: int
    received: int

    def trouble(self, epoch: int, first: int, newest: int) -> str | None:
        """With a frame of its own."""


@dataclass(kw_only=True)
class Line:
    """`waiting_since`: since when something waits that the hub does not have. `trouble`: why nothing is
    taken, by either side. `their_epoch`, `their_received`: what the hub said last of our stream.
    `failed_code`: why the last call had no answer."""

    waiting_since: datetime | None = None
    exchanged_at: datetime | None = None
    failed_code: str = ""
    failed_since: datetime | None = None
    trouble: str = ""
    their_epoch: int = 1
    their_received: int = 0
    clock_lead: int = 0

    def fail(self, code: str, now: datetime) -> None:
        """The hub gave no answer."""
        if not self.failed_code:
            self.failed_since = now
        self.failed_code = code

    def answered(self, told: Exchanged, end: Stream, now: datetime) -> None:
        """By the hub, just now."""
        self.failed_code, self.failed_since, self.exchanged_at = "", None, now
        self.their_epoch, self.their_received = told.their_epoch, told.received
        self.clock_lead = round((told.at - now).total_seconds())
        self.trouble = trouble_with_ours(told, end) or trouble_with_theirs(told, end)

    def is_stale(self, now: datetime) -> bool:
        """Whether the last exchange has to be noted anew."""
        return bool(self.failed_code) or self.exchanged_at is None or now - self.exchanged_at > NOTED_EVERY


def trouble_with_ours(told: Exchanged, end: Stream) -> str:
    """Why the hub takes nothing of ours. One that has less of it than it said it had was restored from a
    backup."""
    lost = told.their_epoch == end.epoch and told.received < end.acknowledged
    return told.trouble or (f"{OF_HUB}{BEHIND}" if lost else "")


def trouble_with_theirs(told: Exchanged, end: Stream) -> str:
    """Why nothing of the hub's is taken."""
    theirs = end.trouble(told.epoch, told.first, told.newest)
    return f"{OF_HUB}{theirs}" if theirs else ""
