"""Joint meetings (联席会议)."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.fields import chosen, identifier, identifiers, line, moment, sealed, tags, text
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review.enums import RecusalGround


@dataclass(frozen=True, kw_only=True)
class MeetingCommand(CommandMessage):
    """About one meeting."""

    meeting_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class ConveneMeeting(CommandMessage):
    """Convene a joint meeting. The agenda: for each case the disputed items of the negative list, then the
    outcome. `as_read`: the tags of the cases as the actor read them; where one has changed since,
    `changed_meanwhile`."""

    title: str = line(200, 1)
    place: str = line(200, default="")
    case_ids: tuple[str, ...] = identifiers(20)
    member_ids: tuple[str, ...] = identifiers(60)
    chair_id: str = identifier()
    at: datetime = moment()
    acknowledged: bool = False  # the actor knows what is missing, as the view told
    as_read: tuple[str, ...] = tags(20)


@dataclass(frozen=True, kw_only=True)
class RecuseMember(MeetingCommand):
    """A member takes no part in the items of one case: by their own wish or the chair's order."""

    case_id: str = identifier()
    officer_id: str = identifier()
    ground: RecusalGround = chosen()
    reason: str = text(2_000, 1, read_by=Reader.MEMBERS)


@dataclass(frozen=True, kw_only=True)
class CallSubstitutes(MeetingCommand):
    """替补: more members, where recusals leave too few who may vote. By a lead, while no vote runs; the roll
    is called again before they vote."""

    member_ids: tuple[str, ...] = identifiers(20)


@dataclass(frozen=True, kw_only=True)
class CallRoll(MeetingCommand):
    """点名: who is present. Opens the session, or reconvenes it, where the quorum is met."""

    present_ids: tuple[str, ...] = identifiers(60)


@dataclass(frozen=True, kw_only=True)
class OpenVote(MeetingCommand):
    """Let the members present vote on an item; those before it on the agenda come first."""

    item_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class CastVote(MeetingCommand):
    """A sealed vote. `choice`: an outcome's code, `applies`/`applies_not`, or `abstain`. It cannot be
    changed."""

    item_id: str = identifier()
    choice: str = sealed(identifier())
    reason: str = sealed(text(4_000, default=""))


@dataclass(frozen=True, kw_only=True)
class RevealVotes(MeetingCommand):
    """Open all votes of an item together, once every present member entitled to it has voted."""

    item_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class AdjournMeeting(MeetingCommand):
    """休会 until a moment, with the reason. Votes under way are discarded and cast again."""

    reason: str = text(2_000, 1, read_by=Reader.MEMBERS)
    until: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class NameChair(MeetingCommand):
    """Another member takes the chair of one who is gone; the meeting is adjourned until a moment, as by the
    chair. Votes already opened hold."""

    chair_id: str = identifier()
    reason: str = text(2_000, 1, read_by=Reader.MEMBERS)
    until: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class CancelMeeting(MeetingCommand):
    """Cancel a meeting at which nothing was voted on."""

    reason: str = text(2_000, 1, read_by=Reader.MEMBERS)


@dataclass(frozen=True, kw_only=True)
class WriteMinutes(MeetingCommand):
    """Close the session with its minutes. Every item was voted on or dropped. May be rewritten until the
    first signs."""

    minutes: str = text(50_000, 1, read_by=Reader.MEMBERS)


@dataclass(frozen=True, kw_only=True)
class SignMinutes(MeetingCommand):
    """会签: the members present sign in the order of the roll, the chair last."""
