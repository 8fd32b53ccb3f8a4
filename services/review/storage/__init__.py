"""What the service keeps, as rows: tables, mapping, repositories, and row scope in SQL."""

from sqlalchemy.orm import Session

from rongcuo.casework.census import Recounts, round_table
from services.review.domain import FilingCheck, ReviewCase
from services.review.storage.cases import (
    CENSUS,
    ReviewCaseRepository,
    c,
    case_of,
    cases,
    counted_for,
    holders,
    row_of,
    visible_to,
)
from services.review.storage.filing_checks import FilingCheckRepository
from services.review.storage.metadata import METADATA

__all__ = ["CENSUS", "METADATA", "CaseStorage", "c", "case_of", "cases", "counted_for", "holders", "row_of",
           "visible_to"]
ROUNDS = round_table("review_recount", METADATA)


class CaseStorage(ReviewCaseRepository):
    """The reviews of filings, and beside them their checks (ports.Cases), on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.checks = FilingCheckRepository(session)
        self.recounts = Recounts(session, ROUNDS, CENSUS)

    def put(self, aggregate: ReviewCase | FilingCheck) -> None:
        if isinstance(aggregate, FilingCheck):
            self.checks.put(aggregate)
        else:
            super().put(aggregate)
