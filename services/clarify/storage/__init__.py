"""What the service keeps, as rows: tables, mapping, repositories, and row scope in SQL."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy.orm import Session

from rongcuo.contracts.events import Aggregate
from services.clarify.domain import Report
from services.clarify.domain.clarification import Clarification
from services.clarify.domain.false_accusation import FalseAccusation
from services.clarify.storage.clarifications import ClarificationRepository
from services.clarify.storage.false_accusations import FalseAccusationRepository
from services.clarify.storage.filed_matters import FiledMatterRepository
from services.clarify.storage.metadata import METADATA
from services.clarify.storage.reports import ReportRepository

__all__ = ["METADATA", "ReportStorage"]


class ReportStorage:
    """The repositories (ports.Kept) on one session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.reports = ReportRepository(session)
        self.false_accusations = FalseAccusationRepository(session)
        self.clarifications = ClarificationRepository(session)
        self.filings = FiledMatterRepository(session)
        self._of: Final[Mapping[type[Aggregate], Any]] = {
            Report: self.reports, FalseAccusation: self.false_accusations,
            Clarification: self.clarifications}

    def put(self, aggregate: Aggregate) -> None:
        self._of[type(aggregate)].put(aggregate)
