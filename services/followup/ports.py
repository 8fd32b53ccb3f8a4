"""What the use cases need of the repositories, inside one transaction."""

from typing import Protocol

from rongcuo.contracts.events import Aggregate
from services.followup.domain.programme import Programme


class Programmes(Protocol):
    """Programmes (回访教育)."""

    def get(self, programme_id: str) -> Programme:
        """A programme to be changed, locked until the transaction ends. Raises `not_found`."""


class Kept(Protocol):
    """Everything that the service keeps."""

    @property
    def programmes(self) -> Programmes: ...

    def put(self, aggregate: Aggregate) -> None:
        """Save, whatever its kind. Raises `changed_meanwhile` where somebody else was faster."""
