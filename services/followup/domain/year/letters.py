"""What a year tells, as its letters need it: neither a person nor a programme is named in them."""

from collections import Counter
from collections.abc import Mapping
from typing import Final, Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.followup import (
    Counted,
    PersonClass,
    YearPlan,
    YearPlanApproved,
    YearReport,
    YearReportApproved,
)

CLASSES: Final[Mapping[PersonClass, str]] = {
    PersonClass.KEY: "重点关注", PersonClass.GENERAL: "一般帮扶", PersonClass.ENCOURAGING: "正向激励"}
COUNTED: Final[Mapping[Counted, str]] = {
    Counted.PLANNED: "计划", Counted.HELD: "已回访", Counted.DECLINED: "本人谢绝",
    Counted.PUT_OFF: "改期、取消"}
NOTHING: Final = "无"


class Told(Protocol):
    """A `VisitYear`."""

    year: int

    def standing(self) -> Standing: ...


def plan_approved(year: Told, plan: YearPlan, occasion: Occasion) -> YearPlanApproved:
    """回访教育年度计划."""
    return YearPlanApproved(
        standing=year.standing(), year=str(year.year), plan_version=str(plan.version), months=_months(plan),
        change=plan.why or NOTHING, approved_by_name=plan.approved_by, at=occasion.now)


def report_approved(year: Told, report: YearReport, occasion: Occasion) -> YearReportApproved:
    """回访教育年度报告."""
    lines = "\n".join(
        f"{COUNTED[each.code]}：{each.shown}次" + (f"（{_by_class(each.of)}）" if each.of else "")
        for each in report.figures)
    return YearReportApproved(
        standing=year.standing(), year=str(year.year), figures=lines, words=report.words,
        approved_by_name=report.approved_by, at=occasion.now)


def _months(plan: YearPlan) -> str:
    lines = []
    for month in sorted({each.on.month for each in plan.lines}):
        found = [each for each in plan.lines if each.on.month == month]
        classes = Counter(each.person_class for each in found)
        told = "，".join(f"{CLASSES[each]}{classes[each]}次" for each in PersonClass if classes[each])
        visitors = dict.fromkeys(name for each in found for name in each.visitors)
        lines.append(f"{month}月：{told}；回访人员：{'、'.join(visitors) or '待定'}")
    return "\n".join(lines) or NOTHING


def _by_class(of: Mapping[str, str]) -> str:
    return "，".join(f"{CLASSES[PersonClass(code)]}{shown}次" for code, shown in of.items())
