"""Which determinations found what a filing had kept back: it applies no more while any of them is left."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from rongcuo.contracts.determination import DeterminationMade, DeterminationRevoked


@dataclass(frozen=True, slots=True)
class Voiding:
    """`found`: the number of each determination -> items of the negative list."""

    found: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def by(self) -> str:
        """The first of them by its number; empty while the filing applies."""
        return min(self.found, default="")

    @property
    def because(self) -> str:
        """What all of them found."""
        items = (item for number in sorted(self.found) for item in self.found[number])
        return "、".join(dict.fromkeys(items))

    def heeding(self, decision: DeterminationMade | DeterminationRevoked) -> Self:
        """With what this case finds now, in place of what it found before."""
        items = decision.negative_items if isinstance(decision, DeterminationMade) else ()
        others = {each: found for each, found in self.found.items() if each != decision.standing.number}
        return type(self)({**others, decision.standing.number: items} if items else others)
