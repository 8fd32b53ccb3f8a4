"""The repository as a whole: reviews of filings by name, every other kind at its own seat."""

from typing import Protocol

from rongcuo.contracts.events import Recording
from services.review.ports.appeals import Appeals
from services.review.ports.clues import Clues
from services.review.ports.determinations import Determinations
from services.review.ports.filings import FilingCases
from services.review.ports.meetings import Meetings


class Cases(FilingCases, Protocol):
    """Everything that review keeps, inside one transaction."""

    @property
    def determinations(self) -> Determinations: ...

    @property
    def meetings(self) -> Meetings: ...

    @property
    def appeals(self) -> Appeals: ...

    @property
    def clues(self) -> Clues: ...

    def put(self, aggregate: Recording) -> None:
        """Save, whatever its kind. Raises `changed_meanwhile` where somebody else was faster."""
