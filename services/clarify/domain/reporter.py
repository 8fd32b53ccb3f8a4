"""What is between a report and its reporter, whom only the vault knows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import FeedbackStage, ReporterFeedback, ReporterRequest, TakenRequest
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.readers import Reader
from services.clarify.domain import events
from services.clarify.domain.facts import Facts
from services.clarify.domain.verbs import Verb


def confirm(report: Facts, occasion: Occasion) -> None:
    """实名核实: who reported under their name has said so."""
    report.require(Verb.CONFIRM_REPORTER, occasion)
    report.confirmed, report.unconfirmed = True, ""
    report.step(Verb.CONFIRM_REPORTER, occasion)


def leave_anonymous(report: Facts, why: str, occasion: Occasion) -> None:
    """Under an own name that nobody could confirm: why, is on the record. They may be confirmed later."""
    report.require(Verb.LEAVE_ANONYMOUS, occasion)
    report.unconfirmed = given(why, Reader.INSIDE)
    report.step(Verb.LEAVE_ANONYMOUS, occasion, report.unconfirmed)


def give_feedback(report: Facts, stage: FeedbackStage, words: str, occasion: Occasion) -> None:
    """Each of the two feedbacks once."""
    acceptance = stage is FeedbackStage.ACCEPTANCE
    verb = Verb.TELL_ACCEPTANCE if acceptance else Verb.TELL_RESULT
    report.require(verb, occasion)
    if report.was_told(stage):
        raise CaseError("clarify.told_already", details={"stage": stage.value})
    told = given(words, Reader.REPORTER)
    if acceptance:
        report.turn(verb, occasion)
    else:
        report.go_on(verb, "", occasion)
    report.feedbacks += (ReporterFeedback(stage=stage, words=told, by_name=occasion.actor.name,
                                          at=occasion.now),)
    report.record(events.feedback_given(report, stage, occasion))


def unseen(case: Aggregate, step: Callable[[], None]) -> None:
    """What the reporter does: no tag tells the second at which they did it."""
    before = case.version
    step()
    case.unseen += case.version - before


def take_receipt(report: Facts, told_until: datetime, at: datetime, occasion: Occasion) -> None:
    """The reporter has read what they were told up to that moment; the first time counts."""
    read = tuple(replace(each, read_at=at) if each.read_at is None and each.at <= told_until else each
                 for each in report.feedbacks)
    if read != report.feedbacks and report.transitions.allow(report.state, Verb.TAKE_RECEIPT):
        report.feedbacks = read
        report.step(Verb.TAKE_RECEIPT, occasion)


def take_message(report: Facts, at: datetime, occasion: Occasion) -> None:
    """There is something to read in the dialogue; what, the vault has."""
    if report.transitions.allow(report.state, Verb.TAKE_MESSAGE):
        report.wrote_at = max(filter(None, (report.wrote_at, at)))
        report.step(Verb.TAKE_MESSAGE, occasion)


def take_request(report: Facts, kind: ReporterRequest, officer_id: str, at: datetime,
                 occasion: Occasion) -> None:
    """What the reporter asks for is on the handlers' page. A withdrawal ends nothing: what was reported is no
    longer the reporter's alone."""
    if report.transitions.allow(report.state, Verb.TAKE_REQUEST):
        report.requests += (TakenRequest(kind=kind, officer_id=officer_id, at=at),)
        report.step(Verb.TAKE_REQUEST, occasion, kind.value)
