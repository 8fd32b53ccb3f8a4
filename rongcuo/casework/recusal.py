"""回避: whose a case is, who is barred in it, and on what ground."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.unit_names import unit_keys


@dataclass(frozen=True, slots=True)
class Recusal:
    """An officer is barred in this case for good."""

    officer_id: str
    name: str
    ground: RecusalGround
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Parties:
    """Whose a case is: these officers, and everybody of the units with these keys."""

    officers: frozenset[str]
    units: frozenset[str]

    @classmethod
    def of(cls, officers: Iterable[str], units: Iterable[str] = ()) -> Self:
        """`units` by any of their names. Who has no account, and a unit without a name, are nobody here."""
        return cls(frozenset(officers) - {""}, unit_keys(*units))

    def include(self, officer_id: str, units: frozenset[str]) -> bool:
        """Whether it is the officer's own, or somebody's of their unit."""
        return officer_id in self.officers or not self.units.isdisjoint(units)

    def ground(self, officer_id: str, units: frozenset[str],
               recusals: Iterable[Recusal]) -> RecusalGround | None:
        """Why somebody is kept from the case; None for whoever is free."""
        if officer_id in self.officers:
            return RecusalGround.SELF
        found = (each.ground for each in recusals if each.officer_id == officer_id)
        of_their_unit = RecusalGround.INTEREST if not self.units.isdisjoint(units) else None
        return next(found, of_their_unit)
