"""The nameko service `review`."""

from rongcuo.casework.rehearsing import rehearsed
from rongcuo.chassis.service import ExecutionProvider, command, every, on_event, query
from rongcuo.contracts import filing, identity
from rongcuo.contracts import review as contract
from rongcuo.contracts.confirmation import ConfirmEvent, EventConfirmed
from rongcuo.contracts.determination import Rehearsal
from services.review import storage, usecases, views


class ReviewService:
    """Reviews (审查) what was filed: who decides on it, by when, and how."""

    name = "review"
    context = ExecutionProvider(storage.METADATA, storage.CaseStorage)

    @command(contract.AssignReview)
    def assign(self, command: contract.AssignReview) -> contract.CaseView:
        return usecases.assign(self.context, command)

    @command(contract.RecuseReviewer)
    def recuse(self, command: contract.RecuseReviewer) -> contract.CaseView:
        return usecases.recuse(self.context, command)

    @command(contract.AcceptFiling)
    def accept(self, command: contract.AcceptFiling) -> contract.CaseView:
        return usecases.accept(self.context, command)

    @command(contract.RequestSupplement)
    def request_supplement(self, command: contract.RequestSupplement) -> contract.CaseView:
        return usecases.request_supplement(self.context, command)

    @command(contract.DeclineFiling)
    def decline(self, command: contract.DeclineFiling) -> contract.CaseView:
        return usecases.decline(self.context, command)

    @command(contract.TakeUpFiling)
    def take_up(self, command: contract.TakeUpFiling) -> contract.CaseView:
        return usecases.take_up(self.context, command)

    @command(contract.UpholdRefusal)
    def uphold_refusal(self, command: contract.UpholdRefusal) -> contract.CaseView:
        return usecases.uphold(self.context, command)

    @command(contract.FormVerificationTeam)
    def form_team(self, command: contract.FormVerificationTeam) -> contract.CaseView:
        return usecases.form_team(self.context, command)

    @command(contract.ReportVerification)
    def report_verification(self, command: contract.ReportVerification) -> contract.CaseView:
        return usecases.report_verification(self.context, command)

    @command(contract.SuspendReview)
    def suspend(self, command: contract.SuspendReview) -> contract.CaseView:
        return usecases.suspend(self.context, command)

    @command(contract.ResumeReview)
    def resume(self, command: contract.ResumeReview) -> contract.CaseView:
        return usecases.resume(self.context, command)

    @command(contract.ExtendReview)
    def extend(self, command: contract.ExtendReview) -> contract.CaseView:
        return usecases.extend(self.context, command)

    @command(contract.HandReviewUp)
    def hand_up(self, command: contract.HandReviewUp) -> contract.CaseView:
        return usecases.hand_up(self.context, command)

    @query(contract.CaseQuery)
    def case(self, query: contract.CaseQuery) -> contract.CaseView:
        return views.case(self.context, query)

    @query(contract.CasesQuery)
    def page(self, query: contract.CasesQuery) -> contract.CasesPage:
        return views.page(self.context, query)

    @query(contract.PunctualityQuery)
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

    @query(contract.DeclineFiling)
    def rehearse_decline(self, step: contract.DeclineFiling) -> Rehearsal:
        return rehearsed(self.context, usecases.decline, step)

    @query(contract.TakeUpFiling)
    def rehearse_take_up(self, step: contract.TakeUpFiling) -> Rehearsal:
        return rehearsed(self.context, usecases.take_up, step)

    @query(contract.UpholdRefusal)
    def rehearse_uphold_refusal(self, step: contract.UpholdRefusal) -> Rehearsal:
        return rehearsed(self.context, usecases.uphold, step)

    @query(contract.SuspendReview)
    def rehearse_suspend(self, step: contract.SuspendReview) -> Rehearsal:
        return rehearsed(self.context, usecases.suspend, step)

    @query(contract.ExtendReview)
    def rehearse_extend(self, step: contract.ExtendReview) -> Rehearsal:
        return rehearsed(self.context, usecases.extend, step)

    @query(contract.RequestSupplement)
    def rehearse_request_supplement(self, step: contract.RequestSupplement) -> Rehearsal:
        return rehearsed(self.context, usecases.request_supplement, step)

    @query(contract.ReportVerification)
    def rehearse_report_verification(self, step: contract.ReportVerification) -> Rehearsal:
        return rehearsed(self.context, usecases.report_verification, step)

    @query(ConfirmEvent)
    def confirm_event(self, query: ConfirmEvent) -> EventConfirmed:
        confirmed: EventConfirmed = self.context.confirms(query)
        return confirmed

    @query(filing.OpenMattersQuery)
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
