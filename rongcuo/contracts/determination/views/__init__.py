"""What determination answers about cases, meetings and appeals."""

from rongcuo.contracts.determination.views.appeals import AppealLine, AppealsPage, AppealView, OpinionView
from rongcuo.contracts.determination.views.cases import (
    DecisionView,
    DeterminationLine,
    DeterminationsPage,
    DeterminationView,
    SimilarCase,
    SimilarCases,
    StageStep,
)
from rongcuo.contracts.determination.views.clues import ClueDisposals, ClueDisposalView
from rongcuo.contracts.determination.views.meetings import (
    AgendaItemView,
    BallotReceipt,
    BallotView,
    MeetingLine,
    MeetingsPage,
    MeetingView,
    MemberView,
)
from rongcuo.contracts.determination.views.person import PersonView
from rongcuo.contracts.determination.views.rehearsal import Rehearsal, Rehearsed

__all__ = [
    "AgendaItemView",
    "AppealLine",
    "AppealView",
    "AppealsPage",
    "BallotReceipt",
    "BallotView",
    "ClueDisposalView",
    "ClueDisposals",
    "DecisionView",
    "DeterminationLine",
    "DeterminationView",
    "DeterminationsPage",
    "MeetingLine",
    "MeetingView",
    "MeetingsPage",
    "MemberView",
    "OpinionView",
    "PersonView",
    "Rehearsal",
    "Rehearsed",
    "SimilarCase",
    "SimilarCases",
    "StageStep",
]
