"""The nameko service `review`."""

from services.review.service.cases import FilingReviews
from services.review.service.open_cases import OpenCases
from services.review.service.rehearsals import Rehearsals


class ReviewService(FilingReviews, Rehearsals, OpenCases):
    """Reviews what was filed (审查)."""

    name = "review"


__all__ = ["ReviewService"]
