"""Appeals in the repository."""

from typing import Protocol


class Appeals(Protocol):
    """Appeals inside one transaction."""
