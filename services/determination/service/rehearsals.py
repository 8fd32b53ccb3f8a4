"""What the service is asked about steps that somebody is about to take: what each would tell, and to whom."""

from rongcuo.casework.rehearsing import rehearsed
from rongcuo.chassis.service import query
from rongcuo.contracts import determination as contract
from rongcuo.contracts.determination import operations
from rongcuo.contracts.rehearsal import rehearsal_of
from services.determination.service.context import InContext
from services.determination.usecases import appeals, decisions, determinations, meetings, verification


class Rehearsals(InContext):
    """The steps that nobody takes lightly: adverse ones, and those that end in a letter."""

    @query(rehearsal_of(operations.REFUSE_DETERMINATION))
    def rehearse_refuse_determination(self, step: contract.RefuseDetermination) -> contract.Rehearsal:
        return rehearsed(self.context, determinations.refuse, step)

    @query(rehearsal_of(operations.REPORT_DETERMINATION))
    def rehearse_report_determination(self, step: contract.ReportDetermination) -> contract.Rehearsal:
        return rehearsed(self.context, verification.report, step)

    @query(rehearsal_of(operations.MAKE_DETERMINATION))
    def rehearse_make_determination(self, step: contract.MakeDetermination) -> contract.Rehearsal:
        return rehearsed(self.context, decisions.make, step)

    @query(rehearsal_of(operations.CORRECT_DETERMINATION))
    def rehearse_correct_determination(self, step: contract.CorrectDetermination) -> contract.Rehearsal:
        return rehearsed(self.context, decisions.correct, step)

    @query(rehearsal_of(operations.DECIDE_APPEAL))
    def rehearse_decide_appeal(self, step: contract.DecideAppeal) -> contract.Rehearsal:
        return rehearsed(self.context, appeals.foresee_decision, step)

    @query(rehearsal_of(operations.SIGN_APPEAL_OPINION))
    def rehearse_sign_appeal_opinion(self, step: contract.SignAppealOpinion) -> contract.Rehearsal:
        return rehearsed(self.context, appeals.foresee_signed, step)

    @query(rehearsal_of(operations.WITHDRAW_DETERMINATION))
    def rehearse_withdraw_determination(self, step: contract.WithdrawDetermination) -> contract.Rehearsal:
        return rehearsed(self.context, determinations.withdraw, step)

    @query(rehearsal_of(operations.SUSPEND_DETERMINATION))
    def rehearse_suspend_determination(self, step: contract.SuspendDetermination) -> contract.Rehearsal:
        return rehearsed(self.context, determinations.suspend, step)

    @query(rehearsal_of(operations.EXTEND_DETERMINATION))
    def rehearse_extend_determination(self, step: contract.ExtendDetermination) -> contract.Rehearsal:
        return rehearsed(self.context, determinations.extend, step)

    @query(rehearsal_of(operations.REVOKE_DETERMINATION))
    def rehearse_revoke_determination(self, step: contract.RevokeDetermination) -> contract.Rehearsal:
        return rehearsed(self.context, decisions.revoke, step)

    @query(rehearsal_of(operations.WITHDRAW_APPEAL))
    def rehearse_withdraw_appeal(self, step: contract.WithdrawAppeal) -> contract.Rehearsal:
        return rehearsed(self.context, appeals.withdraw, step)

    @query(rehearsal_of(operations.ADJOURN_MEETING))
    def rehearse_adjourn_meeting(self, step: contract.AdjournMeeting) -> contract.Rehearsal:
        return rehearsed(self.context, meetings.adjourn, step)

    @query(rehearsal_of(operations.NAME_CHAIR))
    def rehearse_name_chair(self, step: contract.NameChair) -> contract.Rehearsal:
        return rehearsed(self.context, meetings.name_chair, step)

    @query(rehearsal_of(operations.CANCEL_MEETING))
    def rehearse_cancel_meeting(self, step: contract.CancelMeeting) -> contract.Rehearsal:
        return rehearsed(self.context, meetings.cancel, step)
