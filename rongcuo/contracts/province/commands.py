"""What people at the hub tell it."""

from dataclasses import dataclass

from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.county.approvals import ApprovalOutcome
from rongcuo.contracts.fields import chosen, identifier, line, text
from rongcuo.contracts.readers import Reader

LONGEST_SHEET = 100_000     # signs


@dataclass(frozen=True, kw_only=True)
class PrepareSheet(CommandMessage):
    """A sheet of rules for all nodes, in force nowhere until somebody else has approved it. `name`: the
    file's, such as 530000-2027-03-01.yaml; of a calendar national-2027.yaml or 530100-2027.yaml."""

    name: str = line(80, 1)
    calendar: bool = False
    body: str = text(LONGEST_SHEET, 1, Reader.APPROVER)


@dataclass(frozen=True, kw_only=True)
class ApproveSheet(CommandMessage):
    """That it goes to all nodes as it was read. `digest`: of what was read."""

    name: str = line(80, 1)
    digest: str = line(64, 64)


@dataclass(frozen=True, kw_only=True)
class AnswerApproval(CommandMessage):
    """The word of the organ that was asked; the first one stands. A refusal has a reason."""

    approval_id: str = identifier()
    outcome: ApprovalOutcome = chosen()
    reason: str = text(2_000, default="")
