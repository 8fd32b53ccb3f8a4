"""What is answered about a clarification."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.clarify.clarification.content import (
    ClearedAllegation,
    ClearingAct,
    ClearingOpinion,
    ClearingReceipt,
    Plan,
    Said,
    UnitAsk,
    Visit,
    VisitAnswer,
)
from rongcuo.contracts.clarify.clarification.enums import (
    ClarificationStart,
    ClarificationState,
    ClearingNotice,
)
from rongcuo.contracts.clarify.procedures import CodedText, Concerned
from rongcuo.contracts.fields import choices, chosen, moment
from rongcuo.contracts.filing.content import AttachmentRef, HistoryEntry
from rongcuo.contracts.review.enums import HeldBy
from rongcuo.contracts.review.views import DeadlineView, RecusalView


@dataclass(frozen=True, kw_only=True)
class ObjectionView:
    """What somebody who is not cleared says against that, and what the next level answered."""

    organ_id: str
    words: str = ""
    clear: bool | None = None
    answer: str = ""
    attachments: tuple[AttachmentRef, ...] = ()
    objected_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ClarificationView:
    """For whoever works on it, and, without its inside, for the person concerned. `preview`: what will be
    said to whom, `doubtful`: words in it to look at twice; `untrue`: numbers of the report's allegations that
    can be cleared, of which nobody is told before it is `settled`; `grounds_known` and `refusals_known`: the
    pack's, to choose from; `guidance`: for units that dare not or will not clear; `plan_digest`: by which an
    opinion says of which plan it is; `namesakes`: how many accounts may be the person's, where none surely
    is; `complaint`: that it is late, or a mode was dropped; `unread`: what was put to the person and has not
    reached them; `visit_until`: for their answer to `visit`; `beyond_plan`: the personnel body and the units
    that were not in the plan."""

    case_id: str
    number: str
    title: str
    organ_id: str
    division_code: str
    pack_id: str
    concerned: Concerned
    start: ClarificationStart = chosen()
    state: ClarificationState = chosen()
    held_by: HeldBy = chosen(default=HeldBy.HANDLER)
    tag: str = ""
    report_id: str = ""
    sees_report: bool = False  # the actor does
    assignee_id: str = ""
    assignee_name: str = ""
    situation: str = ""
    reported: str = ""
    wish: str = ""
    untrue: tuple[str, ...] = ()
    settled: bool = False
    allegations: tuple[ClearedAllegation, ...] = ()
    grounds: tuple[CodedText, ...] = ()
    effects: str = ""
    plan: Plan | None = None
    preview: tuple[Said, ...] = ()
    doubtful: tuple[str, ...] = ()
    opinion: ClearingOpinion | None = None
    opinion_until: date | None = None
    opinion_awaited: bool = False
    plan_digest: str = ""
    namesakes: int = 0
    recommendation: str = ""
    review_opinion: str = ""
    with_false_accusation: bool = False
    proposed_refusal: CodedText | None = None
    refusal: CodedText | None = None
    reasons: str = ""
    objection: ObjectionView | None = None
    complaint: ObjectionView | None = None
    object_until: date | None = None
    acts: tuple[ClearingAct, ...] = ()
    dropped: tuple[str, ...] = ()
    asks: tuple[UnitAsk, ...] = ()
    archive_number: str = ""
    personnel_body: str = ""
    visit_from: date | None = None
    visit: Visit | None = None
    visit_answer: VisitAnswer | None = None
    visit_until: date | None = None
    receipts: tuple[ClearingReceipt, ...] = ()
    unread: tuple[ClearingNotice, ...] = choices(ClearingNotice)
    beyond_plan: tuple[str, ...] = ()
    feedback: str = ""
    grounds_known: tuple[CodedText, ...] = ()
    refusals_known: tuple[CodedText, ...] = ()
    guidance: tuple[CodedText, ...] = ()
    recusals: tuple[RecusalView, ...] = ()
    deadline: DeadlineView | None = None
    late: bool = False
    allowed: tuple[str, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    opened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ClarificationLine:
    """One on the board. `about`: whom it clears, in a few words."""

    case_id: str
    number: str
    organ_id: str
    about: str
    state: ClarificationState = chosen()
    assignee_name: str = ""
    provisional: bool = False
    late: bool = False
    suspended: bool = False
    due_at: datetime | None = moment(default=None)
    opened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ClarificationsPage:
    """`counts` per tab, up to 1,000."""

    lines: tuple[ClarificationLine, ...] = ()
    next_cursor: str = ""
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class UnwillingUnit:
    """A unit that was asked and did not: it declined, or its time is up."""

    case_id: str
    number: str
    organ_id: str
    ask: UnitAsk


@dataclass(frozen=True, kw_only=True)
class UnwillingUnits:
    """The oldest first, with what is to be read before one talks with them."""

    units: tuple[UnwillingUnit, ...] = ()
    guidance: tuple[CodedText, ...] = ()
