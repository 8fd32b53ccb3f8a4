"""What officers of a node see of its line."""

from dataclasses import dataclass
from datetime import date, datetime

from rongcuo.contracts.county.approvals import ApprovalKind, ApprovalOutcome, ApprovalState
from rongcuo.contracts.fields import chosen, line, moment, next_page, number
from rongcuo.contracts.insight import Code


@dataclass(frozen=True, kw_only=True)
class LineQuery:
    """How the line to the hub is."""


@dataclass(frozen=True, kw_only=True)
class NodeAsideView:
    """An entry of the hub's that has no effect here. `code`: why; empty where its kind is not known yet."""

    number: int
    kind: str
    code: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class LineView:
    """`exchanged_at`: the last exchange, within the last half minute; None: there was none. `failed_code`,
    `failed_since`: why there is none now, empty where there is. `trouble`: why nothing is taken (ours), or
    `hub_…` where the hub has a database that lacks what came from it. `clock_lead`: seconds that the hub's
    clock is ahead of ours. `ledgers`: those that do not continue what the hub has witnessed of them."""

    connected: bool
    exchanged_at: datetime | None = moment(default=None)
    failed_code: str = ""
    failed_since: datetime | None = moment(default=None)
    trouble: str = ""
    clock_lead: int = 0
    epoch: int = 1
    waiting: int = 0
    waiting_since: datetime | None = moment(default=None)
    received: int = 0
    witnessed_at: datetime | None = moment(default=None)
    ledgers: tuple[str, ...] = ()
    aside: tuple[NodeAsideView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PageQuery:
    """The next page of a list, the newest first."""

    cursor: str = next_page()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class ApprovalsQuery(PageQuery):
    """What was asked by one's organ, or is asked of it."""


@dataclass(frozen=True, kw_only=True)
class ApprovalQuery:
    """One of them."""

    approval_id: str = line(64, 1)


@dataclass(frozen=True, kw_only=True)
class NodeApprovalView:
    """`asked_of_us`: by an organ below; otherwise by ours. `late_outcome`: an answer that came once the
    request was over, and changed nothing."""

    approval_id: str
    tag: str = ""
    organ_id: str
    asked_of_us: bool
    kind: ApprovalKind = chosen()
    state: ApprovalState = chosen()
    division_code: str
    case_number: str
    summary: str
    due_on: date
    asked_by_name: str
    asked_at: datetime = moment()
    reason: str = ""
    answered_by: str = ""
    answered_at: datetime | None = moment(default=None)
    late_outcome: ApprovalOutcome | None = chosen(default=None)
    late_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class ApprovalsPage:
    """`next_cursor` is empty on the last page."""

    lines: tuple[NodeApprovalView, ...] = ()
    next_cursor: str = ""


@dataclass(frozen=True, kw_only=True)
class ReturnsQuery(PageQuery):
    """The monthly returns of one's organ."""


@dataclass(frozen=True, kw_only=True)
class ReturnRow:
    """One figure, as it was submitted. `period`: the month; the year so far where the figure is of years."""

    code: Code = chosen()
    period: str
    amount: int
    days: int


@dataclass(frozen=True, kw_only=True)
class NodeReturnView:
    """`refused_code`: why the hub did not take it."""

    organ_id: str
    period: str
    revision: int
    reason: str
    checksum: str
    submitted_by_name: str
    submitted_at: datetime = moment()
    sent: bool
    refused_code: str = ""
    rows: tuple[ReturnRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReturnsPage:
    """`next_cursor` is empty on the last page."""

    lines: tuple[NodeReturnView, ...] = ()
    next_cursor: str = ""


@dataclass(frozen=True, kw_only=True)
class SheetsQuery(PageQuery):
    """The sheets of rules that the hub has published."""


@dataclass(frozen=True, kw_only=True)
class NodeSheetView:
    """`code`: why this node can't run under it; empty where it holds."""

    name: str
    calendar: bool
    digest: str
    code: str
    problem: str
    published_at: datetime = moment()
    taken_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class SheetsPage:
    """`next_cursor` is empty on the last page."""

    lines: tuple[NodeSheetView, ...] = ()
    next_cursor: str = ""
