"""What the platform says to a reporter, as the letter box shows it to them, and a report's page to whoever
handles it."""

from flask_babel import lazy_gettext

from rongcuo.contracts.vault import Saying
from services.gateway.console.page.labels import Words

SAYINGS: Words = {
    Saying.OPENED: lazy_gettext(
        "您的举报已经收到，正在审查是否属于受理范围。有结果会在这里告诉您；您也可以随时在这里补充情况。"),
    Saying.ACCEPTED: lazy_gettext(
        "您的举报已经受理。接下来由承办人员研究处理，需要您补充情况的，会在这里问您。"),
    Saying.PASSED_ON: lazy_gettext(
        "您反映的问题按照管理权限，已经转由上级机关办理。查询码不变，请继续在这里查看。"),
    Saying.BEING_HANDLED: lazy_gettext(
        "您反映的问题正在办理。为了保护您，也为了把事情查清楚，过程中的情况不便细说，请您谅解。"),
    Saying.RESULT_FOLLOWS: lazy_gettext("您反映的问题已经办结，结果将按规定向您反馈，请留意这里。"),
    Saying.CLOSED: lazy_gettext("您反映的问题已经办结。感谢您的监督；有新的情况，可以再次反映。"),
}
