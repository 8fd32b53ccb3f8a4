"""What a node can be told and asked: by the hub over the line, under the node's own name; and by the people
who work there."""

from dataclasses import dataclass, replace
from types import NoneType
from typing import Final, TypeVar

from rongcuo.contracts import county as contract
from rongcuo.contracts.fields import chosen, line, many, number
from rongcuo.contracts.ledger import checkpoint
from rongcuo.contracts.operation import HUB, NODE, Command, Operation, Query
from rongcuo.contracts.province.line import MatterCount, NodeReport

Asked = TypeVar("Asked", bound=Operation)   # type: ignore[type-arg]
SERVICE = "county"


@dataclass(frozen=True, kw_only=True)
class StatusQuery:
    """How the node is, as it sees itself."""


@dataclass(frozen=True, kw_only=True)
class Wake:
    """There is something for the node: it may ask at once."""


@dataclass(frozen=True, kw_only=True)
class NodeFiguresQuery:
    """What the node counts of one of its organs in a year and in each month of it."""

    organ_id: str = line(64, 1)
    year: int = number(2000, 2100)


@dataclass(frozen=True, kw_only=True)
class NodeFigures:
    """Exact numbers: who shows them to people decides what may be told."""

    organ_id: str
    rows: tuple[MatterCount, ...] = many(400)


@dataclass(frozen=True, kw_only=True)
class AskingOfficer:
    """For whom the hub asks, as its own identity knows them. `unit_names`: all that their unit
    is or was called."""

    officer_id: str = line(64, 1)
    name: str = line(200, 1)
    organ_id: str = line(64, 1)
    division_code: str = line(6, 6)
    roles: tuple[str, ...] = many(20)
    unit_names: tuple[str, ...] = many(200)


@dataclass(frozen=True, kw_only=True)
class CaseSummaryQuery:
    """One matter of the node, for an officer of an organ above it."""

    officer: AskingOfficer
    source: str = line(32, 1)
    matter_id: str = line(64, 1)


@dataclass(frozen=True, kw_only=True)
class CaseSummary:
    """What is counted of it, and where it stood when it was last told of. No name, and no word that anybody
    wrote."""

    source: str
    matter_id: str
    organ_id: str
    case_number: str
    situation: str
    stage: str
    counts: tuple[MatterCount, ...] = many(400)


@dataclass(frozen=True, kw_only=True)
class AnswerQuery:
    """Of the service whose case asked by itself: what was answered."""

    approval_id: str = line(64, 1)


@dataclass(frozen=True, kw_only=True)
class AnswerGiven:
    """`by`, `officer_id`: the organ above, and the account there; empty where nobody answered in time."""

    asked_for: str
    asking: int
    outcome: contract.ApprovalOutcome = chosen()
    reason: str
    by: str
    officer_id: str


STATUS: Final = Query(SERVICE, "status", StatusQuery, NodeReport)
WAKE: Final = Command(SERVICE, "wake", Wake, NoneType, signed_in=False, by=HUB)
NODE_FIGURES: Final = Query(SERVICE, "node_figures", NodeFiguresQuery, NodeFigures)
CASE_SUMMARY: Final = Query(SERVICE, "case_summary", CaseSummaryQuery, CaseSummary)
ANSWER: Final = Query(SERVICE, "answer", AnswerQuery, AnswerGiven)

ASK_APPROVAL: Final = Command(SERVICE, "ask_approval", contract.AskApproval, contract.NodeApprovalView,
    zh="向上级机关请求批准", en="Ask the organ above for its approval")
WITHDRAW_APPROVAL: Final = Command(
    SERVICE, "withdraw_approval", contract.WithdrawApproval, contract.NodeApprovalView,
    zh="撤回请求", en="Take a request back")
ANSWER_APPROVAL: Final = Command(
    SERVICE, "answer_approval", contract.AnswerRequest, contract.NodeApprovalView,
    zh="答复下级机关的请求", en="Answer what an organ below has asked")
SUBMIT_RETURN: Final = Command(SERVICE, "submit_return", contract.SubmitReturn, contract.NodeReturnView,
    zh="报送月报;更正须写明理由", en="Submit the figures of a month; a correction says why")
LINE_STATE: Final = Query(SERVICE, "line_state", contract.LineQuery, contract.LineView,
    zh="专线的状态:等待报送的、上次交换、问题", en="The line to the hub: what waits, and what is wrong")
APPROVALS: Final = Query(SERVICE, "approvals", contract.ApprovalsQuery, contract.ApprovalsPage,
    zh="向上级请求的批准和下级请求的批准,新的在前", en="Approvals asked, by us and of us, newest first")
APPROVAL: Final = Query(SERVICE, "approval", contract.ApprovalQuery, contract.NodeApprovalView,
    zh="一件请求", en="One request")
RETURNS: Final = Query(SERVICE, "returns", contract.ReturnsQuery, contract.ReturnsPage,
    zh="本机关的月报,新的在前", en="The monthly returns of one's organ, newest first")
SHEETS: Final = Query(SERVICE, "sheets", contract.SheetsQuery, contract.SheetsPage,
    zh="上级发布的规则和日历", en="The sheets of rules and calendars that the hub published")
CHECKPOINT: Final = checkpoint(SERVICE)


def at_node(operation: Asked, division_code: str) -> Asked:
    """The same, asked of one node."""
    return replace(operation, service=f"{NODE}{division_code}")
