"""What the service keeps, as rows: tables, mapping, repositories, and row scope in SQL."""

from sqlalchemy.orm import Session

from services.clarify.domain import Report
from services.clarify.storage.filed_matters import FiledMatterRepository
from services.clarify.storage.metadata import METADATA
from services.clarify.storage.reports import ReportRepository

__all__ = ["METADATA", "ReportStorage"]


class ReportStorage:
    """The repositories (ports.Kept) on one session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.reports = ReportRepository(session)
        self.filings = FiledMatterRepository(session)

    def put(self, aggregate: Report) -> None:
        self.reports.put(aggregate)
