"""What is told of a year of return visits. The subject of an event is the year; none names who is visited."""

from datetime import datetime

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.events import event
from rongcuo.contracts.fields import moment


@event("followup", "year_moved")
class YearMoved(CaseMoved):
    """A step of which nobody but the organ is told."""

    what: str
    actor_id: str
    concerns: tuple[str, ...] = ()
    at: datetime = moment()


@event("followup", "year_plan_approved")
class YearPlanApproved(CaseMoved):
    """What 回访教育年度计划 needs: by month, how many of which class, and who goes."""

    year: str
    plan_version: str
    months: str
    change: str
    approved_by_name: str
    at: datetime = moment()


@event("followup", "year_report_approved")
class YearReportApproved(CaseMoved):
    """What 回访教育年度报告 needs."""

    year: str
    figures: str
    words: str
    approved_by_name: str
    at: datetime = moment()
