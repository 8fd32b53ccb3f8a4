"""What review is asked about steps that somebody is about to take: what each would tell, and to whom."""

from rongcuo.casework.rehearsing import rehearsed
from rongcuo.chassis import query
from rongcuo.contracts import review
from rongcuo.contracts.determination import Rehearsal
from services.review.service.context import InContext
from services.review.usecases import filings


class Rehearsals(InContext):
    """The steps that nobody takes lightly: adverse ones, and those that end in a letter."""

    @query(review.DeclineFiling)
    def rehearse_decline(self, step: review.DeclineFiling) -> Rehearsal:
        return rehearsed(self.context, filings.decline, step)

    @query(review.TakeUpFiling)
    def rehearse_take_up(self, step: review.TakeUpFiling) -> Rehearsal:
        return rehearsed(self.context, filings.take_up, step)

    @query(review.UpholdRefusal)
    def rehearse_uphold_refusal(self, step: review.UpholdRefusal) -> Rehearsal:
        return rehearsed(self.context, filings.uphold, step)

    @query(review.SuspendReview)
    def rehearse_suspend(self, step: review.SuspendReview) -> Rehearsal:
        return rehearsed(self.context, filings.suspend, step)

    @query(review.ExtendReview)
    def rehearse_extend(self, step: review.ExtendReview) -> Rehearsal:
        return rehearsed(self.context, filings.extend, step)

    @query(review.RequestSupplement)
    def rehearse_request_supplement(self, step: review.RequestSupplement) -> Rehearsal:
        return rehearsed(self.context, filings.request_supplement, step)

    @query(review.ReportVerification)
    def rehearse_report_verification(self, step: review.ReportVerification) -> Rehearsal:
        return rehearsed(self.context, filings.report_verification, step)
