"""What the hub tells the services beside it."""

from datetime import datetime

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.county.approvals import ApprovalKind
from rongcuo.contracts.events import event
from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.province.desk import ApprovalState


@event("province", "approval_requested", rare=True)
class ApprovalRequested(CaseMoved):
    """An organ of a node asks one that answers here: the task of that organ's leads."""

    holders_told = "province.approval_requested"
    approval_kind: ApprovalKind = chosen()
    at: datetime = moment()


@event("province", "approval_ended", rare=True)
class ApprovalEnded(CaseMoved):
    """It was answered or withdrawn, or came to its day."""

    state: ApprovalState = chosen()
    at: datetime = moment()
