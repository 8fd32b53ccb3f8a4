"""What must hold before a verb of a report. A guard raises CaseError and changes nothing."""

from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import LEAST_TEAM, Holder
from rongcuo.contracts.clarify import ClearingAnswer, FeedbackStage, ReportDisposal, ReporterKind
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.apart import Somebody, is_one_of, require_not_apart


class Asked(Protocol):
    """A `Report`, which knows them itself."""

    @property
    def kind(self) -> ReporterKind: ...

    unconfirmed: str
    @property
    def repeats(self) -> str: ...

    @property
    def signed(self) -> bool: ...

    @property
    def reachable(self) -> bool: ...

    @property
    def disposal(self) -> ReportDisposal | None: ...

    @property
    def unfound(self) -> tuple[int, ...]: ...

    @property
    def clearing_asked(self) -> bool: ...

    @property
    def clearing(self) -> ClearingAnswer | None: ...

    @property
    def finders(self) -> frozenset[Holder]: ...

    @property
    def team(self) -> tuple[Holder, ...]: ...

    def is_apart(self, somebody: Somebody) -> bool: ...

    def was_told(self, stage: FeedbackStage) -> bool: ...

    def was_disposed(self, disposal: ReportDisposal) -> bool: ...


def actor_is_not_apart(report: Asked, occasion: Occasion) -> None:
    """Neither named, nor of their unit, nor recused."""
    require_not_apart(report, occasion.actor)


def reporter_is_reachable(report: Asked, _: Occasion) -> None:
    """Real-name takes an own name and a contact, which the vault has."""
    if not (report.signed and report.reachable):
        raise CaseError("clarify.reporter_not_named")
    if report.kind is ReporterKind.REAL_NAME:
        raise CaseError("clarify.reporter_confirmed_already")


def name_was_asked_about(report: Asked, _: Occasion) -> None:
    """Who gave name and contact was confirmed, or it is written why nobody could: leaving it undone would
    take their two feedbacks from them."""
    if report.signed and report.reachable and not (report.kind is ReporterKind.REAL_NAME
                                                   or report.unconfirmed):
        raise CaseError("clarify.reporter_not_confirmed")


def reporter_can_be_told(report: Asked, _: Occasion) -> None:
    """Feedback is owed to real-name reporters; to others it would be a trace."""
    if report.kind is not ReporterKind.REAL_NAME:
        raise CaseError("clarify.not_real_name")


def there_was_an_inquiry(report: Asked, _: Occasion) -> None:
    """Nobody's explanation is believed whom nobody has asked."""
    if not report.was_disposed(ReportDisposal.INQUIRY):
        raise CaseError("clarify.nobody_was_asked")


def team_verifies(report: Asked, _: Occasion) -> None:
    """What a verification finds is a team's, never one person's."""
    if report.disposal is ReportDisposal.VERIFY and len(report.team) < LEAST_TEAM:
        raise CaseError("review.team_too_small")


def actor_is_of_the_team(report: Asked, occasion: Occasion) -> None:
    """Whoever was given the case beside its team verified nothing."""
    team = {each.officer_id for each in report.team}
    if report.disposal is ReportDisposal.VERIFY and occasion.actor.officer_id not in team:
        raise CaseError("review.not_assigned")


def everything_was_found(report: Asked, _: Occasion) -> None:
    """Every allegation is answered, none selected."""
    if report.unfound:
        raise CaseError("clarify.not_all_found", details={"allegations": list(report.unfound)})


def clearing_is_asked(report: Asked, _: Occasion) -> None:
    """Of what proved true, or stays open, nobody's name is cleared."""
    if not report.clearing_asked:
        raise CaseError("clarify.nothing_to_clear")


def clearing_is_answered(report: Asked, _: Occasion) -> None:
    """Where something was untrue, the question comes before the end."""
    if report.clearing_asked and report.clearing is None:
        raise CaseError("clarify.clearing_not_answered")


def acceptance_was_told(report: Asked, _: Occasion) -> None:
    """Who reported under their name has heard that it was accepted, also where the report repeats another:
    of that, who made it was told, and who that was nobody here knows."""
    if report.kind is ReporterKind.REAL_NAME and not report.was_told(FeedbackStage.ACCEPTANCE):
        raise CaseError("clarify.acceptance_not_told")


def actor_did_not_find(report: Asked, occasion: Occasion) -> None:
    """Nobody alone brings a report to its end."""
    if is_one_of(occasion.actor, report.finders):
        raise CaseError("clarify.closes_own_finding")
