"""What the node tells its own services."""

from datetime import datetime

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.county.approvals import ApprovalKind, ApprovalOutcome, ApprovalState
from rongcuo.contracts.events import event
from rongcuo.contracts.fields import chosen, moment


@event("county", "approval_requested", rare=True)
class ApprovalRequested(CaseMoved):
    """An organ below asks ours for its word: the task of the leads here."""

    holders_told = "county.approval_requested"
    approval_kind: ApprovalKind = chosen()
    at: datetime = moment()


@event("county", "approval_ended", rare=True)
class ApprovalEnded(CaseMoved):
    """What was asked of ours is over, however it ended."""

    state: ApprovalState = chosen()
    at: datetime = moment()


@event("county", "approval_answered", rare=True)
class ApprovalAnswered(CaseMoved):
    """The request has its answer, or came to its day without one: whoever waits for it may go on. `by`: the
    organ that answered; empty where nobody did. `late`: the request was over, and stays as it was.

    Where a procedure asked by itself, `asked_for` is its case and `asking` counts its requests; what was
    answered no event holds, the case's service asks for it."""

    subject_told = "county.approval_answered"
    approval_id: str
    organ_id: str
    approval_kind: ApprovalKind = chosen()
    case_number: str
    outcome: ApprovalOutcome = chosen()
    by: str
    at: datetime = moment()
    late: bool = False
    asked_for: str = ""
    asking: int = 0
