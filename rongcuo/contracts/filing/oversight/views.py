"""What is answered of the later life of a filing."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.filing.content import HistoryEntry
from rongcuo.contracts.filing.oversight.content import (
    Checkpoint,
    FilingRetrospective,
    MatterEvaluation,
    Meddling,
    OutcomeRecord,
    OversightClosing,
    ProgressReport,
)
from rongcuo.contracts.filing.oversight.deviations import Deviation
from rongcuo.contracts.filing.oversight.enums import (
    ColourCause,
    ColourPreset,
    ListColour,
    MatterPhase,
    OutcomeKind,
    OutcomeUnit,
    OversightState,
)


@dataclass(frozen=True, kw_only=True)
class ShownColour:
    """A colour as the rule of its preset finds it today, with the fact that sets it. `deviation`,
    `points`, `months`: which, and by how much. `colour` is empty where nothing sets any."""

    preset: ColourPreset = chosen()
    cause: ColourCause = chosen()
    colour: ListColour | None = chosen(default=None)
    deviation: int = 0
    points: int = 0
    months: int = 0


@dataclass(frozen=True, kw_only=True)
class OutcomeTotal:
    """What stands of one kind."""

    kind: OutcomeKind = chosen()
    unit: OutcomeUnit = chosen()
    amount: int


@dataclass(frozen=True, kw_only=True)
class OversightView:
    """The later life of a filing. `colours`: one for each preset; `preset` is that of the place. `planned`:
    it needs checkpoints; `due_on`, `due_stage`: what is to be done next. `phases`: those it has been in.
    `meddlings`: as far as they are the reader's to see."""

    oversight_id: str
    filing_id: str
    number: str
    title: str
    organ_id: str
    division_code: str
    unit: str
    filer_id: str
    filer_name: str
    pack_id: str
    tag: str = ""
    state: OversightState = chosen()
    phase: MatterPhase = chosen()
    phases: tuple[str, ...] = ()
    planned: bool
    valid_until: date
    due_on: date | None = None
    due_stage: str = ""
    preset: str = ""
    colours: tuple[ShownColour, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    progress: tuple[ProgressReport, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    meddlings: tuple[Meddling, ...] = ()
    evaluations: tuple[MatterEvaluation, ...] = ()
    outcomes: tuple[OutcomeRecord, ...] = ()
    totals: tuple[OutcomeTotal, ...] = ()
    retrospectives: tuple[FilingRetrospective, ...] = ()
    closing: OversightClosing | None = None
    history: tuple[HistoryEntry, ...] = ()
    allowed: tuple[str, ...] = ()
    opened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class OversightLine:
    """One in a list."""

    oversight_id: str
    filing_id: str
    number: str
    title: str
    organ_id: str
    division_code: str
    unit: str
    state: OversightState = chosen()
    planned: bool
    deviations: int
    stage: str = ""
    late: bool = False
    due_on: date | None = None
    opened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class OversightsPage:
    """`next_cursor` is empty on the last page; `counts`: of every tab, up to 1,000."""

    lines: tuple[OversightLine, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    next_cursor: str = ""
