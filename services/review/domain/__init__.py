"""The review (审查) of one filing: who holds it, by when, what was decided and by whom."""

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import LEAST_TEAM, Holder, Recusal
from services.review.domain.case import ReviewCase
from services.review.domain.moves import DECIDED, ENDED, MOVES, Verb
from services.review.domain.stages import PRELIMINARY_REVIEW, VERIFICATION

__all__ = [
    "DECIDED",
    "ENDED",
    "LEAST_TEAM",
    "MOVES",
    "PRELIMINARY_REVIEW",
    "VERIFICATION",
    "Holder",
    "Occasion",
    "Recusal",
    "ReviewCase",
    "Verb",
]
