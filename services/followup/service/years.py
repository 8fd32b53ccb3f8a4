"""年度计划和年度报告: a year of return visits."""

from rongcuo.chassis.service import answers, carries_out
from rongcuo.contracts.followup.year import operations
from services.followup.service.context import Context
from services.followup.usecases import years
from services.followup.views import years as pages


class Years(Context):
    """年度计划和年度报告: a year of return visits."""

    draw_up_year_plan = carries_out(operations.DRAW_UP_YEAR_PLAN, years.draw_up_plan)
    approve_year_plan = carries_out(operations.APPROVE_YEAR_PLAN, years.approve_plan)
    draw_up_year_report = carries_out(operations.DRAW_UP_YEAR_REPORT, years.draw_up_report)
    approve_year_report = carries_out(operations.APPROVE_YEAR_REPORT, years.approve_report)

    visit_year = answers(operations.VISIT_YEAR, pages.year)
    visit_years = answers(operations.VISIT_YEARS, pages.page)
