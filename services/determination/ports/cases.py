"""The repository as a whole: a repository for each kind of aggregate."""

from typing import Protocol

from rongcuo.contracts.events import Aggregate
from services.determination.ports.appeals import Appeals
from services.determination.ports.clues import Clues
from services.determination.ports.determinations import Determinations
from services.determination.ports.meetings import Meetings


class Cases(Protocol):
    """Everything that the service keeps, inside one transaction."""

    @property
    def determinations(self) -> Determinations: ...

    @property
    def meetings(self) -> Meetings: ...

    @property
    def appeals(self) -> Appeals: ...

    @property
    def clues(self) -> Clues: ...

    def put(self, aggregate: Aggregate) -> None:
        """Save, whatever its kind. Raises `changed_meanwhile` where somebody else was faster."""
