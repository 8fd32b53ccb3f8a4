"""What the use cases need of a repository."""

from typing import Protocol

from rongcuo.casework.ports import Dated
from services.review.domain import ReviewCase


class Cases(Dated[ReviewCase], Protocol):
    """Cases inside one transaction. What is never put is never changed."""
