"""A node, as the hub knows it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province import Frame, NodeState, NodeTrouble
from rongcuo.policy.divisions import PROVINCE, division

CONNECTED_FOR: Final = timedelta(seconds=60)
CLOCK_S: Final = 300
MOST_S: Final = 2_000_000_000


@dataclass(kw_only=True)
class Node:
    """`line_trouble`, `ledger_trouble`: what the hub sees to be wrong; `says`: what the node itself does.
    `clock_s`: how many seconds its clock was ahead of ours at its last frame. `last`: the digest of the last
    entry that came. `epoch`, `had_epoch`, `had`: its own at its last frame, and how far it had the hub's."""

    code: str
    key_id: str
    registered_at: datetime
    revoked_at: datetime | None = None
    seen_at: datetime | None = None
    clock_s: int = 0
    waiting: int = 0
    waiting_since: datetime | None = None
    version: str = ""
    packs: tuple[str, ...] = ()
    calendar: str = ""
    says: str = ""
    line_trouble: str = ""
    ledger_trouble: str = ""
    last: str = ""
    epoch: int = 1
    had_epoch: int = 1
    had: int = 0

    @classmethod
    def register(cls, code: str, key_id: str, now: datetime) -> "Node":
        """Raises `policy.unknown_division`, or `province.is_the_hub`."""
        if division(code).code == PROVINCE:
            raise CaseError("province.is_the_hub")
        return cls(code=code, key_id=key_id, registered_at=now)

    def require_taken_in(self) -> None:
        """Raises `province.revoked`."""
        if self.revoked_at is not None:
            raise CaseError("province.revoked", self.code)

    def hear(self, frame: Frame, trouble: str, now: datetime) -> None:
        """What a frame says of it, whether anything of it is taken or not."""
        report = frame.report
        ahead = round((frame.at - now).total_seconds())
        self.seen_at, self.clock_s = now, max(-MOST_S, min(ahead, MOST_S))
        self.waiting, self.waiting_since = report.waiting, report.waiting_since
        self.version, self.packs, self.calendar = report.version, report.packs, report.calendar
        self.says, self.line_trouble = report.trouble, trouble
        self.epoch, self.had_epoch, self.had = frame.epoch, frame.their_epoch, frame.received

    def state(self, now: datetime) -> NodeState:
        """Whether it is there."""
        if self.revoked_at:
            return NodeState.REVOKED
        if self.seen_at is None:
            return NodeState.EXPECTED
        return NodeState.CONNECTED if now - self.seen_at <= CONNECTED_FOR else NodeState.AWAY

    @property
    def troubles(self) -> tuple[NodeTrouble, ...]:
        """All that is wrong with it."""
        seen = (self.line_trouble, NodeTrouble.CLOCK if abs(self.clock_s) >= CLOCK_S else "",
                self.ledger_trouble, NodeTrouble.ITS_OWN if self.says else "")
        return tuple(NodeTrouble(each) for each in seen if each)
