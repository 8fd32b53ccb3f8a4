"""The mapping between the finding of a false accusation and its row."""

from typing import Any

from sqlalchemy import RowMapping

from rongcuo.casework.case_rows import case_content, case_of, case_row
from rongcuo.casework.holding import held_by
from rongcuo.casework.people import Holder
from rongcuo.contracts.clarify import (
    AccusationEvidence,
    AccusationHandling,
    Addressed,
    Approval,
    Circumstance,
    Concerned,
    DraftFinding,
    Entry,
    FalseAccusationState,
    FindingFile,
    Gain,
    Hearing,
    ManagedBy,
    ReportOutcome,
    Weighing,
)
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.texts.folding import search_key
from services.clarify.access import false_accusations as access
from services.clarify.access.reports import overseen_from
from services.clarify.domain.false_accusation import FalseAccusation, Proof
from services.clarify.storage.content import (
    all_dumped,
    all_of,
    apart_in,
    apart_out,
    clock_in,
    clock_out,
    dumped,
    maybe,
    moment_in,
    moment_out,
    people_in,
    people_out,
)

AS_THEY_ARE = ("reporter_ref", "pseudonym", "grounds", "settled", "spoken_in_earnest", "draft_answer",
               "draft_considered", "complaint", "complaint_answer", "ending", "moved_to",
               "complaint_moved_to")
MOMENTS = ("unread_since", "draft_answered_at", "found_at", "effective_at")
LISTS = {"concerned": Concerned, "hearings": Hearing, "addressed": Addressed, "papers": AttachmentRef,
         "entries": Entry, "circumstances": Circumstance, "approvals": Approval,
         "gains": Gain, "handlings": AccusationHandling}


def row_of(case: FalseAccusation) -> dict[str, Any]:
    """The row that holds one."""
    assignee = case.assignee.name if case.assignee else ""
    approver_id, complaint_organ_id = access.asked_of(case)
    return case_row(case) | {
        "overseen_from": overseen_from(case.organ_id), "report_id": case.report_id,
        "approver_id": approver_id, "complaint_organ_id": complaint_organ_id,
        "concerned": len(case.concerned), "effective_at": case.effective_at,
        "held_by": held_by(case).value, "assignee_id": case.assignee_id, "assignee_name": assignee,
        "sought": search_key(case.number, case.title, assignee),
        "content": _content_of(case)}


def _content_of(case: FalseAccusation) -> dict[str, Any]:
    return case_content(case) | {name: getattr(case, name) for name in AS_THEY_ARE} | {
        name: all_dumped(getattr(case, name)) for name in LISTS} | {
        name: moment_out(getattr(case, name)) for name in MOMENTS} | {
        "unseen": case.unseen, "outcome": case.outcome.value, "managed_by": case.managed_by.value,
        "apart": apart_out(case.apart), "engaged": people_out(case.engaged),
        "evidence": all_dumped(case.proof.evidence), "weighings": all_dumped(case.proof.weighings),
        "draft": dumped(case.draft), "draft_clock": clock_out(case.draft_clock), "file": dumped(case.file),
        "complaint_clock": clock_out(case.complaint_clock)}


def case_in(row: RowMapping) -> FalseAccusation:
    """The one that a row holds."""
    content = row["content"]
    facts: dict[str, Any] = {
        **case_of(row), **{name: content[name] for name in AS_THEY_ARE},
        **{name: all_of(kind, content[name]) for name, kind in LISTS.items()},
        **{name: moment_in(content[name]) for name in MOMENTS}}
    return FalseAccusation(
        **facts, state=FalseAccusationState(row["state"]), report_id=row["report_id"],
        unseen=content.get("unseen", 0),
        assignee=Holder(row["assignee_id"], row["assignee_name"]) if row["assignee_id"] else None,
        outcome=ReportOutcome(content["outcome"]), managed_by=ManagedBy(content["managed_by"]),
        apart=apart_in(content["apart"]), engaged=people_in(content["engaged"]),
        proof=Proof(all_of(AccusationEvidence, content["evidence"]), all_of(Weighing, content["weighings"])),
        draft=maybe(DraftFinding, content["draft"]), draft_clock=clock_in(content["draft_clock"]),
        file=maybe(FindingFile, content["file"]), complaint_clock=clock_in(content["complaint_clock"]))
