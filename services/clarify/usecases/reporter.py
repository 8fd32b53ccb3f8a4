"""What the vault tells of a reporter, whom nobody here knows."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from rongcuo.casework.asking import Officers
from rongcuo.casework.case import Case
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.clarify import ReporterRequest
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.vault import ReporterAsked, ReporterRead, ReporterWrote
from services.clarify.domain import Occasion, Report
from services.clarify.domain.false_accusation.transitions import COMPLAINED_OF
from services.clarify.domain.reporter import unseen
from services.clarify.ports import Kept
from services.clarify.usecases.fetching import occasion_of
from services.clarify.usecases.kinds import officers_upwards_itself

E = TypeVar("E", bound=ReporterAsked | ReporterRead | ReporterWrote)
Heard = Callable[[ExecutionContext[Kept], E], None]     # a use case


def _heard(take: Callable[[Report, E, Occasion], None]) -> Heard[E]:
    """Raises `not_found` where it is not registered yet: the event comes again."""
    def hear(context: ExecutionContext[Kept], event: E) -> None:
        with context.reading() as store:
            found = store.reports.of_reporter(event.reporter_ref)
        if found is None:
            raise CaseError("not_found", details={"reporter_ref": event.reporter_ref})
        officers = _upwards(context, found.id)
        with context.unit() as unit:
            report = unit.store.reports.get(found.id)
            occasion = occasion_of(context, report)
            unseen(report, lambda: take(report, event, occasion))
            unit.commit(report, *_inquiries(context, unit.store, report, event, officers))
    return hear


def _upwards(context: ExecutionContext[Kept], report_id: str) -> Mapping[str, Officers]:
    """Who may answer a complaint, for what they wrote of a finding is one."""
    with context.reading() as store:
        found = [each for each in store.false_accusations.read_of_report(report_id) if each.found_at]
    return {each.id: officers_upwards_itself(context, each.organ_id) for each in found}


def _inquiries(context: ExecutionContext[Kept], store: Kept, report: Report, event: E,
               officers: Mapping[str, Officers]) -> tuple[Case, ...]:
    """Whatever the reporter writes, asks for and reads, is heard where it is inquired into their report."""
    cases = store.false_accusations.of_report(report.id)
    for case in cases:
        shown = frozenset(each.place for each in event.shown if each.case_id == case.id)
        if not isinstance(event, ReporterRead) and case.state in COMPLAINED_OF:
            case.seat(officers.get(case.id, {}), occasion_of(context, case))
        take = case.take_receipt if isinstance(event, ReporterRead) else case.take_message
        unseen(case, partial(take, shown, event.at, occasion_of(context, case)))
    return tuple(case for case in cases if case.happened)


take_message: Heard[ReporterWrote] = _heard(lambda report, event, occasion: (
    report.take_message(event.at, occasion)))
take_request: Heard[ReporterAsked] = _heard(lambda report, event, occasion: (
    report.take_request(ReporterRequest(event.wish.value), "", event.at, occasion)))
take_receipt: Heard[ReporterRead] = _heard(lambda report, event, occasion: (
    report.take_receipt(event.told_until, event.at, occasion)))
