"""insight (看板): which figures there are, what is asked of them and answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from rongcuo.contracts.fields import chosen, line, number
from rongcuo.contracts.ledger import checkpoint
from rongcuo.contracts.measures import Measure
from rongcuo.contracts.operation import Query


class Code(StrEnum):
    """Each figure. None is the sum of others: what is not told of one would follow from them."""

    FILED = "filed"                    # 报备收到
    ACCEPTED = "accepted"              # 报备受理
    ON_TIME = "on_time"                # 审查决定按期，按月
    LATE = "late"                      # 审查决定逾期，按月
    OPENED = "opened"                  # 认定立案
    EXEMPT = "exempt"                  # 免责
    MITIGATE = "mitigate"              # 减轻
    LIGHTEN = "lighten"                # 从轻
    DENIED = "denied"                  # 不予容错
    MEETINGS = "meetings"              # 联席会议
    APPEALS = "appeals"                # 申诉
    CHANGED = "changed"                # 申诉后变更
    PROGRAMMES = "programmes"          # 回访教育开展
    VISITS = "visits"                  # 回访
    COMPLETED = "completed"            # 回访教育办结
    PROPOSALS = "proposals"            # 建议书发出
    ANSWERED = "answered"              # 建议书销号
    MENDED = "mended"                  # 问题销号
    RULES = "rules"                    # 新订、修订制度
    HOUSEHOLDS = "households"          # 受益户数
    WAGES = "wages"                    # 追回工资
    INVESTMENT = "investment"          # 到位投资
    JOBS = "jobs"                      # 新增岗位
    IN_REVIEW = "in_review"            # 审查，用了多少天
    IN_DETERMINATION = "in_determination"  # 认定
    IN_FEEDBACK = "in_feedback"        # 反馈
    IN_RECORD = "in_record"            # 备案


MONTHLY: Final = frozenset({Code.ON_TIME, Code.LATE})     # of each month, and of no year; all others of years
STAGES: Final = (Code.IN_REVIEW, Code.IN_DETERMINATION, Code.IN_FEEDBACK, Code.IN_RECORD)
MEASURES: Final[Mapping[Code, Measure]] = MappingProxyType(dict.fromkeys(Code, Measure.MATTERS) | {
    Code.MEETINGS: Measure.MEETINGS, Code.VISITS: Measure.PERSON_TIMES,
    Code.HOUSEHOLDS: Measure.HOUSEHOLDS, Code.WAGES: Measure.CNY, Code.INVESTMENT: Measure.CNY,
    Code.JOBS: Measure.JOBS})


@dataclass(frozen=True, kw_only=True)
class InsightQuery:
    """Of one organ by its id, or of all in an area by its first digits (53, 5301); where none is named, of
    the widest place whose figures the actor reads. Of one year."""

    place: str = line(64, default="")
    year: int = number(2000, 2100)


@dataclass(frozen=True, kw_only=True)
class InsightFigure:
    """`shown`: digits; “<5” where it is not told; “213+” where parts of it are not told. `told`: the number
    without those. `days`: of a stage, of which nothing else is told, how many days it took on average."""

    code: Code = chosen()
    measure: Measure = chosen()
    period: str
    shown: str
    told: int
    days: str = ""


@dataclass(frozen=True, kw_only=True)
class InsightPlace:
    """One part of an area. `place`: to be asked for in its turn."""

    place: str
    division_code: str
    figures: tuple[InsightFigure, ...] = ()


@dataclass(frozen=True, kw_only=True)
class InsightFigures:
    """`places`: the parts of an area that have any figure, with what was filed and accepted there."""

    place: str
    division_code: str
    year: int
    figures: tuple[InsightFigure, ...] = ()
    places: tuple[InsightPlace, ...] = ()


FIGURES: Final = Query(
    "insight", "figures", InsightQuery, InsightFigures,
    zh="看板各项统计:漏斗、按期、结果、用时、回访、建议、问题、成效", en="The figures of the dashboard")
CHECKPOINT: Final = checkpoint("insight")
