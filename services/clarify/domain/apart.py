"""Whom a report is kept from: whoever is named in it, by their account or by what they are called, and
everybody of their units. Kept as digests: of a report that was passed up no name stays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, Self

from rongcuo.casework.apart import (
    Somebody,
    is_one_of,
    keys_of,
    known_by,
    name_keys,
    officer_keys,
    unit_names_keys,
)
from rongcuo.casework.organ_above import organs_above
from rongcuo.casework.people import Person
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import Allegation
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView

__all__ = ["Apart", "KeptApart", "Officers", "Somebody", "first_free", "is_one_of", "keys_of", "known_by",
           "name_keys", "named_in", "officer_keys", "require_chooses_nobody",
           "require_not_apart", "unit_names_keys"]

Officers = Mapping[str, tuple[OfficerView, ...]]     # by organ


@dataclass(frozen=True, slots=True)
class Apart:
    """Whom a case that follows from a report is kept from: `officers` and everybody of `units`, who take no
    part in it, and whoever is known by one of `keys`, for whom it is not there."""

    officers: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()

    def __or__(self, other: Self) -> Self:
        return type(self)(self.officers | other.officers, self.units | other.units, self.keys | other.keys)

    def keys_with(self, *people: Person) -> frozenset[str]:
        """The keys, with those of these people."""
        return self.keys | keys_of(*people)


class KeptApart(Protocol):
    """A case that is not there for everybody."""

    def is_apart(self, somebody: Somebody) -> bool: ...


def require_not_apart(case: KeptApart, somebody: Somebody) -> None:
    """Raises `review.recused`."""
    if case.is_apart(somebody):
        raise CaseError("review.recused", details={"officer_id": somebody.officer_id})


def require_own_organ(officer: OfficerView, actor: Actor) -> None:
    """Nobody chooses who decides above them, or supervises: others are recused by their own organ alone, and
    supervisors by themselves; otherwise `clarify.recused_by_own_organ`."""
    elsewhere = officer.organ_id != actor.organ_id or Role.SUPERVISOR in officer.roles
    if officer.officer_id != actor.officer_id and elsewhere:
        raise CaseError("clarify.recused_by_own_organ", details={"officer_id": officer.officer_id})


def require_chooses_nobody(officer: OfficerView, actor: Actor, organs: Iterable[str],
                           hands: Iterable[Person], giving: bool = False) -> None:
    """Whoever had a hand in it does not recuse a lead who may decide it in one of these organs, and nobody
    makes one of them a hand in it by `giving` it to them: they do so themselves. Raises
    `clarify.chooses_who_decides`."""
    decides = Role.LEAD in officer.roles and officer.organ_id in organs
    if decides and officer.officer_id != actor.officer_id and (giving or is_one_of(actor, hands)):
        raise CaseError("clarify.chooses_who_decides", details={"officer_id": officer.officer_id})


def first_free(case: KeptApart, first: str, officers: Officers, barred: Iterable[Person]) -> str:
    """The first organ from here upwards with a lead who may decide it; this one, where there is none."""
    hands = tuple(barred)
    return next((each for each in (first, *organs_above(first))
                 if any(_may_decide(case, officer, hands) for officer in officers.get(each, ()))), first)


def _may_decide(case: KeptApart, officer: OfficerView, barred: Iterable[Person]) -> bool:
    return officer.active and Role.LEAD in officer.roles and not (
        case.is_apart(officer) or is_one_of(officer, barred))


def named_in(allegations: Iterable[Allegation]) -> frozenset[str]:
    """The keys of everybody whom the allegations are about, as they are written."""
    people = [each.person for each in allegations]
    return (officer_keys(*(each.officer_id for each in people)) | name_keys(*(each.name for each in people))
            | unit_names_keys(*(each.unit for each in people)))
