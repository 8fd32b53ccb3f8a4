"""What clarify answers."""

from dataclasses import dataclass
from datetime import date, datetime

from rongcuo.contracts.clarify.content import (
    Allegation,
    ClearingAnswer,
    Disposition,
    Finding,
    ReporterFeedback,
    ReportLink,
    Retrospective,
    ShieldMatch,
    TakenRequest,
    VersionShare,
)
from rongcuo.contracts.clarify.enums import (
    Channel,
    Likeness,
    NoRemit,
    Origin,
    ReporterKind,
    ReportOutcome,
    ReportState,
)
from rongcuo.contracts.fields import choices, chosen, moment
from rongcuo.contracts.filing.content import HistoryEntry
from rongcuo.contracts.review.enums import HeldBy
from rongcuo.contracts.review.views import DeadlineView, RecusalView


@dataclass(frozen=True, kw_only=True)
class ReportNumber:
    """Which report it was. Commands answer nothing else: their answers are kept, and whoever gave one may be
    kept from the report. `tag`: of the state it has now, for If-Match."""

    report_id: str
    number: str
    tag: str = ""


@dataclass(frozen=True, kw_only=True)
class Followed:
    """A case that follows from a report."""

    case_id: str
    number: str


@dataclass(frozen=True, kw_only=True)
class ReportView:
    """A report, whole. Of one that was passed up, nothing but number, days and where it went.

    `acceptance_due_on`: by when a real-name reporter is told of the acceptance, until they are;
    `assigned_due_on`: by when what the level above assigned is closed. `clearing_asked`: it can't be closed
    before the question whether a name is to be cleared is answered. `wrote_at`: when the reporter wrote last;
    what, the dialogue says. `links`: with those reports that the actor sees; `repeats`: also one that they
    don't. `clarifications`, `false_accusations`: what followed from it, as far as the actor sees that;
    inquiries only for whoever does more than supervise. `channel`, `origin` and `kind` are
    not told of what was passed up. `allowed`: what the actor may do now.
    """

    report_id: str
    number: str
    organ_id: str
    first_organ_id: str
    division_code: str
    pack_id: str
    channel: Channel | None = chosen(default=None)
    origin: Origin | None = chosen(default=None)
    kind: ReporterKind | None = chosen(default=None)
    given_by: str
    reporter_ref: str
    pseudonym: str
    state: ReportState = chosen()
    stage: str
    held_by: HeldBy = chosen()
    tag: str = ""
    allegations: tuple[Allegation, ...] = ()
    findings: tuple[Finding, ...] = ()
    outcome: ReportOutcome | None = chosen(default=None)
    dispositions: tuple[Disposition, ...] = ()
    clearing_asked: bool = False
    clearing: ClearingAnswer | None = None
    links: tuple[ReportLink, ...] = ()
    repeats: bool = False
    clarifications: tuple[Followed, ...] = ()
    false_accusations: tuple[Followed, ...] = ()
    feedbacks: tuple[ReporterFeedback, ...] = ()
    requests: tuple[TakenRequest, ...] = ()
    wrote_at: datetime | None = moment(default=None)
    matches: tuple[ShieldMatch, ...] = ()
    retrospective: Retrospective | None = None
    refused_for: NoRemit | None = chosen(default=None)
    passed_to: str = ""
    assignee_id: str = ""
    assignee_name: str = ""
    team: tuple[str, ...] = ()
    recusals: tuple[RecusalView, ...] = ()
    deadline: DeadlineView | None = None
    late: bool = False
    acceptance_due_on: date | None = None
    assigned_due_on: date | None = None
    history: tuple[HistoryEntry, ...] = ()
    allowed: tuple[str, ...] = ()
    received_at: datetime = moment()
    opened_at: datetime = moment()
    decided_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class ReportLine:
    """A report in a list. `about`: whom it is about, in a few words."""

    report_id: str
    number: str
    organ_id: str
    about: str
    channel: Channel | None = chosen(default=None)
    origin: Origin | None = chosen(default=None)
    state: ReportState = chosen()
    held_by: HeldBy = chosen()
    assignee_id: str
    assignee_name: str
    late: bool
    suspended: bool
    provisional: bool
    tag: str
    due_at: datetime = moment()
    opened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ReportsPage:
    """`counts` of each tab, up to 1,000; `next_cursor` is empty on the last page."""

    counts: dict[str, int]
    lines: tuple[ReportLine, ...] = ()
    next_cursor: str = ""


@dataclass(frozen=True, kw_only=True)
class CandidateView:
    """A filing that may be about the same matter as an allegation. `alike`: of 100, how much of the words
    they share. `shares`: what was filed on the days of the act, where the filing was changed."""

    allegation: int
    filing_id: str
    filing_number: str
    register_number: str
    title: str
    unit: str
    filer_name: str
    alike: int
    speaks_for: tuple[Likeness, ...] = choices(Likeness)
    speaks_against: tuple[Likeness, ...] = choices(Likeness)
    act_from: date | None = None
    act_until: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    submitted_at: datetime = moment()
    shares: tuple[VersionShare, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Candidates:
    """What speaks most for the same matter comes first, by allegation."""

    candidates: tuple[CandidateView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RetrospectiveView:
    """What was learned from a report, and nothing of what was reported, of whom or by whom."""

    report_id: str
    number: str
    organ_id: str
    division_code: str
    retrospective: Retrospective | None = None


@dataclass(frozen=True, kw_only=True)
class ClueView:
    """A report as the clue that it is (问题线索): under the number of the organ where it was registered, with
    its disposals, and by their keys (`rongcuo/casework/apart.py`) all from whom it is kept, and so what
    follows from it. `opens_determination`: the tolerance question was answered with yes the last time, and
    the actor handles it."""

    report_id: str
    number: str
    organ_id: str
    division_code: str
    dispositions: tuple[Disposition, ...] = ()
    keys_apart: tuple[str, ...] = ()
    opens_determination: bool = False


@dataclass(frozen=True, kw_only=True)
class Clues:
    """`organs`: those where a report has the number, also one that the actor does not see: numbers have no
    gaps, so that there is one says nothing. `clues`: those that the actor sees."""

    organs: tuple[str, ...] = ()
    clues: tuple[ClueView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WordsToReporter:
    """What the office has written for the reporter to read, so far: why it was not accepted, and the two
    feedbacks. No event holds it."""

    refusal: str = ""
    acceptance: str = ""
    result: str = ""


@dataclass(frozen=True, kw_only=True)
class Handling:
    """`handles`: the officer sees the report and may act on it; `reads`: they decide an inquiry into who made
    it, and read what passed with the reporter, no more. `organ_id`: which organ has it. `named`: officers
    whom it is about, `names` as they are written; everybody of `units_named` belongs to them; `keys`: those
    of all from whom it is kept (`rongcuo/casework/apart.py`). None of them may come near the reporter.
    `known` is false where there is no report of this reporter, or none yet that anybody may see."""

    known: bool
    handles: bool = False
    reads: bool = False
    organ_id: str = ""
    named: tuple[str, ...] = ()
    units_named: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
