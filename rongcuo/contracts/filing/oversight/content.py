"""What is noted in the later life of a filing; each dated and under the name of whoever noted it."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.fields import (
    choices,
    chosen,
    identifier,
    identifiers,
    line,
    moment,
    number,
    text,
)
from rongcuo.contracts.filing.oversight.enums import (
    Bound,
    LapseCause,
    Mark,
    OutcomeKind,
    OutcomeUnit,
    OutcomeUse,
    Track,
)
from rongcuo.contracts.readers import Reader

MOST_CNY = 10 ** 14


@dataclass(frozen=True, kw_only=True)
class Noted:
    """By whom, and when."""

    by_id: str
    by_name: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class PlannedCheckpoint:
    """检查节点, as planned: its code in the pack's list, and who looks at it, at least two."""

    code: str = identifier()
    due_on: date = field()
    supervisors: tuple[str, ...] = identifiers(10)


@dataclass(frozen=True, kw_only=True)
class Supervisor:
    """One of those who look at a checkpoint."""

    officer_id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class CheckpointFinding(Noted):
    """What supervisors found at a checkpoint. `papers`: those that they saw."""

    finding: str
    in_order: bool
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Lapse:
    """A checkpoint that is asked for no more."""

    cause: LapseCause = chosen()
    on: date = field()


@dataclass(frozen=True, kw_only=True)
class Checkpoint:
    """检查节点. `gone`: supervisors who left before they had looked at it."""

    code: str
    due_on: date
    supervisors: tuple[Supervisor, ...] = ()
    gone: tuple[Supervisor, ...] = ()
    found: CheckpointFinding | None = None
    lapse: Lapse | None = None


@dataclass(frozen=True, kw_only=True)
class ProgressReport(Noted):
    """进度报告: what part of the whole is done, and what should be by the plan, in percent."""

    on: date
    done: int
    planned: int
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class FiledPeriod:
    """The days that were filed, as they stood from `since` on."""

    since: date
    valid_until: date
    act_from: date | None = None
    act_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Meddling(Noted):
    """打招呼登记: a leader meddled. It is not shown to whoever is named, nor to those who have no need."""

    number: int
    leader_name: str
    on: date
    what: str
    leader_id: str = ""
    leader_post: str = ""


@dataclass(frozen=True, kw_only=True)
class Marked:
    """How one standard was met by the matter, with the reason where it was not wholly."""

    standard: str = identifier()
    mark: Mark = chosen()
    reason: str = text(2_000, default="", read_by=Reader.FILER)


@dataclass(frozen=True, kw_only=True)
class MatterEvaluation(Noted):
    """事后评估 of the matter, never of a person. `track`: as the pack's rule says of the marks."""

    conclusion: str
    track: Track = chosen()
    marks: tuple[Marked, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OutcomeRecord(Noted):
    """成效: an outcome with its unit. `corrects`: the number of the entry in whose place it stands, or 0."""

    number: int
    kind: OutcomeKind = chosen()
    unit: OutcomeUnit = chosen()
    amount: int
    on: date
    source: str = ""
    corrects: int = 0
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class FilingRetrospective(Noted):
    """一案一议: what was learned, with the three weak points."""

    held_on: date
    learned: str
    rule_gaps: str = ""
    power_risks: str = ""
    oversight_gaps: str = ""


@dataclass(frozen=True, kw_only=True)
class OversightClosing(Noted):
    """办结, with the use that is made of it."""

    words: str
    uses: tuple[OutcomeUse, ...] = choices(OutcomeUse)


@dataclass(frozen=True, kw_only=True)
class NewOutcome:
    """An outcome as somebody enters it."""

    kind: OutcomeKind = chosen()
    unit: OutcomeUnit = chosen()
    amount: int = number(0, MOST_CNY)
    on: date = field()
    source: str = line(200, 1)
    corrects: int = number(0, 1_000, default=0)
    reason: str = text(2_000, default="")


@dataclass(frozen=True, kw_only=True)
class NewMeddling:
    """Who meddled, when and how."""

    leader_name: str = line(60, 1)
    leader_id: str = line(64, default="")
    leader_post: str = line(120, default="")
    on: date = field()
    what: str = text(4_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class NewFinding:
    """What supervisors found at a checkpoint. Where it is not `in_order`, `guidance` says what is to be put
    right by `correction_due_on`."""

    finding: str = text(4_000, 1, read_by=Reader.FILER)
    in_order: bool
    papers: tuple[str, ...] = identifiers(20)
    outside: tuple[Bound, ...] = choices(Bound)
    guidance: str = text(4_000, default="")
    correction_due_on: date | None = None
