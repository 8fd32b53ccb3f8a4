"""Joint meetings in the repository."""

from typing import Protocol


class Meetings(Protocol):
    """Joint meetings inside one transaction."""
