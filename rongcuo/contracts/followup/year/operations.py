"""What can be done about years of return visits, and asked."""

from rongcuo.contracts.followup import year as contract
from rongcuo.contracts.operation import Command, Query

SERVICE = "followup"

DRAW_UP_YEAR_PLAN = Command(SERVICE, "draw_up_year_plan", contract.DrawUpYearPlan, contract.YearNumber,
    zh="拟订回访年度计划，或者年中的新版本",
    en="Draw up the yearly plan of return visits, or a further version of it")
APPROVE_YEAR_PLAN = Command(SERVICE, "approve_year_plan", contract.ApproveYearPlan, contract.YearNumber,
    zh="批准回访年度计划", en="Approve the yearly plan")
DRAW_UP_YEAR_REPORT = Command(SERVICE, "draw_up_year_report", contract.DrawUpYearReport, contract.YearNumber,
    zh="年度终了，拟订回访年度报告", en="Draw up the yearly report, once the year is over")
APPROVE_YEAR_REPORT = Command(SERVICE, "approve_year_report", contract.ApproveYearReport, contract.YearNumber,
    zh="批准回访年度报告", en="Approve the yearly report")
VISIT_YEAR = Query(SERVICE, "visit_year", contract.YearQuery, contract.YearView,
    zh="一年的回访计划和报告", en="The plan and the report of one year")
VISIT_YEARS = Query(SERVICE, "visit_years", contract.YearsQuery, contract.YearsPage,
    zh="各年的回访计划和报告", en="The plans and reports of all years")
