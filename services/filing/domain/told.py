"""What a filing tells the others, as events of its contract."""

from datetime import date, datetime

from rongcuo.contracts.filing import (
    FilingAccepted,
    FilingDeclined,
    FilingExpired,
    FilingObjected,
    FilingObjectionDecided,
    FilingSubmitted,
    FilingSupplemented,
    FilingVoided,
    FilingWhitelisted,
    FilingWithdrawn,
)
from rongcuo.contracts.review import ObjectionDecided
from rongcuo.policy.deadline import Deadline
from services.filing.domain.facts import Facts


def submitted(filing: Facts, review_due: Deadline, months: int, at: datetime) -> FilingSubmitted:
    content = filing.content
    return FilingSubmitted(
        filing_id=filing.id, number=filing.number, title=content.title, situation=content.situation,
        colour=content.colour, organ_id=filing.organ_id, division_code=filing.division_code,
        filer_id=filing.filer_id, filer_name=filing.filer_name, unit=filing.unit, pack_id=filing.pack_id,
        parties=(filing.filer_id,), named=filing.named, named_in_words=filing.named_in_words,
        digest=filing.digest, submitted_at=at,
        review_due_at=review_due.at, review_due_provisional=review_due.provisional,
        valid_until=content.valid_until, validity_months=0 if content.valid_until else months,
    )


def supplemented(filing: Facts, note: str, months: int, at: datetime) -> FilingSupplemented:
    content = filing.content
    return FilingSupplemented(
        filing_id=filing.id, title=content.title, situation=content.situation, colour=content.colour,
        note=note, parties=(filing.filer_id,), named=filing.named, named_in_words=filing.named_in_words,
        digest=filing.digest, supplemented_at=at,
        review_due_at=filing.review_due_at, review_due_provisional=filing.review_due_provisional,
        valid_until=content.valid_until, validity_months=0 if content.valid_until else months,
    )


def withdrawn(filing: Facts, reason: str, at: datetime) -> FilingWithdrawn:
    return FilingWithdrawn(
        filing_id=filing.id, number=filing.number, reason=reason, organ_id=filing.organ_id,
        filer_id=filing.filer_id, withdrawn_at=at,
    )


def accepted(filing: Facts, valid_from: date, valid_until: date, at: datetime) -> FilingAccepted:
    return FilingAccepted(
        filing_id=filing.id, number=filing.number, register_number=filing.register_number,
        title=filing.content.title, situation=filing.content.situation, organ_id=filing.organ_id,
        division_code=filing.division_code, filer_id=filing.filer_id, whitelisted=filing.whitelisted,
        valid_from=valid_from, valid_until=valid_until, accepted_at=at,
    )


def declined(filing: Facts, at: datetime) -> FilingDeclined:
    return FilingDeclined(
        filing_id=filing.id, number=filing.number, title=filing.content.title, organ_id=filing.organ_id,
        division_code=filing.division_code, filer_id=filing.filer_id, reasons=filing.reasons,
        objection_until=filing.objection_until, declined_at=at,
    )


def objected(filing: Facts, grounds: str, at: datetime) -> FilingObjected:
    return FilingObjected(
        filing_id=filing.id, number=filing.number, title=filing.content.title, organ_id=filing.organ_id,
        filer_id=filing.filer_id, grounds=grounds, objected_at=at,
    )


def objection_decided(filing: Facts, decision: ObjectionDecided) -> FilingObjectionDecided:
    return FilingObjectionDecided(
        filing_id=filing.id, number=filing.number, organ_id=filing.organ_id, filer_id=filing.filer_id,
        taken_up=decision.taken_up, reasons=decision.reasons, review_due_at=decision.due_at,
        review_due_provisional=decision.provisional, decided_at=decision.decided_at,
    )


def whitelisted(filing: Facts, reason: str, at: datetime) -> FilingWhitelisted:
    return FilingWhitelisted(
        filing_id=filing.id, number=filing.number, listed=filing.whitelisted, reason=reason,
        organ_id=filing.organ_id, filer_id=filing.filer_id, at=at,
    )


def voided(filing: Facts, determination: str, at: datetime) -> FilingVoided:
    return FilingVoided(
        filing_id=filing.id, number=filing.number, organ_id=filing.organ_id, filer_id=filing.filer_id,
        voided=bool(filing.void_by), determination=determination, reason=filing.void_because, at=at,
    )


def expired(filing: Facts, valid_until: date) -> FilingExpired:
    return FilingExpired(
        filing_id=filing.id, number=filing.number, organ_id=filing.organ_id, filer_id=filing.filer_id,
        valid_until=valid_until,
    )
