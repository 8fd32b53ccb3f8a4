"""Cases as they are told elsewhere: of their people is counted whether somebody can be told from an entry."""

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts import clarify, determination
from rongcuo.contracts.followup import Combination, VisitedPerson
from rongcuo.policy.calendar import ZONE
from services.followup.domain.casebook import (
    CasebookEntry,
    CaseFact,
    filled,
    known_person,
    month_of,
    unit_kind_of,
)
from services.followup.domain.programme import person_key
from services.followup.ports import Kept


def of_determination(event: determination.DeterminationMade) -> CaseFact:
    """With the month in which the act began; no event tells the level of a post, nor a field."""
    subject = event.subject
    return CaseFact(
        source_id=event.standing.matter_id, unit_kind=unit_kind_of(subject.unit).value,
        person_key=_person(subject.name, subject.unit, subject.officer_id),
        place=event.standing.division_code, month=month_of(event.act.since), situation=event.situation)


def of_clearing(event: clarify.ClarificationArchived) -> CaseFact:
    """With the month in which it was cleared."""
    concerned = event.concerned
    unit = concerned.unit or concerned.name
    return CaseFact(
        source_id=event.standing.matter_id, unit_kind=unit_kind_of(unit).value,
        person_key=_person(concerned.name, unit, concerned.officer_id),
        place=event.standing.division_code, month=month_of(event.at.astimezone(ZONE).date()))


def keep(store: Kept, fact: CaseFact) -> None:
    """Beside what was known of it before."""
    store.casebook.know(filled(fact, store.casebook.fact(fact.source_id)))


def keep_described(store: Kept, entry: CasebookEntry, occasion: Occasion) -> None:
    """What is said of an entry's case is true of it, and known from then on."""
    known, told = entry.known, entry.combination or Combination()
    general = occasion.pack.followup.casebook.general
    source_id = entry.source.source_id or entry.id
    told_of = _person(*known.names[:1], *known.units[:1]) if known.names and known.units else known_person(
        source_id)
    fact = CaseFact(
        source_id=source_id, person_key=told_of, unit_kind=told.unit_kind.value,
        post_level=told.post_level.value, field="" if told.field == general else told.field,
        place=told.place, month=told.month, situation=told.situation)
    before = store.casebook.fact(source_id)
    store.casebook.know(filled(before, fact) if before else fact)


def forget_told(store: Kept, entry: CasebookEntry) -> None:
    """A case that is known by this entry alone."""
    if not entry.source.source_id:
        store.casebook.forget_case(entry.id)


def _person(name: str, unit: str, officer_id: str = "") -> str:
    return known_person(person_key(VisitedPerson(name=name, unit=unit, officer_id=officer_id)))
