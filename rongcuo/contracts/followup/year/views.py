"""What is answered about a year of return visits."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.filing.content import HistoryEntry
from rongcuo.contracts.followup.programme.enums import PersonClass
from rongcuo.contracts.followup.year.content import YearPlan, YearReport, YearState


@dataclass(frozen=True, kw_only=True)
class MonthCount:
    """How many visits of a class fall due in a month."""

    month: int
    person_class: PersonClass = chosen()
    visits: int


@dataclass(frozen=True, kw_only=True)
class YearView:
    """`plans`: the newest first, with those lines whose programme the reader sees; `months`: of all lines of
    the newest."""

    case_id: str
    number: str
    title: str
    organ_id: str
    year: int
    state: YearState = chosen()
    plans: tuple[YearPlan, ...] = ()
    months: tuple[MonthCount, ...] = ()
    report: YearReport | None = None
    due_at: datetime | None = moment(default=None)
    provisional: bool = False
    late: bool = False
    allowed: tuple[str, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    tag: str = ""
    opened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class YearLine:
    """One in the list."""

    case_id: str
    number: str
    organ_id: str
    year: int
    state: YearState = chosen()
    due_at: datetime | None = moment(default=None)
    late: bool = False
    opened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class YearsPage:
    """`next_cursor` is empty on the last page."""

    lines: tuple[YearLine, ...] = ()
    next_cursor: str = ""


@dataclass(frozen=True, kw_only=True)
class YearNumber:
    """All that a step answers."""

    case_id: str
    number: str
    tag: str = ""
