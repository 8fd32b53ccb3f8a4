"""The reviews of filings in the repository."""

from typing import Protocol

from services.review.domain import ReviewCase
from services.review.ports.seat import Dated


class FilingCases(Dated[ReviewCase], Protocol):
    """Cases inside one transaction. What is never put is never changed."""
