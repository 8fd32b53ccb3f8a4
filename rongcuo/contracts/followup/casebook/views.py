"""What is answered about the casebook."""

from dataclasses import dataclass
from datetime import date, datetime

from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.filing.content import HistoryEntry
from rongcuo.contracts.followup.casebook.content import (
    Combination,
    EntryCheck,
    EntrySource,
    EntryText,
    Fit,
    Mask,
    Validity,
)
from rongcuo.contracts.followup.casebook.enums import EntryState


@dataclass(frozen=True, kw_only=True)
class EntryView:
    """One, as far as the actor may see it. `text` and `title` are masked; what it stands for (`original`),
    the masks, the source and who worked on it are for those who work on it (`inside`). `over`: its days are
    past. `left`: words of the source that the masked text still shows."""

    case_id: str
    number: str
    title: str
    edition: int
    organ_id: str
    area: str
    area_name: str
    area_name_en: str = ""
    illustrative: bool = True
    state: EntryState = chosen()
    tag: str = ""
    text: EntryText
    combination: Combination
    shown_in: str
    validity: Validity | None = None
    over: bool = False
    replaces: str = ""
    replaced_by: str = ""
    notice: str
    inside: bool = False
    original: EntryText | None = None
    source: EntrySource | None = None
    masks: tuple[Mask, ...] = ()
    left: tuple[str, ...] = ()
    fit: Fit | None = None
    written_by: str = ""
    checkers: tuple[str, ...] = ()
    checks: tuple[EntryCheck, ...] = ()
    reason: str = ""
    allowed: tuple[str, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    begun_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class EntryLine:
    """One in a list."""

    case_id: str
    number: str
    edition: int
    title: str
    area: str
    area_name: str
    area_name_en: str = ""
    organ_id: str
    state: EntryState = chosen()
    valid_until: date | None = None
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class EntriesPage:
    """A page of a list."""

    lines: tuple[EntryLine, ...] = ()
    next_cursor: str = ""


@dataclass(frozen=True, kw_only=True)
class GuideEntry:
    """An entry as the guide has it."""

    case_id: str
    number: str
    text: EntryText
    until: date


@dataclass(frozen=True, kw_only=True)
class GuideView:
    """The guide of an area: its entries that hold today, in the order of their numbers. `edition` names this
    very content. `asked_by`, `read_by`: where the actor was asked to read it; `read_at`: when they did."""

    area: str
    area_name: str
    area_name_en: str = ""
    illustrative: bool = True
    edition: str
    as_of: date
    notice: str
    entries: tuple[GuideEntry, ...] = ()
    asked_by: str = ""
    read_by: date | None = None
    read_at: datetime | None = moment(default=None)
    may_assign: bool = False


@dataclass(frozen=True, kw_only=True)
class AreaLine:
    """A guide that there is. `unread`: the actor was asked to read it, and has not yet."""

    area: str
    name: str
    name_en: str
    entries: int
    unread: bool = False


@dataclass(frozen=True, kw_only=True)
class Areas:
    """All areas, each with how many entries it has for the actor."""

    lines: tuple[AreaLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReadingLine:
    """Somebody, and the edition that they were asked to read. `current`: it is the one that stands now."""

    officer_id: str
    name: str
    edition: str
    current: bool
    assigned_by: str = ""
    read_by: date | None = None
    assigned_at: datetime = moment()
    read_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class ReadingsView:
    """For the leads of the organ."""

    area: str
    edition: str
    asked: int
    read: int
    lines: tuple[ReadingLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class EntryNumber:
    """Which entry it was."""

    case_id: str
    number: str
    tag: str = ""


@dataclass(frozen=True, kw_only=True)
class ReadingsMade:
    """How many readings were assigned, or noted."""

    area: str
    edition: str
    many: int
