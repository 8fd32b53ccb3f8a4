"""A delivery: one message to one recipient on one channel, from the intent to the provider's receipt.

The intent is committed before anything is sent, so a crash forgets nothing. A crash between the sending and
its record leaves `sending`, which is tried again under the same provider key: at most one e-mail, unless the
provider's answer was lost.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Recording
from rongcuo.contracts.notify import DeliveryState

INBOX = "inbox"
BACKOFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720))
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


@dataclass
class Delivery(Recording):
    """`next_at` is when it may be tried, `since` when it was last handed to the provider."""

    id: str
    message_id: str
    matter_id: str
    recipient_id: str
    channel: str
    state: DeliveryState
    attempts: int = 0
    next_at: datetime | None = None
    since: datetime | None = None
    receipt: str = ""
    delivered_at: datetime | None = None

    def postpone(self, until: datetime) -> None:
        """Wait, for the end of quiet hours."""
        self.state, self.next_at = DeliveryState.PENDING, until

    @property
    def used_up(self) -> bool:
        """Whether every try has been made; one whose worker always dies must end too."""
        return self.attempts > len(BACKOFF)

    def begin(self, now: datetime) -> None:
        """Handed to the provider, whose answer is not known yet."""
        self.state, self.attempts, self.since = DeliveryState.SENDING, self.attempts + 1, now

    def succeed(self, receipt: str, now: datetime) -> None:
        """The provider took it."""
        self.state, self.next_at = DeliveryState.DELIVERED, None
        self.receipt, self.delivered_at = receipt, now

    def fail(self, problem: Undelivered, now: datetime) -> None:
        """Try again later, each time after a longer while; give up after the last."""
        self.receipt = problem.reason
        if problem.final or self.used_up:
            self.state, self.next_at = DeliveryState.FAILED, None
        else:
            self.state, self.next_at = DeliveryState.PENDING, now + BACKOFF[self.attempts - 1]

    def send_again(self, now: datetime) -> None:
        """An operator gives it a fresh set of tries."""
        if self.state is not DeliveryState.FAILED:
            raise CaseError("notify.not_failed", details={"state": self.state})
        self.state, self.attempts, self.next_at, self.receipt = DeliveryState.PENDING, 0, now, ""
