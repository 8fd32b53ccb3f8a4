"""A filing: its states and moves, what it refuses, what it tells. Pure Python."""

from services.filing.domain.filing import Filing, day_of
from services.filing.domain.moves import (
    ACTIVE,
    DECISIONS,
    MOVES,
    NOT_ACCEPTED,
    OPEN,
    RECEIVED,
    REGISTERED,
    Verb,
)
from services.filing.domain.numbers import Numbers, Series

__all__ = [
    "ACTIVE",
    "DECISIONS",
    "MOVES",
    "NOT_ACCEPTED",
    "OPEN",
    "RECEIVED",
    "REGISTERED",
    "Filing",
    "Numbers",
    "Series",
    "Verb",
    "day_of",
]
