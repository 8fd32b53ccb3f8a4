"""What the use cases need of the repositories, inside one transaction."""

from typing import Protocol, TypeVar

from rongcuo.casework.ports import Dated
from rongcuo.contracts.events import Aggregate
from services.clarify.domain import FiledMatter, Report
from services.clarify.domain.clarification import Clarification
from services.clarify.domain.false_accusation import FalseAccusation

A = TypeVar("A", covariant=True)


class Reports(Dated[Report], Protocol):
    """Reports (检举控告)."""

    def of_reporter(self, reporter_ref: str) -> Report | None:
        """The one of that reporter, unlocked; None where there is none, or it was passed up from here."""

    def untrue_about(self, keys: frozenset[str]) -> tuple[Report, ...]:
        """Those that are over, found something untrue, and are kept from one of these, unlocked."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's reports of a year up by one, without gaps."""


class Following(Dated[A], Protocol[A]):
    """Cases that follow from reports."""

    def read_of_report(self, report_id: str) -> tuple[A, ...]:
        """The same as they stand, unlocked."""

    def of_report(self, report_id: str) -> tuple[A, ...]:
        """All that a report has led to, also ended ones, locked."""

    def asked_of(self, organ_id: str) -> tuple[str, ...]:
        """The ids of those that wait for this organ above to decide."""


class FalseAccusations(Following[FalseAccusation], Protocol):
    """Inquiries into false accusations (诬告陷害核查)."""


class Clarifications(Following[Clarification], Protocol):
    """Clarifications (澄清)."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's cases of a year up by one, without gaps."""


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
    def false_accusations(self) -> FalseAccusations: ...

    @property
    def clarifications(self) -> Clarifications: ...

    @property
    def filings(self) -> FiledMatters: ...

    def put(self, aggregate: Aggregate) -> None:
        """Save, whatever its kind. Raises `changed_meanwhile` where somebody else was faster."""
