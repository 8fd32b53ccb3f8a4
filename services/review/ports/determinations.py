"""Determinations in the repository."""

from typing import Protocol


class Determinations(Protocol):
    """Determinations inside one transaction."""
