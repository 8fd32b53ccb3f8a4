"""What the hub is asked of sheets, approvals and returns, and answers."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from rongcuo.contracts.county.approvals import ApprovalKind
from rongcuo.contracts.fields import chosen, identifier, line, moment, next_page, number
from rongcuo.contracts.insight import Code


class SheetState(StrEnum):
    """A sheet of rules at the hub."""

    PREPARED = "prepared"
    PUBLISHED = "published"


class ApprovalState(StrEnum):
    """Only one that is asked can still be answered."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class SheetsQuery:
    """All sheets, the latest first."""


@dataclass(frozen=True, kw_only=True)
class SheetLag:
    """A node that does not run under a sheet: `code` says why it can't, and is empty where it has not
    answered."""

    node: str
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class SheetView:
    """`taken`: how many nodes have it; `lags`: those that don't."""

    name: str
    calendar: bool
    digest: str
    state: SheetState = chosen()
    prepared_by_name: str
    prepared_at: datetime = moment()
    approved_by_name: str = ""
    published_at: datetime | None = moment(default=None)
    taken: int = 0
    lags: tuple[SheetLag, ...] = ()
    body: str = ""


@dataclass(frozen=True, kw_only=True)
class SheetsView:
    sheets: tuple[SheetView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ApprovalsQuery:
    """Those that the actor's organ answers, or that were asked at or below the actor's division; the open
    ones first."""

    cursor: str = next_page()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class ApprovalQuery:
    """One of them."""

    approval_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class HubApprovalView:
    """`asked_of`: the organ whose word it takes; `at_node`: whether that is asked at its own node."""

    approval_id: str = identifier()
    kind: ApprovalKind = chosen()
    state: ApprovalState = chosen()
    node: str
    division_code: str
    asked_of: str
    at_node: bool
    case_number: str
    summary: str
    due_on: date
    asked_at: datetime = moment()
    reason: str = ""
    answered_by: str = ""
    answered_at: datetime | None = moment(default=None)
    may_answer: bool = False


@dataclass(frozen=True, kw_only=True)
class ApprovalsView:
    approvals: tuple[HubApprovalView, ...] = ()
    next_cursor: str = ""


@dataclass(frozen=True, kw_only=True)
class ReturnsQuery:
    """The returns of one month at or below the actor's division, all revisions."""

    period: str = line(7, 7)


@dataclass(frozen=True, kw_only=True)
class Differing:
    """A figure that the return says otherwise than what the node told matter by matter; both as far as they
    may be told."""

    code: Code = chosen()
    period: str
    returned: str
    counted: str


@dataclass(frozen=True, kw_only=True)
class ReturnView:
    """`latest`: the one that holds."""

    organ_id: str
    period: str
    revision: int
    reason: str
    checksum: str
    submitted_at: datetime = moment()
    latest: bool = True
    rows: tuple[Differing, ...] = ()
    differing: tuple[Differing, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReturnsView:
    """`missing`: nodes of which there is none for this month."""

    returns: tuple[ReturnView, ...] = ()
    missing: tuple[str, ...] = ()
