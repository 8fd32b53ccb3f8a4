"""A year of return visits as followup answers it: for the tests of its pages and for their pictures."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from rongcuo.contracts.followup import (
    Counted,
    MonthCount,
    PersonClass,
    VisitKind,
    YearFigure,
    YearLine,
    YearPlan,
    YearReport,
    YearsPage,
    YearState,
    YearView,
    YearVisit,
)
from rongcuo.contracts.followup.year.operations import VISIT_YEAR, VISIT_YEARS
from rongcuo.contracts.serialisation import dump
from tests.unit.gateway import report_pages
from tests.unit.gateway.site import NOW

PLAN = YearPlan(version=1, written_by_id="zhao", written_by="赵清", at=NOW, lines=(YearVisit(
    programme_id="p1", number="回访〔2026〕1号", person_class=PersonClass.GENERAL, kind=VisitKind.FORMAL,
    on=date(2026, 7, 12), visitors=("王某", "赵清")),))
DRAFT = YearView(
    case_id="y1", number="回访年度〔2026〕", title="回访教育年度计划和报告", organ_id="530127", year=2026,
    state=YearState.PLAN_DRAFT, plans=(PLAN,),
    months=(MonthCount(month=7, person_class=PersonClass.GENERAL, visits=6),),
    due_at=NOW + timedelta(days=9), allowed=("draw_up_year_plan", "approve_year_plan"), opened_at=NOW)
APPROVED = replace(PLAN, approved_by="孙正", approved_at=NOW)
FIGURES = (YearFigure(code=Counted.PLANNED, shown="12"), YearFigure(code=Counted.HELD, shown="9"),
           YearFigure(code=Counted.DECLINED, shown="<5"), YearFigure(code=Counted.PUT_OFF, shown="0"))
REPORTED = replace(
    DRAFT, state=YearState.REPORTED, plans=(replace(APPROVED, version=2, why="三个人的类别有变化"), APPROVED),
    due_at=None, allowed=(), report=YearReport(
        figures=FIGURES, words="两次因防汛改期", written_by_id="zhao", written_by="赵清", at=NOW,
        approved_by="孙正", approved_at=NOW))
LINE = YearLine(case_id="y1", number="回访年度〔2026〕", organ_id="530127", year=2026,
                state=YearState.IN_FORCE, due_at=NOW + timedelta(days=300), opened_at=NOW)


def told(view: YearView) -> dict[str, Any]:
    """What a page of it asks."""
    return {**report_pages.BESIDE, VISIT_YEAR.name: dump(view)}


LOOKS: list[tuple[str, str, str, dict[str, Any]]] = [
    ("lead", "year-draft", "/followup/years/y1", told(DRAFT)),
    ("lead", "year-reported", "/followup/years/y1", told(REPORTED)),
    ("lead", "year-approve", "/followup/years/y1/act/approve_year_plan", told(DRAFT)),
    ("lead", "years", "/followup/years", {VISIT_YEARS.name: dump(YearsPage(lines=(LINE,)))}),
    ("lead", "year-new", "/followup/years/new", {}),
]
