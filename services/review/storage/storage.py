"""The repository as a whole."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy.orm import Session

from rongcuo.contracts.events import Recording
from services.review.domain import ReviewCase
from services.review.domain.appeal import Appeal
from services.review.domain.clue import ClueDisposal
from services.review.domain.determination import Determination
from services.review.domain.meeting import JointMeeting
from services.review.storage.appeals import AppealRows
from services.review.storage.clues import ClueRows
from services.review.storage.determinations import DeterminationRows
from services.review.storage.filings import FilingCaseRows
from services.review.storage.meetings import MeetingRows

SEATS: Final[Mapping[type[Recording], str]] = {   # kind of aggregate -> the seat that keeps it
    Determination: "determinations",
    Appeal: "appeals",
    ClueDisposal: "clues",
    JointMeeting: "meetings",
}


class CaseStorage(FilingCaseRows):
    """The repository (ports.Cases) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.determinations = DeterminationRows(session)
        self.meetings = MeetingRows(session)
        self.appeals = AppealRows(session)
        self.clues = ClueRows(session)

    def put(self, aggregate: Any) -> None:
        if isinstance(aggregate, ReviewCase):
            super().put(aggregate)
        else:
            getattr(self, SEATS[type(aggregate)]).put(aggregate)
