"""What the officers of a node do about the line."""

from dataclasses import dataclass
from datetime import date

from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.county.approvals import ApprovalKind, ApprovalOutcome
from rongcuo.contracts.fields import chosen, identifier, line, text
from rongcuo.contracts.readers import Reader

PERIOD = 7              # signs of 2027-03


@dataclass(frozen=True, kw_only=True)
class AskApproval(CommandMessage):
    """Ask the organ above for its word. `summary` names nobody: it leaves the node. `due_on`: the last local
    day on which an answer is of use."""

    kind: ApprovalKind = chosen()
    case_number: str = line(80, default="")
    summary: str = text(2_000, 1, Reader.ORGAN_ABOVE)
    due_on: date


@dataclass(frozen=True, kw_only=True)
class WithdrawApproval(CommandMessage):
    """It is needed no more."""

    approval_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class AnswerRequest(CommandMessage):
    """The word of a prefecture's organ on what one below has asked: given, or refused with the reason."""

    approval_id: str = identifier()
    outcome: ApprovalOutcome = chosen()
    reason: str = text(2_000, default="")


@dataclass(frozen=True, kw_only=True)
class SubmitReturn(CommandMessage):
    """The figures of a month as they stand now, frozen and signed. Of a month that was submitted before it is
    a correction, which says why."""

    period: str = line(PERIOD, PERIOD)
    reason: str = text(500, default="")
