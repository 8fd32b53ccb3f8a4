"""What is answered about problems."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.fields import choices, chosen, moment
from rongcuo.contracts.filing.content import HistoryEntry
from rongcuo.contracts.followup.problem.content import (
    Measure,
    ProblemDescription,
    ProblemSource,
    RiskPoint,
    RuleChange,
)
from rongcuo.contracts.followup.problem.enums import ProblemState, Shared
from rongcuo.contracts.review.views import RecusalView


@dataclass(frozen=True, kw_only=True)
class LikelyRepeat:
    """One that may be the same, by what both have in common; only a person says that it is."""

    case_id: str
    number: str
    title: str
    state: ProblemState = chosen()
    shared: tuple[Shared, ...] = choices(Shared)


@dataclass(frozen=True, kw_only=True)
class Recurrence:
    """How often it came up in the months before a rule and since, in steps of `step_months`, each in the
    order of time. `whole`: those after are over."""

    rule: int
    step_months: int
    before: tuple[int, ...] = ()
    after: tuple[int, ...] = ()
    whole: bool = False
    illustrative: bool = True


@dataclass(frozen=True, kw_only=True)
class ProblemView:
    """For those of its organ, and above it. `description` is missing until somebody has put it in words;
    `unit`, `situation`: as far as they are known before."""

    case_id: str
    number: str
    title: str
    organ_id: str
    division_code: str
    pack_id: str
    state: ProblemState = chosen()
    tag: str = ""
    unit: str = ""
    situation: str = ""
    description: ProblemDescription | None = None
    sources: tuple[ProblemSource, ...] = ()
    measures: tuple[Measure, ...] = ()
    rules: tuple[RuleChange, ...] = ()
    risk_point: RiskPoint | None = None
    likely: tuple[LikelyRepeat, ...] = ()
    recurrences: tuple[Recurrence, ...] = ()
    merged_into: str = ""
    closing_words: str = ""
    illustrative: bool = True
    recusals: tuple[RecusalView, ...] = ()
    late: bool = False
    due_at: datetime | None = moment(default=None)
    provisional: bool = False
    allowed: tuple[str, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    opened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ProblemLine:
    """One in a list. `times`: how often it came up; `measures`, `settled`: how many it has, and how many are
    closed or dropped."""

    case_id: str
    number: str
    title: str
    organ_id: str
    unit: str = ""
    situation: str = ""
    state: ProblemState = chosen()
    weak_point: str = ""
    source: str = ""
    times: int = 1
    measures: int = 0
    settled: int = 0
    rules: int = 0
    provisional: bool = False
    late: bool = False
    suspended: bool = False
    due_at: datetime | None = moment(default=None)
    opened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ProblemsPage:
    """`counts` per tab, up to 1,000."""

    lines: tuple[ProblemLine, ...] = ()
    next_cursor: str = ""
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ProblemNumber:
    """Which problem it was. `tag`: of the state it has now, for If-Match."""

    case_id: str
    number: str
    tag: str = ""


@dataclass(frozen=True, kw_only=True)
class RuleShown:
    """A rule in force that came of a risk. `text`: for readers of its own organ, whose names may be in it."""

    title: str
    number: str
    in_force_on: date
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class RiskPointView:
    """风险点, without what it came from. `own`: of the reader's own organ."""

    words: str
    advice: str
    own: bool = False
    rules: tuple[RuleShown, ...] = ()
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class RiskPoints:
    """Of the reader's own organ first, then the newest."""

    points: tuple[RiskPointView, ...] = ()
