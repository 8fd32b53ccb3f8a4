"""The nameko service `review`."""

from rongcuo.casework.rehearsing import rehearsed
from rongcuo.chassis.service import ExecutionProvider, command, every, on_event, query
from rongcuo.contracts import filing, identity
from rongcuo.contracts import review as contract
from rongcuo.contracts.confirmation import ConfirmEvent, EventConfirmed
from rongcuo.contracts.determination import Rehearsal
from rongcuo.contracts.rehearsal import rehearsal_of
from rongcuo.contracts.review import operations
from rongcuo.contracts.workload import Workload, WorkloadQuery
from services.review import storage, usecases, views


class ReviewService:
    """Reviews (审查) what was filed: who decides on it, by when, and how."""

    name = "review"
    context = ExecutionProvider(storage.METADATA, storage.CaseStorage)

    @command(operations.ASSIGN)
    def assign(self, command: contract.AssignReview) -> contract.CaseView:
        return usecases.assign(self.context, command)

    @command(operations.RECUSE)
    def recuse(self, command: contract.RecuseReviewer) -> contract.CaseView:
        return usecases.recuse(self.context, command)

    @command(operations.ACCEPT)
    def accept(self, command: contract.AcceptFiling) -> contract.CaseView:
        return usecases.accept(self.context, command)

    @command(operations.REQUEST_SUPPLEMENT)
    def request_supplement(self, command: contract.RequestSupplement) -> contract.CaseView:
        return usecases.request_supplement(self.context, command)

    @command(operations.DECLINE)
    def decline(self, command: contract.DeclineFiling) -> contract.CaseView:
        return usecases.decline(self.context, command)

    @command(operations.TAKE_UP)
    def take_up(self, command: contract.TakeUpFiling) -> contract.CaseView:
        return usecases.take_up(self.context, command)

    @command(operations.UPHOLD_REFUSAL)
    def uphold_refusal(self, command: contract.UpholdRefusal) -> contract.CaseView:
        return usecases.uphold(self.context, command)

    @command(operations.FORM_TEAM)
    def form_team(self, command: contract.FormVerificationTeam) -> contract.CaseView:
        return usecases.form_team(self.context, command)

    @command(operations.REPORT_VERIFICATION)
    def report_verification(self, command: contract.ReportVerification) -> contract.CaseView:
        return usecases.report_verification(self.context, command)

    @command(operations.SUSPEND)
    def suspend(self, command: contract.SuspendReview) -> contract.CaseView:
        return usecases.suspend(self.context, command)

    @command(operations.RESUME)
    def resume(self, command: contract.ResumeReview) -> contract.CaseView:
        return usecases.resume(self.context, command)

    @command(operations.EXTEND)
    def extend(self, command: contract.ExtendReview) -> contract.CaseView:
        return usecases.extend(self.context, command)

    @command(operations.HAND_UP)
    def hand_up(self, command: contract.HandReviewUp) -> contract.CaseView:
        return usecases.hand_up(self.context, command)

    @query(operations.CASE)
    def case(self, query: contract.CaseQuery) -> contract.CaseView:
        return views.case(self.context, query)

    @query(operations.PAGE)
    def page(self, query: contract.CasesQuery) -> contract.CasesPage:
        return views.page(self.context, query)

    @query(operations.WORKLOAD)
    def workload(self, query: WorkloadQuery) -> Workload:
        return views.workload(self.context, query)

    @query(operations.PUNCTUALITY)
    def punctuality(self, query: contract.PunctualityQuery) -> contract.Punctuality:
        return views.punctuality(self.context, query)

    @on_event(filing.FilingSubmitted)
    def filing_submitted(self, event: filing.FilingSubmitted) -> None:
        usecases.open_filing_review(self.context, event)

    @on_event(filing.FilingSupplemented)
    def filing_supplemented(self, event: filing.FilingSupplemented) -> None:
        usecases.take_supplement(self.context, event)

    @on_event(filing.FilingObjected)
    def filing_objected(self, event: filing.FilingObjected) -> None:
        usecases.take_objection(self.context, event)

    @on_event(filing.FilingWithdrawn)
    def filing_withdrawn(self, event: filing.FilingWithdrawn) -> None:
        usecases.close(self.context, event)

    @query(rehearsal_of(operations.DECLINE))
    def rehearse_decline(self, step: contract.DeclineFiling) -> Rehearsal:
        return rehearsed(self.context, usecases.decline, step)

    @query(rehearsal_of(operations.TAKE_UP))
    def rehearse_take_up(self, step: contract.TakeUpFiling) -> Rehearsal:
        return rehearsed(self.context, usecases.take_up, step)

    @query(rehearsal_of(operations.UPHOLD_REFUSAL))
    def rehearse_uphold_refusal(self, step: contract.UpholdRefusal) -> Rehearsal:
        return rehearsed(self.context, usecases.uphold, step)

    @query(rehearsal_of(operations.SUSPEND))
    def rehearse_suspend(self, step: contract.SuspendReview) -> Rehearsal:
        return rehearsed(self.context, usecases.suspend, step)

    @query(rehearsal_of(operations.EXTEND))
    def rehearse_extend(self, step: contract.ExtendReview) -> Rehearsal:
        return rehearsed(self.context, usecases.extend, step)

    @query(rehearsal_of(operations.REQUEST_SUPPLEMENT))
    def rehearse_request_supplement(self, step: contract.RequestSupplement) -> Rehearsal:
        return rehearsed(self.context, usecases.request_supplement, step)

    @query(rehearsal_of(operations.REPORT_VERIFICATION))
    def rehearse_report_verification(self, step: contract.ReportVerification) -> Rehearsal:
        return rehearsed(self.context, usecases.report_verification, step)

    @query(operations.CONFIRM_EVENT)
    def confirm_event(self, query: ConfirmEvent) -> EventConfirmed:
        confirmed: EventConfirmed = self.context.confirms(query)
        return confirmed

    @query(operations.OPEN_MATTERS)
    def open_matters(self, query: filing.OpenMattersQuery) -> filing.OpenMatters:
        return views.open_matters(self.context, query)

    @on_event(identity.OfficerDismissed)
    def officer_dismissed(self, event: identity.OfficerDismissed) -> None:
        usecases.take_dismissal(self.context, event)

    @on_event(identity.UnitNamed)
    def unit_named(self, event: identity.UnitNamed) -> None:
        usecases.take_unit_names(self.context, event)

    @every(seconds=10)
    def follow_calendars(self) -> None:
        usecases.follow_calendars(self.context)
