"""The nameko service `clarify`."""

from rongcuo.chassis.service import answers, carries_out, confirms, every, hears, on_event, witnessed
from rongcuo.contracts import clarify as contract
from rongcuo.contracts import county, filing, identity, review, vault
from rongcuo.contracts.clarify import operations
from services.clarify.service.clarifications import Clarifications
from services.clarify.service.false_accusations import FalseAccusations
from services.clarify.usecases import (
    clarifications,
    heeding,
    on_line,
    registering,
    reporter,
    settling,
    shield,
)
from services.clarify.usecases import reports as handling
from services.clarify.views import clues as register
from services.clarify.views import figures, open_cases
from services.clarify.views import reporter as for_the_vault
from services.clarify.views import reports as pages
from services.clarify.views import shield as beside


class ClarifyService(FalseAccusations, Clarifications):
    """Takes in what is reported (检举控告), keeps it from whoever it is about, and answers it."""

    name = "clarify"
    checkpoint = answers(operations.CHECKPOINT, witnessed)

    register_report = carries_out(operations.REGISTER_REPORT, registering.register)
    receive_report = carries_out(operations.RECEIVE_REPORT, registering.receive)
    note_marked_secret = carries_out(operations.NOTE_MARKED_SECRET, registering.note_marked_secret)
    pass_report_up = carries_out(operations.PASS_REPORT_UP, registering.pass_up)
    assign_report = carries_out(operations.ASSIGN_REPORT, handling.assign)
    recuse_from_report = carries_out(operations.RECUSE_FROM_REPORT, handling.recuse)
    form_report_team = carries_out(operations.FORM_REPORT_TEAM, handling.form_team)
    suspend_report = carries_out(operations.SUSPEND_REPORT, handling.suspend)
    resume_report = carries_out(operations.RESUME_REPORT, handling.resume)
    extend_report = carries_out(operations.EXTEND_REPORT, handling.extend)
    hand_report_up = carries_out(operations.HAND_REPORT_UP, handling.hand_up)
    accept_report = carries_out(operations.ACCEPT_REPORT, handling.accept)
    refuse_report = carries_out(operations.REFUSE_REPORT, handling.refuse)
    confirm_reporter = carries_out(operations.CONFIRM_REPORTER, handling.confirm_reporter)
    link_report = carries_out(operations.LINK_REPORT, handling.link)
    classify_report = carries_out(operations.CLASSIFY_REPORT, handling.classify)
    dispose_report = carries_out(operations.DISPOSE_REPORT, handling.dispose)
    record_findings = carries_out(operations.RECORD_FINDINGS, heeding.find)
    return_report = carries_out(operations.RETURN_REPORT, handling.send_back)
    answer_clearing = carries_out(operations.ANSWER_CLEARING, heeding.answer_clearing)
    close_report = carries_out(operations.CLOSE_REPORT, heeding.close)
    give_reporter_feedback = carries_out(operations.GIVE_REPORTER_FEEDBACK, handling.give_feedback)
    write_retrospective = carries_out(operations.WRITE_RETROSPECTIVE, handling.retrospect)
    judge_match = carries_out(operations.JUDGE_MATCH, shield.judge_match)

    report = answers(operations.REPORT, pages.report)
    reports = answers(operations.REPORTS, pages.page)
    candidates = answers(operations.CANDIDATES, beside.candidates)
    reports_workload = answers(operations.REPORTS_WORKLOAD, pages.workload)
    report_figures = answers(operations.REPORT_FIGURES, figures.report_figures)
    retrospective = answers(operations.RETROSPECTIVE, pages.retrospective)
    clue = answers(operations.CLUE, register.clue)
    clues = answers(operations.CLUES, register.clues)
    may_handle = answers(operations.MAY_HANDLE, for_the_vault.may_handle)
    words_to_reporter = answers(operations.WORDS_TO_REPORTER, for_the_vault.words_to_reporter)
    open_matters = answers(operations.OPEN_MATTERS, open_cases.open_matters)
    confirm_event = answers(operations.CONFIRM_EVENT, confirms)

    report_registered = hears(contract.ReportRegistered, registering.open_report)
    clarification_applied_for = hears(contract.ClarificationAppliedFor, clarifications.find_an_organ)
    approval_answered = hears(county.ApprovalAnswered, on_line.take_word)
    officer_dismissed = hears(identity.OfficerDismissed, settling.take_dismissal)
    unit_named = hears(identity.UnitNamed, settling.take_unit_names)
    reporter_wrote = hears(vault.ReporterWrote, reporter.take_message)
    reporter_asked = hears(vault.ReporterAsked, reporter.take_request)
    reporter_read = hears(vault.ReporterRead, reporter.take_receipt)

    @on_event(filing.FilingAccepted, selective=True)
    def filing_accepted(self, event: filing.FilingAccepted) -> None:
        shield.take_filing(self.context, event)

    @on_event(filing.FilingChanged, selective=True)
    def filing_changed(self, event: filing.FilingChanged) -> None:
        shield.take_filing(self.context, event)

    @on_event(filing.FilingVoided, selective=True)
    def filing_voided(self, event: filing.FilingVoided) -> None:
        shield.take_filing(self.context, event)

    @on_event(review.FilingCheckEnded, selective=True)
    def filing_check_ended(self, event: review.FilingCheckEnded) -> None:
        shield.take_check(self.context, event)

    @every(seconds=10)
    def follow_calendars(self) -> None:
        settling.follow_calendars(self.context)

    @every(seconds=600)
    def end_suspensions(self) -> None:
        settling.end_suspensions(self.context)


__all__ = ["ClarifyService"]
