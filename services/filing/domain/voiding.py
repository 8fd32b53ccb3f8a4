"""Which determinations found what a filing had kept back: it applies no more while any of them is left."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, Self

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.determination import DeterminationMade, DeterminationRevoked
from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import FilingState, FilingVoided
from services.filing.domain.transitions import REGISTERED

VOIDED, RESTORED = "void", "restore"


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


class Voidable(Protocol):
    """A filing."""

    id: str
    number: str
    organ_id: str
    filer_id: str
    state: FilingState
    whitelisted: bool
    voiding: Voiding

    def record(self, happening: Event) -> None: ...
    def note(self, what: str, by: Actor, at: datetime, note: str = "") -> None: ...


def heed(filing: Voidable, decision: DeterminationMade | DeterminationRevoked) -> bool:
    """A determination that rests on this filing found items of the negative list: it applies no more, until
    each case that found any finds otherwise. Its numbers stay. Whether it applies again."""
    before, number, after = filing.voiding, decision.standing.number, filing.voiding.heeding(decision)
    if filing.state not in REGISTERED or after == before:
        return False
    filing.voiding, void = after, bool(after.by)
    filing.whitelisted &= not void
    at = decision.decided_at if isinstance(decision, DeterminationMade) else decision.at
    cause = number if number in after.found else after.by or number
    filing.note(VOIDED if void else RESTORED, SYSTEM, at, cause)
    if (after.by, after.because) != (before.by, before.because):
        filing.record(FilingVoided(
            filing_id=filing.id, number=filing.number, organ_id=filing.organ_id, filer_id=filing.filer_id,
            voided=void, determination=after.by or number, reason=after.because, at=at))
    return not void
