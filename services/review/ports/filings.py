"""The reviews of filings in the repository."""

from typing import Protocol

from services.review.domain import ReviewCase


class FilingCases(Protocol):
    """Cases inside one transaction. What is never put is never changed."""

    def get(self, case_id: str) -> ReviewCase:
        """A case to be changed, locked until the transaction ends. Raises `not_found`."""

    def read(self, case_id: str) -> ReviewCase:
        """A case as it stands. Raises `not_found`."""

    def editions(self) -> tuple[tuple[str, str], ...]:
        """Divisions of open cases, with the calendar editions that their due dates were found with."""

    def claim(self, division_code: str, edition: str, most: int) -> tuple[ReviewCase, ...]:
        """Open cases of a division and an edition, but not those another replica has."""
