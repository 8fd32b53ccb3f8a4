"""What is answered about a proposal."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.filing.content import HistoryEntry
from rongcuo.contracts.followup.proposal.content import (
    ProposalEvaluation,
    ProposalLookBack,
    ProposalReceipt,
    ProposalRecurrence,
    ProposalReply,
    ProposalText,
    RectificationPlan,
)
from rongcuo.contracts.followup.proposal.enums import ProposalKind, ProposalState
from rongcuo.contracts.review.enums import HeldBy
from rongcuo.contracts.review.views import RecusalView


@dataclass(frozen=True, kw_only=True)
class ProposalView:
    """For whoever works on it, and, from its delivery on, for the addressee, who sees all but what the organ
    said within itself, and of the organ's people only who approved it: other names of theirs are empty.
    `to_us`: it is addressed to the reader's unit; `unit_now`: what the addressee is called now; `reply_by`:
    the last day of the answer; `most_days`: within how many it may be at the latest; `illustrative`: its
    days rest on no source of the place."""

    case_id: str
    number: str
    title: str
    organ_id: str
    division_code: str
    pack_id: str
    content: ProposalText
    unit_now: str
    state: ProposalState = chosen()
    held_by: HeldBy = chosen(default=HeldBy.HANDLER)
    tag: str = ""
    to_us: bool = False
    assignee_id: str = ""
    assignee_name: str = ""
    drafted_by: tuple[str, ...] = ()
    reviewed_by: str = ""
    approved_by: str = ""
    delivered_at: datetime | None = moment(default=None)
    receipt: ProposalReceipt | None = None
    responsible: str = ""
    reply_by: date | None = None
    extended_days: int = 0
    plans: tuple[RectificationPlan, ...] = ()
    replies: tuple[ProposalReply, ...] = ()
    evaluations: tuple[ProposalEvaluation, ...] = ()
    returned: bool = False
    superior: str = ""
    closed_at: datetime | None = moment(default=None)
    look_backs: tuple[ProposalLookBack, ...] = ()
    recurrence: ProposalRecurrence | None = None
    reminded_at: datetime | None = moment(default=None)
    most_days: int = 0
    illustrative: bool = True
    recusals: tuple[RecusalView, ...] = ()
    late: bool = False
    due_at: datetime | None = moment(default=None)
    provisional: bool = False
    allowed: tuple[str, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    opened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ProposalLine:
    """One in a list. `suggestions`: how many the letter holds."""

    case_id: str
    number: str
    title: str
    organ_id: str
    kind: ProposalKind = chosen()
    addressee: str
    state: ProposalState = chosen()
    suggestions: int = 0
    assignee_name: str = ""
    provisional: bool = False
    late: bool = False
    suspended: bool = False
    due_at: datetime | None = moment(default=None)
    opened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ProposalsPage:
    """`counts` per tab, up to 1,000."""

    lines: tuple[ProposalLine, ...] = ()
    next_cursor: str = ""
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ProposalFigure:
    """Of one organ and kind. Letters and the suggestions in them are counted apart; each is digits, or “<5”
    where a supervisor could tell from it whom it is about."""

    organ_id: str
    kind: ProposalKind = chosen()
    letters: str
    suggestions: str
    answered: str
    closed: str


@dataclass(frozen=True, kw_only=True)
class ProposalFigures:
    """No sums: by them what is not told could be told."""

    figures: tuple[ProposalFigure, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ProposalNumber:
    """Which proposal it was. `tag`: of the state it has now, for If-Match."""

    case_id: str
    number: str
    tag: str = ""
