"""Which letters a filing's life calls for."""

from collections.abc import Callable, Mapping
from typing import Any

from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import FilingAccepted, FilingDeclined
from rongcuo.contracts.review import ReviewDeclined, SupplementRequested
from rongcuo.policy.pack import Pack
from services.documents.domain.matter import Matter
from services.documents.domain.said import day
from services.documents.domain.wanted import Wanted


def wanted_of_filing(matter: Matter, event: Event, pack: Pack) -> Wanted:
    """The letter that an event of a known filing calls for, to be filled from the filing's own pack."""
    return CALLS[type(event)](matter, event, pack)


def _accepted(matter: Matter, event: FilingAccepted, pack: Pack) -> Wanted:
    return _to_filer(matter, "acceptance_decision", matter.id, {
        "situation": _situation(pack, event.situation), "register_number": event.register_number,
        "valid_from": day(event.valid_from), "valid_until": day(event.valid_until),
        "decided_on": day(event.accepted_at)})


def _declined(matter: Matter, event: FilingDeclined, _pack: Pack) -> Wanted:
    return _to_filer(matter, "rejection_decision", matter.id, {
        "reasons": event.reasons, "decided_on": day(event.declined_at)})


def _declining(matter: Matter, event: ReviewDeclined, _pack: Pack) -> Wanted:
    """What review decides becomes a letter when filing has taken it; before that it is only a draft."""
    return _to_filer(matter, "rejection_decision", matter.id, {
        "reasons": event.reasons, "decided_on": day(event.decided_at)})


def _supplement(matter: Matter, event: SupplementRequested, _pack: Pack) -> Wanted:
    """Each request is a letter of its own."""
    matter.supplements_asked += 1
    return _to_filer(matter, "supplement_request", f"{matter.id}.{matter.supplements_asked}", {
        "reasons": event.needed, "due_on": day(event.supplement_due_at),
        "decided_on": day(event.requested_at)})


def _to_filer(matter: Matter, kind: str, decision_id: str, facts: Mapping[str, str]) -> Wanted:
    known = matter.known
    return Wanted(
        kind=kind, matter_id=matter.id, decision_id=decision_id, organ_id=known.organ_id,
        division_code=known.division_code, pack_id=known.pack_id, recipients=(known.filer_id,),
        parties=known.parties,
        facts={"filer": known.unit, "recipient": known.unit, "matter": known.title, "number": known.number,
               **facts})


def _situation(pack: Pack, code: str) -> str:
    return pack.situations[code].name if code in pack.situations else ""


CALLS: Mapping[type[Event], Callable[[Matter, Any, Pack], Wanted]] = {
    FilingAccepted: _accepted, FilingDeclined: _declined, SupplementRequested: _supplement,
    ReviewDeclined: _declining,
}
