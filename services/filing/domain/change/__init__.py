"""A change of an accepted filing: 变更备案. Pure Python."""

from services.filing.domain.change.change import FilingChange
from services.filing.domain.change.transitions import (
    ANSWERS,
    DECISIONS,
    OF_THE_FILER,
    PENDING,
    TRANSITIONS,
    ChangeVerb,
)

__all__ = [
    "ANSWERS",
    "DECISIONS",
    "OF_THE_FILER",
    "PENDING",
    "TRANSITIONS",
    "ChangeVerb",
    "FilingChange",
]
