"""What the use cases need of a repository."""

from typing import Protocol

from services.followup.domain import Programme


class Programmes(Protocol):
    """Programmes inside one transaction."""

    def get(self, programme_id: str) -> Programme:
        """A programme to be changed, locked until the transaction ends. Raises `not_found`."""

    def put(self, aggregate: Programme) -> None:
        """Save. Raises `followup.already_there` where the organ has another of this title,
        `changed_meanwhile` where somebody else was faster."""
