"""What an organ asks of the one above: answered once, in time, or not at all."""

from dataclasses import dataclass
from datetime import date, datetime, time

from rongcuo.contracts.actor import Role, queue
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.county.approvals import TITLES, ApprovalKind, ApprovalOutcome
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.province import (
    ApprovalAnswered,
    ApprovalAsked,
    ApprovalEnded,
    ApprovalRequested,
    ApprovalState,
)
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.divisions import PROVINCE, organ_above

ASKED = ("kind", "division_code", "asked_of", "case_number", "summary", "due_on")
SHORT = 8           # signs of an id, where there is no number
LONGEST_ID = 57     # with the node's code before it, it is an identifier of ours


@dataclass(kw_only=True)
class Approval(Aggregate):
    """`id`: the asking node and its own id of it. `asked_of`: the organ whose word it takes; `at_node`:
    whether that has a node, where it answers."""

    id: str
    node: str
    kind: ApprovalKind
    state: ApprovalState = ApprovalState.ASKED
    division_code: str
    asked_of: str
    at_node: bool
    case_number: str
    summary: str
    due_on: date
    asked_at: datetime
    reason: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None
    officer_id: str = ""
    pack_id: str = ""

    @classmethod
    def ask(cls, node: str, told: ApprovalAsked, pack_id: str = "") -> "Approval":
        """Of the organ above the asker, which is a prefecture or the province. Raises `invalid`."""
        if len(told.request_id) > LONGEST_ID:
            raise CaseError("invalid", details={"fields": {"request_id": ["too long"]}})
        return cls(id=id_of(node, told.request_id), node=node, kind=told.kind,
                   division_code=told.division_code, asked_of=asked_of(told), at_node=False,
                   case_number=told.case_number, summary=told.summary, due_on=told.due_on,
                   asked_at=told.asked_at, pack_id=pack_id)

    def wait_here(self) -> None:
        """The organ that was asked has no node of its own: its leads have a task here."""
        self.record(ApprovalRequested(standing=self.standing(), approval_kind=self.kind, at=self.asked_at))

    def standing(self) -> Standing:
        """Where it stands, for those who answer it."""
        return Standing(
            kind="approval", matter_id=self.id, number=self.case_number or self.id[-SHORT:],
            title=TITLES[self.kind], organ_id=self.asked_of, division_code=self.asked_of,
            pack_id=self.pack_id, stage="approval", holders=(queue(self.asked_of, Role.LEAD),),
            ended=self.ended, due_at=datetime.combine(self.due_on, time(23, 59, 59), ZONE))

    @property
    def ended(self) -> bool:
        return self.state is not ApprovalState.ASKED

    @property
    def request_id(self) -> str:
        """The asker's own."""
        return self.id.partition(":")[2]

    def answer(self, outcome: ApprovalOutcome, reason: str, by: str, at: datetime,
               officer_id: str = "") -> None:
        """The first answer stands. Nobody answers what their own organ asked. Raises
        `province.approval_over`, `province.approval_own`, `province.reason_needed`."""
        if by.partition(".")[0] == self.division_code:
            raise CaseError("province.approval_own")
        if self.state is not ApprovalState.ASKED or is_past(self.due_on, at):
            raise CaseError("province.approval_over")
        if outcome is ApprovalOutcome.EXPIRED:
            raise CaseError("invalid", details={"fields": {"outcome": ["is no answer"]}})
        if outcome is ApprovalOutcome.REFUSED and not reason.strip():
            raise CaseError("province.reason_needed")
        self.officer_id = officer_id
        self._end(ApprovalState(outcome.value), reason, by, at)

    def withdraw(self, at: datetime) -> None:
        """Its asker needs it no more. Raises `province.approval_over`."""
        if self.state is not ApprovalState.ASKED:
            raise CaseError("province.approval_over")
        self._end(ApprovalState.WITHDRAWN, "", self.node, at)

    def expire(self, now: datetime) -> None:
        """Nobody answered in time: it counts as not given."""
        if self.state is ApprovalState.ASKED and is_past(self.due_on, now):
            self._end(ApprovalState.EXPIRED, "", self.asked_of, now)

    @property
    def changed_at(self) -> datetime:
        """When it ended; until then, when it was asked."""
        return self.answered_at or self.asked_at

    def require_same(self, asked: "Approval") -> None:
        """Asked again after a restore, it is what it was. Raises `province.asked_before`."""
        if any(getattr(self, name) != getattr(asked, name) for name in ASKED):
            raise CaseError("province.asked_before")

    def as_asked(self) -> ApprovalAsked:
        """For the node of who was asked."""
        return ApprovalAsked(
            request_id=self.id, kind=self.kind, division_code=self.division_code,
            provincial=self.asked_of == PROVINCE, case_number=self.case_number, summary=self.summary,
            due_on=self.due_on, asked_at=self.asked_at)

    def as_answered(self) -> ApprovalAnswered:
        """For its asker."""
        return ApprovalAnswered(request_id=self.request_id, outcome=ApprovalOutcome(self.state.value),
                                reason=self.reason, by=self.answered_by, officer_id=self.officer_id,
                                at=self.changed_at)

    def _end(self, state: ApprovalState, reason: str, by: str, at: datetime) -> None:
        self.state, self.reason, self.answered_by, self.answered_at = state, reason, by, at
        if not self.at_node:
            self.record(ApprovalEnded(standing=self.standing(), state=self.state, at=at))


def id_of(node: str, request_id: str) -> str:
    """By which the hub, and a prefecture's node, know it."""
    return f"{node}:{request_id}"


def asked_of(told: ApprovalAsked) -> str:
    """Whose word it takes. Of who is managed by the province, its own."""
    return PROVINCE if told.provincial else organ_above(told.division_code) or PROVINCE


def is_past(due_on: date, now: datetime) -> bool:
    """Whether the last local day is over."""
    return now.astimezone(ZONE).date() > due_on
