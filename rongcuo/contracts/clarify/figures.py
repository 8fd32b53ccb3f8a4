"""Figures of the two procedures. Each says what it counts; figures of different measures are not added."""

from dataclasses import dataclass, field
from enum import StrEnum

from rongcuo.contracts.fields import chosen


class Measure(StrEnum):
    """What a figure counts. Different measures are never added together."""

    MATTERS = "matters"            # 件
    PERSONS = "persons"            # 人
    PERSON_TIMES = "person_times"  # 人次
    ITEM_TIMES = "item_times"      # 件次
    ORGANISATIONS = "organisations"  # 个（组织）


@dataclass(frozen=True, kw_only=True)
class Figure:
    """`shown`: digits, or “<5” where the number itself may not be told; `of`: parts by code, likewise."""

    code: str
    shown: str
    measure: Measure = chosen()
    of: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class StageDays:
    """How many days clarifications have spent in a stage: the median, and how many of them."""

    stage: str
    median: int
    ended: int


@dataclass(frozen=True, kw_only=True)
class ClarificationFigures:
    """`share_cleared`: how many per cent of the unfounded reports; None where there were none."""

    figures: tuple[Figure, ...] = ()
    stages: tuple[StageDays, ...] = ()
    share_cleared: int | None = None


@dataclass(frozen=True, kw_only=True)
class FalseAccusationFigures:
    """Everything below five is suppressed, everywhere, also nothing at all."""

    figures: tuple[Figure, ...] = ()
