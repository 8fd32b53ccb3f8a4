"""The determination (容错认定): whether, and how far, a concrete mistake is tolerated."""

from services.determination.domain.determination.agenda_of_case import CONVENE
from services.determination.domain.determination.appeal_of_case import MILDER_ELSEWHERE
from services.determination.domain.determination.decision import Basis, Decision, today
from services.determination.domain.determination.determination import Determination
from services.determination.domain.determination.floor import Reached
from services.determination.domain.determination.opening import Opening, Yardstick, require_act
from services.determination.domain.determination.recusal_applications import NO_LEAD_LEFT
from services.determination.domain.determination.transitions import TRANSITIONS
from services.determination.domain.determination.verbs import ENDED, FOLLOWING, SETTLED, Verb

__all__ = [
    "CONVENE",
    "ENDED",
    "FOLLOWING",
    "MILDER_ELSEWHERE",
    "NO_LEAD_LEFT",
    "SETTLED",
    "TRANSITIONS",
    "Basis",
    "Decision",
    "Determination",
    "Opening",
    "Reached",
    "Verb",
    "Yardstick",
    "require_act",
    "today",
]
