"""What the use cases need of the repositories."""

from typing import Protocol

from rongcuo.casework.ports import Dated
from services.review.domain import FilingCheck, ReviewCase


class Checks(Dated[FilingCheck], Protocol):
    """Checks of filings (报备核查)."""

    def of_filing(self, report_id: str, filing_id: str) -> FilingCheck | None:
        """The newest that this report asked for, locked."""

    def of_report(self, report_id: str) -> tuple[FilingCheck, ...]:
        """All that it asked for, locked."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's checks of a year up by one, without gaps."""


class Cases(Dated[ReviewCase], Protocol):
    """Cases inside one transaction. What is never put is never changed."""

    @property
    def checks(self) -> Checks: ...
