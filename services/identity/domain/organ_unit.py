"""Units (单位): one, whichever of its names is written."""

from dataclasses import dataclass
from typing import Self

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.identity import (
    UnitChange,
    UnitChangeKind,
    UnitChangeProposed,
    UnitChangeWithdrawn,
    UnitNamed,
)
from rongcuo.contracts.unit_names import unit_key, unit_keys


@dataclass(kw_only=True)
class OrganUnit(Aggregate):
    """A unit that files with an organ, or from which its officers come. That no two units of an organ have
    one name is the storage's to see. `merged_into`: the unit that has its names and people now. `proposed`:
    what waits for another registrar's word; nothing else changes the unit meanwhile."""

    id: str
    organ_id: str
    name: str
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    merged_into: str = ""
    proposed: UnitChange | None = None

    @classmethod
    def add(cls, unit_id: str, organ_id: str, name: str) -> Self:
        """Raises `invalid` for a name of which nothing is seen."""
        unit = cls(id=unit_id, organ_id=organ_id, name=_seen(name))
        unit._tell()
        return unit

    @property
    def names(self) -> tuple[str, ...]:
        """As it is called now first."""
        return (self.name, *self.aliases, *self.former_names)

    @property
    def keys(self) -> frozenset[str]:
        """Whatever is written with one of these keys means this unit."""
        return unit_keys(*self.names)

    def widened_by(self, change: UnitChange) -> bool:
        """Whether it has more names afterwards: matters of that name are its people's own then, who see them
        and judge them no more."""
        return change.kind is UnitChangeKind.MERGE or unit_key(change.name) not in self.keys

    def propose(self, change: UnitChange, other: Self | None) -> None:
        """For another registrar to confirm. Raises what `carry_out` would."""
        self._require(change, other)
        self.proposed = change
        self.record(UnitChangeProposed(
            unit_id=self.id, organ_id=self.organ_id, change=change.kind, name=change.name,
            other_id=change.other_id, proposed_by=change.proposed_by))

    def confirm(self, by: Actor, other: Self | None) -> UnitChange:
        """The second registrar's word; answers what was done. Raises `identity.nothing_proposed`,
        `identity.second_person_needed`, or `identity.unit_changed_since` for another `other` than was looked
        at."""
        change = self._taken_back()
        if by.officer_id == change.proposed_by:
            raise CaseError("identity.second_person_needed")
        if (other.tag if other else "") != change.other_tag:
            raise CaseError("identity.unit_changed_since")
        self.carry_out(change, other)
        return change

    def withdraw(self) -> None:
        """Raises `identity.nothing_proposed`."""
        self._taken_back()
        self.record(UnitChangeWithdrawn(unit_id=self.id, organ_id=self.organ_id))

    def carry_out(self, change: UnitChange, other: Self | None) -> None:
        """Raises `identity.unit_name_taken` for a name that it has, `identity.units_apart`, or
        `identity.unit_change_pending`."""
        self._require(change, other)
        if other:
            self._absorb(other)
        elif change.kind is UnitChangeKind.RENAME:
            self._rename(change.name.strip())
        else:
            self.aliases += (change.name.strip(),)
        self._tell()

    def _taken_back(self) -> UnitChange:
        if self.proposed is None:
            raise CaseError("identity.nothing_proposed")
        change, self.proposed = self.proposed, None
        return change

    def _require(self, change: UnitChange, other: Self | None) -> None:
        if self.proposed:
            raise CaseError("identity.unit_change_pending", details={"unit": self.name})
        if change.kind is UnitChangeKind.MERGE:
            if other is None or other.id == self.id or other.organ_id != self.organ_id:
                raise CaseError("identity.units_apart")
            return
        new = _seen(change.name)
        if new == self.name or (change.kind is UnitChangeKind.ALIAS and unit_key(new) in self.keys):
            raise name_taken(new, self.name)

    def _rename(self, new: str) -> None:
        names = (self.name, *self.former_names)
        self.former_names = tuple(each for each in names if unit_key(each) != unit_key(new))
        self.aliases = tuple(each for each in self.aliases if unit_key(each) != unit_key(new))
        self.name = new

    def _absorb(self, other: Self) -> None:
        self.former_names += other.names
        other.merged_into, other.proposed = self.id, None
        other._tell()

    def _tell(self) -> None:
        self.record(UnitNamed(unit_id=self.id, organ_id=self.organ_id, name=self.name, aliases=self.aliases,
                              former_names=self.former_names, merged_into=self.merged_into))


def name_taken(name: str, by: str) -> CaseError:
    """`by`: how the unit is called that has this name."""
    return CaseError("identity.unit_name_taken", details={"name": name.strip(), "unit": by})


def _seen(name: str) -> str:
    if not unit_key(name):
        raise CaseError("invalid", details={"fields": {"name": ["A unit needs a name."]}})
    return name.strip()
