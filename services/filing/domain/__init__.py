"""A filing: its states and transitions, what it refuses, what it tells. Pure Python."""

from services.filing.domain.changing import changed_terms, require_changeable, versions_of, what_differs
from services.filing.domain.filing import BESIDE, Filing, day_of
from services.filing.domain.numbers import Numbers, Series
from services.filing.domain.transitions import (
    ACTIVE,
    DECISIONS,
    NOT_ACCEPTED,
    OPEN,
    RECEIVED,
    REGISTERED,
    TRANSITIONS,
    Verb,
)

__all__ = [
    "ACTIVE",
    "BESIDE",
    "DECISIONS",
    "NOT_ACCEPTED",
    "OPEN",
    "RECEIVED",
    "REGISTERED",
    "TRANSITIONS",
    "Filing",
    "Numbers",
    "Series",
    "Verb",
    "changed_terms",
    "day_of",
    "require_changeable",
    "versions_of",
    "what_differs",
]
