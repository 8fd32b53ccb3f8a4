"""What guards and gaps ask of the review of a filing."""

from typing import Protocol

from rongcuo.casework.people import Person
from rongcuo.contracts.review import ReviewState
from rongcuo.policy.clock import DeadlineClock


class Asked(Protocol):
    """A `ReviewCase`, which knows them itself."""

    @property
    def state(self) -> ReviewState: ...

    @property
    def supplements(self) -> int: ...

    @property
    def awaits_supplement(self) -> bool: ...

    @property
    def running_clock(self) -> DeadlineClock: ...

    @property
    def in_doubt(self) -> frozenset[str]: ...

    def doubts(self, officer: Person) -> bool: ...

    def require_fresh(self, officer_id: str) -> None: ...
