"""What review can be asked to do, and asked for."""

from dataclasses import dataclass

from rongcuo.contracts.commanding import CaseCommand
from rongcuo.contracts.fields import chosen, identifier, identifiers, line, next_page, number, sought, text
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review.enums import RecusalGround
from rongcuo.contracts.sorting import CaseSort


@dataclass(frozen=True, kw_only=True)
class AssignReview(CaseCommand):
    """Give a case to a reviewer of the same organ. A reviewer may take an unassigned case themselves."""

    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class RecuseReviewer(CaseCommand):
    """回避: a reviewer steps back, or a lead orders it. The case returns to the organ's queue."""

    officer_id: str = identifier()
    ground: RecusalGround = chosen()
    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class AcceptFiling(CaseCommand):
    """Accept: ends the review, or, where the pack asks for it, sends the case on to verification. `watch`:
    the pack's classes for which the matter is to be accompanied, beside those that its filer named."""

    opinion: str = text(20_000, default="")
    watch: tuple[str, ...] = identifiers(20)
    acknowledged: bool = False  # the actor knows what is missing, as the view told


@dataclass(frozen=True, kw_only=True)
class RequestSupplement(CaseCommand):
    """补正通知: send the filing back once for what is missing; the clock is suspended meanwhile."""

    needed: str = text(20_000, read_by=Reader.FILER)


@dataclass(frozen=True, kw_only=True)
class DeclineFiling(CaseCommand):
    """Decline with reasons that the filer reads. `no_file_class`: the pack's class of what is not to be
    filed, where that is the ground."""

    reasons: str = text(20_000, read_by=Reader.FILER)
    no_file_class: str = line(64, default="")
    acknowledged: bool = False  # the actor knows what is missing, as the view told


@dataclass(frozen=True, kw_only=True)
class TakeUpFiling(CaseCommand):
    """The objection is right: the filing is reviewed anew, with a deadline of its own."""

    reasons: str = text(20_000, 1, read_by=Reader.FILER)


@dataclass(frozen=True, kw_only=True)
class UpholdRefusal(CaseCommand):
    """The refusal stands, with reasons of whoever looked at it anew."""

    reasons: str = text(20_000, 1, read_by=Reader.FILER)


@dataclass(frozen=True, kw_only=True)
class FormVerificationTeam(CaseCommand):
    """Name the verification team (专项调查组), at least two, none with a part in the matter."""

    officer_ids: tuple[str, ...] = identifiers(20)


@dataclass(frozen=True, kw_only=True)
class ReportVerification(CaseCommand):
    """The team's findings. `confirmed`: what was filed holds: accepted, otherwise declined."""

    findings: str = text(20_000, read_by=Reader.FILER)
    confirmed: bool = False
    acknowledged: bool = False  # the actor knows what is missing, as the view told


@dataclass(frozen=True, kw_only=True)
class SuspendReview(CaseCommand):
    """Stop the clock for a stated reason."""

    reason: str = text(2_000, read_by=Reader.FILER)


@dataclass(frozen=True, kw_only=True)
class ResumeReview(CaseCommand):
    """Restart a clock that was stopped by `SuspendReview`."""


@dataclass(frozen=True, kw_only=True)
class ExtendReview(CaseCommand):
    """Extend the stage's limit once, by as much as the pack allows."""

    reason: str = text(2_000, read_by=Reader.FILER)


@dataclass(frozen=True, kw_only=True)
class HandReviewUp(CaseCommand):
    """移送上级机关: where nobody of the organ is left who may decide; a lead of the organ above may also draw
    the case up. The clock runs on."""

    reason: str = text(2_000, read_by=Reader.ORGAN_ABOVE)


@dataclass(frozen=True, kw_only=True)
class CaseQuery:
    """One case."""

    case_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class CasesQuery:
    """A page of the work list. `tab`: due_today (overdue too), mine, organ, unassigned, or closed. `search`:
    words found in number, title, unit or assignee."""

    tab: str = line(20, default="organ")
    sort: CaseSort = chosen(default=CaseSort.DUE)
    search: str = sought()
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class PunctualityQuery:
    """How many reviews of filings at or below a division were decided in time."""

    division_code: str = line(6, 6)
