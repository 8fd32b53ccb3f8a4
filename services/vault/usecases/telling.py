"""What clarify tells of a report, as its reporter hears it. Who came by letter has no code, and is told by
letter."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, get_args

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import clarify
from rongcuo.contracts.clarify import FeedbackStage
from rongcuo.contracts.clarify.false_accusation.operations import ADDRESSED
from rongcuo.contracts.clarify.operations import WORDS_TO_REPORTER
from rongcuo.contracts.vault import PutToReporter
from rongcuo.contracts.vault import ReporterStatus as Status
from services.vault.ports import Strongroom, Vault

Context = ExecutionContext[Vault]
Event = (clarify.ReportOpened | clarify.ReportAccepted | clarify.ReportRefused | clarify.ReportPassedUp
         | clarify.ReportDisposed | clarify.ReportClosed | clarify.ReporterFeedbackGiven
         | clarify.ReporterAddressed)
HEARD: Final = get_args(Event)

OPENED = "您的举报已经收到，正在审查是否属于受理范围。有结果会在这里告诉您；您也可以随时在这里补充情况。"
ACCEPTED = "您的举报已经受理。接下来由承办人员研究处理，需要您补充情况的，会在这里问您。"
PASSED_UP = "您反映的问题按照管理权限，已经转由上级机关办理。查询码不变，请继续在这里查看。"
HANDLED = "您反映的问题正在办理。为了保护您，也为了把事情查清楚，过程中的情况不便细说，请您谅解。"
RESULT_FOLLOWS = "您反映的问题已经办结，结果将按规定向您反馈，请留意这里。"
CLOSED = "您反映的问题已经办结。感谢您的监督；有新的情况，可以再次反映。"


# Whichever way a report is disposed of, its reporter hears that it is being handled, and no more.
ALWAYS: Final[Mapping[type[Event], tuple[Status, str]]] = {
    clarify.ReportOpened: (Status.RECEIVED, OPENED), clarify.ReportAccepted: (Status.ACCEPTED, ACCEPTED),
    clarify.ReportPassedUp: (Status.PASSED_ON, PASSED_UP),
    clarify.ReportDisposed: (Status.BEING_HANDLED, HANDLED)}


def hear(context: Context, event: Event, room: Strongroom) -> None:
    """What was written for the reporter is asked of clarify first."""
    put = (PutToReporter(case_id=event.case_id, place=event.place)
           if isinstance(event, clarify.ReporterAddressed) else None)
    tell(context, event.reporter_ref, *_told(context, event), event.at, room, put)


def tell(context: Context, reporter_ref: str, status: Status | None, words: str, said_at: datetime,
         room: Strongroom, put: PutToReporter | None = None) -> None:
    """`status` is None where it stays as it is. `said_at`: when clarify said it."""
    with context.unit() as unit:
        reporter = unit.store.reporter_if_there(reporter_ref)
        if reporter is not None:
            reporter.tell(status or reporter.status, words, said_at, room.retention, put)
        unit.commit(*filter(None, [reporter]))


def _told(context: Context, event: Event) -> tuple[Status | None, str]:
    match event:
        case clarify.ReportRefused():
            return Status.NOT_ACCEPTED, _refusal(context, event)
        case clarify.ReportClosed():
            return Status.CLOSED, CLOSED if event.standing.ended else RESULT_FOLLOWS
        case clarify.ReporterFeedbackGiven():
            return _feedback(context, event)
        case clarify.ReporterAddressed():
            put = clarify.AddressedQuery(case_id=event.case_id, place=event.place)
            return None, context.ask(ADDRESSED, put).words
    return ALWAYS[type(event)]


def _refusal(context: Context, event: clarify.ReportRefused) -> str:
    return f"{_written(context, event).refusal}\n{event.turn_to}。"


def _feedback(context: Context, event: clarify.ReporterFeedbackGiven) -> tuple[Status | None, str]:
    """That it was accepted may be told once it is being handled already."""
    written = _written(context, event)
    if event.stage is FeedbackStage.ACCEPTANCE:
        return None, written.acceptance
    return Status.CLOSED, written.result


def _written(context: Context, event: clarify.ReportRefused | clarify.ReporterFeedbackGiven
             ) -> clarify.WordsToReporter:
    """No event holds what an officer has written: it is asked for."""
    return context.ask(WORDS_TO_REPORTER, clarify.ReportQuery(report_id=event.standing.matter_id))
