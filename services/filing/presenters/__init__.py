"""A filing as its contract's views. Pure: the use cases answer with them, and so do the queries."""

import json
from dataclasses import replace

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import load_event
from rongcuo.contracts.filing import (
    FilingSubmitted,
    FilingSupplemented,
    FilingView,
    HistoryEntry,
    Receipt,
)
from rongcuo.contracts.ledger import LedgerProof
from rongcuo.policy.rules import Rules
from services.filing import access
from services.filing.domain import BESIDE, REGISTERED, Filing, Verb, day_of, versions_of
from services.filing.domain.oversight import oversight_id
from services.filing.domain.voiding import RESTORED, VOIDED


def view_of(filing: Filing, reader: Actor) -> FilingView:
    """The whole filing, with the verbs its reader may use. Which determination made it void is told to those
    who see it by their post: to its unit that one may be unknown."""
    by_post = access.sees_by_post(reader, filing)
    return FilingView(
        filing_id=filing.id, tag=filing.tag, number=filing.number,
        organ_id=filing.organ_id, division_code=filing.division_code, first_organ_id=filing.first_organ_id,
        filer_id=filing.filer_id, filer_name=filing.filer_name, unit=filing.unit, content=filing.content,
        pack_id=filing.pack_id, whitelisted=filing.whitelisted, state=filing.state,
        register_number=filing.register_number, reasons=filing.reasons, digest=filing.digest,
        valid_from=filing.valid_from, valid_until=filing.valid_until,
        review_due_on=day_of(filing.review_due_at), review_due_provisional=filing.review_due_provisional,
        supplement_due_on=day_of(filing.supplement_due_at), objection_until=filing.objection_until,
        superseded=filing.superseded,
        voided=bool(filing.voiding.by), void_by=filing.voiding.by if by_post else "",
        void_because=filing.voiding.because,
        beside=tuple(entry.note for entry in filing.history if entry.what == BESIDE),
        watched=filing.watched, no_file_class=filing.no_file_class, versions=versions_of(filing),
        oversight_id=oversight_id(filing.id) if filing.state in REGISTERED else "",
        history=filing.history if by_post else _without_causes(filing.history),
        allowed=access.allowed(reader, filing),
        drafted_at=filing.drafted_at, submitted_at=filing.submitted_at, decided_at=filing.decided_at,
    )


def _without_causes(history: tuple[HistoryEntry, ...]) -> tuple[HistoryEntry, ...]:
    return tuple(replace(each, note="") if each.what in (VOIDED, RESTORED) else each for each in history)


def receipt_of(filing: Filing, rules: Rules) -> Receipt:
    """The dated receipt (回执). Raises `not_found` for a draft, which nobody has received."""
    due_on = day_of(filing.review_due_at)
    if filing.submitted_at is None or due_on is None:
        raise CaseError("not_found", "a draft has no receipt", {"filing_id": filing.id})
    months = rules.pack_by_id(filing.pack_id).filing.validity_months
    supplements = (each.at for each in filing.history if each.what == Verb.SUPPLEMENT)
    return Receipt(
        filing_id=filing.id, number=filing.number, title=filing.content.title, digest=filing.digest,
        organ_id=filing.organ_id, review_due_on=due_on, review_due_provisional=filing.review_due_provisional,
        submitted_at=filing.submitted_at,
        supplemented_at=max(supplements, default=None),
        valid_until=filing.content.valid_until,
        validity_months=0 if filing.content.valid_until else months,
    )


def proved(receipt: Receipt, submission: LedgerProof | None, supplement: LedgerProof | None) -> Receipt:
    """The receipt with its proofs, unless the newest line does not speak of its content yet: for a moment
    after a supplement. The due day is the one that line tells: what review moves later is not in it."""
    newest = supplement or submission
    told = _told(newest) if newest and newest.payload else None
    is_awaited = receipt.supplemented_at is not None and supplement is None
    if is_awaited or (told and told.digest != receipt.digest):
        return receipt
    due_on = day_of(told.review_due_at) if told else None
    if told and due_on:
        receipt = replace(receipt, review_due_on=due_on, review_due_provisional=told.review_due_provisional)
    if supplement and submission and submission.payload:
        receipt = replace(receipt, first_digest=_told(submission).digest)
    if isinstance(told, FilingSupplemented):
        receipt = replace(receipt, supplemented_at=told.supplemented_at)
    return replace(receipt, proof=submission, supplement_proof=supplement)


def _told(proof: LedgerProof) -> FilingSubmitted | FilingSupplemented:
    event = load_event(json.loads(proof.body)["what"], json.loads(proof.payload))
    assert isinstance(event, FilingSubmitted | FilingSupplemented)  # noqa: S101 - no other lines are asked for
    return event
