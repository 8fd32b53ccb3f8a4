"""What a report tells: each event says where it stands after the step, and none what is reported."""

from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.clarify import (
    Channel,
    ClearingAnswered,
    Disposition,
    FeedbackStage,
    NoRemit,
    Origin,
    ReportAccepted,
    ReportClosed,
    ReportDisposed,
    ReporterFeedbackGiven,
    ReportMoved,
    ReportOpened,
    ReportOutcome,
    ReportPassedUp,
    ReportRefused,
    RetrospectiveWritten,
    ShieldJudged,
    ShieldMatch,
    ShieldVerdict,
)
from rongcuo.contracts.ledger import LedgerProof

KIND = "report"
TITLE = "检举控告件"     # in tasks and notices: neither what is reported, nor of whom


class Told(Protocol):
    """A `Report`, as far as its events show it."""

    id: str
    reporter_ref: str
    channel: Channel
    origin: Origin
    matches: tuple[ShieldMatch, ...]

    @property
    def standing(self) -> Standing: ...


def opened(report: Told, occasion: Occasion) -> ReportOpened:
    """It is known whom to keep it from."""
    return ReportOpened(standing=report.standing, reporter_ref=report.reporter_ref, channel=report.channel,
                        origin=report.origin, at=occasion.now)


def moved(report: Told, what: str, occasion: Occasion, note: str = "", *concerns: str) -> ReportMoved:
    """A step without its content."""
    return ReportMoved(standing=report.standing, what=str(what), actor_id=occasion.actor.officer_id,
                       concerns=concerns, note=note, at=occasion.now)


def accepted(report: Told, occasion: Occasion) -> ReportAccepted:
    """受理."""
    return ReportAccepted(standing=report.standing, reporter_ref=report.reporter_ref, at=occasion.now)


def refused(report: Told, reason: NoRemit, occasion: Occasion) -> ReportRefused:
    """With where to turn, as the pack says it."""
    return ReportRefused(
        standing=report.standing, reporter_ref=report.reporter_ref, reason=reason,
        turn_to=occasion.pack.reports.turn_to[reason].text, at=occasion.now)


def passed_up(report: Told, reporter_ref: str, passed_to: str, continued_by: str,
              occasion: Occasion) -> ReportPassedUp:
    """The reporter is known to another report from now on."""
    return ReportPassedUp(standing=report.standing, reporter_ref=reporter_ref, passed_to=passed_to,
                          continued_by=continued_by, at=occasion.now)


def disposed(report: Told, made: Disposition) -> ReportDisposed:
    """Without its reasons."""
    return ReportDisposed(standing=report.standing, reporter_ref=report.reporter_ref, disposal=made.disposal,
                          tolerance_arises=made.tolerance_arises, at=made.at)


def clearing_answered(report: Told, clear: bool, ground: str, occasion: Occasion) -> ClearingAnswered:
    """Whether a name is to be cleared."""
    return ClearingAnswered(standing=report.standing, clear=clear, ground=ground, at=occasion.now)


def closed(report: Told, outcome: ReportOutcome, occasion: Occasion) -> ReportClosed:
    """办结."""
    return ReportClosed(standing=report.standing, reporter_ref=report.reporter_ref, outcome=outcome,
                        at=occasion.now)


def feedback_given(report: Told, stage: FeedbackStage, occasion: Occasion) -> ReporterFeedbackGiven:
    """For the vault to ask for and show."""
    return ReporterFeedbackGiven(standing=report.standing, reporter_ref=report.reporter_ref, stage=stage,
                                 at=occasion.now)


def retrospective_written(report: Told, occasion: Occasion) -> RetrospectiveWritten:
    """That there is one."""
    return RetrospectiveWritten(standing=report.standing, at=occasion.now)


def shield_judged(report: Told, match: ShieldMatch, proof: LedgerProof | None) -> ShieldJudged:
    """With the proof of when the filing was made."""
    same = any(each.filing_id == match.filing_id and each.verdict is not ShieldVerdict.UNRELATED
               for each in report.matches)
    return ShieldJudged(
        standing=report.standing, filing_id=match.filing_id, filing_number=match.filing_number,
        digest=match.digest, verdict=match.verdict, same_matter=same, submitted_at=match.submitted_at,
        proof=proof, at=match.at)
