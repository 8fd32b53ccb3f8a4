"""The review (审查) of one filing: who holds it, by when, what was decided and by whom."""

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import LEAST_TEAM, Holder
from rongcuo.casework.recusal import Recusal
from services.review.domain.case import ReviewCase
from services.review.domain.stages import PRELIMINARY_REVIEW, VERIFICATION
from services.review.domain.transitions import DECIDED, ENDED, TRANSITIONS, Verb

__all__ = [
    "DECIDED",
    "ENDED",
    "LEAST_TEAM",
    "PRELIMINARY_REVIEW",
    "TRANSITIONS",
    "VERIFICATION",
    "Holder",
    "Occasion",
    "Recusal",
    "ReviewCase",
    "Verb",
]
