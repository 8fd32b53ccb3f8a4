"""The joint meeting (联席会议): who votes on what, sealed and revealed together, with signed minutes."""

from services.review.domain.meeting.agenda import Agenda, AgendaCase, Asking
from services.review.domain.meeting.ballots import (
    COMMITTED,
    Ballot,
    Place,
    SealedBallot,
    Sealing,
    differing,
    result_of,
    share_of,
    tally,
)
from services.review.domain.meeting.items import AgendaItem
from services.review.domain.meeting.joint_meeting import JointMeeting
from services.review.domain.meeting.members import BY_RULE, Member, MemberRecusal
from services.review.domain.meeting.minutes import Minutes
from services.review.domain.meeting.moves import OF_AN_ITEM, OVER, MeetingVerb

__all__ = [
    "BY_RULE",
    "COMMITTED",
    "OF_AN_ITEM",
    "OVER",
    "Agenda",
    "AgendaCase",
    "AgendaItem",
    "Asking",
    "Ballot",
    "JointMeeting",
    "MeetingVerb",
    "Member",
    "MemberRecusal",
    "Minutes",
    "Place",
    "SealedBallot",
    "Sealing",
    "differing",
    "result_of",
    "share_of",
    "tally",
]
