"""The words of a year's pages: Chinese is the message itself."""

from flask_babel import lazy_gettext

from rongcuo.contracts.followup import Counted
from rongcuo.contracts.followup import YearState as State
from services.gateway.console.page.labels import Words

STATES: Words = {
    State.PLAN_DRAFT: lazy_gettext("计划待批准"), State.IN_FORCE: lazy_gettext("计划执行中"),
    State.REPORT_DRAFT: lazy_gettext("报告待批准"), State.REPORTED: lazy_gettext("年度报告已批准")}
COUNTED: Words = {
    Counted.PLANNED: lazy_gettext("计划回访"), Counted.HELD: lazy_gettext("已回访"),
    Counted.DECLINED: lazy_gettext("本人谢绝"), Counted.PUT_OFF: lazy_gettext("改期、取消")}
