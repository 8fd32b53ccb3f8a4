"""Whose account it is where a report names somebody, as most do, by what they are called and their unit."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rongcuo.contracts.clarify import ReportedPerson
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.unit_names import unit_key
from rongcuo.texts.folding import name_key


@dataclass(frozen=True)
class Accounts:
    """`in_post`: the officers where whoever is named may have an account; `named`: whom the report names by
    theirs, also where it can no longer sign in."""

    in_post: tuple[OfficerView, ...] = ()
    named: tuple[OfficerView, ...] = ()

    def of(self, person: ReportedPerson) -> ReportedPerson:
        """With the only account that they can have. Of whoever has another one now, with that."""
        if person.officer_id:
            former = next((each for each in self.named
                           if each.officer_id == person.officer_id and not each.active), None)
            again = self._called(former.name, former.units) if former else ()
        else:
            again = self._called(person.name, self._unit(person)) if person.unit else ()
        return replace(person, officer_id=again[0].officer_id) if len(again) == 1 else person

    def may_be(self, person: ReportedPerson) -> frozenset[str]:
        """The accounts of all who are called so, where none is surely theirs."""
        if self.of(person).officer_id:
            return frozenset()
        return frozenset(each.officer_id for each in self._called(person.name, self._unit(person)))

    def known(self, officer_id: str) -> OfficerView | None:
        """As identity tells of them."""
        return next((each for each in (*self.named, *self.in_post) if each.officer_id == officer_id), None)

    def _called(self, name: str, units: Iterable[str]) -> tuple[OfficerView, ...]:
        """Without a unit, wherever they are."""
        wanted = frozenset(units)
        return tuple(each for each in self.in_post if name and name_key(each.name) == name_key(name)
                     and (not wanted or not wanted.isdisjoint(each.units)))

    @staticmethod
    def _unit(person: ReportedPerson) -> frozenset[str]:
        return frozenset({unit_key(person.unit)} if person.unit else ())


NOBODY = Accounts()
