"""What review is asked about steps that somebody is about to take: what each would tell, and to whom."""

from rongcuo.chassis.service import query
from rongcuo.contracts import determination as contract
from rongcuo.contracts import review
from services.review.service.context import InContext
from services.review.usecases import appeals, decisions, determinations, filings, meetings, verification
from services.review.usecases.rehearsing import rehearsed


class Rehearsals(InContext):
    """The steps that nobody takes lightly: adverse ones, and those that end in a letter."""

    @query(review.DeclineFiling)
    def rehearse_decline(self, step: review.DeclineFiling) -> contract.Rehearsal:
        return rehearsed(self.context, filings.decline, step)

    @query(review.TakeUpFiling)
    def rehearse_take_up(self, step: review.TakeUpFiling) -> contract.Rehearsal:
        return rehearsed(self.context, filings.take_up, step)

    @query(review.UpholdRefusal)
    def rehearse_uphold_refusal(self, step: review.UpholdRefusal) -> contract.Rehearsal:
        return rehearsed(self.context, filings.uphold, step)

    @query(review.SuspendReview)
    def rehearse_suspend(self, step: review.SuspendReview) -> contract.Rehearsal:
        return rehearsed(self.context, filings.suspend, step)

    @query(review.ExtendReview)
    def rehearse_extend(self, step: review.ExtendReview) -> contract.Rehearsal:
        return rehearsed(self.context, filings.extend, step)

    @query(review.RequestSupplement)
    def rehearse_request_supplement(self, step: review.RequestSupplement) -> contract.Rehearsal:
        return rehearsed(self.context, filings.request_supplement, step)

    @query(review.ReportVerification)
    def rehearse_report_verification(self, step: review.ReportVerification) -> contract.Rehearsal:
        return rehearsed(self.context, filings.report_verification, step)

    @query(contract.RefuseDetermination)
    def rehearse_refuse_determination(self, step: contract.RefuseDetermination) -> contract.Rehearsal:
        return rehearsed(self.context, determinations.refuse, step)

    @query(contract.ReportDetermination)
    def rehearse_report_determination(self, step: contract.ReportDetermination) -> contract.Rehearsal:
        return rehearsed(self.context, verification.report, step)

    @query(contract.MakeDetermination)
    def rehearse_make_determination(self, step: contract.MakeDetermination) -> contract.Rehearsal:
        return rehearsed(self.context, decisions.make, step)

    @query(contract.CorrectDetermination)
    def rehearse_correct_determination(self, step: contract.CorrectDetermination) -> contract.Rehearsal:
        return rehearsed(self.context, decisions.correct, step)

    @query(contract.DecideAppeal)
    def rehearse_decide_appeal(self, step: contract.DecideAppeal) -> contract.Rehearsal:
        return rehearsed(self.context, appeals.foresee_decision, step)

    @query(contract.SignAppealOpinion)
    def rehearse_sign_appeal_opinion(self, step: contract.SignAppealOpinion) -> contract.Rehearsal:
        return rehearsed(self.context, appeals.foresee_signed, step)

    @query(contract.WithdrawDetermination)
    def rehearse_withdraw_determination(self, step: contract.WithdrawDetermination) -> contract.Rehearsal:
        return rehearsed(self.context, determinations.withdraw, step)

    @query(contract.SuspendDetermination)
    def rehearse_suspend_determination(self, step: contract.SuspendDetermination) -> contract.Rehearsal:
        return rehearsed(self.context, determinations.suspend, step)

    @query(contract.ExtendDetermination)
    def rehearse_extend_determination(self, step: contract.ExtendDetermination) -> contract.Rehearsal:
        return rehearsed(self.context, determinations.extend, step)

    @query(contract.RevokeDetermination)
    def rehearse_revoke_determination(self, step: contract.RevokeDetermination) -> contract.Rehearsal:
        return rehearsed(self.context, decisions.revoke, step)

    @query(contract.WithdrawAppeal)
    def rehearse_withdraw_appeal(self, step: contract.WithdrawAppeal) -> contract.Rehearsal:
        return rehearsed(self.context, appeals.withdraw, step)

    @query(contract.AdjournMeeting)
    def rehearse_adjourn_meeting(self, step: contract.AdjournMeeting) -> contract.Rehearsal:
        return rehearsed(self.context, meetings.adjourn, step)

    @query(contract.NameChair)
    def rehearse_name_chair(self, step: contract.NameChair) -> contract.Rehearsal:
        return rehearsed(self.context, meetings.name_chair, step)

    @query(contract.CancelMeeting)
    def rehearse_cancel_meeting(self, step: contract.CancelMeeting) -> contract.Rehearsal:
        return rehearsed(self.context, meetings.cancel, step)
