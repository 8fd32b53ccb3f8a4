"""What the use cases need of a repository."""

from collections.abc import Collection
from typing import Protocol

from rongcuo.casework.counting import Count, Matter


class Projections(Protocol):
    """What is counted, inside one transaction."""

    def get(self, matter_id: str) -> Matter:
        """The matter as it is counted now, or a new one. Nobody else counts anything until the transaction
        ends."""

    def put(self, matter: Matter, before: Collection[Count]) -> None:
        """Keep it, and move the figures from what it counted in before."""
