"""What the service keeps, as rows: tables, mapping, repositories, and row scope in SQL."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy.orm import Session

from rongcuo.contracts.events import Aggregate
from services.determination.domain.appeal import Appeal
from services.determination.domain.clue import ClueDisposal
from services.determination.domain.determination import Determination
from services.determination.domain.meeting import JointMeeting
from services.determination.storage.appeals import AppealRepository
from services.determination.storage.clues import ClueRepository
from services.determination.storage.determinations import DeterminationRepository
from services.determination.storage.meetings import MeetingRepository
from services.determination.storage.metadata import METADATA

__all__ = ["METADATA", "CaseStorage"]


class CaseStorage:
    """The repository (ports.Cases) on one session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.determinations = DeterminationRepository(session)
        self.meetings = MeetingRepository(session)
        self.appeals = AppealRepository(session)
        self.clues = ClueRepository(session)
        self._of: Final[Mapping[type[Aggregate], Any]] = {
            Determination: self.determinations, JointMeeting: self.meetings, Appeal: self.appeals,
            ClueDisposal: self.clues}

    def put(self, aggregate: Aggregate) -> None:
        self._of[type(aggregate)].put(aggregate)
