"""What somebody has filed, for the record of their own doings (动态画像)."""

from dataclasses import dataclass
from datetime import date, datetime

from rongcuo.contracts.fields import chosen, identifier, moment
from rongcuo.contracts.filing.content import FilingState
from rongcuo.contracts.filing.oversight.views import OutcomeTotal


@dataclass(frozen=True, kw_only=True)
class FiledByQuery:
    """Of one officer."""

    filer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class GuidedOn:
    """Guidance that was given, and the first day on which something was put right after it."""

    on: date
    words: str
    corrected_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class FiledMatter:
    """A filing that was submitted, with the guidance it was given and what came of it."""

    filing_id: str
    number: str
    title: str
    organ_id: str
    state: FilingState = chosen()
    submitted_at: datetime | None = moment(default=None)
    guidance: tuple[GuidedOn, ...] = ()
    outcomes: tuple[OutcomeTotal, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FiledBy:
    """As far as the asking actor may see them, newest first. `more`: there are others, not told here."""

    matters: tuple[FiledMatter, ...] = ()
    more: bool = False
