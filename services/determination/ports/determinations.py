"""Determinations in the repository."""

from typing import Protocol

from rongcuo.casework.ports import Dated
from rongcuo.contracts.determination import Subject
from services.determination.domain.determination import Determination


class Determinations(Dated[Determination], Protocol):
    """Determinations inside one transaction."""

    def recused_from(self, officer_id: str, case_ids: tuple[str, ...]) -> frozenset[str]:
        """Those of these cases from which an officer is recused."""

    def about(self, officer_id: str) -> tuple[str, ...]:
        """The ids of all, also of ended ones, whose subject an officer is."""

    def with_recusal_asked(self) -> tuple[str, ...]:
        """The ids of those with an application for recusal that waits for its answer."""

    def after_appeal(self) -> tuple[str, ...]:
        """The ids of those that go on after an appeal: while it was heard they waited for nobody."""

    def linked_to(self, filing_id: str) -> tuple[str, ...]:
        """The ids of all to which a filing is linked."""

    def of_subject(self, subject: Subject) -> tuple[Determination, ...]:
        """All of one person in any organ, unlocked; of somebody without an account, by name and unit."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's cases of a year up by one; gapless, as its row stays locked until the commit."""
