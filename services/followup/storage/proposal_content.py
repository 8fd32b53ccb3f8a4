"""The mapping between a proposal and its row."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from sqlalchemy import RowMapping

from rongcuo.casework.case_rows import case_content, case_of, case_row
from rongcuo.casework.people import Holder
from rongcuo.contracts.followup import (
    ProposalEvaluation,
    ProposalLookBack,
    ProposalReceipt,
    ProposalRecurrence,
    ProposalReply,
    ProposalState,
    ProposalText,
    RectificationPlan,
)
from rongcuo.contracts.serialisation import dump, load
from rongcuo.contracts.unit_names import unit_key
from rongcuo.policy.clock import DeadlineClock
from rongcuo.texts.folding import search_key
from services.followup.domain.proposal import CLOSED, Proposal

LONGEST_ADDRESSEE: Final = 200     # characters
AS_THEY_ARE = ("unit_now", "responsible", "extended_days", "returned", "superior", "overdue_told")
MOMENTS = ("closed_at", "reminded_at")
PEOPLE = ("drafters", "reviewers")
ONES: dict[str, type[Any]] = {"receipt": ProposalReceipt, "recurrence": ProposalRecurrence}
LISTS: dict[str, type[Any]] = {
    "plans": RectificationPlan, "replies": ProposalReply, "evaluations": ProposalEvaluation,
    "look_backs": ProposalLookBack}


def row_of(proposal: Proposal) -> dict[str, Any]:
    """The row that holds one."""
    said = proposal.content
    assignee = proposal.assignee.name if proposal.assignee else ""
    return case_row(proposal) | {
        "kind": said.kind.value, "unit_key": unit_key(said.addressee.unit),
        "unit_now_key": unit_key(proposal.unit_now), "unit_organ_id": said.addressee.organ_id,
        "addressee": proposal.unit_now[:LONGEST_ADDRESSEE], "problem_code": said.problem_code,
        "problem_id": said.problem_id,
        "suggestions": len(said.suggestions), "delivered_at": proposal.delivered_at,
        "answered": bool(proposal.replies), "closed": proposal.state in CLOSED,
        "tells_on": proposal.tells_on, "assignee_id": proposal.assignee_id, "assignee_name": assignee,
        # Not by whom it is held: whoever it is addressed to searches, too.
        "sought": search_key(proposal.number, proposal.title, proposal.unit_now, said.addressee.unit),
        "content": _content_of(proposal)}


def _content_of(proposal: Proposal) -> dict[str, Any]:
    clock, approver = proposal.reply_clock, proposal.approver
    return (case_content(proposal) | {name: getattr(proposal, name) for name in AS_THEY_ARE}
            | {name: _moment_out(getattr(proposal, name)) for name in MOMENTS}
            | {name: [_person_out(each) for each in getattr(proposal, name)] for name in PEOPLE}
            | {name: _dumped(getattr(proposal, name)) for name in ONES}
            | {name: [dump(each) for each in getattr(proposal, name)] for name in LISTS} | {
        "content": dump(proposal.content), "approver": _person_out(approver) if approver else None,
        "reply_clock": clock.to_dict() if clock else None, "told_days": list(proposal.told_days)})


def proposal_in(row: RowMapping) -> Proposal:
    """The one that a row holds."""
    content = row["content"]
    facts: dict[str, Any] = {
        **case_of(row), **{name: content[name] for name in AS_THEY_ARE},
        **{name: _moment(content[name]) for name in MOMENTS},
        **{name: _people(content[name]) for name in PEOPLE},
        **{name: load(kind, content[name], tolerant=True) if content[name] else None
           for name, kind in ONES.items()},
        **{name: tuple(load(kind, each, tolerant=True) for each in content[name])
           for name, kind in LISTS.items()}}
    clock, approver = content["reply_clock"], content["approver"]
    return Proposal(
        **facts, state=ProposalState(row["state"]),
        content=load(ProposalText, content["content"], tolerant=True),
        assignee=Holder(row["assignee_id"], row["assignee_name"]) if row["assignee_id"] else None,
        approver=Holder(*approver) if approver else None, delivered_at=row["delivered_at"],
        reply_clock=DeadlineClock.from_dict(clock) if clock else None,
        told_days=tuple(content["told_days"]), tells_on=row["tells_on"])


def _person_out(person: Holder) -> list[str]:
    return [person.officer_id, person.name]


def _people(entries: Iterable[Iterable[str]]) -> tuple[Holder, ...]:
    return tuple(Holder(*each) for each in entries)


def _moment_out(value: datetime | None) -> str | None:
    return value.isoformat() if value else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _dumped(value: Any) -> dict[str, Any] | None:
    return None if value is None else dump(value)
