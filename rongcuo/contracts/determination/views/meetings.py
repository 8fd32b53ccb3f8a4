"""What is answered about joint meetings."""

from dataclasses import dataclass, field
from datetime import datetime

from rongcuo.contracts.determination.enums import ItemState, MeetingState, Question
from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.filing.content import HistoryEntry
from rongcuo.contracts.ledger import LedgerProof


@dataclass(frozen=True, kw_only=True)
class BallotView:
    """A vote after the reveal. `salt` opens its commitment: SHA-256 over the salt and, as compact JSON, the
    list of choice and reason."""

    member_id: str
    member_name: str
    choice: str
    reason: str
    salt: str = ""
    commitment: str = ""


@dataclass(frozen=True, kw_only=True)
class BallotReceipt:
    """A member's own vote, for themselves alone, with what opens its commitment. `proof`: of the ledger's
    line that tells the commitment and no more; none until it is signed."""

    meeting_id: str
    number: str
    item_id: str
    round: int
    member_id: str
    choice: str
    reason: str
    salt: str
    commitment: str
    proof: LedgerProof | None = None


@dataclass(frozen=True, kw_only=True)
class AgendaItemView:
    """An item of the agenda. Before the reveal only who has voted is seen, and one's own vote.

    `round`: how often a vote on it was opened. `voters_wanted`: of those `entitled` so many must be present;
    `voters_present` are, and `voters_missing` more are needed before a vote on it can be opened: 0 where that
    keeps nothing. `awaited`: whose vote is missing while votes are cast.
    `negative_item` is set for that question. `tally`: choice -> votes; `result`: a choice or `no_majority`;
    `minority`: the opinions of those who voted otherwise. `withheld`: none of it is shown, as the actor has a
    part in the case or is recused from it. `dropped_for`: why it has left the agenda, as the code with which
    a vote on it would be refused.
    """

    item_id: str
    case_id: str
    case_title: str
    negative_item: str = ""
    question: Question = chosen()
    state: ItemState = chosen()
    choices: tuple[str, ...] = ()
    entitled: tuple[str, ...] = ()
    voted: tuple[str, ...] = ()
    my_choice: str = ""
    ballots: tuple[BallotView, ...] = ()
    tally: dict[str, int] = field(default_factory=dict)
    result: str = ""
    minority: tuple[BallotView, ...] = ()
    withheld: bool = False
    round: int = 0
    voters_wanted: int = 0
    voters_present: int = 0
    voters_missing: int = 0
    awaited: tuple[str, ...] = ()
    dropped_for: str = ""
    allowed: tuple[str, ...] = ()  # open_vote, cast_vote, reveal_votes, recuse_member


@dataclass(frozen=True, kw_only=True)
class MemberView:
    """A member: `present` at the last roll, or by a vote that counts; `recused_from`: case ids; `signed`: the
    minutes; `left`: their post has ended."""

    officer_id: str
    name: str
    present: bool = False
    signed: bool = False
    recused_from: tuple[str, ...] = ()
    left: bool = False


@dataclass(frozen=True, kw_only=True)
class MeetingView:
    """A joint meeting. `quorum_wanted` of the members must be present at the roll; `signers` are the ids of
    those who sign the minutes, in their order. `draft`: of the minutes, from the facts, for whoever may write
    them now. `minutes_withheld`: they are one text, and the actor has a part in one of its cases, or is
    recused from it."""

    meeting_id: str
    number: str
    title: str
    organ_id: str
    division_code: str
    place: str
    chair_id: str
    pack_id: str
    state: MeetingState = chosen()
    tag: str = ""  # of this very state, for If-Match
    members: tuple[MemberView, ...] = ()
    items: tuple[AgendaItemView, ...] = ()
    quorum_wanted: int = 0
    present: int = 0
    minutes: str = ""
    minutes_withheld: bool = False
    signers: tuple[str, ...] = ()
    draft: str = ""
    next_to_sign: str = ""
    version: int = 0
    history: tuple[HistoryEntry, ...] = ()
    allowed: tuple[str, ...] = ()
    meets_at: datetime = moment()
    convened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class MeetingLine:
    """A meeting in a list."""

    meeting_id: str
    number: str
    title: str
    organ_id: str
    cases: int
    state: MeetingState = chosen()
    meets_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class MeetingsPage:
    """`next_cursor` is empty on the last page."""

    lines: tuple[MeetingLine, ...] = ()
    next_cursor: str = ""
