"""How a report is handled, step by step."""

from rongcuo.casework.asking import colleagues_asked, officer_asked
from rongcuo.casework.leaving import needs_the_organ_above
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.casework.people import Holder
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.clarify import (
    AcceptReport,
    AssignReport,
    ClassifyReport,
    ConfirmReporter,
    DisposeReport,
    ExtendReport,
    FormReportTeam,
    GiveReporterFeedback,
    HandReportUp,
    LinkKind,
    LinkReport,
    RecuseFromReport,
    RefuseReport,
    ReportNumber,
    ResumeReport,
    ReturnReport,
    SuspendReport,
    WriteRetrospective,
)
from rongcuo.contracts.identity import OfficerView
from services.clarify.access import reports as access
from services.clarify.domain import Report, Verb, following
from services.clarify.domain.apart import require_own_organ
from services.clarify.ports import Kept
from services.clarify.presenters.reports import number_of
from services.clarify.usecases.accompanying import going_along
from services.clarify.usecases.fetching import Step, fetch, occasion_of, spoken_in_earnest, step


def assign(context: ExecutionContext[Kept], command: AssignReport) -> ReportNumber:
    """Give it to a reviewer, or take it."""
    officer = officer_asked(context, command.officer_id)
    with context.unit() as unit:
        report = unit.store.reports.get(command.report_id)
        access.require_about(context.actor, Verb.ASSIGN, report, command.officer_id)
        occasion = occasion_of(context, report)
        _require_chooses_nobody(context, unit.store, report, officer)
        report.assign(officer, occasion)
        return unit.commit(report, answer=number_of(report))


def recuse(context: ExecutionContext[Kept], command: RecuseFromReport) -> ReportNumber:
    """Step back, or, as a lead, order it: of the report, and of what has followed from it. Where nobody is
    left, the organ above has it."""
    known = officer_asked(context, command.officer_id)
    require_own_organ(known, context.actor)
    officer = Holder.of(known)
    colleagues = colleagues_asked(context)
    with context.unit() as unit:
        report = unit.store.reports.get(command.report_id)
        access.require_about(context.actor, Verb.RECUSE, report, command.officer_id)
        occasion = occasion_of(context, report)
        for inquiry in unit.store.false_accusations.of_report(report.id):
            inquiry.require_chooses_nobody(known, context.actor)
        report.recuse(officer, command.ground, command.reason, occasion)
        if needs_the_organ_above(report, colleagues):
            report.hand_up(NOBODY_LEFT, occasion)
        changed = going_along(context, unit.store, report)
        return unit.commit(report, *changed, answer=number_of(report))


def form_team(context: ExecutionContext[Kept], command: FormReportTeam) -> ReportNumber:
    """Name who verifies."""
    officers = tuple(officer_asked(context, officer_id) for officer_id in dict.fromkeys(command.officer_ids))
    with context.unit() as unit:
        report, occasion = fetch(context, unit.store, command.report_id, Verb.FORM_TEAM)
        _require_chooses_nobody(context, unit.store, report, *officers)
        report.form_team(officers, occasion)
        return unit.commit(report, answer=number_of(report))


def _require_chooses_nobody(context: ExecutionContext[Kept], store: Kept, report: Report,
                            *officers: OfficerView) -> None:
    """A hand in the report is one in the inquiry that follows from it: nobody is given the one, by whom they
    could have decided the other."""
    for inquiry in store.false_accusations.of_report(report.id):
        for officer in officers:
            inquiry.require_chooses_nobody(officer, context.actor, giving=True)


def hand_up(context: ExecutionContext[Kept], command: HandReportUp) -> ReportNumber:
    """Nobody here is free to handle it. Nothing of it stays."""
    with context.unit() as unit:
        report, occasion = fetch(context, unit.store, command.report_id, Verb.HAND_UP)
        report.hand_up(command.reason, occasion)
        changed = going_along(context, unit.store, report)
        return unit.commit(report, *changed, answer=number_of(report))


def link(context: ExecutionContext[Kept], command: LinkReport) -> ReportNumber:
    """Only with what the actor sees. What repeats a repeated report, repeats the first one, where they see
    that, too."""
    with context.unit() as unit:
        report, occasion = fetch(context, unit.store, command.report_id, Verb.LINK)
        other = unit.store.reports.read(command.other_id)
        access.require_sight(context.actor, other)
        if command.kind is LinkKind.REPEATS and other.repeats:
            first = unit.store.reports.read(other.repeats)
            other = first if access.sees(context.actor, first) else other
        other = unit.store.reports.get(other.id)
        report.link(other, command.kind, occasion)
        return unit.commit(report, other, answer=number_of(report))


def classify(context: ExecutionContext[Kept], command: ClassifyReport) -> ReportNumber:
    """Who approves an inquiry into it follows from the level of whom it is about."""
    with context.unit() as unit:
        report, occasion = fetch(context, unit.store, command.report_id, Verb.CLASSIFY)
        report.classify(command.allegation, command.categories, command.level, occasion, command.act_from,
                        command.act_until)
        inquiries = unit.store.false_accusations.of_report(report.id)
        for case in inquiries:
            suspicion = following.suspicion(report, spoken_in_earnest(unit.store, report), case.managed_by)
            case.look_again(suspicion, occasion_of(context, case))
        return unit.commit(report, *(case for case in inquiries if case.happened), answer=number_of(report))


accept: Step[AcceptReport] = step(Verb.ACCEPT, lambda report, _, occasion: report.accept(occasion))
refuse: Step[RefuseReport] = step(Verb.REFUSE, lambda report, command, occasion: (
    report.refuse(command.reason, command.words, occasion)))
confirm_reporter: Step[ConfirmReporter] = step(
    Verb.CONFIRM_REPORTER, lambda report, command, occasion: (
        report.confirm_reporter(occasion) if command.confirmed
        else report.leave_anonymous(command.could_not, occasion)))
dispose: Step[DisposeReport] = step(Verb.DISPOSE, lambda report, command, occasion: (
    report.dispose(command.disposal, command.tolerance_arises, command.reasons, occasion)))
send_back: Step[ReturnReport] = step(Verb.RETURN, lambda report, command, occasion: (
    report.send_back(command.reasons, occasion)))
give_feedback: Step[GiveReporterFeedback] = step(Verb.GIVE_FEEDBACK, lambda report, command, occasion: (
    report.give_feedback(command.stage, command.words, occasion)))
retrospect: Step[WriteRetrospective] = step(Verb.RETROSPECT, lambda report, command, occasion: (
    report.retrospect(
        command.learned, command.rule_gaps, command.power_risks, command.oversight_gaps, occasion)))
suspend: Step[SuspendReport] = step(Verb.SUSPEND, lambda report, command, occasion: (
    report.suspend(command.reason, occasion)))
resume: Step[ResumeReport] = step(Verb.RESUME, lambda report, _, occasion: report.resume(occasion))
extend: Step[ExtendReport] = step(Verb.EXTEND, lambda report, command, occasion: (
    report.extend(command.reason, occasion)))
