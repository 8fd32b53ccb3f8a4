"""The nameko service `review`."""

from services.review.service.appeals import Appeals
from services.review.service.clues import Clues
from services.review.service.decisions import Decisions
from services.review.service.determinations import Determinations
from services.review.service.filings import FilingReviews
from services.review.service.matters import OpenMatters
from services.review.service.meetings import Meetings
from services.review.service.rehearsals import Rehearsals
from services.review.service.verification import Verification


class ReviewService(FilingReviews, Determinations, Verification, Decisions, Meetings, Appeals, Clues,
                    Rehearsals, OpenMatters):
    """Reviews what was filed (审查), and determines whether a mistake is tolerated (容错认定)."""

    name = "review"


__all__ = ["ReviewService"]
