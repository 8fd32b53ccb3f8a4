"""The review (审查) of one filing: who holds it, by when, what was decided and by whom."""

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import LEAST_TEAM, Holder
from services.review.domain.case import ReviewCase
from services.review.domain.transitions import DECIDED, ENDED, TRANSITIONS, Verb

__all__ = ["DECIDED", "ENDED", "LEAST_TEAM", "TRANSITIONS", "Holder", "Occasion", "ReviewCase", "Verb"]
