"""The determination (容错认定): whether, and how far, a concrete mistake is tolerated."""

from services.determination.domain.determination.before_meeting import CONVENE
from services.determination.domain.determination.case import Determination, Opening, require_act
from services.determination.domain.determination.challenging import NO_LEAD_LEFT
from services.determination.domain.determination.deciding import MILDER_ELSEWHERE
from services.determination.domain.determination.decision import Basis, Decision, today
from services.determination.domain.determination.floor import Reached
from services.determination.domain.determination.moves import ENDED, FOLLOWING, MOVES, ON, SETTLED, Verb
from services.determination.domain.determination.severity import (
    MILDEST_FIRST,
    Said,
    require_no_heavier,
    weighed,
)
from services.determination.domain.determination.yardstick import Yardstick

__all__ = [
    "CONVENE",
    "ENDED",
    "FOLLOWING",
    "MILDER_ELSEWHERE",
    "MILDEST_FIRST",
    "MOVES",
    "NO_LEAD_LEFT",
    "ON",
    "SETTLED",
    "Basis",
    "Decision",
    "Determination",
    "Opening",
    "Reached",
    "Said",
    "Verb",
    "Yardstick",
    "require_act",
    "require_no_heavier",
    "today",
    "weighed",
]
