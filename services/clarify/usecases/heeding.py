"""What is found of a report, and what that does to the cases that follow from it, in one transaction."""

from typing import Final

from rongcuo.casework.case import Case
from rongcuo.contracts.clarify import (
    AnswerClearing,
    CloseReport,
    RecordFindings,
    ReportDisposal,
    ReportNumber,
    ReportOutcome,
)
from services.clarify.access import reports as access
from services.clarify.domain import Occasion, Report, Verb, following
from services.clarify.domain.accounts import Accounts
from services.clarify.domain.clarification import Clarification
from services.clarify.ports import Kept
from services.clarify.presenters.reports import number_of
from services.clarify.usecases.accounts import accounts_named
from services.clarify.usecases.clarifications import next_number
from services.clarify.usecases.fetching import fetch, occasion_in, occasion_of, spoken_in_earnest
from services.clarify.usecases.kinds import Context

# The reporter reads it.
FOUND_OTHERWISE: Final = "对您反映的问题重新作了核查结论，不再作为涉嫌诬告陷害处理。"


def find(context: Context, command: RecordFindings) -> ReportNumber:
    """What turns out not to be malicious ends the inquiry into whoever made it; whose name was to be cleared
    of what was found before, is asked anew."""
    with context.unit() as unit:
        report, occasion = fetch(context, unit.store, command.report_id, Verb.FIND)
        report.find(command.findings, occasion, spoken_in_earnest(unit.store, report))
        changed = (*_inquiries(context, unit.store, report), *_clearings(context, unit.store, report, False))
        return unit.commit(report, *changed, answer=number_of(report))


def answer_clearing(context: Context, command: AnswerClearing) -> ReportNumber:
    """A yes begins the clearing of everybody about whom something was found untrue; a no, given instead, ends
    what a yes had begun."""
    accounts = _accounts(context, command.report_id)
    with context.unit() as unit:
        report, occasion = fetch(context, unit.store, command.report_id, Verb.ANSWER_CLEARING)
        report.answer_clearing(command.clear, command.ground, command.words, occasion)
        changed = (_begun(context, unit.store, report, accounts) if command.clear
                   else _clearings(context, unit.store, report, False))
        return unit.commit(report, *changed, answer=number_of(report))


def close(context: Context, command: CloseReport) -> ReportNumber:
    """What was found stands from now on: whose name is to be cleared can be told; and whose is not, if they
    know of the report."""
    accounts = _accounts(context, command.report_id)
    with context.unit() as unit:
        report, occasion = fetch(context, unit.store, command.report_id, Verb.CLOSE)
        report.close(occasion)
        changed = (*_clearings(context, unit.store, report, True),
                   *_declined(context, unit.store, report, accounts, occasion))
        return unit.commit(report, *changed, answer=number_of(report))


def _inquiries(context: Context, store: Kept, report: Report) -> tuple[Case, ...]:
    cases = store.false_accusations.of_report(report.id)
    for case in cases:
        case.heed_outcome(report.outcome or ReportOutcome.NOT_RESOLVED, FOUND_OTHERWISE,
                          occasion_of(context, case))
    return tuple(case for case in cases if case.happened)


def _clearings(context: Context, store: Kept, report: Report, settled: bool) -> tuple[Case, ...]:
    cases = store.clarifications.of_report(report.id)
    for case in cases:
        case.heed_report(settled, occasion_of(context, case))
    return tuple(case for case in cases if case.happened)


def _begun(context: Context, store: Kept, report: Report,
           accounts: Accounts) -> tuple[Case, ...]:
    under_way = [each.concerned for each in store.clarifications.of_report(report.id) if not each.ended]
    return tuple(
        Clarification.propose(
            context.new_id(), next_number(context, store, report.organ_id), concerned,
            following.unfounded(report, concerned, accounts), report.organ_id, report.division_code,
            occasion_in(context, report.division_code))
        for concerned in following.to_clear(report, accounts)
        if not any(following.is_same(each, concerned) for each in under_way))


def _declined(context: Context, store: Kept, report: Report,
              accounts: Accounts, occasion: Occasion) -> tuple[Case, ...]:
    """Whoever was asked in an inquiry (谈话函询) knows that they were reported; nobody else hears of it by
    hearing that they are not cleared."""
    answer = report.clearing
    if answer is None or answer.clear or not report.was_disposed(ReportDisposal.INQUIRY):
        return ()
    return tuple(
        Clarification.decline(
            context.new_id(), next_number(context, store, report.organ_id), concerned,
            following.unfounded(report, concerned, accounts), answer, report.organ_id,
            report.division_code, occasion)
        for concerned in following.to_clear(report, accounts))


def _accounts(context: Context, report_id: str) -> Accounts:
    """Whose they are whom it names, asked before the transaction."""
    with context.reading() as store:
        report = store.reports.read(report_id)
    access.require_sight(context.actor, report)
    return accounts_named(context, report)
