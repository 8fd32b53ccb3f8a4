"""The nameko service `review`."""

from rongcuo.chassis import DeskProvider, command, every, on_event, query
from rongcuo.contracts.filing import (
    FilingSubmitted,
    FilingSupplemented,
    FilingWithdrawn,
    OpenMatters,
    OpenMattersQuery,
)
from rongcuo.contracts.review import (
    AcceptFiling,
    AssignReview,
    CaseQuery,
    CasesPage,
    CasesQuery,
    CaseView,
    DeclineFiling,
    ExtendReview,
    FormVerificationTeam,
    Punctuality,
    PunctualityQuery,
    RecuseReviewer,
    ReportVerification,
    RequestSupplement,
    ResumeReview,
    SuspendReview,
)
from services.review import storage, usecases, views


class ReviewService:
    """Review (审查) of filings."""

    name = "review"
    desk = DeskProvider(storage.METADATA, storage.CaseStorage)

    @on_event(FilingSubmitted)
    def filing_submitted(self, event: FilingSubmitted) -> None:
        usecases.open_filing_review(self.desk, event)

    @on_event(FilingSupplemented)
    def filing_supplemented(self, event: FilingSupplemented) -> None:
        usecases.take_supplement(self.desk, event)

    @on_event(FilingWithdrawn)
    def filing_withdrawn(self, event: FilingWithdrawn) -> None:
        usecases.close(self.desk, event)

    @command(AssignReview)
    def assign(self, command: AssignReview) -> CaseView:
        return usecases.assign(self.desk, command)

    @command(RecuseReviewer)
    def recuse(self, command: RecuseReviewer) -> CaseView:
        return usecases.recuse(self.desk, command)

    @command(AcceptFiling)
    def accept(self, command: AcceptFiling) -> CaseView:
        return usecases.accept(self.desk, command)

    @command(RequestSupplement)
    def request_supplement(self, command: RequestSupplement) -> CaseView:
        return usecases.request_supplement(self.desk, command)

    @command(DeclineFiling)
    def decline(self, command: DeclineFiling) -> CaseView:
        return usecases.decline(self.desk, command)

    @command(FormVerificationTeam)
    def form_team(self, command: FormVerificationTeam) -> CaseView:
        return usecases.form_team(self.desk, command)

    @command(ReportVerification)
    def report_verification(self, command: ReportVerification) -> CaseView:
        return usecases.report_verification(self.desk, command)

    @command(SuspendReview)
    def suspend(self, command: SuspendReview) -> CaseView:
        return usecases.suspend(self.desk, command)

    @command(ResumeReview)
    def resume(self, command: ResumeReview) -> CaseView:
        return usecases.resume(self.desk, command)

    @command(ExtendReview)
    def extend(self, command: ExtendReview) -> CaseView:
        return usecases.extend(self.desk, command)

    @query(CaseQuery)
    def case(self, query: CaseQuery) -> CaseView:
        return views.case(self.desk, query)

    @query(CasesQuery)
    def page(self, query: CasesQuery) -> CasesPage:
        return views.page(self.desk, query)

    @query(PunctualityQuery)
    def punctuality(self, query: PunctualityQuery) -> Punctuality:
        return views.punctuality(self.desk, query)

    @query(OpenMattersQuery)
    def open_matters(self, query: OpenMattersQuery) -> OpenMatters:
        return views.open_matters(self.desk, query)

    @every(seconds=10)
    def follow_calendars(self) -> None:
        usecases.follow_calendars(self.desk)
