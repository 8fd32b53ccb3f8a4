"""A delivery: one message to one recipient on one channel, from the intent to the provider's receipt.

The intent is committed before anything is sent, so a crash forgets nothing. A crash between the sending and
its record leaves `sending`, which is tried again under the same provider key: at most one e-mail, unless the
provider's answer was lost.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.notify import DeliveryState

INBOX = "inbox"
BACKOFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240))   # the last again and again
UNREACHABLE_AT_MOST = timedelta(minutes=15)  # between two looks whether a server that was away is back
GIVEN_UP_AFTER = timedelta(days=5)  # of refusals; mail servers wait as long (RFC 5321, 4.5.4.1)
MOST_UNANSWERED = 6  # an e-mail that always kills its worker must end, and comes at most so often
UNANSWERED = timedelta(minutes=5)  # after this long in `sending` its worker is taken for dead


class Undelivered(Exception):
    """A channel could not deliver. `final`: trying again is useless. `unreachable`: nobody gets through."""

    def __init__(self, reason: str, *, final: bool = False, unreachable: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.final, self.unreachable = reason, final, unreachable


@dataclass(frozen=True)
class Outgoing:
    """What a channel needs to send a delivery; made when it is sent, so that a corrected address is used.
    `division_code` is the recipient's place, whose quiet hours hold; `at` is when the message was written."""

    delivery_id: str
    division_code: str
    name: str
    address: str
    subject: str
    body: str
    at: datetime

    @property
    def server(self) -> str:
        """Whose it is to take it in the end: where one is slow, all for the same server are."""
        return self.address.rpartition("@")[2].lower()


@dataclass
class Delivery(Aggregate):
    """`next_at` is when it may be tried, None while it waits for its recipient's digest; `since` when it was
    last handed to the provider, `refused_at` when it was first refused; `unanswered`: how often its worker
    died before the answer; `within`: the delivery whose mail tells of it among others."""

    id: str
    message_id: str
    matter_id: str
    recipient_id: str
    channel: str
    state: DeliveryState
    attempts: int = 0
    unanswered: int = 0
    next_at: datetime | None = None
    since: datetime | None = None
    refused_at: datetime | None = None
    receipt: str = ""
    delivered_at: datetime | None = None
    within: str = ""

    @property
    def tells_of_others(self) -> bool:
        """Whether its mail is a digest."""
        return self.within == self.id

    def gather(self, others: Iterable["Delivery"], now: datetime) -> None:
        """From now on its mail tells of these as well."""
        self.next_at = now
        for each in (self, *others):
            each.within = self.id

    def follow(self, first: "Delivery") -> None:
        """What has become of the mail that tells of it."""
        if first.state in (DeliveryState.DELIVERED, DeliveryState.FAILED):
            self.state, self.next_at = first.state, None
            self.receipt, self.delivered_at = first.receipt, first.delivered_at

    def withhold(self, now: datetime) -> None:
        """Its matter is kept from the recipient by now: it is told no more, and ends like any other. A word
        of its own would say from whom the matter is kept, and what has failed may be sent again."""
        self.within = ""
        self.succeed("", now)

    def postpone(self, until: datetime) -> None:
        """Wait, for the end of quiet hours."""
        self.state, self.next_at = DeliveryState.PENDING, until

    @property
    def used_up(self) -> bool:
        """Whether it has killed so many workers that it is not tried again."""
        return self.unanswered >= MOST_UNANSWERED

    def begin(self, now: datetime) -> None:
        """Handed to the provider, whose answer is not known yet."""
        self.state, self.attempts, self.since = DeliveryState.SENDING, self.attempts + 1, now

    def take_over(self) -> None:
        """Whoever had it in hand is gone, and the provider's answer with them."""
        if self.state is DeliveryState.SENDING:
            self.unanswered += 1

    def succeed(self, receipt: str, now: datetime) -> None:
        """The provider took it."""
        self.state, self.next_at = DeliveryState.DELIVERED, None
        self.receipt, self.delivered_at = receipt, now

    def fail(self, problem: Undelivered, now: datetime) -> None:
        """Try again later, each time after a longer while. Refusals are given up when they have grown old; an
        outage never is: it says nothing about this mail."""
        self.receipt = problem.reason
        old = False
        if not problem.unreachable:
            self.refused_at = self.refused_at or now
            old = now - self.refused_at >= GIVEN_UP_AFTER
        if problem.final or old:
            self.state, self.next_at = DeliveryState.FAILED, None
        else:
            pause = BACKOFF[min(self.attempts, len(BACKOFF)) - 1]
            pause = min(pause, UNREACHABLE_AT_MOST) if problem.unreachable else pause
            self.state, self.next_at = DeliveryState.PENDING, now + pause

    def send_again(self, now: datetime) -> None:
        """An operator has it tried anew."""
        if self.state is not DeliveryState.FAILED:
            raise CaseError("notify.not_failed", details={"state": self.state})
        self.state, self.attempts, self.unanswered = DeliveryState.PENDING, 0, 0
        self.next_at, self.refused_at, self.receipt = now, None, ""
