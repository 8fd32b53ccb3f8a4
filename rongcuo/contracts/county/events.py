"""What the node tells its own services."""

from datetime import datetime

from rongcuo.contracts.county.approvals import ApprovalKind, ApprovalOutcome
from rongcuo.contracts.events import Event, event
from rongcuo.contracts.fields import chosen, moment


@event("county", "approval_answered")
class ApprovalAnswered(Event):
    """The request has its answer, or came to its day without one: whoever waits for it may go on. `by`: the
    organ that answered; empty where nobody did."""

    approval_id: str
    organ_id: str
    approval_kind: ApprovalKind = chosen()
    case_number: str
    outcome: ApprovalOutcome = chosen()
    by: str
    at: datetime = moment()
