"""Units (单位): one, whichever of its names is written."""

from dataclasses import dataclass
from typing import Self

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Recording
from rongcuo.contracts.identity import UnitNamed
from rongcuo.contracts.units import unit_key, unit_keys


@dataclass(kw_only=True)
class OrganUnit(Recording):
    """A unit that files with an organ, or from which its officers come. That no two units of an organ have
    one name is the storage's to see. `merged_into`: the unit that has its names and people now."""

    id: str
    organ_id: str
    name: str
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    merged_into: str = ""

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

    def add_alias(self, name: str) -> None:
        """Raises `identity.unit_name_taken` where it has this name already."""
        if unit_key(_seen(name)) in self.keys:
            raise name_taken(name, self.name)
        self.aliases += (name.strip(),)
        self._tell()

    def rename(self, name: str) -> None:
        """The name of before stays one of its names. Raises `identity.unit_name_taken` for the very same."""
        new = _seen(name)
        if new == self.name:
            raise name_taken(name, self.name)
        names = (self.name, *self.former_names)
        self.former_names = tuple(each for each in names if unit_key(each) != unit_key(new))
        self.aliases = tuple(each for each in self.aliases if unit_key(each) != unit_key(new))
        self.name = new
        self._tell()

    def absorb(self, other: "OrganUnit") -> None:
        """Its names become former names of this one. Raises `identity.units_apart`."""
        if other.id == self.id or other.organ_id != self.organ_id:
            raise CaseError("identity.units_apart")
        self.former_names += other.names
        self._tell()
        other.merged_into = self.id
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
