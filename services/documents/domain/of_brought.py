"""The letter that another service brings: its event says where the matter stands, and what it tells."""

from datetime import date

from rongcuo.contracts.case_moved import CaseMoved
from services.documents.domain.kinds import To, kind_called_by, named, placeholders
from services.documents.domain.said import day, listed
from services.documents.domain.wanted import Wanted


def wanted_of_brought(event: CaseMoved, event_id: str) -> Wanted | None:
    """Each event is a decision of its own: two letters of one matter are told apart by their events."""
    kind, standing = kind_called_by(type(event)), event.standing
    if kind is None or kind.template is None:
        return None
    asked = named(kind.template.title + kind.template.body) | {"reasons"}     # for which it revokes
    facts = {name: _said(getattr(event, name)) for name in placeholders(type(event)) & asked}
    return Wanted(
        kind=kind.code, matter_id=standing.matter_id, decision_id=f"{event.source}:{event_id}",
        organ_id=standing.organ_id, division_code=standing.division_code, pack_id=standing.pack_id,
        parties=tuple(sorted({*standing.parties, standing.subject_id} - {""})),
        recipients=(standing.subject_id,) if kind.to is To.SUBJECT and standing.subject_id else (),
        facts={"matter": standing.title, "number": standing.number, **facts})


def _said(fact: str | date | tuple[str, ...] | None) -> str:
    if isinstance(fact, str):
        return fact
    return listed(fact) if isinstance(fact, tuple) else day(fact)
