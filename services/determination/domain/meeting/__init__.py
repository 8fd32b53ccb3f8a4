"""The joint meeting (联席会议): who votes on what, sealed and revealed together, with signed minutes."""

from services.determination.domain.meeting.agenda import Agenda, AgendaCase, Asking
from services.determination.domain.meeting.ballots import (
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
from services.determination.domain.meeting.items import AgendaItem
from services.determination.domain.meeting.joint_meeting import JointMeeting
from services.determination.domain.meeting.members import BY_RULE, Member, MemberRecusal
from services.determination.domain.meeting.minutes import Minutes
from services.determination.domain.meeting.moves import OF_AN_ITEM, OVER, MeetingVerb

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
