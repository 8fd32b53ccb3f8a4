"""What review is asked and told about filings."""

from rongcuo.chassis.service import command, on_event, query
from rongcuo.contracts import filing
from rongcuo.contracts import review as contract
from services.review.service.context import InContext
from services.review.usecases import filings as usecases
from services.review.views import filings as views


class FilingReviews(InContext):
    """Reviews (审查) what was filed: who decides on it, by when, and how."""

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
