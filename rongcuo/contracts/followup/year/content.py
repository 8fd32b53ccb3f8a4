"""What a year's plan and report hold. Neither names a person who is visited."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.followup.programme.enums import PersonClass, VisitKind


class YearState(StrEnum):
    """How far a year has come."""

    PLAN_DRAFT = "plan_draft"        # 计划待批准
    IN_FORCE = "in_force"            # 计划执行中
    REPORT_DRAFT = "report_draft"    # 报告待批准
    REPORTED = "reported"            # 年度报告已批准


class Counted(StrEnum):
    """What the report counts."""

    PLANNED = "planned"      # 计划, by the version in force at the end
    HELD = "held"            # 已回访
    DECLINED = "declined"    # 本人谢绝
    PUT_OFF = "put_off"      # 改期、取消


@dataclass(frozen=True, kw_only=True)
class YearVisit:
    """A visit that falls due in the year. `visitors`: who is planned to go, or who holds the programme."""

    programme_id: str
    number: str
    person_class: PersonClass = chosen()
    kind: VisitKind = chosen()
    on: date
    visitors: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class YearPlan:
    """A version of the plan. `why`: what changed since the one before; `approved_by`: empty until somebody
    has."""

    version: int
    lines: tuple[YearVisit, ...] = ()
    why: str = ""
    written_by_id: str
    written_by: str
    at: datetime = moment()
    approved_by: str = ""
    approved_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class YearFigure:
    """`shown`: digits, or “<5” where few persons would be told apart by it; `of`: by class, where that tells
    nobody apart either."""

    code: Counted = chosen()
    shown: str
    of: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class YearReport:
    """`words`: why what was planned was not held; `approved_by`: empty until somebody has."""

    figures: tuple[YearFigure, ...]
    words: str
    written_by_id: str
    written_by: str
    at: datetime = moment()
    approved_by: str = ""
    approved_at: datetime | None = moment(default=None)
