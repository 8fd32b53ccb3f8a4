"""Figures of reports and of the two procedures. Each says what it counts; figures of different measures are
not added."""

from dataclasses import dataclass, field
from datetime import date

from rongcuo.contracts.fields import chosen, line
from rongcuo.contracts.measures import Measure as Measure  # handed on with the rest


@dataclass(frozen=True, kw_only=True)
class FiguresQuery:
    """Of one organ, the actor's own where none is named, in these days, both included: a year at most."""

    organ_id: str = line(64, default="")
    since: date = field()
    until: date = field()


@dataclass(frozen=True, kw_only=True)
class Figure:
    """`shown`: digits, or “<5” where the number itself may not be told; `of`: parts by code. They `overlap`
    where one matter may be in several: then their sum is not the whole."""

    code: str
    shown: str
    measure: Measure = chosen()
    of: dict[str, str] = field(default_factory=dict)
    overlap: bool = False


@dataclass(frozen=True, kw_only=True)
class ReportFigures:
    """Of the reports that came in; of each category, in two levels, and level of the persons, how many
    reports there are in which it occurs."""

    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, kw_only=True)
class StageDays:
    """How many working days clarifications have spent in a stage: the median, how many of them have left it,
    and how many of those were late."""

    stage: str
    median: int
    ended: int
    late: int


@dataclass(frozen=True, kw_only=True)
class ClarificationFigures:
    """What became of the reports that were closed and found untrue in these days. `share_cleared`: how many
    per cent of them were cleared; None where there were none."""

    figures: tuple[Figure, ...] = ()
    stages: tuple[StageDays, ...] = ()
    share_cleared: int | None = None


@dataclass(frozen=True, kw_only=True)
class FalseAccusationFigures:
    """Everything below five is suppressed, everywhere, also nothing at all."""

    figures: tuple[Figure, ...] = ()
