"""What clarify tells. The subject of an event is the report. None tells what is reported, or of whom; nor of
the reporter more than the random reference by which the vault knows them."""

from datetime import datetime
from typing import ClassVar

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.clarify.enums import (
    Channel,
    FeedbackStage,
    NoRemit,
    Origin,
    ReportDisposal,
    ReportOutcome,
    ShieldVerdict,
)
from rongcuo.contracts.events import Event, event
from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.ledger import LedgerProof


@event("clarify", "report_registered")
class ReportRegistered(Event):
    """There is a report. Whom to keep it from is looked up before anybody sees it."""

    report_id: str
    organ_id: str
    at: datetime = moment()


@event("clarify", "report_opened")
class ReportOpened(CaseMoved):
    """It waits for the remit check; with its own organ, or with the one above where it is about people of
    its own."""

    reporter_ref: str
    channel: Channel = chosen()
    origin: Origin = chosen()
    at: datetime = moment()


@event("clarify", "report_moved")
class ReportMoved(CaseMoved):
    """A step without its content. `what` is its verb (assign, recuse, form_team, suspend, resume, extend,
    hand_up, confirm_reporter, link, classify, find, send_back, take_message, take_request,
    take_check, post_ended, new_calendar …); `concerns`: officers it is about."""

    steps_told: ClassVar = {
        "take_message": "clarify.reporter_wrote", "take_request": "clarify.reporter_asked"}
    steps_by_the_day: ClassVar = frozenset(steps_told.values())

    what: str
    actor_id: str
    concerns: tuple[str, ...] = ()
    note: str = ""
    at: datetime = moment()


@event("clarify", "report_accepted")
class ReportAccepted(CaseMoved):
    """受理."""

    reporter_ref: str
    at: datetime = moment()


@event("clarify", "report_refused")
class ReportRefused(CaseMoved):
    """不予受理. `turn_to`: where the reporter can go, as the pack says it. What else they are told, the vault
    asks for (`words_to_reporter`)."""

    reporter_ref: str
    reason: NoRemit = chosen()
    turn_to: str
    at: datetime = moment()


@event("clarify", "report_passed_up")
class ReportPassedUp(CaseMoved):
    """报上级. Nothing is left here but its number; `continued_by` is the report that the organ above has."""

    reporter_ref: str
    passed_to: str
    continued_by: str
    at: datetime = moment()


@event("clarify", "report_disposed")
class ReportDisposed(CaseMoved):
    """A disposal, and the answer to the tolerance question."""

    reporter_ref: str
    disposal: ReportDisposal = chosen()
    tolerance_arises: bool
    at: datetime = moment()


@event("clarify", "clearing_answered")
class ClearingAnswered(CaseMoved):
    """Whether a name is to be cleared. `ground`: of a no, as the pack lists them."""

    clear: bool
    ground: str
    at: datetime = moment()


@event("clarify", "report_closed")
class ReportClosed(CaseMoved):
    """办结, with the outcome of the whole."""

    reporter_ref: str
    outcome: ReportOutcome = chosen()
    at: datetime = moment()


@event("clarify", "reporter_feedback_given")
class ReporterFeedbackGiven(CaseMoved):
    """There is something that the vault is to show the reporter, and asks for (`words_to_reporter`)."""

    reporter_ref: str
    stage: FeedbackStage = chosen()
    at: datetime = moment()


@event("clarify", "retrospective_written")
class RetrospectiveWritten(CaseMoved):
    """一案一议: there is one, or a new one. What was learned, followup asks for (`retrospective`)."""

    at: datetime = moment()


@event("clarify", "shield_judged")
class ShieldJudged(CaseMoved):
    """A filing was held against an allegation. `same_matter`: of this one or another of the report it
    is said that it is the same matter; then the filing is to be checked.
    `proof`: of its submission in filing's ledger; None in its first moments. Nobody is exempted by this."""

    filing_id: str
    filing_number: str
    digest: str
    verdict: ShieldVerdict = chosen()
    same_matter: bool
    submitted_at: datetime = moment()
    proof: LedgerProof | None = None
    at: datetime = moment()
