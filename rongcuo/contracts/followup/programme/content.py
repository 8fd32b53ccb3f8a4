"""What a programme holds."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.fields import chosen, line, moment, number, text
from rongcuo.contracts.filing.content import AttachmentRef, files
from rongcuo.contracts.followup.programme.enums import (
    BasisKind,
    ExecutionItem,
    FollowUpStage,
    SanctionDegree,
    SanctionKind,
    TalkWith,
    VisitKind,
    VisitPlace,
    VisitState,
)
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, kw_only=True)
class VisitedPerson:
    """Whom a programme is for. `officer_id` is empty for whoever has no account here."""

    name: str = line(200, 1)
    unit: str = line(200, 1)
    post: str = line(200, default="")
    officer_id: str = line(64, default="")


@dataclass(frozen=True, kw_only=True)
class Sanction:
    """A sanction as it was decided. `effective_on`: from which local day; `effect_months`: how long it has
    its effect."""

    kind: SanctionKind = chosen()
    degree: SanctionDegree = chosen()
    effective_on: date = field()
    effect_months: int = number(1, 120)
    decided_by: str = line(200, 1)
    number: str = line(96, 1)


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What a programme follows from. `source_id`: of the determination or the clearing; `words`: what it was
    in a few words; `since` and `months`: the period of the programme. Of a sanction there are the decision
    itself (`attachments`) and the officer who registered it."""

    kind: BasisKind = chosen()
    number: str
    words: str
    source_id: str = ""
    decided_by: str = ""
    sanction: Sanction | None = None
    registered_by: str = ""
    attachments: tuple[AttachmentRef, ...] = files(5)
    months: int = 0
    since: date = field()


@dataclass(frozen=True, kw_only=True)
class Visitor:
    """Who visits."""

    officer_id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Talk:
    """One talk of a visit, apart from the others. `who`: with whom, by name and post; of the person
    themselves it is left out."""

    with_whom: TalkWith = chosen()
    who: str = line(200, default="")
    words: str = text(8_000, 1, read_by=Reader.CASEWORKERS)


@dataclass(frozen=True, kw_only=True)
class VisitRecord:
    """A visit, from its plan on. `number` within the programme; `asked`: the person asked for it; `reason`:
    why it was declined or cancelled; `wishes`: what the person asks for; `own_words`: how they put right what
    was written of their talk; `entered_by`: who entered that they declined, with the paper."""

    number: int
    kind: VisitKind = chosen()
    place: VisitPlace = chosen()
    visitors: tuple[Visitor, ...] = ()
    outline: str = ""
    asked: bool = False
    state: VisitState = chosen(default=VisitState.PLANNED)
    on: date = field()
    talks: tuple[Talk, ...] = ()
    wishes: str = ""
    own_words: str = ""
    reason: str = ""
    entered_by: str = ""
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class VisitRequest:
    """The person asks to be visited once more. `visit`: the number of the visit made for it; 0 until then."""

    words: str
    visit: int = 0
    entered_by: str = ""
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class Signature:
    """Who signed, and when. `digest`: of what they read; `entered_by`: an officer's id, where it is on paper;
    `unsigned`: why there is none."""

    name: str
    digest: str = ""
    entered_by: str = ""
    unsigned: str = ""
    attachments: tuple[AttachmentRef, ...] = files(5)
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class StepRecord:
    """The record of one of the three steps, to be signed by the person. `digest`: of its words, which a
    signature names."""

    step: FollowUpStage = chosen()
    words: str
    written_by: str
    digest: str = ""
    signature: Signature | None = None
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ExecutionCheck:
    """Whether one thing was done for the sanction. Without `done_on` it does not apply, and `words` says
    why."""

    item: ExecutionItem = chosen()
    done_on: date | None = None
    words: str = text(2_000, default="")


@dataclass(frozen=True, kw_only=True)
class GatheredInformation:
    """期满前采集的信息, of those who handled the case, the unit, and the personnel body."""

    attitude: str = text(4_000, 1, read_by=Reader.INSIDE)
    mind: str = text(4_000, 1, read_by=Reader.INSIDE)
    work: str = text(4_000, 1, read_by=Reader.INSIDE)
    life: str = text(4_000, 1, read_by=Reader.INSIDE)
    unit_says: str = text(4_000, 1, read_by=Reader.INSIDE)
    personnel_says: str = text(4_000, default="")


@dataclass(frozen=True, kw_only=True)
class Escalation:
    """Asked of the level above, and what it says."""

    organ_id: str
    words: str
    answer: str = ""
    answered_by: str = ""
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ChangeRecord:
    """Something that happened in mid-programme, and what was decided for it. `what`: a `PeriodChange` or a
    `PersonChange`; `number`: of the decision elsewhere; `effect`: what follows, such as `ended`;
    `attachments`: its paper."""

    what: str
    on: date = field()
    number: str = ""
    words: str = ""
    effect: str = ""
    decided_by: str = ""
    attachments: tuple[AttachmentRef, ...] = files(5)
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class Remark:
    """What the person adds, in their own words."""

    words: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class CareCard:
    """关爱提醒卡: what was decided, in plain words; what to mind; whom to turn to. `read_at`: 已阅."""

    words: str
    reminders: str
    contact: str
    sent_by: str
    read_at: datetime | None = moment(default=None)
    at: datetime = moment()
