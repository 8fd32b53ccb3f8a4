"""What the use cases need of a repository."""

from datetime import date
from typing import Protocol

from rongcuo.contracts.events import Aggregate
from services.filing.domain import Filing, Series
from services.filing.domain.change import FilingChange
from services.filing.domain.oversight import Oversight


class Oversights(Protocol):
    """What follows the acceptance of filings, inside the same transaction."""

    def get(self, oversight_id: str) -> Oversight:
        """One to be changed, locked until the transaction ends. Raises `not_found`."""

    def read(self, oversight_id: str) -> Oversight:
        """One as it stands. Raises `not_found`."""

    def find_of(self, filing: Filing) -> Oversight | None:
        """That of a filing, locked; None where it is not accepted."""

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        """The ids of those at which an officer still has to look, or of whose filing they decided."""


class Changes(Protocol):
    """Changes of filings, inside the same transaction."""

    def get(self, change_id: str) -> FilingChange:
        """One to be changed, locked until the transaction ends. Raises `not_found`."""

    def read(self, change_id: str) -> FilingChange:
        """One as it stands. Raises `not_found`."""

    def of_filing(self, filing_id: str) -> tuple[FilingChange, ...]:
        """All of a filing, the earliest first; locked."""

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        """The ids of those that wait and that an officer has taken."""


class Filings(Protocol):
    """Filings inside one transaction. What is never put is never changed."""

    @property
    def oversights(self) -> Oversights:
        """What follows their acceptance."""

    @property
    def changes(self) -> Changes:
        """What is filed in place of what was."""

    def get(self, filing_id: str) -> Filing:
        """A filing to be changed, locked until the transaction ends. Raises `not_found`."""

    def read(self, filing_id: str) -> Filing:
        """A filing as it stands. Raises `not_found`."""

    def numbered(self, numbers: tuple[str, ...], void_by: str) -> list[Filing]:
        """Filings with these numbers, or void by that determination; locked."""

    def active_twin(self, filing: Filing) -> Filing | None:
        """The other active filing of the same matter by the same unit; locked."""

    def put(self, aggregate: Aggregate) -> None:
        """Save, whatever its kind. Raises `changed_meanwhile` where somebody else was faster, and
        `filing.duplicate_matter` where the unit has the matter filed: of a new one, when it is committed."""

    def require_new(self, filing: Filing, keys: frozenset[str]) -> None:
        """Raises `filing.duplicate_matter` where another active filing has one of these matter keys."""

    def next_number(self, series: Series, organ_id: str, year: int) -> int:
        """Count a series up by one; undone with the transaction, so that no number is lost."""

    def claim_run_out(self, before: date, most: int) -> list[Filing]:
        """Accepted filings whose last valid day lies before a date, but not those another replica has."""
