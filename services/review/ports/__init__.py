"""What the use cases need of a repository."""

from services.review.ports.appeals import Appeals
from services.review.ports.cases import Cases
from services.review.ports.clues import Clues
from services.review.ports.determinations import Determinations
from services.review.ports.filings import FilingCases
from services.review.ports.meetings import Meetings

__all__ = ["Appeals", "Cases", "Clues", "Determinations", "FilingCases", "Meetings"]
