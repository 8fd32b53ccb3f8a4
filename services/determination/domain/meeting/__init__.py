"""The joint meeting (联席会议): who votes on what, sealed and revealed together, with signed minutes."""

from services.determination.domain.meeting.agenda import Agenda, AgendaCase
from services.determination.domain.meeting.attendance import BY_RULE, Attendance, Member, MemberRecusal
from services.determination.domain.meeting.ballots import (
    COMMITTED,
    Ballot,
    BallotBox,
    SealedBallot,
    Sealing,
    result_of,
    tally,
)
from services.determination.domain.meeting.guards import missing_before_convening
from services.determination.domain.meeting.items import AgendaItem, AgendaQuestion
from services.determination.domain.meeting.joint_meeting import JointMeeting
from services.determination.domain.meeting.minutes import Minutes
from services.determination.domain.meeting.quorum import present_wanted, share_of
from services.determination.domain.meeting.transitions import OF_AN_ITEM, MeetingVerb

__all__ = [
    "BY_RULE",
    "COMMITTED",
    "OF_AN_ITEM",
    "Agenda",
    "AgendaCase",
    "AgendaItem",
    "AgendaQuestion",
    "Attendance",
    "Ballot",
    "BallotBox",
    "JointMeeting",
    "MeetingVerb",
    "Member",
    "MemberRecusal",
    "Minutes",
    "SealedBallot",
    "Sealing",
    "missing_before_convening",
    "present_wanted",
    "result_of",
    "share_of",
    "tally",
]
