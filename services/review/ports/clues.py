"""Disposals of clues in the repository."""

from typing import Protocol


class Clues(Protocol):
    """Disposals of clues inside one transaction."""
