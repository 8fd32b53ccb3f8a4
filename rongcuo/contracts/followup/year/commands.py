"""What can be asked to be done about a year of return visits."""

from dataclasses import dataclass

from rongcuo.contracts.commanding import CaseCommand, CommandMessage
from rongcuo.contracts.fields import number, text
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, kw_only=True)
class DrawUpYearPlan(CommandMessage):
    """From the programmes of the actor's organ as they stand now. `why`: asked for where a plan is in force
    already, of which this is a further version."""

    year: int = number(2020, 2100)
    why: str = text(2_000, read_by=Reader.ORGAN, default="")


@dataclass(frozen=True, kw_only=True)
class ApproveYearPlan(CaseCommand):
    """By a lead who did not draw it up."""


@dataclass(frozen=True, kw_only=True)
class DrawUpYearReport(CaseCommand):
    """Once the year is over. `words`: why what was planned was not held, without naming anybody."""

    words: str = text(4_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class ApproveYearReport(CaseCommand):
    """By a lead who did not draw it up."""
