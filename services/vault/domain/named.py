"""Whom a report names: none of them, nor their line, ever comes near who reported."""

from dataclasses import dataclass

from rongcuo.casework.apart import folded_keys, known_by, officer_keys
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.unit_names import unit_keys
from rongcuo.texts.folding import name_key


@dataclass(frozen=True, slots=True)
class Named:
    """Officers by their ids, whole units by their keys, and whoever is called so."""

    officers: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @classmethod
    def of(cls, officers: tuple[str, ...], units: tuple[str, ...], names: tuple[str, ...]) -> "Named":
        """Units as they are called, or by their keys."""
        return cls(frozenset(officers), frozenset(units) | unit_keys(*units), frozenset(map(name_key, names)))

    @property
    def keys(self) -> frozenset[str]:
        """Under which they are known (`casework/apart.py`)."""
        return officer_keys(*self.officers) | folded_keys(self.names, self.units)

    def bars(self, actor: Actor) -> bool:
        """Whoever bears a name that is named is kept away too: better one namesake too many."""
        return not self.keys.isdisjoint(known_by(actor))

    def __or__(self, more: "Named") -> "Named":
        """Who was named once stays named."""
        return Named(self.officers | more.officers, self.units | more.units, self.names | more.names)
