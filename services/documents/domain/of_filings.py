"""Which letters a filing's life calls for."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import FilingAccepted, FilingDeclined, FilingObjectionDecided
from rongcuo.contracts.review import ObjectionDecided, ReviewDeclined, SupplementRequested
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
    """After an objection that was taken up there may be a second refusal: a letter of its own."""
    matter.refusals += 1
    return _to_filer(matter, "rejection_decision", _refusal(matter), {
        "reasons": event.reasons, "objection_until": day(event.objection_until),
        "decided_on": day(event.declined_at)})


def _refusal(matter: Matter) -> str:
    return matter.id if matter.refusals < 2 else f"{matter.id}.refusal.{matter.refusals}"


def _declining(matter: Matter, event: ReviewDeclined, _pack: Pack) -> Wanted:
    """What review decides becomes a letter when filing has taken it; before that it is only a draft."""
    return _to_filer(matter, "rejection_decision", matter.id, {
        "reasons": event.reasons, "objection_until": day(event.objection_until),
        "decided_on": day(event.decided_at)})


def _objection(matter: Matter, event: FilingObjectionDecided, _pack: Pack) -> Wanted:
    return _answer(matter, event.taken_up, event.reasons, event.review_due_at, event.decided_at)


def _answering(matter: Matter, event: ObjectionDecided, _pack: Pack) -> Wanted:
    """A draft, as of a refusal."""
    return _answer(matter, event.taken_up, event.reasons, event.due_at, event.decided_at)


def _answer(matter: Matter, taken_up: bool, reasons: str, due_at: datetime | None, at: datetime) -> Wanted:
    """Where the filing is taken up, its refusal no longer holds, nor does the letter of it."""
    wanted = _to_filer(matter, "objection_decision", f"{matter.id}.objection", {
        "outcome": "异议成立，撤销不予受理决定，重新审查" if taken_up else "维持不予受理决定",
        "reasons": reasons, "due_on": day(due_at) if taken_up and due_at else "", "decided_on": day(at)})
    return replace(wanted, of_old=_refusal(matter)) if taken_up else wanted


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
    ReviewDeclined: _declining, FilingObjectionDecided: _objection, ObjectionDecided: _answering,
}
