"""Rows, and what they hold."""

from dataclasses import asdict
from datetime import date
from typing import Any, Final

from sqlalchemy import RowMapping

from rongcuo.casework.counting import Count, Matter
from rongcuo.contracts.county import ApprovalKind, ApprovalOutcome, ApprovalState
from rongcuo.contracts.insight import Code
from rongcuo.contracts.province.line import MatterCount
from rongcuo.contracts.serialisation import dump, load
from services.county.domain import Approval, MatterGoingUp, Return

OF_MATTERS: Final = ("version", "organ_id", "case_number", "situation", "stage")
OF_APPROVALS: Final = (
    "id", "version", "edits", "organ_id", "division_code", "asked_of_us", "case_number", "summary", "due_on",
    "asked_by", "asked_by_name", "asked_at", "reason", "answered_by", "answered_at", "late_at",
    "officer_id", "pack_id", "provincial", "asked_for", "asking")
OF_RETURNS: Final = (
    "id", "version", "edits", "organ_id", "period", "number", "reason", "checksum", "signature",
    "submitted_by", "submitted_by_name", "submitted_at", "sent", "refused_code")


def row_of_matter(going: MatterGoingUp) -> dict[str, Any]:
    """The row of a matter."""
    matter = going.matter
    return {name: getattr(going, name) for name in OF_MATTERS} | {
        "id": matter.id, "told": matter.told, "apart": sorted(going.apart),
        "counts": {which: asdict(each) for which, each in matter.counts.items()},
        "begun": {code: day.isoformat() for code, day in matter.begun.items()}}


def matter_of(row: RowMapping) -> MatterGoingUp:
    """The matter of a row."""
    matter = Matter(
        id=row["id"], told=row["told"],
        counts={which: Count(**each | {"code": Code(each["code"])}) for which, each in row["counts"].items()},
        begun={code: date.fromisoformat(day) for code, day in row["begun"].items()})
    return MatterGoingUp(matter=matter, apart=frozenset(row["apart"]),
                         **{name: row[name] for name in OF_MATTERS})


def row_of_approval(approval: Approval) -> dict[str, Any]:
    """The row of a request."""
    return {name: getattr(approval, name) for name in OF_APPROVALS} | {
        "kind": approval.kind.value, "state": approval.state.value, "ended": not approval.open,
        "late_outcome": approval.late_outcome and approval.late_outcome.value}


def approval_of(row: RowMapping) -> Approval:
    """The request of a row."""
    return Approval(
        kind=ApprovalKind(row["kind"]), state=ApprovalState(row["state"]),
        late_outcome=ApprovalOutcome(row["late_outcome"]) if row["late_outcome"] else None,
        **{name: row[name] for name in OF_APPROVALS})


def row_of_return(submitted: Return) -> dict[str, Any]:
    """The row of a return."""
    return {name: getattr(submitted, name) for name in OF_RETURNS} | {"rows": [
        dump(each) for each in submitted.rows]}


def return_of(row: RowMapping) -> Return:
    """The return of a row."""
    return Return(rows=tuple(load(MatterCount, each, tolerant=True) for each in row["rows"]),
                  **{name: row[name] for name in OF_RETURNS})
