"""The mapping between a programme and its row."""

from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import RowMapping

from rongcuo.casework.case_rows import case_content, case_of, case_row
from rongcuo.casework.people import Holder
from rongcuo.contracts.followup import (
    Basis,
    CareCard,
    ChangeRecord,
    Escalation,
    EvaluationView,
    ExecutionCheck,
    GatheredInformation,
    GrowthPlan,
    Mentor,
    MilestoneRecord,
    PersonClass,
    ProgrammeState,
    Recommendation,
    Remark,
    StepRecord,
    VisitedPerson,
    VisitRecord,
    VisitRequest,
)
from rongcuo.contracts.serialisation import dump, load
from rongcuo.texts.folding import search_key
from services.followup.access.programmes import overseen_from
from services.followup.domain.programme import Programme, basis_key, person_key
from services.followup.domain.programme.guards import open_question

LONGEST_ABOUT: Final = 300     # characters
LONGEST_KEY: Final = 64        # of a column
AS_THEY_ARE = ("execution_months", "closing_words")
MOMENTS = ("end_told_at", "over_told_at")
ONES: dict[str, type[Any]] = {
    "person": VisitedPerson, "basis": Basis, "mentor": Mentor, "gathered": GatheredInformation,
    "unit_evaluation": EvaluationView, "evaluation": EvaluationView, "card": CareCard}
LISTS: dict[str, type[Any]] = {
    "visits": VisitRecord, "requests": VisitRequest, "records": StepRecord, "plans": GrowthPlan,
    "milestones": MilestoneRecord, "executed": ExecutionCheck, "escalations": Escalation,
    "changes": ChangeRecord, "remarks": Remark}


def row_of(programme: Programme) -> dict[str, Any]:
    """The row that holds one."""
    person, basis = programme.person, programme.basis
    assignee = programme.assignee.name if programme.assignee else ""
    return case_row(programme) | {
        "overseen_from": overseen_from(programme.organ_id), "person_id": person.officer_id,
        "person_key": _shortened(person_key(person)), "about": f"{person.name} {person.unit}"[:LONGEST_ABOUT],
        "source_id": basis.source_id, "basis": basis.kind.value,
        "open_key": None if programme.ended else open_key(person_key(person), basis_key(basis)),
        "asked_organ_id": programme.asked_organ_id,
        "awaits_above": not programme.ended and open_question(programme) is not None,
        "ends_on": programme.ends_on, "tells_on": programme.tells_on,
        "assignee_id": programme.assignee_id, "assignee_name": assignee,
        "sought": search_key(programme.number, person.name, person.unit, assignee),
        "content": _content_of(programme)}


def open_key(person: str, basis: str) -> str:
    """What no two open programmes share."""
    return sha256(f"{person}|{basis}".encode()).hexdigest()[:LONGEST_KEY]


def person_column(key: str) -> str:
    """As the column holds it."""
    return _shortened(key)


def _shortened(key: str) -> str:
    """An account as it is; a name and a unit, which may be long, as their digest."""
    return key if "@" not in key else sha256(key.encode()).hexdigest()[:LONGEST_KEY]


def _content_of(programme: Programme) -> dict[str, Any]:
    recommended, lifted = programme.recommendation, programme.lifted_on
    return (case_content(programme) | {name: getattr(programme, name) for name in AS_THEY_ARE}
            | {name: _maybe_out(getattr(programme, name)) for name in MOMENTS}
            | {name: _dumped(getattr(programme, name)) for name in ONES}
            | {name: _all_dumped(getattr(programme, name)) for name in LISTS} | {
        "person_class": programme.person_class.value, "lifted_on": _maybe_out(lifted),
        "tells_on": _maybe_out(programme.tells_on),
        "former_units": sorted(programme.former_units),
        "recommendation": recommended.value if recommended else ""})


def programme_in(row: RowMapping) -> Programme:
    """The one that a row holds."""
    content = row["content"]
    facts: dict[str, Any] = {
        **case_of(row), **{name: content[name] for name in AS_THEY_ARE},
        **{name: datetime.fromisoformat(content[name]) if content[name] else None for name in MOMENTS},
        **{name: _loaded(kind, content[name]) for name, kind in ONES.items()},
        **{name: tuple(load(kind, each, tolerant=True) for each in content[name])
           for name, kind in LISTS.items()}}
    recommended = content["recommendation"]
    return Programme(
        **facts, state=ProgrammeState(row["state"]), person_class=PersonClass(content["person_class"]),
        assignee=Holder(row["assignee_id"], row["assignee_name"]) if row["assignee_id"] else None,
        former_units=frozenset(content["former_units"]), lifted_on=_day(content["lifted_on"]),
        tells_on=_day(content["tells_on"]),
        recommendation=Recommendation(recommended) if recommended else None)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _maybe_out(value: date | datetime | None) -> str | None:
    return value.isoformat() if value else None


def _dumped(value: Any) -> dict[str, Any] | None:
    return None if value is None else dump(value)


def _all_dumped(values: Iterable[Any]) -> list[dict[str, Any]]:
    return [dump(each) for each in values]


def _loaded(kind: type[Any], entry: Any) -> Any:
    return load(kind, entry, tolerant=True) if entry else None
