"""Who hears an appeal, and what they have said: 0023."""

from dataclasses import dataclass

from rongcuo.casework.case import Case
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import AppealState as State
from rongcuo.contracts.errors import CaseError
from services.determination.domain.appeal.opinions import NOBODYS, Opinions


@dataclass(kw_only=True)
class Hearing(Case):
    """The panel is the `team`; of one that has become too small others are to join who is left. `opinions`:
    for nobody else to read before it has decided."""

    state: State = State.LODGED
    opinions: Opinions = NOBODYS

    @property
    def heard(self) -> bool:
        """Whether a complete panel has it."""
        return self.state is State.REVIEWED and bool(self.team)

    @property
    def speaking(self) -> frozenset[str]:
        """Who sits on a panel of which one has spoken."""
        return self.holders if self.opinions.held else frozenset()

    def require_not_speaking(self, occasion: Occasion) -> None:
        """Nobody cuts short by taking the case what a panel has begun: `appeal.opinions_under_way`."""
        if self.ended:
            return
        silent = not self.heard or self.opinions.are_under_way(self.holders)
        if self.opinions.held and silent and not occasion.is_late(self.clock):
            raise CaseError("appeal.opinions_under_way")

    @property
    def majority(self) -> int:
        """How many of the panel have to say the same: 0023."""
        return len(self.team) // 2 + 1

    @property
    def to_act(self) -> frozenset[str]:
        """Who has said nothing yet; all of the panel where they have, and do not agree."""
        return self.holders - self.opinions.held.keys() or self.holders

    def require_not_sitting(self, officer_id: str) -> None:
        """Who hears it is not drawn into the case meanwhile, and so off the panel: `appeal.hears_it`."""
        if not self.ended and officer_id in self.holders:
            raise CaseError("appeal.hears_it", details={"officer_id": officer_id})

    def _part_with(self, officer_id: str, occasion: Occasion) -> None:
        """Where too few are left, they stay, and a lead names others to join them."""
        self.team = tuple(each for each in self.team if each.officer_id != officer_id)
        if self.state is State.REVIEWED and len(self.team) < occasion.pack.appeal.panel_at_least:
            self._enter(State.LODGED, occasion)
        self.opinions = self.opinions.among(self.holders)
