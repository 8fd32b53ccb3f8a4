"""What clarify tells of a report, as its reporter hears it. Who came by letter has no code, and is told by
letter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, get_args

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import clarify
from rongcuo.contracts.clarify import FeedbackStage
from rongcuo.contracts.clarify.false_accusation.operations import ADDRESSED
from rongcuo.contracts.clarify.operations import WORDS_TO_REPORTER
from rongcuo.contracts.vault import PutToReporter, ReporterTold, Saying
from rongcuo.contracts.vault import ReporterStatus as Status
from services.vault.ports import Strongroom, Vault

Context = ExecutionContext[Vault]
Event = (clarify.ReportOpened | clarify.ReportAccepted | clarify.ReportRefused | clarify.ReportPassedUp
         | clarify.ReportDisposed | clarify.ReportClosed | clarify.ReporterFeedbackGiven
         | clarify.ReporterAddressed)
HEARD: Final = get_args(Event)

# Whichever way a report is disposed of, its reporter hears that it is being handled, and no more.
ALWAYS: Final[Mapping[type[Event], tuple[Status, Saying]]] = {
    clarify.ReportOpened: (Status.RECEIVED, Saying.OPENED),
    clarify.ReportAccepted: (Status.ACCEPTED, Saying.ACCEPTED),
    clarify.ReportPassedUp: (Status.PASSED_ON, Saying.PASSED_ON),
    clarify.ReportDisposed: (Status.BEING_HANDLED, Saying.BEING_HANDLED)}


@dataclass(frozen=True, kw_only=True)
class Told:
    """`status` is None where it stays as it is. `said` by the platform, or written by an officer, with where
    the pack sends the reporter."""

    status: Status | None
    said: Saying | None = None
    words: str = ""
    turn_to: str = ""
    put: PutToReporter | None = None


def hear(context: Context, event: Event, room: Strongroom) -> None:
    """What was written for the reporter is asked of clarify first."""
    tell(context, event.reporter_ref, _told(context, event), event.at, room)


def tell(context: Context, reporter_ref: str, told: Told, said_at: datetime, room: Strongroom) -> None:
    """`said_at`: when clarify said it."""
    with context.unit() as unit:
        reporter = unit.store.reporter_if_there(reporter_ref)
        if reporter is not None:
            reporter.tell(ReporterTold(
                status=told.status or reporter.status, said=told.said, words=told.words,
                turn_to=told.turn_to, put=told.put, at=said_at), room.retention)
        unit.commit(*filter(None, [reporter]))


def _told(context: Context, event: Event) -> Told:
    match event:
        case clarify.ReportRefused():
            written = _written(context, event).refusal
            return Told(status=Status.NOT_ACCEPTED, words=written, turn_to=event.turn_to)
        case clarify.ReportClosed():
            over = event.standing.ended
            return Told(status=Status.CLOSED, said=Saying.CLOSED if over else Saying.RESULT_FOLLOWS)
        case clarify.ReporterFeedbackGiven():
            return _feedback(context, event)
        case clarify.ReporterAddressed():
            asked = clarify.AddressedQuery(case_id=event.case_id, place=event.place)
            return Told(status=None, words=context.ask(ADDRESSED, asked).words,
                        put=PutToReporter(case_id=event.case_id, place=event.place))
    status, said = ALWAYS[type(event)]
    return Told(status=status, said=said)


def _feedback(context: Context, event: clarify.ReporterFeedbackGiven) -> Told:
    """That it was accepted may be told once it is being handled already."""
    written = _written(context, event)
    if event.stage is FeedbackStage.ACCEPTANCE:
        return Told(status=None, words=written.acceptance)
    return Told(status=Status.CLOSED, words=written.result)


def _written(context: Context, event: clarify.ReportRefused | clarify.ReporterFeedbackGiven
             ) -> clarify.WordsToReporter:
    """No event holds what an officer has written: it is asked for."""
    return context.ask(WORDS_TO_REPORTER, clarify.ReportQuery(report_id=event.standing.matter_id))
