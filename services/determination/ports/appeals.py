"""Appeals in the repository."""

from typing import Protocol

from rongcuo.casework.ports import Dated
from services.determination.domain.appeal import Appeal


class Appeals(Dated[Appeal], Protocol):
    """Appeals inside one transaction."""

    def of_case(self, case_id: str) -> tuple[Appeal, ...]:
        """The appeals against a case's decisions, the oldest first."""

    def without_panel(self) -> tuple[str, ...]:
        """The ids of the cases of open ones that nobody hears yet."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's appeals of a year up by one."""
