"""The nameko service `determination`."""

from rongcuo.casework.rehearsing import rehearsal
from rongcuo.chassis.service import answers, carries_out, command, every, hears, on_event, witnessed
from rongcuo.contracts import clarify, identity
from rongcuo.contracts import determination as contract
from rongcuo.contracts.determination import operations
from rongcuo.contracts.rehearsal import rehearsal_of
from services.determination.service.questions import Questions
from services.determination.service.verification import Verification
from services.determination.usecases import (
    appeals,
    ballots,
    clues,
    decisions,
    determinations,
    handing_up,
    meetings,
    reported,
)
from services.determination.usecases.verification import report


class DeterminationService(Verification, Questions):
    """Determines whether a mistake is tolerated (容错认定)."""

    name = "determination"
    checkpoint = answers(operations.CHECKPOINT, witnessed)

    open_determination = carries_out(operations.OPEN_DETERMINATION, determinations.open_determination)
    assign_determination = carries_out(operations.ASSIGN_DETERMINATION, determinations.assign)
    recuse_from_determination = carries_out(operations.RECUSE_FROM_DETERMINATION, determinations.recuse)
    ask_for_recusal = carries_out(operations.ASK_FOR_RECUSAL, determinations.ask_recusal)
    answer_recusal = carries_out(operations.ANSWER_RECUSAL, determinations.answer_recusal)
    withdraw_recusal = carries_out(operations.WITHDRAW_RECUSAL, determinations.withdraw_recusal)
    accept_determination = carries_out(operations.ACCEPT_DETERMINATION, determinations.accept)
    refuse_determination = carries_out(operations.REFUSE_DETERMINATION, determinations.refuse)
    form_determination_team = carries_out(operations.FORM_DETERMINATION_TEAM, determinations.form_team)
    return_determination = carries_out(operations.RETURN_DETERMINATION, determinations.send_back)
    withdraw_determination = carries_out(operations.WITHDRAW_DETERMINATION, determinations.withdraw)
    suspend_determination = carries_out(operations.SUSPEND_DETERMINATION, determinations.suspend)
    resume_determination = carries_out(operations.RESUME_DETERMINATION, determinations.resume)
    extend_determination = carries_out(operations.EXTEND_DETERMINATION, determinations.extend)
    hand_determination_up = carries_out(operations.HAND_DETERMINATION_UP, handing_up.hand_up)

    make_determination = carries_out(operations.MAKE_DETERMINATION, decisions.make)
    give_feedback = carries_out(operations.GIVE_FEEDBACK, decisions.give_feedback)
    file_for_record = carries_out(operations.FILE_FOR_RECORD, decisions.file_for_record)
    correct_determination = carries_out(operations.CORRECT_DETERMINATION, decisions.correct)
    revoke_determination = carries_out(operations.REVOKE_DETERMINATION, decisions.revoke)

    convene_meeting = carries_out(operations.CONVENE_MEETING, meetings.convene)
    recuse_member = carries_out(operations.RECUSE_MEMBER, meetings.recuse_member)
    call_substitutes = carries_out(operations.CALL_SUBSTITUTES, meetings.call_substitutes)
    call_roll = carries_out(operations.CALL_ROLL, meetings.call_roll)
    open_vote = carries_out(operations.OPEN_VOTE, meetings.open_vote)
    adjourn_meeting = carries_out(operations.ADJOURN_MEETING, meetings.adjourn)
    name_chair = carries_out(operations.NAME_CHAIR, meetings.name_chair)
    cancel_meeting = carries_out(operations.CANCEL_MEETING, meetings.cancel)
    write_minutes = carries_out(operations.WRITE_MINUTES, meetings.write_minutes)
    sign_minutes = carries_out(operations.SIGN_MINUTES, meetings.sign_minutes)

    lodge_appeal = carries_out(operations.LODGE_APPEAL, appeals.lodge)
    form_appeal_panel = carries_out(operations.FORM_APPEAL_PANEL, appeals.form_panel)
    decide_appeal = carries_out(operations.DECIDE_APPEAL, appeals.decide)
    sign_appeal_opinion = carries_out(operations.SIGN_APPEAL_OPINION, appeals.sign)
    withdraw_appeal = carries_out(operations.WITHDRAW_APPEAL, appeals.withdraw)
    dispose_clue = carries_out(operations.DISPOSE_CLUE, clues.dispose)

    # What nobody takes lightly: steps that are adverse, or end in a letter.
    rehearse_refuse_determination = answers(
        rehearsal_of(operations.REFUSE_DETERMINATION), rehearsal(determinations.refuse))
    rehearse_report_determination = answers(
        rehearsal_of(operations.REPORT_DETERMINATION), rehearsal(report))
    rehearse_make_determination = answers(
        rehearsal_of(operations.MAKE_DETERMINATION), rehearsal(decisions.make))
    rehearse_correct_determination = answers(
        rehearsal_of(operations.CORRECT_DETERMINATION), rehearsal(decisions.correct))
    rehearse_revoke_determination = answers(
        rehearsal_of(operations.REVOKE_DETERMINATION), rehearsal(decisions.revoke))
    rehearse_withdraw_determination = answers(
        rehearsal_of(operations.WITHDRAW_DETERMINATION), rehearsal(determinations.withdraw))
    rehearse_suspend_determination = answers(
        rehearsal_of(operations.SUSPEND_DETERMINATION), rehearsal(determinations.suspend))
    rehearse_extend_determination = answers(
        rehearsal_of(operations.EXTEND_DETERMINATION), rehearsal(determinations.extend))
    rehearse_decide_appeal = answers(
        rehearsal_of(operations.DECIDE_APPEAL), rehearsal(appeals.foresee_decision))
    rehearse_sign_appeal_opinion = answers(
        rehearsal_of(operations.SIGN_APPEAL_OPINION), rehearsal(appeals.foresee_signed))
    rehearse_withdraw_appeal = answers(rehearsal_of(operations.WITHDRAW_APPEAL), rehearsal(appeals.withdraw))
    rehearse_adjourn_meeting = answers(rehearsal_of(operations.ADJOURN_MEETING), rehearsal(meetings.adjourn))
    rehearse_name_chair = answers(rehearsal_of(operations.NAME_CHAIR), rehearsal(meetings.name_chair))
    rehearse_cancel_meeting = answers(rehearsal_of(operations.CANCEL_MEETING), rehearsal(meetings.cancel))

    officer_dismissed = hears(identity.OfficerDismissed, handing_up.take_dismissal)
    unit_named = hears(identity.UnitNamed, handing_up.take_unit_names)

    @on_event(clarify.ReportMoved, selective=True)
    def report_moved(self, event: clarify.ReportMoved) -> None:
        reported.heed_report(self.context, event)

    @on_event(clarify.ReportDisposed, selective=True)
    def report_disposed(self, event: clarify.ReportDisposed) -> None:
        reported.heed_report(self.context, event)

    @on_event(contract.DeterminationOpened, selective=True)
    def opened(self, event: contract.DeterminationOpened) -> None:
        reported.heed_opening(self.context, event)

    @command(operations.CAST_VOTE)
    def cast_vote(self, command: contract.CastVote) -> contract.MeetingView:
        return ballots.cast_vote(self.context, command, self.sealing)

    @command(operations.REVEAL_VOTES)
    def reveal_votes(self, command: contract.RevealVotes) -> contract.MeetingView:
        return ballots.reveal_votes(self.context, command, self.sealing)

    @every(seconds=10)
    def follow_calendars(self) -> None:
        determinations.follow_calendars(self.context)

    @every(seconds=30)
    def find_leads(self) -> None:
        handing_up.find_leads(self.context)


__all__ = ["DeterminationService"]
