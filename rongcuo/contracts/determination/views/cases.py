"""What is answered about determinations, and the appeals against them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.determination.content import (
    Act,
    Assessment,
    Consent,
    DecisionTerms,
    Disagreement,
    Evidence,
    FactsMaterial,
    LinkedFiling,
    NegativeFinding,
    Overturned,
    RecusalApplication,
    Statement,
    Subject,
)
from rongcuo.contracts.determination.enums import DecisionStanding, DeterminationState, Initiation, Outcome
from rongcuo.contracts.determination.views.appeals import AppealView
from rongcuo.contracts.determination.views.person import PersonView
from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.filing.content import HistoryEntry
from rongcuo.contracts.gaps import GapView
from rongcuo.contracts.review.enums import HeldBy
from rongcuo.contracts.review.views import DeadlineView, RecusalView


@dataclass(frozen=True, kw_only=True)
class DeterminationLine:
    """A determination in a list."""

    case_id: str
    tag: str = ""   # as in the view, for If-Match
    number: str
    title: str
    situation: str
    subject_name: str
    unit: str
    assignee_id: str
    assignee_name: str
    organ_id: str
    stage: str
    provisional: bool
    suspended: bool
    late: bool
    state: DeterminationState = chosen()
    held_by: HeldBy = chosen(default=HeldBy.HANDLER)
    outcome: str = ""
    recusal_asked: bool = False    # and not answered: a lead does
    due_at: datetime | None = moment(default=None)
    opened_at: datetime = moment()
    decided_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class DeterminationsPage:
    """`counts` per tab, up to 1,000; `next_cursor` is empty on the last page."""

    counts: dict[str, int]
    lines: tuple[DeterminationLine, ...] = ()
    next_cursor: str = ""


@dataclass(frozen=True, kw_only=True)
class StageStep:
    """A stage of the case's pack: passed, running or to come."""

    code: str
    name: str
    name_en: str
    standing: str  # passed, running, to_come


@dataclass(frozen=True, kw_only=True)
class DecisionView:
    """A decision, current or not. `basis`: meeting, negative_list, correction or appeal."""

    decision_id: str
    basis: str
    decided_by_name: str
    terms: DecisionTerms
    outcome: Outcome = chosen()
    standing: DecisionStanding = chosen()
    why: str = ""  # of a correction or a revocation
    meeting_id: str = ""
    consent: Consent | None = None
    overturned: tuple[Overturned, ...] = ()
    appeal_until: date | None = None
    decided_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class DeterminationView:
    """A determination, as far as the actor may see it.

    `judged_by`: the pack in force when the act happened (lists, criteria, outcomes); `run_by`: the one in
    force
    when the case was opened (stages, limits, quorum). The subject sees stage, deadline, own statement, facts
    material and decisions, never assessments or findings. `assessments`: the actor's own, and colleagues'
    once
    the actor has answered the same set. `assessors_wanted`: set code -> how many the pack asks for;
    `assessors_counted`: how many have answered it, also those whose answers the actor does not see.
    `facts_shown`: the subject has seen all that is held against them; `heard`: they have spoken to it.
    `statements`: the subject's, in their order; `statement` is the last of them. `withheld`: what is inside
    is not shown, as the actor is of the subject's side or recused from the case. Who is so and is not the
    subject sees that there is a case and where it stands, and nobody's words in it, its appeals' neither.
    """

    case_id: str
    number: str
    title: str
    situation: str
    grounds: str
    organ_id: str
    division_code: str
    judged_by: str
    run_by: str
    stage: str
    assignee_id: str
    assignee_name: str
    subject: Subject
    act: Act
    initiation: Initiation | None = chosen(default=None)  # for those outside: only where it was applied for
    state: DeterminationState = chosen()
    held_by: HeldBy = chosen(default=HeldBy.HANDLER)
    tag: str = ""  # of this very state, for If-Match
    clue_number: str = ""
    report_id: str = ""  # the report that is the clue
    stages: tuple[StageStep, ...] = ()
    deadline: DeadlineView | None = None
    team: tuple[PersonView, ...] = ()
    recusals: tuple[RecusalView, ...] = ()
    recusals_asked: tuple[RecusalApplication, ...] = ()
    filings: tuple[LinkedFiling, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    statement: Statement | None = None
    statements: tuple[Statement, ...] = ()
    facts_material: FactsMaterial | None = None
    standing_items: tuple[str, ...] = ()
    negative_findings: tuple[NegativeFinding, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    assessors_wanted: dict[str, int] = field(default_factory=dict)
    assessors_counted: dict[str, int] = field(default_factory=dict)
    facts_shown: bool = False
    heard: bool = False
    disagreements: tuple[Disagreement, ...] = ()
    report: str = ""
    meeting_ids: tuple[str, ...] = ()
    resolved: str = ""  # what a signed meeting resolved: an outcome's code, or empty
    decisions: tuple[DecisionView, ...] = ()
    appeals: tuple[AppealView, ...] = ()
    opinion: str = ""
    reasons: str = ""
    late: bool = False
    history: tuple[HistoryEntry, ...] = ()
    allowed: tuple[str, ...] = ()
    missing: tuple[GapView, ...] = ()  # before which of their steps
    withheld: bool = False
    opened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class CaseOfReport:
    """A determination that a report has led to."""

    case_id: str
    number: str
    title: str
    subject: Subject
    state: DeterminationState = chosen()


@dataclass(frozen=True, kw_only=True)
class OfReport:
    """The oldest first."""

    cases: tuple[CaseOfReport, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SimilarCase:
    """A decided case beside the one at hand, without names."""

    case_id: str
    number: str
    title: str
    situation: str
    division_code: str
    reasons: str
    shared: tuple[str, ...] = ()  # what it has in common: situation, negative items
    outcome: Outcome = chosen()
    decided_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class SimilarCases:
    """Newest first. `outcomes`: how often each outcome was decided for this situation."""

    cases: tuple[SimilarCase, ...] = ()
    outcomes: dict[str, int] = field(default_factory=dict)
