"""As commands and questions answer it."""

from rongcuo.contracts.province import HubApprovalView, SheetView
from services.province.domain import Approval, Sheet


def sheet_view(sheet: Sheet) -> SheetView:
    """Without its body."""
    return SheetView(
        name=sheet.name, calendar=sheet.calendar, digest=sheet.digest, state=sheet.state,
        prepared_by_name=sheet.prepared_by_name, prepared_at=sheet.prepared_at,
        approved_by_name=sheet.approved_by_name, published_at=sheet.published_at)


def approval_view(approval: Approval, *, may_answer: bool = False) -> HubApprovalView:
    """`may_answer`: whether who reads it does."""
    return HubApprovalView(
        approval_id=approval.id, kind=approval.kind, state=approval.state, node=approval.node,
        division_code=approval.division_code, asked_of=approval.asked_of, at_node=approval.at_node,
        case_number=approval.case_number, summary=approval.summary, due_on=approval.due_on,
        asked_at=approval.asked_at, reason=approval.reason, answered_by=approval.answered_by,
        answered_at=approval.answered_at, may_answer=may_answer)
