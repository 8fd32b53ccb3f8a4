"""What review answers."""

from dataclasses import dataclass
from datetime import date, datetime

from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.filing.content import HistoryEntry
from rongcuo.contracts.gaps import GapView
from rongcuo.contracts.review.enums import HeldBy, RecusalGround, ReviewState


@dataclass(frozen=True, kw_only=True)
class ExplainedDayView:
    """One day of an explained deadline; `why` is Chinese, `why_en` English."""

    date: date
    weekday: int
    kind: str
    name: str
    counted: bool
    count: int
    why: str
    why_en: str
    provisional: bool


@dataclass(frozen=True, kw_only=True)
class DeadlineView:
    """A deadline and how it came about. `late` compares local dates, as the limit counts days. `suspended_…`:
    since when its clock stands still and why, for whoever reads that."""

    date: date
    limit: str
    provisional: bool
    suspended: bool
    late: bool
    edition: str
    limit_en: str = ""
    days: tuple[ExplainedDayView, ...] = ()
    suspended_because: str = ""
    suspended_since: datetime | None = moment(default=None)
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class CaseLine:
    """A case in the work list."""

    case_id: str
    tag: str = ""   # as in the view, for If-Match
    number: str
    title: str
    situation: str
    unit: str
    assignee_id: str
    assignee_name: str
    organ_id: str
    provisional: bool
    suspended: bool
    late: bool
    state: ReviewState = chosen()
    held_by: HeldBy = chosen(default=HeldBy.HANDLER)
    due_at: datetime | None = moment(default=None)
    opened_at: datetime = moment()
    decided_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class CasesPage:
    """`counts` per tab, up to 1,000; `next_cursor` is empty on the last page."""

    counts: dict[str, int]
    lines: tuple[CaseLine, ...] = ()
    next_cursor: str = ""


@dataclass(frozen=True, kw_only=True)
class RecusalView:
    """Somebody who may not take part in this case."""

    officer_id: str
    officer_name: str
    ground: RecusalGround = chosen()
    reason: str = ""
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class CaseView:
    """A case, whole. `stages`: the pack's stage codes in order; `allowed`: what the actor may do now.
    `named`: officers whom the filer names as having a part, and the organ has not looked at yet;
    `named_in_words`: whom by name only, as they wrote it: it holds for whoever is called so and is neither
    recused nor `cleared`, as whom a lead gave the case knowing so;
    `first_organ_id`: where it was filed, should it have been handed up since."""

    case_id: str
    number: str
    title: str
    situation: str
    organ_id: str
    division_code: str
    unit: str
    filer_name: str
    pack_id: str
    assignee_id: str
    assignee_name: str
    stages: tuple[str, ...]
    state: ReviewState = chosen()
    held_by: HeldBy = chosen(default=HeldBy.HANDLER)
    tag: str = ""  # of this very state, for If-Match
    deadline: DeadlineView | None = None
    team: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    named_in_words: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()
    first_organ_id: str = ""
    recusals: tuple[RecusalView, ...] = ()
    opinion: str = ""
    reasons: str = ""
    objection: str = ""  # why the filer does not take the refusal
    late: bool = False
    history: tuple[HistoryEntry, ...] = ()
    allowed: tuple[str, ...] = ()
    missing: tuple[GapView, ...] = ()  # before which of their steps
    opened_at: datetime = moment()
    decided_at: datetime | None = moment(default=None)
    supplement_due_at: datetime | None = moment(default=None)  # while a supplement is awaited


@dataclass(frozen=True, kw_only=True)
class Punctuality:
    """on_time + late = decided; `open_overdue` are still undecided past their day."""

    decided: int
    on_time: int
    late: int
    open_overdue: int
