"""A change of a filing as its contract's views. Pure."""

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.filing import ChangeReceipt, ChangeView
from rongcuo.contracts.ledger import LedgerProof
from services.filing.access import changes as access
from services.filing.domain.change import FilingChange
from services.filing.domain.matter import local_day

AS_THEY_ARE = (
    "number", "filing_id", "filing_number", "title", "organ_id", "division_code", "unit", "filer_id",
    "filer_name", "proposer_id", "proposer_name", "pack_id", "content", "before", "after", "digest",
    "rests_on", "tag", "state", "changed", "decided_by_name", "opinion", "reasons", "objection",
    "objection_until", "history", "proposed_at", "decided_at")
OF_THE_RECEIPT = ("number", "filing_id", "filing_number", "title", "digest", "rests_on", "organ_id",
                  "proposed_at")


def view_of(change: FilingChange, reader: Actor, occasion: Occasion) -> ChangeView:
    """The whole, with the verbs its reader may use."""
    due = occasion.due(change.clock)
    return ChangeView(
        **{name: getattr(change, name) for name in AS_THEY_ARE}, change_id=change.id,
        reviewer_id=change.reviewer.officer_id if change.reviewer else "",
        reviewer_name=change.reviewer.name if change.reviewer else "",
        due_on=local_day(due.at) if change.pending else None,
        due_provisional=due.provisional and change.pending, allowed=access.allowed(reader, change))


def receipt_of(change: FilingChange, occasion: Occasion, proof: LedgerProof | None,
               decision: LedgerProof | None) -> ChangeReceipt:
    """With the lines of the ledger that speak of its filing and of its approval, once there are any."""
    due, approved = occasion.due(change.clock), change.approved
    return ChangeReceipt(
        **{name: getattr(change, name) for name in OF_THE_RECEIPT}, change_id=change.id,
        due_on=local_day(due.at) if change.pending else None,
        due_provisional=due.provisional and change.pending,
        approved_at=change.decided_at if approved else None, proof=proof,
        decision_proof=decision if approved else None)
