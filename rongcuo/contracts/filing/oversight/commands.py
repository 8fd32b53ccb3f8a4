"""What can be asked for in the later life of a filing."""

from dataclasses import dataclass, field
from datetime import date

from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.fields import choices, identifier, line, many, next_page, number, sought, text
from rongcuo.contracts.filing.oversight.content import (
    Marked,
    NewFinding,
    NewMeddling,
    NewOutcome,
    PlannedCheckpoint,
)
from rongcuo.contracts.filing.oversight.enums import Bound, OutcomeUse
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, kw_only=True)
class OversightCommand(CommandMessage):
    """About one, by its id, which the filing names. Each answers an OversightView."""

    oversight_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class PlanOversight(OversightCommand):
    """制定检查计划: which checkpoints, by when, by whom. Those that were looked at stay."""

    checkpoints: tuple[PlannedCheckpoint, ...] = many(30)


@dataclass(frozen=True, kw_only=True)
class RecordCheckpoint(OversightCommand):
    """记录检查情况, by one of its supervisors."""

    checkpoint: str = identifier()
    finding: NewFinding = field()


@dataclass(frozen=True, kw_only=True)
class ReportProgress(OversightCommand):
    """报告进度, by the filer."""

    on: date = field()
    done: int = number(0, 100)
    planned: int = number(0, 100)
    words: str = text(4_000, default="")


@dataclass(frozen=True, kw_only=True)
class ReportDeviation(OversightCommand):
    """报告偏差: by the filer, or found by the organ."""

    what: str = text(4_000, 1, read_by=Reader.REVIEWERS)
    on: date = field()
    outside: tuple[Bound, ...] = choices(Bound)


@dataclass(frozen=True, kw_only=True)
class GiveGuidance(OversightCommand):
    """指导: what the filer is to put right, and until when."""

    deviation: int = number(1, 1_000)
    words: str = text(4_000, 1, read_by=Reader.FILER)
    due_on: date = field()


@dataclass(frozen=True, kw_only=True)
class ReportCorrection(OversightCommand):
    """报告纠正情况, by the filer."""

    deviation: int = number(1, 1_000)
    words: str = text(4_000, 1, read_by=Reader.REVIEWERS)
    on: date = field()


@dataclass(frozen=True, kw_only=True)
class DisputeDeviation(OversightCommand):
    """异议, by the filer themselves."""

    deviation: int = number(1, 1_000)
    words: str = text(4_000, 1, read_by=Reader.REVIEWERS)


@dataclass(frozen=True, kw_only=True)
class AnswerDispute(OversightCommand):
    """Whether the deviation stands, by somebody else than who noted it."""

    deviation: int = number(1, 1_000)
    stands: bool
    words: str = text(4_000, 1, read_by=Reader.FILER)


@dataclass(frozen=True, kw_only=True)
class RegisterMeddling(OversightCommand):
    """打招呼登记."""

    meddling: NewMeddling = field()


@dataclass(frozen=True, kw_only=True)
class EvaluateMatter(OversightCommand):
    """事后评估, by every standard of the pack."""

    marks: tuple[Marked, ...] = many(60)
    conclusion: str = text(4_000, 1, read_by=Reader.FILER)


@dataclass(frozen=True, kw_only=True)
class RecordOutcome(OversightCommand):
    """登记成效."""

    outcome: NewOutcome = field()


@dataclass(frozen=True, kw_only=True)
class HoldRetrospective(OversightCommand):
    """一案一议."""

    held_on: date = field()
    learned: str = text(4_000, 1, read_by=Reader.ORGAN)
    rule_gaps: str = text(4_000, default="")
    power_risks: str = text(4_000, default="")
    oversight_gaps: str = text(4_000, default="")


@dataclass(frozen=True, kw_only=True)
class CloseOversight(OversightCommand):
    """办结, with the use that is made of it."""

    uses: tuple[OutcomeUse, ...] = choices(OutcomeUse)
    words: str = text(4_000, 1, read_by=Reader.FILER)


@dataclass(frozen=True, kw_only=True)
class OversightQuery:
    """The later life of one filing."""

    oversight_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class OversightsQuery:
    """A page of one tab: `mine`, `organ`, `unplanned`, `closed`, or for whoever files `own`."""

    tab: str = line(20, default="organ")
    search: str = sought()
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)
