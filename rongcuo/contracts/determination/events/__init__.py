"""What determination tells of its cases, meetings and appeals.

The subject of an event is the case, the meeting or the appeal. No event tells how somebody voted before the
votes are revealed, nor what an assessment says.
"""

from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.determination.events.appeals import (
    AppealDecided,
    AppealLodged,
    AppealMoved,
)
from rongcuo.contracts.determination.events.cases import (
    ClueDisposed,
    DeterminationMade,
    DeterminationMoved,
    DeterminationOpened,
    DeterminationRefused,
    DeterminationRevoked,
    DeterminationWithdrawn,
    FeedbackGiven,
    RecordFiled,
)
from rongcuo.contracts.determination.events.former_names import FORMER_NAMES
from rongcuo.contracts.determination.events.meetings import (
    BallotSealed,
    BallotsRevealed,
    MeetingMoved,
    MinutesConcluded,
    OpenedBallot,
)

__all__ = [
    "FORMER_NAMES",
    "AppealDecided",
    "AppealLodged",
    "AppealMoved",
    "BallotSealed",
    "BallotsRevealed",
    "ClueDisposed",
    "DeterminationMade",
    "DeterminationMoved",
    "DeterminationOpened",
    "DeterminationRefused",
    "DeterminationRevoked",
    "DeterminationWithdrawn",
    "FeedbackGiven",
    "MeetingMoved",
    "MinutesConcluded",
    "OpenedBallot",
    "RecordFiled",
    "Standing",
]
