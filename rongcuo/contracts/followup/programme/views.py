"""What is answered about a programme."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.filing.content import HistoryEntry
from rongcuo.contracts.followup.programme.content import (
    Basis,
    CareCard,
    ChangeRecord,
    Escalation,
    ExecutionCheck,
    GatheredInformation,
    Remark,
    StepRecord,
    VisitedPerson,
    VisitRecord,
    VisitRequest,
)
from rongcuo.contracts.followup.programme.enums import (
    DutyKind,
    Grade,
    PersonClass,
    ProgrammeState,
    Recommendation,
)
from rongcuo.contracts.followup.programme.growth import GrowthPlan, Mentor, MilestoneRecord
from rongcuo.contracts.review.enums import HeldBy
from rongcuo.contracts.review.views import RecusalView


@dataclass(frozen=True, kw_only=True)
class DutyView:
    """What is due on a day, why, and whether it is done. `visit`: the number of the one by which it was."""

    kind: DutyKind = chosen()
    due_on: date
    done: bool = False
    visit: int = 0
    provisional: bool = False


@dataclass(frozen=True, kw_only=True)
class EvaluationView:
    """What somebody found, for those inside."""

    grade: Grade = chosen()
    words: str
    by: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ProgrammeView:
    """For whoever works on it, and for the person, who sees all that is about them but what others said in
    talks apart, what was gathered inside, and how those inside found the help. `least_visitors`,
    `most_visits`: the pack's, of one visit and of a year; `illustrative`: its rhythm rests on no source of
    the place."""

    case_id: str
    number: str
    title: str
    organ_id: str
    division_code: str
    pack_id: str
    person: VisitedPerson
    basis: Basis
    state: ProgrammeState = chosen()
    held_by: HeldBy = chosen(default=HeldBy.HANDLER)
    tag: str = ""
    theirs: bool = False
    person_class: PersonClass = chosen(default=PersonClass.GENERAL)
    assignee_id: str = ""
    assignee_name: str = ""
    begins_on: date
    ends_on: date
    duties: tuple[DutyView, ...] = ()
    visits: tuple[VisitRecord, ...] = ()
    requests: tuple[VisitRequest, ...] = ()
    records: tuple[StepRecord, ...] = ()
    mentor: Mentor | None = None
    plans: tuple[GrowthPlan, ...] = ()
    milestones: tuple[MilestoneRecord, ...] = ()
    executed: tuple[ExecutionCheck, ...] = ()
    gathered: GatheredInformation | None = None
    unit_evaluation: EvaluationView | None = None
    evaluation: EvaluationView | None = None
    escalations: tuple[Escalation, ...] = ()
    changes: tuple[ChangeRecord, ...] = ()
    remarks: tuple[Remark, ...] = ()
    card: CareCard | None = None
    recommendation: Recommendation | None = chosen(default=None)
    closing_words: str = ""
    end_told_at: datetime | None = moment(default=None)
    least_visitors: int = 2
    most_visits: int = 2
    illustrative: bool = True
    recusals: tuple[RecusalView, ...] = ()
    late: bool = False
    due_at: datetime | None = moment(default=None)
    provisional: bool = False
    allowed: tuple[str, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    opened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ProgrammeLine:
    """One in a list. `about`: whom it is for, in a few words."""

    case_id: str
    number: str
    organ_id: str
    about: str
    state: ProgrammeState = chosen()
    basis: str
    assignee_name: str = ""
    ends_on: date
    provisional: bool = False
    late: bool = False
    suspended: bool = False
    due_at: datetime | None = moment(default=None)
    opened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ProgrammesPage:
    """`counts` per tab, up to 1,000."""

    lines: tuple[ProgrammeLine, ...] = ()
    next_cursor: str = ""
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ProgrammeNumber:
    """Which programme it was. `tag`: of the state it has now, for If-Match."""

    case_id: str
    number: str
    tag: str = ""
