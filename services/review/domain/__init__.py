"""The review (审查) of one filing: who holds it, by when, what was decided and by whom; and its check, where
a report may be about the same matter."""

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import LEAST_TEAM, Holder
from services.review.domain.case import ReviewCase
from services.review.domain.check import CheckVerb, FilingCheck
from services.review.domain.transitions import DECIDED, ENDED, TRANSITIONS, Verb

__all__ = ["DECIDED", "ENDED", "LEAST_TEAM", "TRANSITIONS", "CheckVerb", "FilingCheck", "Holder", "Occasion",
           "ReviewCase", "Verb"]
