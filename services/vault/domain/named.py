"""Whom a report names: none of them, nor their line, ever comes near who reported."""

from collections.abc import Iterable
from dataclasses import dataclass

from rongcuo.casework.apart import Somebody, folded_keys, known_by, name_keys, officer_keys, unit_names_keys


@dataclass(frozen=True, slots=True)
class Named:
    """By the keys under which they are known (`casework/apart.py`)."""

    keys: frozenset[str] = frozenset()

    @classmethod
    def of(cls, officers: Iterable[str], units: Iterable[str], names: Iterable[str],
           keys: Iterable[str] = ()) -> "Named":
        """Accounts, units and names as they are written, and keys."""
        return cls(officer_keys(*officers) | unit_names_keys(*units) | name_keys(*names) | frozenset(keys))

    @classmethod
    def folded(cls, officers: Iterable[str], units: Iterable[str], names: Iterable[str]) -> "Named":
        """Units and names as they are folded: so rows of before keep them."""
        return cls(officer_keys(*officers) | folded_keys(names, units))

    def bars(self, somebody: Somebody) -> bool:
        """Whoever bears a name that is named is kept away too: better one namesake too many."""
        return not self.keys.isdisjoint(known_by(somebody))

    def __or__(self, more: "Named") -> "Named":
        """Who was named once stays named."""
        return Named(self.keys | more.keys)
