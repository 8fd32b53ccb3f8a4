"""What is told of joint meetings."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.events import event
from rongcuo.contracts.fields import moment


@event("determination", "meeting_moved")
class MeetingMoved(CaseMoved):
    """A step of a joint meeting. `what`: convene, recuse_member, call_substitutes, call_roll, open_vote,
    adjourn, cancel, write_minutes, sign_minutes, drop (a case was withdrawn or sent back), ballots_differ
    (votes are not those that were cast: they begin anew), post_ended (of a member).
    `members` are invited; `case_ids` on the agenda; `item_id` of the item it is about. The standing's stage
    is the meeting's state."""

    what: str
    actor_id: str
    chair_id: str
    case_ids: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    item_id: str = ""
    place: str = ""
    note: str = ""
    meets_at: datetime = moment()
    at: datetime = moment()


@event("determination", "ballot_sealed")
class BallotSealed(CaseMoved):
    """Somebody voted. `commitment`: SHA-256 of salt, choice and reason; opened with all others."""

    item_id: str
    member_id: str
    commitment: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class OpenedBallot:
    """A ballot with the salt of its commitment, in hexadecimal."""

    member_id: str
    member_name: str
    choice: str
    reason: str
    salt: str


@event("determination", "ballots_revealed")
class BallotsRevealed(CaseMoved):
    """All votes of an item at once. `result`: the choice that has the pack's majority, or `no_majority`."""

    item_id: str
    case_id: str
    question: str
    result: str
    ballots: tuple[OpenedBallot, ...] = ()
    at: datetime = moment()


@event("determination", "minutes_concluded")
class MinutesConcluded(CaseMoved):
    """The last member signed the minutes; what 会议纪要 needs. `members`: officers who were
    invited; of the organ's members only they read it."""

    chair_name: str
    minutes: str
    place: str = ""
    members: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    recused: tuple[str, ...] = ()
    resolved: tuple[str, ...] = ()   # one sentence for each item, in Chinese
    minority: tuple[str, ...] = ()   # minority opinions, in Chinese
    met_at: datetime = moment()
    at: datetime = moment()
