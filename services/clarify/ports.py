"""What the use cases need of the repositories, inside one transaction."""

from typing import Protocol

from rongcuo.casework.ports import Dated
from services.clarify.domain import FiledMatter, Report


class Reports(Dated[Report], Protocol):
    """Reports (检举控告)."""

    def of_reporter(self, reporter_ref: str) -> Report | None:
        """The one of that reporter, unlocked; None where there is none, or it was passed up from here."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's reports of a year up by one, without gaps."""


class FiledMatters(Protocol):
    """Accepted filings, as filing told of them."""

    def keep(self, matter: FiledMatter) -> None:
        """As it is now, whatever was kept of it before."""

    def read(self, filing_id: str) -> FiledMatter:
        """Raises `clarify.filing_unknown`."""


class Kept(Protocol):
    """Everything that the service keeps."""

    @property
    def reports(self) -> Reports: ...

    @property
    def filings(self) -> FiledMatters: ...

    def put(self, aggregate: Report) -> None:
        """Save. Raises `changed_meanwhile` where somebody else was faster."""
