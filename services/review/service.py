"""The nameko service `review`."""

import structlog

from rongcuo.casework import recounting
from rongcuo.casework.rehearsing import rehearsal
from rongcuo.chassis.metrics import FIGURES_DIFFERED
from rongcuo.chassis.service import (
    ExecutionProvider,
    answers,
    carries_out,
    confirms,
    every,
    hears,
    witnessed,
)
from rongcuo.contracts import clarify, filing, identity
from rongcuo.contracts.rehearsal import rehearsal_of
from rongcuo.contracts.review import operations
from services.review import storage, usecases, views
from services.review.usecases import filing_checks as checking
from services.review.views import filing_checks as checks


class ReviewService:
    """Reviews (审查) what was filed: who decides on it, by when, and how."""

    name = "review"
    context = ExecutionProvider(storage.METADATA, storage.CaseStorage)
    checkpoint = answers(operations.CHECKPOINT, witnessed)

    assign = carries_out(operations.ASSIGN, usecases.assign)
    recuse = carries_out(operations.RECUSE, usecases.recuse)
    accept = carries_out(operations.ACCEPT, usecases.accept)
    request_supplement = carries_out(operations.REQUEST_SUPPLEMENT, usecases.request_supplement)
    decline = carries_out(operations.DECLINE, usecases.decline)
    take_up = carries_out(operations.TAKE_UP, usecases.take_up)
    uphold_refusal = carries_out(operations.UPHOLD_REFUSAL, usecases.uphold)
    form_team = carries_out(operations.FORM_TEAM, usecases.form_team)
    report_verification = carries_out(operations.REPORT_VERIFICATION, usecases.report_verification)
    suspend = carries_out(operations.SUSPEND, usecases.suspend)
    resume = carries_out(operations.RESUME, usecases.resume)
    extend = carries_out(operations.EXTEND, usecases.extend)
    hand_up = carries_out(operations.HAND_UP, usecases.hand_up)
    assign_filing_check = carries_out(operations.ASSIGN_FILING_CHECK, checking.assign)
    recuse_from_filing_check = carries_out(operations.RECUSE_FROM_FILING_CHECK, checking.recuse)
    conclude_filing_check = carries_out(operations.CONCLUDE_FILING_CHECK, checking.conclude)

    case = answers(operations.CASE, views.case)
    page = answers(operations.PAGE, views.page)
    filing_check = answers(operations.FILING_CHECK, checks.filing_check)
    filing_checks = answers(operations.FILING_CHECKS, checks.filing_checks)
    workload = answers(operations.WORKLOAD, views.workload)
    punctuality = answers(operations.PUNCTUALITY, views.punctuality)
    open_matters = answers(operations.OPEN_MATTERS, views.open_matters)
    confirm_event = answers(operations.CONFIRM_EVENT, confirms)

    rehearse_decline = answers(rehearsal_of(operations.DECLINE), rehearsal(usecases.decline))
    rehearse_take_up = answers(rehearsal_of(operations.TAKE_UP), rehearsal(usecases.take_up))
    rehearse_uphold_refusal = answers(rehearsal_of(operations.UPHOLD_REFUSAL), rehearsal(usecases.uphold))
    rehearse_suspend = answers(rehearsal_of(operations.SUSPEND), rehearsal(usecases.suspend))
    rehearse_extend = answers(rehearsal_of(operations.EXTEND), rehearsal(usecases.extend))
    rehearse_request_supplement = answers(
        rehearsal_of(operations.REQUEST_SUPPLEMENT), rehearsal(usecases.request_supplement))
    rehearse_report_verification = answers(
        rehearsal_of(operations.REPORT_VERIFICATION), rehearsal(usecases.report_verification))

    filing_submitted = hears(filing.FilingSubmitted, usecases.open_filing_review)
    filing_supplemented = hears(filing.FilingSupplemented, usecases.take_supplement)
    filing_objected = hears(filing.FilingObjected, usecases.take_objection)
    filing_withdrawn = hears(filing.FilingWithdrawn, usecases.close)
    officer_dismissed = hears(identity.OfficerDismissed, usecases.take_dismissal)
    unit_named = hears(identity.UnitNamed, usecases.take_unit_names)
    shield_judged = hears(clarify.ShieldJudged, checking.hear_judgement)
    report_moved = hears(clarify.ReportMoved, checking.hear_report)
    report_passed_up = hears(clarify.ReportPassedUp, checking.hear_report)

    @every(seconds=10)
    def follow_calendars(self) -> None:
        usecases.follow_calendars(self.context)

    @every(seconds=60)
    def recount(self) -> None:
        for found in recounting.recount(self.context):
            FIGURES_DIFFERED.labels(self.name, found.of).inc(found.lines)
            structlog.get_logger(__name__).warning("figures_differed", **found._asdict())
