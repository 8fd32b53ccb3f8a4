"""What the service keeps, as rows: tables, mapping, repositories, and row scope in SQL."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy.orm import Session

from rongcuo.contracts.events import Aggregate
from services.followup.domain.casebook import CasebookEntry, Reading
from services.followup.domain.problem import Problem
from services.followup.domain.programme import Programme
from services.followup.domain.proposal import Proposal
from services.followup.domain.record import Correction
from services.followup.domain.year import VisitYear
from services.followup.storage.casebook import CasebookRepository, ReadingRepository
from services.followup.storage.casebook_guides import GuideRows
from services.followup.storage.metadata import METADATA
from services.followup.storage.problems import ProblemRepository
from services.followup.storage.programmes import ProgrammeRepository
from services.followup.storage.proposals import ProposalRepository
from services.followup.storage.records import CorrectionRepository, RemarkRows
from services.followup.storage.years import YearRepository

__all__ = ["METADATA", "FollowupStorage"]


class FollowupStorage:
    """The repositories (ports.Kept) on one session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.programmes = ProgrammeRepository(session)
        self.problems = ProblemRepository(session)
        self.proposals = ProposalRepository(session)
        self.casebook = CasebookRepository(session)
        self.readings = ReadingRepository(session)
        self.guides = GuideRows(session)
        self.corrections = CorrectionRepository(session)
        self.remarks = RemarkRows(session)
        self.years = YearRepository(session)
        self._of: Final[Mapping[type[Aggregate], Any]] = {
            Programme: self.programmes,
            Problem: self.problems,
            Proposal: self.proposals,
            CasebookEntry: self.casebook,
            Reading: self.readings,
            Correction: self.corrections,
            VisitYear: self.years}

    def put(self, aggregate: Aggregate) -> None:
        self._of[type(aggregate)].put(aggregate)
