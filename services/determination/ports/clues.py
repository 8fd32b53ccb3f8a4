"""Disposals of clues in the repository."""

from typing import Protocol

from services.determination.domain.clue import ClueDisposal


class Clues(Protocol):
    """Disposals of clues inside one transaction. They never change."""

    def of_clue(self, organ_id: str, clue_number: str) -> tuple[ClueDisposal, ...]:
        """An organ's disposals of one clue, the oldest first. Who would dispose of it meanwhile, waits."""
